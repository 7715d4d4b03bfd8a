import { fields, list } from '../shared/read.ts';

const STATES = ['online', 'busy', 'away', 'offline'] as const;
export type Presence = (typeof STATES)[number];

/** Who of those a visitor may choose is there; null where the server does not say. */
export type Presences = () => Promise<Record<string, Presence> | null>;

export function createPresences(widgetKey: string): Presences {
  return async () => {
    const url = `/api/livetalk/v1/public/widgets/${encodeURIComponent(widgetKey)}/agents`;
    const response = await fetch(url, { credentials: 'omit' });
    if (!response.ok) return null;
    const found: Record<string, Presence> = {};
    for (const { id, state } of list(fields(await response.json())['items'])) {
      const known = STATES.find((one) => one === state);
      if (typeof id === 'string' && known) found[id] = known;
    }
    return found;
  };
}
