import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const reportRoutes: readonly FeatureRoute[] = [
  { path: '/reports', roles: OWNER, load: async () => (await import('./ReportsPage.tsx')).ReportsPage },
];

export const toReports = () => '/reports';
