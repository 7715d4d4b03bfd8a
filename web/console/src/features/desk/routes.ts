import type { View } from './model/state.ts';
import { VIEWS } from './model/state.ts';
import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER_AND_AGENT } from '../../shared/routing.ts';

export const deskRoutes: readonly FeatureRoute[] = [
  {
    path: '/desk/:conversationId?',
    roles: OWNER_AND_AGENT,
    load: async () => (await import('./DeskPage.tsx')).DeskPage,
  },
];

export function toDesk(view?: View, conversationId?: string): string {
  const path = conversationId === undefined ? '/desk' : `/desk/${encodeURIComponent(conversationId)}`;
  return view === undefined || view === 'mine' ? path : `${path}?view=${view}`;
}

/** A conversation, at one of its messages. */
export function toMessage(conversationId: string, sequence?: number): string {
  const path = toDesk('all', conversationId);
  return sequence === undefined ? path : `${path}&at=${String(sequence)}`;
}

export function messageOf(search: URLSearchParams): number | undefined {
  const sequence = Number(search.get('at'));
  return Number.isInteger(sequence) && sequence > 0 ? sequence : undefined;
}

export function viewOf(search: URLSearchParams): View {
  const named = search.get('view');
  return VIEWS.find((view) => view === named) ?? 'mine';
}
