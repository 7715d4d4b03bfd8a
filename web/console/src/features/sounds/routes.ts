import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const PATH = '/settings/sounds';

export const soundRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER, load: async () => (await import('./SoundsPage.tsx')).SoundsPage },
];

export const toSounds = () => PATH;
