import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const PATH = '/settings/webhooks';

export const webhookRoutes: readonly FeatureRoute[] = [
  { path: PATH, roles: OWNER, load: async () => (await import('./WebhooksPage.tsx')).WebhooksPage },
];

export const toWebhooks = () => PATH;
