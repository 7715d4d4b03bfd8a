import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const PATH = '/settings/api-keys';

export const apiKeyRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER, load: async () => (await import('./ApiKeysPage.tsx')).ApiKeysPage },
];

export const toApiKeys = () => PATH;
