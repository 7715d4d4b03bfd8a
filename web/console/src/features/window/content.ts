import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import { maybe } from '../../shared/api/decode.ts';
import { newId } from '../../shared/lib/ids.ts';
import type { SectionDefinition } from '../../shared/section/contract.ts';

export const KINDS = ['text', 'multiline', 'number', 'choice'] as const;
export const MODES = ['none', 'department', 'agent'] as const;
export const STANDARD = ['name', 'phone', 'email', 'content'] as const;

const field = v.object({
  key: v.string(),
  label: maybe(v.string()),
  kind: maybe(v.picklist(KINDS)),
  choices: maybe(v.array(v.string())),
  shown: v.boolean(),
  required: v.boolean(),
});

const windowSchema = v.object({
  headerColor: v.string(),
  textColor: v.string(),
  title: v.string(),
  description: v.string(),
  audio: v.boolean(),
  video: v.boolean(),
  fields: v.array(field),
  startMode: v.picklist(MODES),
  representative: v.boolean(),
  widthPixels: v.number(),
  heightPixels: v.number(),
  signature: v.object({ mediaId: maybe(v.string()), text: v.string(), link: maybe(v.string()) }),
});

export type StandardKey = (typeof STANDARD)[number];
export type AskedField = Reads<Contracts['config']['Field'], v.InferOutput<typeof field>>;
export type ChatWindow = v.InferOutput<typeof windowSchema>;
export type ChangeWindow = (change: (now: ChatWindow) => ChatWindow) => void;

export const windowSection: SectionDefinition<ChatWindow> = { section: 'window', schema: windowSchema };

export const FIELDS_MOST = 20;
export const CHOICES_MOST = 20;
export const WIDTH = { min: 280, max: 640 } as const;
export const HEIGHT = { min: 360, max: 900 } as const;

export function isStandard(key: string): key is StandardKey {
  return STANDARD.some((standard) => standard === key);
}

export function newField(): AskedField {
  return {
    key: `custom-${newId().slice(0, 8)}`,
    label: '',
    kind: 'text',
    shown: true,
    required: false,
  };
}

/** Only a choice has choices. */
export function ofKind(asked: AskedField, kind: AskedField['kind']): AskedField {
  const { choices, ...rest } = asked;
  return kind === 'choice' ? { ...rest, kind, choices: choices ?? ['', ''] } : { ...rest, kind };
}
