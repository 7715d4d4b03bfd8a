import { expect, test } from 'vitest';
import { chooseLocale } from './locale.ts';

test.each([
  [['en', 'vi'], 'en'],
  [[undefined, 'en-US', 'vi'], 'en'],
  [[null, '', 'vi_VN'], 'vi'],
  [['fr', 'EN-GB'], 'en'],
  [['fr', 'ja'], 'vi'],
  [[], 'vi'],
])('[part GEN-6] of %j speaks %s', (wishes, locale) => {
  expect(chooseLocale(...wishes)).toBe(locale);
});
