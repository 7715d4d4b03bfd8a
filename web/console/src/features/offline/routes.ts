import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const offlineRoutes: readonly FeatureRoute[] = [
  {
    path: '/settings/offline',
    roles: OWNER,
    load: async () => (await import('./OfflinePage.tsx')).OfflinePage,
  },
];

export const toOffline = () => '/settings/offline';
