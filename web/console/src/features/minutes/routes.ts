import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const minutesRoutes: readonly FeatureRoute[] = [
  { path: '/minutes', roles: OWNER, load: async () => (await import('./MinutesPage.tsx')).MinutesPage },
];

export const toMinutes = () => '/minutes';
