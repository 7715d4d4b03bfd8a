import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

export const staffRoutes: readonly FeatureRoute[] = [
  { path: '/staff', roles: OWNER, load: async () => (await import('./StaffPage.tsx')).StaffPage },
];

export const toStaff = () => '/staff';
