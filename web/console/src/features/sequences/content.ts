import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import type { SectionDefinition } from '../../shared/section/contract.ts';

const sequence = v.object({
  enabled: v.boolean(),
  startDelaySeconds: v.number(),
  gapSeconds: v.number(),
  contents: v.array(v.string()),
});

const sequencesSchema = v.object({
  start: sequence,
  noReply: sequence,
  offline: sequence,
  channels: v.object({ facebook: v.boolean(), zalo: v.boolean() }),
});

export type Sequence = Reads<Contracts['config']['Sequence'], v.InferOutput<typeof sequence>>;
export type Sequences = Reads<Contracts['config']['Sequences'], v.InferOutput<typeof sequencesSchema>>;

export const NAMES = ['start', 'noReply', 'offline'] as const;
export type SequenceName = (typeof NAMES)[number];

/** The server's limits; less than a minute would answer before anybody could. */
export const LIMITS = {
  delay: { start: 0, noReply: 60, offline: 60 },
  delayMost: 86_400,
  gapMost: 3_600,
  contents: 20,
} as const;

export const sequencesSection: SectionDefinition<Sequences> = {
  section: 'sequences',
  schema: sequencesSchema,
};
