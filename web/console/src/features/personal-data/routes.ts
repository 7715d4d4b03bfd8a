import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const personalDataRoutes: readonly FeatureRoute[] = [
  {
    path: '/settings/retention',
    roles: OWNER,
    load: async () => (await import('./PersonalDataPage.tsx')).PersonalDataPage,
  },
];

export const toPersonalData = () => '/settings/retention';
