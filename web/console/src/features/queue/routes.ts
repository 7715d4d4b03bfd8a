import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER_AND_AGENT } from '../../shared/routing.ts';

const PATH = '/queue';

export const queueRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER_AND_AGENT, load: async () => (await import('./QueuePage.tsx')).QueuePage },
];

export const toQueue = () => PATH;
