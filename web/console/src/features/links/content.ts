import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import { newId } from '../../shared/lib/ids.ts';
import type { SectionDefinition } from '../../shared/section/contract.ts';

export const LAYOUTS = ['full', 'collapsed'] as const;
export const KINDS = [
  'facebook',
  'zalo',
  'messenger',
  'telegram',
  'whatsapp',
  'viber',
  'tiktok',
  'skype',
  'phone',
  'email',
] as const;

const link = v.object({
  id: v.string(),
  kind: v.picklist(KINDS),
  target: v.string(),
  description: v.string(),
});

const linksSchema = v.object({ layout: v.picklist(LAYOUTS), items: v.array(link) });

export type LinkKind = (typeof KINDS)[number];
export type OtherLink = Reads<Contracts['config']['Link'], v.InferOutput<typeof link>>;
export type Links = Reads<Contracts['config']['Links'], v.InferOutput<typeof linksSchema>>;

export const MOST = 5;

/** What a target looks like; nothing to translate. */
export const EXAMPLES: Readonly<Record<LinkKind, string>> = {
  facebook: 'https://www.facebook.com/hoasen.vn',
  zalo: '0903 123 456',
  messenger: 'hoasen.vn',
  telegram: '@hoasen_vn',
  whatsapp: '+84 903 123 456',
  viber: '+84 903 123 456',
  tiktok: '@hoasen.vn',
  skype: 'live:hoasen',
  phone: '1900 1234',
  email: 'xinchao@hoasen.vn',
};

export const linksSection: SectionDefinition<Links> = { section: 'links', schema: linksSchema };

/** The first kind that is not used yet. */
export function newLink(items: readonly OtherLink[]): OtherLink {
  const kind = KINDS.find((one) => items.every((item) => item.kind !== one)) ?? KINDS[0];
  return { id: newId(), kind, target: '', description: '' };
}
