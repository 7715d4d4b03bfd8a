import * as v from 'valibot';
import { maybe } from '../../shared/api/decode.ts';
import type { MediaPurpose } from '../../shared/media/api.ts';
import type { SectionDefinition } from '../../shared/section/contract.ts';

/** In the order of the page. */
export const USES = ['message', 'newConversation', 'audioCall', 'videoCall', 'waiting'] as const;
export type Use = (typeof USES)[number];
export type PresetKind = 'tones' | 'ringtones' | 'waiting';

/** Which presets a use offers, and what may be uploaded for it. */
export const KINDS: Readonly<Record<Use, { presets: PresetKind; purpose: MediaPurpose }>> = {
  message: { presets: 'tones', purpose: 'tone' },
  newConversation: { presets: 'tones', purpose: 'tone' },
  audioCall: { presets: 'ringtones', purpose: 'ringtone' },
  videoCall: { presets: 'ringtones', purpose: 'ringtone' },
  waiting: { presets: 'waiting', purpose: 'ringtone' },
};

const soundSchema = v.object({
  enabled: v.boolean(),
  source: v.picklist(['preset', 'upload']),
  preset: maybe(v.string()),
  mediaId: maybe(v.string()),
  volume: v.number(),
});

export type Sound = v.InferOutput<typeof soundSchema>;

const soundsSchema = v.object({
  message: soundSchema,
  newConversation: soundSchema,
  audioCall: soundSchema,
  videoCall: soundSchema,
  waiting: soundSchema,
});

export type Sounds = v.InferOutput<typeof soundsSchema>;

export const soundsDefinition: SectionDefinition<Sounds> = { section: 'sounds', schema: soundsSchema };
