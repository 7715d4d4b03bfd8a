import type { CannedMessage } from '../../../shared/api/canned.ts';
import { folded } from '../../../shared/lib/text.ts';

/** A `/` that asks for a canned message, and what was typed behind it. */
export interface Asked {
  from: number;
  to: number;
  search: string;
}

/** At the beginning or behind a space, so that addresses and dates are left alone; a name may hold spaces. */
const ASKING = /(?:^|\s)\/([^\n/]{0,60})$/u;

export function askedAt(text: string, caret: number): Asked | undefined {
  const found = ASKING.exec(text.slice(0, caret));
  if (found?.[1] === undefined) return undefined;
  return { from: caret - found[1].length - 1, to: caret, search: found[1] };
}

/** Names that begin with what was typed come first, then those that hold it, then texts that do. */
export function matching(messages: readonly CannedMessage[], search: string): CannedMessage[] {
  const wanted = folded(search);
  if (wanted === '') return [...messages];
  const rank = (message: CannedMessage): number => {
    const name = folded(message.name);
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return folded(message.content).includes(wanted) ? 2 : 3;
  };
  return messages
    .map((message) => ({ message, rank: rank(message) }))
    .filter((one) => one.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map((one) => one.message);
}

/** Messages of other departments than the conversation's stay out of it. */
export function inScope(
  messages: readonly CannedMessage[],
  departmentId: string | undefined,
): readonly CannedMessage[] {
  if (departmentId === undefined) return messages;
  return messages.filter(
    ({ departmentIds }) => departmentIds.length === 0 || departmentIds.includes(departmentId),
  );
}

export interface Names {
  visitor: string;
  agent: string;
  department: string;
}

/** The text with names in the place of `{visitor}`, `{agent}` and `{department}`; other braces are just text. */
export function filled(content: string, names: Names): string {
  return content.replace(/\{(visitor|agent|department)\}/g, (mark, name: string) =>
    name === 'visitor' || name === 'agent' || name === 'department' ? names[name] : mark,
  );
}
