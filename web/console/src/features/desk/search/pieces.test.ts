import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces.ts';

describe('pieces of an excerpt', () => {
  it('stand where the words stand', () => {
    expect(
      piecesOf('Áo dài đỏ', [
        { start: 0, end: 2 },
        { start: 7, end: 9 },
      ]),
    ).toEqual([
      { text: 'Áo', marked: true },
      { text: ' dài ', marked: false },
      { text: 'đỏ', marked: true },
    ]);
  });

  it('are whole whatever the marks are', () => {
    const text = 'Gọi 0912 345 678';
    for (const highlights of [
      [],
      [
        { start: 4, end: 16 },
        { start: 4, end: 8 },
      ],
      [{ start: 10, end: 99 }],
      [{ start: 12, end: 12 }],
    ]) {
      const pieces = piecesOf(text, highlights);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }
  });
});
