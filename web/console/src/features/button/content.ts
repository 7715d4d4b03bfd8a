import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import { maybe } from '../../shared/api/decode.ts';
import type { SectionDefinition } from '../../shared/section/contract.ts';
import type { Moved } from '../../shared/section/preview/protocol.ts';
import { CORNERS } from '../../shared/section/preview/protocol.ts';

export const POPUP_KINDS = ['text', 'image'] as const;

const place = v.object({ corner: v.picklist(CORNERS), offsetX: v.number(), offsetY: v.number() });

const image = v.object({
  mediaId: v.string(),
  widthPixels: v.number(),
  heightPixels: v.number(),
  offsetX: v.number(),
  offsetY: v.number(),
});

const buttonSchema = v.object({
  popupKind: v.picklist(POPUP_KINDS),
  avatarMediaId: maybe(v.string()),
  defaultTitle: v.string(),
  name: v.string(),
  delaySeconds: v.number(),
  content: v.string(),
  buttonLabel: v.string(),
  image: maybe(image),
  desktop: place,
  phone: place,
});

export type Place = Reads<Contracts['config']['Place'], v.InferOutput<typeof place>>;
export type PopupImage = v.InferOutput<typeof image>;
export type StartButton = Reads<Contracts['config']['StartButton'], v.InferOutput<typeof buttonSchema>>;

export const buttonSection: SectionDefinition<StartButton> = { section: 'button', schema: buttonSchema };

export const IMAGE_SIZE = { min: 40, max: 600 } as const;
export const IMAGE_SHIFT = 200;
export const OFFSET_MOST = 1000;
const FIRST_WIDTH = 280;

const within = (value: number, { min, max }: { min: number; max: number }) =>
  Math.min(max, Math.max(min, Math.round(value)));

/** A fresh upload at a modest size, with its own proportions. */
export function fitted(mediaId: string, width = FIRST_WIDTH, height = FIRST_WIDTH): PopupImage {
  const scale = Math.min(1, FIRST_WIDTH / Math.max(1, width));
  return {
    mediaId,
    widthPixels: within(width * scale, IMAGE_SIZE),
    heightPixels: within(height * scale, IMAGE_SIZE),
    offsetX: 0,
    offsetY: 0,
  };
}

/** The launcher was dragged in the preview: the form follows. */
export function placed(now: StartButton, { device, corner, offsetX, offsetY }: Moved): StartButton {
  const offset = (value: number) => within(value, { min: 0, max: OFFSET_MOST });
  return { ...now, [device]: { corner, offsetX: offset(offsetX), offsetY: offset(offsetY) } };
}
