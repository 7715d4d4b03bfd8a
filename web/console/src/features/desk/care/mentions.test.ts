import { describe, expect, it } from 'vitest';
import { askedAt, matching, mentionedIn, pieces } from './mentions.ts';

const people = [
  { id: '1', name: 'Nguyễn Thu Lan' },
  { id: '2', name: 'Trần Lan Anh' },
  { id: '3', name: 'Lan' },
];

describe('mentions [TALK-3]', () => {
  it.each([
    ['@', '', 0],
    ['nhờ @lan', 'lan', 4],
    ['@Nguyễn Thu', 'Nguyễn Thu', 0],
  ])('are asked for by %j', (text, search, from) => {
    expect(askedAt(text, text.length)).toEqual({ from, to: text.length, search });
  });

  it.each(['lan@vidu.vn', 'xin chào', '@lan\n'])('are not asked for by %j', (text) => {
    expect(askedAt(text, text.length)).toBeUndefined();
  });

  it('are found without accents, beginnings first', () => {
    expect(matching(people, 'tran').map(({ id }) => id)).toEqual(['2']);
    expect(matching(people, 'lan').map(({ id }) => id)).toEqual(['3', '1', '2']);
  });

  it('are those still in the text', () => {
    expect(mentionedIn('@Lan xem nhé', people)).toEqual(['3']);
    expect(mentionedIn('không ai', people)).toEqual([]);
  });

  it('are marked, the longest name first', () => {
    expect(pieces('gửi @Trần Lan Anh nhé', ['Trần', 'Trần Lan Anh'])).toEqual([
      { text: 'gửi ', mention: false },
      { text: '@Trần Lan Anh', mention: true },
      { text: ' nhé', mention: false },
    ]);
  });
});
