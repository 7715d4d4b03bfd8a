/** Reading values of a document from outside: whatever is not usable becomes its default. */
export type Fields = Record<string, unknown>;

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

export function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fields) : [];
}

/** A number within bounds; what lies beyond them is moved to the nearer one. */
export function number(value: unknown, fallback: number, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fallback;
  return Math.min(max, Math.max(min, value));
}

export function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  return choices.find((choice) => choice === value) ?? (choices[0] as T);
}

const COLOR = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;

export function color(value: unknown, fallback: string): string {
  return COLOR.test(text(value)) ? text(value) : fallback;
}

/** An address of a picture or sound, absolute or of the server itself; undefined for everything else. */
export function media(value: unknown): string | undefined {
  return /^(?:https?:\/\/|\/(?!\/))/i.test(text(value)) ? text(value) : undefined;
}

const OPENS = /^(?:https?:\/\/|(?:tel|mailto|skype|viber):)\S+$/i;

/** An address a visitor may be sent to: the web, or an app that calls or writes. Never a script. */
export function opens(value: unknown): string {
  return OPENS.test(text(value)) ? text(value) : '';
}
