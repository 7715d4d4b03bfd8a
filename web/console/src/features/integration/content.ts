import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import type { SectionDefinition } from '../../shared/section/contract.ts';

const websitesSchema = v.object({ allowed: v.array(v.string()) });

export type Websites = Reads<Contracts['config']['Websites'], v.InferOutput<typeof websitesSchema>>;

export const MOST = 50;

export const websitesSection: SectionDefinition<Websites> = {
  section: 'websites',
  schema: websitesSchema,
};
