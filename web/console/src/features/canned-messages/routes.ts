import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const LIST = '/settings/canned-messages';

export const cannedRoutes: readonly FeatureRoute[] = [
  { path: LIST, roles: OWNER, load: async () => (await import('./CannedPage.tsx')).CannedPage },
];

export const toCannedMessages = () => LIST;
