import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const channelRoutes: readonly FeatureRoute[] = [
  {
    path: '/settings/channels',
    roles: OWNER,
    load: async () => (await import('./ChannelsPage.tsx')).ChannelsPage,
  },
];

export const toChannels = () => '/settings/channels';
