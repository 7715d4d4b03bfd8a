import { expect, test } from 'vitest';
import { parseShow } from './messages.ts';

const mark = 'dakenh.preview.v1';

test('[part BTN-1] takes what the console shows', () => {
  expect(
    parseShow({ mark, type: 'show', bootstrap: { version: 1 }, device: 'phone', screen: 'chat' }),
  ).toEqual({
    bootstrap: { version: 1 },
    device: 'phone',
    screen: 'chat',
  });
});

test.each([
  null,
  'show',
  { type: 'show' },
  { mark: 'dakenh.widget.v1', type: 'show' },
  { mark, type: 'moved' },
])('takes nothing from %j', (data) => {
  expect(parseShow(data)).toBeNull();
});
