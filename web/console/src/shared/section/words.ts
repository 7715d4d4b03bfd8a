import { segmentsOf } from './json.ts';

/** What a section's places and values are called, for people who never see a pointer. */
export interface SectionWords {
  // By place, with a star for any item of a list: "/items/*" + "/title".
  labels: Readonly<Record<string, string>>;
  /** Words for the values of a place, by the same patterns; a value without a word is shown as it is. */
  values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Words for items that only have a key, such as the built-in fields of a form. */
  names?: Readonly<Record<string, string>>;
}

/** Words every section shares, in the person's language. */
export interface CommonWords {
  on: string;
  off: string;
  empty: string;
  /** For what only has an id that nothing here names: an upload. */
  file: string;
  item: (position: number) => string;
  number: (value: number) => string;
}

const NUMERIC = /^\d+$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function isMembers(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The pattern of the labels that names these segments, or undefined. */
function patternOf(
  labels: Readonly<Record<string, unknown>>,
  segments: readonly string[],
): string | undefined {
  const candidates = segments.reduce<string[]>(
    (found, segment) => found.flatMap((start) => [`${start}/${segment}`, `${start}/*`]),
    [''],
  );
  return candidates.find((candidate) => candidate !== '' && Object.hasOwn(labels, candidate));
}

/** What an item is called by its owner: the first of these members that has a text. */
const NAMES = ['title', 'name', 'label', 'description', 'target', 'key'] as const;

function nameOf(words: SectionWords, item: unknown): string | undefined {
  if (!isMembers(item)) return undefined;
  const name = NAMES.map((member) => item[member]).find((value) => typeof value === 'string' && value !== '');
  return typeof name === 'string' ? (words.names?.[name] ?? name) : undefined;
}

/** One step down, by member, by position or by id. */
function stepInto(content: unknown, segment: string): { value: unknown; position: number | undefined } {
  if (Array.isArray(content)) {
    const list: unknown[] = content;
    const byId = list.findIndex((item) => isMembers(item) && item['id'] === segment);
    const index = byId >= 0 ? byId : NUMERIC.test(segment) ? Number(segment) : -1;
    return { value: list[index], position: index >= 0 ? index + 1 : undefined };
  }
  return { value: isMembers(content) ? content[segment] : undefined, position: undefined };
}

function lookUp(words: SectionWords, contents: readonly unknown[], segment: string) {
  const steps = contents.map((content) => stepInto(content, segment));
  return {
    next: steps.map(({ value }) => value),
    position: steps.find(({ position }) => position !== undefined)?.position,
    name: steps.map(({ value }) => nameOf(words, value)).find((name) => name !== undefined),
  };
}

function isItem(segment: string): boolean {
  return NUMERIC.test(segment) || UUID.test(segment);
}

/**
 * "Thông điệp “Khuyến mãi” › Tiêu đề" for `/items/0/title`. `contents` are where names of items are looked up, the
 * first that has one wins.
 */
export function labelOf(
  words: SectionWords,
  common: CommonWords,
  pointer: string,
  contents: readonly unknown[] = [],
): string {
  const segments = segmentsOf(pointer);
  const parts: string[] = [];
  let within = contents;
  segments.forEach((segment, index) => {
    const { next, position, name } = lookUp(words, within, segment);
    within = next;
    const path = segments.slice(0, index + 1);
    const pattern = patternOf(words.labels, path);
    const label = pattern === undefined ? undefined : words.labels[pattern];
    if (!isItem(segment)) {
      // The list's own name says nothing once its item follows, named by itself.
      const following = segments.slice(0, index + 2);
      const itemFollows =
        isItem(segments[index + 1] ?? '') && patternOf(words.labels, following) !== undefined;
      if (label !== undefined && !itemFollows) parts.push(label);
      else if (label === undefined && index === segments.length - 1 && parts.length === 0)
        parts.push(segment);
      return;
    }
    const called = name === undefined ? undefined : `“${name}”`;
    const numbered = position ?? (NUMERIC.test(segment) ? Number(segment) + 1 : undefined);
    const spot = called ?? (numbered === undefined ? undefined : String(numbered));
    if (label !== undefined) parts.push(spot === undefined ? label : `${label} ${spot}`);
    else if (numbered !== undefined) parts.push(common.item(numbered));
  });
  return parts.join(' › ');
}

/** What the item of an id is called, wherever in the contents it is. */
function calledBy(words: SectionWords, id: string, contents: readonly unknown[]): string | undefined {
  for (const content of contents) {
    const parts = Array.isArray(content) ? content : isMembers(content) ? Object.values(content) : [];
    const own = isMembers(content) && content['id'] === id ? nameOf(words, content) : undefined;
    const found = own ?? calledBy(words, id, parts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value in words; what has parts becomes "Tiêu đề: …; Đường dẫn: …". */
export function valueOf(
  words: SectionWords,
  common: CommonWords,
  pointer: string,
  value: unknown,
  contents: readonly unknown[] = [],
): string {
  if (value === undefined || value === null || value === '') return common.empty;
  if (typeof value === 'boolean') return value ? common.on : common.off;
  if (typeof value === 'number') return Number.isNaN(value) ? common.empty : common.number(value);
  if (typeof value === 'string') {
    const pattern = patternOf(words.values ?? {}, segmentsOf(pointer));
    const named = pattern === undefined ? undefined : words.values?.[pattern]?.[value];
    if (named !== undefined) return named;
    if (UUID.test(value)) return calledBy(words, value, contents) ?? common.file;
    return words.names?.[value] ?? value;
  }
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    if (list.length === 0) return common.empty;
    return list
      .map(
        (item, index) =>
          `${String(index + 1)}. ${nameOf(words, item) ?? valueOf(words, common, `${pointer}/${String(index)}`, item, contents)}`,
      )
      .join('; ');
  }
  if (!isMembers(value)) return common.empty;
  return Object.entries(value)
    .filter(([member]) => member !== 'id')
    .map(([member, part]) => {
      const at = `${pointer}/${member}`;
      const pattern = patternOf(words.labels, segmentsOf(at));
      const label = pattern === undefined ? undefined : words.labels[pattern];
      const text = valueOf(words, common, at, part, contents);
      return label === undefined || text === common.empty ? undefined : `${label}: ${text}`;
    })
    .filter((part) => part !== undefined)
    .join('; ');
}
