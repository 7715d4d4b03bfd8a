import { describe, expect, it } from 'vitest';
import { differences, same, segmentsOf } from './json.ts';

const A = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'One' };
const B = { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Two' };

describe('same', () => {
  it('takes an absent member for an undefined one', () => {
    expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(same({ a: 1, b: null }, { a: 1 })).toBe(false);
  });

  it('tells an emptied number from any other', () => {
    expect(same({ a: Number.NaN }, { a: Number.NaN })).toBe(true);
    expect(same({ a: Number.NaN }, { a: 0 })).toBe(false);
  });

  it('sees the order of a list', () => {
    expect(same([A, B], [B, A])).toBe(false);
  });
});

describe('differences', () => {
  it('names each leaf that differs and nothing else', () => {
    const found = differences(
      { title: 'Mine', place: { corner: 'top-left', offsetX: 4 } },
      { title: 'Theirs', place: { corner: 'top-left', offsetX: 9 } },
    );
    expect(found).toEqual([
      { pointer: '/title', mine: 'Mine', theirs: 'Theirs' },
      { pointer: '/place/offsetX', mine: 4, theirs: 9 },
    ]);
  });

  it('matches items by id, wherever they stand', () => {
    expect(differences({ items: [A, B] }, { items: [{ ...B, name: 'Zwei' }, A] })).toEqual([
      { pointer: `/items/${B.id}/name`, mine: 'Two', theirs: 'Zwei' },
    ]);
  });

  it('tells of items that only one of them has', () => {
    expect(differences({ items: [A] }, { items: [A, B] })).toEqual([
      { pointer: `/items/${B.id}`, mine: undefined, theirs: B },
    ]);
  });

  it('tells of another order of the same items', () => {
    expect(differences({ items: [A, B] }, { items: [B, A] })).toEqual([
      { pointer: '/items', mine: [A, B], theirs: [B, A] },
    ]);
  });

  it('escapes what a pointer would take for a step', () => {
    const [found] = differences({ 'a/b~c': 1 }, { 'a/b~c': 2 });
    expect(found?.pointer).toBe('/a~1b~0c');
    expect(segmentsOf(found?.pointer ?? '')).toEqual(['a/b~c']);
  });
});
