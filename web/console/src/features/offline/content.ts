import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import type { SectionDefinition } from '../../shared/section/contract.ts';

const offlineSchema = v.object({
  enabled: v.boolean(),
  text: v.string(),
  confirmation: v.string(),
  recipients: v.array(v.string()),
});

export type Offline = Reads<Contracts['config']['OfflineForm'], v.InferOutput<typeof offlineSchema>>;

export const MOST = 5;

export const offlineSection: SectionDefinition<Offline> = { section: 'offline', schema: offlineSchema };
