import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resources } from './i18n.ts';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(name, value);
    else for (const [inner, text] of leaves(value, name)) found.set(inner, text);
  }
  return found;
}

const vi = leaves(resources.vi);
const en = leaves(resources.en);
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

function documentedCodes(file: string): string[] {
  const text = readFileSync(resolve(import.meta.dirname, '../../../../docs', file), 'utf8');
  const errors = text.slice(Math.max(text.indexOf('| Status | Codes |'), text.indexOf('## Errors')));
  return [...errors.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((match) => match[1] ?? '');
}

describe('texts', () => {
  it('[part GEN-6] are complete in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...vi.keys()].sort());
    for (const [key, text] of [...vi, ...en]) expect(text.trim(), key).not.toBe('');
  });

  it('take the same values in both languages', () => {
    for (const [key, text] of vi) expect(variables(en.get(key) ?? ''), key).toEqual(variables(text));
  });

  it.each(['http-api.md', 'socket-protocol.md'])('have a sentence for every code of %s', (file) => {
    const codes = documentedCodes(file);
    expect(codes.length).toBeGreaterThan(8);
    const missing = codes.filter((code) => !Object.hasOwn(resources.vi.problems, code));
    expect(missing).toEqual([]);
  });
});
