import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const PATH = '/settings/links';

export const linkRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER, load: async () => (await import('./LinksPage.tsx')).LinksPage },
];

export const toLinks = () => PATH;
