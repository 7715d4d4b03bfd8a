import { describe, expect, it } from 'vitest';
import { heard } from './protocol.ts';

const ORIGIN = 'https://console.example';
const MOVED = {
  mark: 'dakenh.preview.v1',
  type: 'moved',
  device: 'phone',
  corner: 'top-left',
  offsetX: 11.6,
  offsetY: 20,
  done: true,
};

describe('what the preview says', () => {
  const frame = window;
  const from = (part: Partial<Pick<MessageEvent<unknown>, 'origin' | 'source' | 'data'>>) =>
    heard({ origin: ORIGIN, source: frame, data: MOVED, ...part }, frame, ORIGIN);

  it('[part BTN-10] is taken from the frame on our origin, in whole pixels', () => {
    expect(from({})).toMatchObject({ type: 'moved', device: 'phone', corner: 'top-left', offsetX: 12 });
  });

  it('is not taken from another origin', () => {
    expect(from({ origin: 'https://evil.example' })).toBeUndefined();
  });

  it('is not taken from another window, nor while there is no frame', () => {
    expect(from({ source: null })).toBeUndefined();
    expect(heard({ origin: ORIGIN, source: null, data: MOVED }, null, ORIGIN)).toBeUndefined();
  });

  it('is not taken without its mark, of an unknown kind or with nonsense in it', () => {
    expect(from({ data: { ...MOVED, mark: 'other' } })).toBeUndefined();
    expect(from({ data: { ...MOVED, type: 'open' } })).toBeUndefined();
    expect(from({ data: { ...MOVED, corner: 'middle' } })).toBeUndefined();
    expect(from({ data: 'ready' })).toBeUndefined();
  });
});
