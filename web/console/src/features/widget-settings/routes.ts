import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const widgetRoutes: readonly FeatureRoute[] = [
  {
    path: '/settings/chat-window',
    roles: OWNER,
    load: async () => (await import('./WidgetSettingsPage.tsx')).WidgetSettingsPage,
  },
];

export const toChatWindow = () => '/settings/chat-window';
