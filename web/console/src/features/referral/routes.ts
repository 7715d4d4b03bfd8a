import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const referralRoutes: readonly FeatureRoute[] = [
  { path: '/referral', roles: OWNER, load: async () => (await import('./ReferralPage.tsx')).ReferralPage },
];

export const toReferral = () => '/referral';
