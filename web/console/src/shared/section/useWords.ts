import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { number } from '../lib/time.ts';
import type { CommonWords, SectionWords } from './words.ts';
import { labelOf, valueOf } from './words.ts';

export interface Describe {
  label: (pointer: string, contents?: readonly unknown[]) => string;
  value: (pointer: string, value: unknown, contents?: readonly unknown[]) => string;
}

/** Pointers and values of a section in the person's language. */
export function useDescribe(words: SectionWords): Describe {
  const { t } = useTranslation('section');
  const language = useLanguage();
  return useMemo(() => {
    const common: CommonWords = {
      on: t('value.on'),
      off: t('value.off'),
      empty: t('value.empty'),
      file: t('value.file'),
      item: (position) => t('value.item', { position }),
      number: (value) => number(value, language),
    };
    return {
      label: (pointer, contents) => labelOf(words, common, pointer, contents) || t('value.whole'),
      value: (pointer, value, contents) => valueOf(words, common, pointer, value, contents),
    };
  }, [t, language, words]);
}
