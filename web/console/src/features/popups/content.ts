import type { Contracts, Reads } from '@dakenh/api-client';
import * as v from 'valibot';
import { newId } from '../../shared/lib/ids.ts';
import type { SectionDefinition } from '../../shared/section/contract.ts';

const popup = v.object({
  id: v.string(),
  title: v.string(),
  path: v.string(),
  content: v.string(),
  delaySeconds: v.number(),
  resend: v.boolean(),
});

const popupsSchema = v.object({ items: v.array(popup) });

export type Popup = Reads<Contracts['config']['Popup'], v.InferOutput<typeof popup>>;
export type Popups = Reads<Contracts['config']['Popups'], v.InferOutput<typeof popupsSchema>>;

export const MOST = 100;

export const popupsSection: SectionDefinition<Popups> = { section: 'popups', schema: popupsSchema };

export function newPopup(): Popup {
  return { id: newId(), title: '', path: '', content: '', delaySeconds: 5, resend: false };
}

/** The public document as if every page were one of this message, so that the preview shows it. */
export function onShow(bootstrap: unknown, popup: Popup | undefined): unknown {
  if (popup === undefined || typeof bootstrap !== 'object' || bootstrap === null) return bootstrap;
  const launcher =
    'launcher' in bootstrap && typeof bootstrap.launcher === 'object' ? bootstrap.launcher : {};
  return {
    ...bootstrap,
    fallback: { title: popup.title, delaySeconds: popup.delaySeconds },
    launcher: { ...launcher, kind: 'text', content: popup.content },
  };
}
