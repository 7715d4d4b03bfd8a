import type { Message } from '@dakenh/socket';
import { useEffect, useState } from 'preact/hooks';
import type * as Module from './extras/index.ts';

/** Files, quotes, reactions and emoji: fetched when the first of them is needed, as most visits never do. */
type Extras = typeof Module;

/** What is said, whether it is stored or on its way. */
export type Said = Partial<Message> & { text: string };

let loaded: Extras | undefined;

export async function loadExtras(): Promise<Extras> {
  loaded = await import('./extras/index.ts');
  return loaded;
}

/** Once they are here they are used everywhere. */
export function useExtras(wanted: boolean): Extras | undefined {
  const [, show] = useState(loaded);
  useEffect(() => {
    if (!wanted || loaded) return;
    // Without a connection there is nothing to show of them; the next message tries again.
    loadExtras().then(show, () => undefined);
  }, [wanted]);
  return loaded;
}

/** More than words. */
export function isSpecial({ attachments, replyTo, reactions, editedAt, deletedAt }: Said): boolean {
  return !!(attachments ?? replyTo ?? reactions ?? editedAt ?? deletedAt);
}

/** In one line. */
export function brief({ text, attachments }: Said): string {
  return text || (attachments?.[0]?.name ?? '');
}
