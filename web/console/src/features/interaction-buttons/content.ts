import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import { maybe } from '../../shared/api/decode.ts';
import type { SectionDefinition } from '../../shared/section/contract.ts';

export const FUNCTIONS = ['chat', 'audio', 'video'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export const DISPLAYS = [
  'equal',
  'only-chat',
  'only-audio',
  'only-video',
  'highlight-chat',
  'highlight-audio',
  'highlight-video',
] as const;
export type Display = (typeof DISPLAYS)[number];

export const KINDS = ['preset', 'custom'] as const;

const look = v.object({
  kind: v.picklist(KINDS),
  icon: maybe(v.string()),
  background: v.string(),
  color: maybe(v.string()),
  iconMediaId: maybe(v.string()),
  imageMediaId: maybe(v.string()),
  label: v.string(),
  labelColor: v.string(),
});

const buttonsSchema = v.object({ display: v.picklist(DISPLAYS), chat: look, audio: look, video: look });

export type Look = Reads<Contracts['config']['Look'], v.InferOutput<typeof look>>;
export type InteractionButtons = v.InferOutput<typeof buttonsSchema>;

export const buttonsSection: SectionDefinition<InteractionButtons> = {
  section: 'interaction-buttons',
  schema: buttonsSchema,
};

const FIRST_ICON: Record<FunctionName, string> = { chat: 'chat', audio: 'phone', video: 'video' };

/** A preset needs an icon and its colour; what is not used in the other kind is left out. */
export function ofKind(look: Look, kind: Look['kind'], name: FunctionName): Look {
  const { icon, color, iconMediaId, imageMediaId, ...rest } = look;
  return kind === 'preset'
    ? { ...rest, kind, icon: icon ?? FIRST_ICON[name], color: color ?? '#ffffff' }
    : { ...rest, kind, iconMediaId, imageMediaId };
}

export function functionOf(display: Display): FunctionName | undefined {
  return FUNCTIONS.find((name) => display.endsWith(`-${name}`));
}
