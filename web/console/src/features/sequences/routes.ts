import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const PATH = '/settings/sequences';

export const sequenceRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER, load: async () => (await import('./SequencesPage.tsx')).SequencesPage },
];

export const toSequences = () => PATH;
