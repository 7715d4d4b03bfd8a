import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const PATH = '/settings/interaction-buttons';

export const interactionRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER, load: async () => (await import('./InteractionPage.tsx')).InteractionPage },
];

export const toInteraction = () => PATH;
