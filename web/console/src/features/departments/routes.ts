import type { FeatureRoute } from '../../shared/routing.ts';
import { OWNER } from '../../shared/routing.ts';

const LIST = '/settings/departments';

export const departmentRoutes: readonly FeatureRoute[] = [
  { path: LIST, roles: OWNER, load: async () => (await import('./DepartmentsPage.tsx')).DepartmentsPage },
  {
    path: `${LIST}/:departmentId`,
    roles: OWNER,
    load: async () => (await import('./DepartmentPage.tsx')).DepartmentPage,
  },
];

export const toDepartments = () => LIST;
export const toDepartment = (id: string) => `${LIST}/${encodeURIComponent(id)}`;
export const NEW = 'new';
export const toNewDepartment = () => toDepartment(NEW);
