import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const PATH = '/settings/integration';

export const integrationRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER, load: async () => (await import('./IntegrationPage.tsx')).IntegrationPage },
];

export const toIntegration = () => PATH;
