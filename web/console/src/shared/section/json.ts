/** Comparing contents: plain JSON values in which an absent member and an undefined one are the same. */

type Members = Record<string, unknown>;

export interface Difference {
  pointer: string;
  mine: unknown;
  theirs: unknown;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(value: unknown): string | undefined {
  return isMembers(value) && typeof value['id'] === 'string' ? value['id'] : undefined;
}

function membersOf(one: Members, other: Members): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  if (isMembers(one) && isMembers(other)) {
    return membersOf(one, other).every((member) => same(one[member], other[member]));
  }
  return false;
}

/** A member of a pointer as RFC 6901 writes it. */
export function escaped(member: string): string {
  return member.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function segmentsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function everyHasId(list: readonly unknown[]): boolean {
  return list.length > 0 && list.every((item) => idOf(item) !== undefined);
}

function itemDifferences(mine: readonly unknown[], theirs: readonly unknown[], at: string): Difference[] {
  const find = (list: readonly unknown[], id: string) => list.find((item) => idOf(item) === id);
  const ids = [...new Set([...mine, ...theirs].map((item) => idOf(item) ?? ''))];
  const within = ids.flatMap((id) => differences(find(mine, id), find(theirs, id), `${at}/${escaped(id)}`));
  if (within.length > 0) return within;
  // The same items in another order.
  return [{ pointer: at, mine, theirs }];
}

/** Where two contents differ, leaf by leaf; items that have an id are matched by it. */
export function differences(mine: unknown, theirs: unknown, at = ''): Difference[] {
  if (same(mine, theirs)) return [];
  if (isMembers(mine) && isMembers(theirs)) {
    return membersOf(mine, theirs).flatMap((member) =>
      differences(mine[member], theirs[member], `${at}/${escaped(member)}`),
    );
  }
  if (Array.isArray(mine) && Array.isArray(theirs) && everyHasId([...mine, ...theirs])) {
    return itemDifferences(mine, theirs, at);
  }
  return [{ pointer: at, mine, theirs }];
}
