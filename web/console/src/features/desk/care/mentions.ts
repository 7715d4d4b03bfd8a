import { folded } from '../../../shared/lib/text.ts';

export interface Colleague {
  id: string;
  name: string;
}

/** An `@` that asks for a colleague, and what was typed behind it. */
export interface Asked {
  from: number;
  to: number;
  search: string;
}

/** At the beginning or behind a space, so that e-mail addresses are left alone; a name may hold spaces. */
const ASKING = /(?:^|\s)@([^\n@]{0,40})$/u;

export function askedAt(text: string, caret: number): Asked | undefined {
  const found = ASKING.exec(text.slice(0, caret));
  if (found?.[1] === undefined) return undefined;
  return { from: caret - found[1].length - 1, to: caret, search: found[1] };
}

/** Accent-insensitive; names that begin with what was typed come first. */
export function matching(people: readonly Colleague[], search: string): Colleague[] {
  const wanted = folded(search).trim();
  const begins = people.filter(({ name }) => folded(name).startsWith(wanted));
  const holds = people.filter((one) => !begins.includes(one) && folded(one.name).includes(wanted));
  return [...begins, ...holds];
}

/** Whom a text still mentions: a name that was taken out again is nobody. */
export function mentionedIn(text: string, chosen: readonly Colleague[]): string[] {
  return [...new Set(chosen.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id))];
}

export interface Piece {
  text: string;
  mention: boolean;
}

/** The text cut where it mentions somebody, longest name first: one name may begin another. */
export function pieces(text: string, names: readonly string[]): Piece[] {
  const known = [...names].sort((one, other) => other.length - one.length);
  const found: Piece[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const name = text[at] === '@' ? known.find((one) => text.startsWith(one, at + 1)) : undefined;
    if (name === undefined) {
      plain += text[at] ?? '';
      at += 1;
      continue;
    }
    if (plain !== '') found.push({ text: plain, mention: false });
    found.push({ text: `@${name}`, mention: true });
    plain = '';
    at += name.length + 1;
  }
  if (plain !== '') found.push({ text: plain, mention: false });
  return found;
}
