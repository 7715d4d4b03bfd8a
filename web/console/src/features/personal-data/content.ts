import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import type { SectionDefinition } from '../../shared/section/contract.ts';

const retentionSchema = v.object({ limited: v.boolean(), days: v.number() });

export type Retention = Reads<Contracts['config']['Retention'], v.InferOutput<typeof retentionSchema>>;

export const LEAST_DAYS = 30;
export const MOST_DAYS = 3_650;

export const retentionSection: SectionDefinition<Retention> = {
  section: 'retention',
  schema: retentionSchema,
};
