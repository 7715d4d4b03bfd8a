import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useStaff } from '../../shared/api/staff.ts';
import { useMe } from '../../shared/session/me.ts';
import { LoadError } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import type { DepartmentFields } from './api/departments.ts';
import { useDepartment, useDepartments } from './api/departments.ts';
import { DepartmentForm } from './components/DepartmentForm.tsx';
import { NEW } from './routes.ts';

const FRESH: DepartmentFields = {
  name: '',
  allocationMode: 'sequential',
  passOnSeconds: 20,
  totalSeconds: 300,
  agentIds: [],
  default: false,
  preferPreviousAgent: false,
};

export function DepartmentPage() {
  const { t } = useTranslation('departments');
  const me = useMe();
  const { departmentId } = useParams();
  const id = departmentId === NEW ? undefined : departmentId;
  const department = useDepartment(id);
  const departments = useDepartments();
  const staff = useStaff();
  const failed = [department, departments, staff].find((query) => query.isError && !query.data);
  const ready = staff.data && departments.data && (id === undefined || department.data);
  return (
    <Page configuration title={id === undefined ? t('newTitle') : t('editTitle')}>
      {failed ? (
        <Card>
          <LoadError error={failed.error} onRetry={() => void failed.refetch()} />
        </Card>
      ) : null}
      {!failed && !ready ? (
        <Card>
          <Skeleton active paragraph={{ rows: 8 }} />
        </Card>
      ) : null}
      {ready ? (
        <DepartmentForm
          key={id ?? NEW}
          id={id}
          initial={department.data?.value ?? { ...FRESH, default: departments.data?.length === 0 }}
          initialEtag={department.data?.etag}
          staff={staff.data ?? []}
          zone={me.tenant.timeZone}
        />
      ) : null}
    </Page>
  );
}
