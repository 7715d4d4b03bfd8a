import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const PATH = '/settings/window';

export const windowRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER, load: async () => (await import('./WindowPage.tsx')).WindowPage },
];

export const toWindow = () => PATH;
