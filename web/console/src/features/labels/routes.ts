import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const labelRoutes: readonly FeatureRoute[] = [
  { path: '/labels', roles: OWNER, load: async () => (await import('./LabelsPage.tsx')).LabelsPage },
  {
    path: '/blocked-visitors',
    roles: OWNER,
    load: async () => (await import('./BlockedPage.tsx')).BlockedPage,
  },
];

export const toLabels = () => '/labels';
export const toBlocked = () => '/blocked-visitors';
