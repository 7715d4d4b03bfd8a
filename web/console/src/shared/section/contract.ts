import type { Contracts, Decode, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import { maybe, page } from '../api/decode.ts';

/** The sections of docs/configuration.md. */
export type SectionName =
  | 'sounds'
  | 'popups'
  | 'sequences'
  | 'button'
  | 'window'
  | 'interaction-buttons'
  | 'links'
  | 'websites'
  | 'offline'
  | 'retention';

const SECTIONS = '/api/config/v1/sections';

export const sectionPath = (section: SectionName) => `${SECTIONS}/${section}`;

/** What a section holds; `Content` is what its schema makes of the server's JSON. */
export interface SectionDefinition<Content> {
  section: SectionName;
  schema: v.GenericSchema<unknown, Content>;
}

export interface Person {
  id: string;
  name: string;
}

/** Something to say about one place of the content. */
export interface Fault {
  pointer: string;
  code: string;
  detail: string;
}

export interface SectionView<Content> {
  section: string;
  version: number;
  publishedVersion: number;
  publishedAt?: string | undefined;
  publishedBy?: Person | undefined;
  published: Content;
  draft?: Content | undefined;
  draftUpdatedAt?: string | undefined;
  draftUpdatedBy?: Person | undefined;
  warnings: Fault[];
}

const person = v.object({ id: v.string(), name: v.string() });
const fault = v.object({ pointer: v.string(), code: v.string(), detail: v.optional(v.string(), '') });

const envelope = v.object({
  section: v.string(),
  version: v.number(),
  publishedVersion: v.number(),
  publishedAt: maybe(v.string()),
  publishedBy: maybe(person),
  published: v.unknown(),
  draft: v.optional(v.unknown()),
  draftUpdatedAt: maybe(v.string()),
  draftUpdatedBy: maybe(person),
  warnings: v.optional(v.array(fault), []),
});

export function viewOf<Content>(definition: SectionDefinition<Content>): Decode<SectionView<Content>> {
  return (body) => {
    const view = v.parse(envelope, body);
    return {
      ...view,
      published: v.parse(definition.schema, view.published),
      draft:
        view.draft === undefined || view.draft === null ? undefined : v.parse(definition.schema, view.draft),
    };
  };
}

const change = v.object({
  pointer: v.string(),
  op: v.picklist(['add', 'remove', 'replace']),
  before: v.optional(v.unknown()),
  after: v.optional(v.unknown()),
});

const versionEntry = v.object({
  version: v.number(),
  publishedAt: v.string(),
  publishedBy: maybe(person),
  restoredFrom: maybe(v.number()),
  changes: v.array(change),
});

export type Change = v.InferOutput<typeof change>;
export type VersionEntry = v.InferOutput<typeof versionEntry>;

export const versionsPage = (body: unknown) => v.parse(page(versionEntry), body);

const summary = v.object({
  section: v.string(),
  version: v.number(),
  publishedVersion: v.number(),
  draft: v.boolean(),
});

const summaries = v.object({ items: v.array(summary) });

export type SectionSummary = Reads<Contracts['config']['SectionSummary'], v.InferOutput<typeof summary>>;

export const SECTIONS_PATH = SECTIONS;
export const summariesOf: Decode<SectionSummary[]> = (body) => v.parse(summaries, body).items;
