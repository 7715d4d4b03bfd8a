import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useStaff } from '../../shared/api/staff.ts';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration } from '../../shared/lib/time.ts';
import { Avatar } from '../../shared/ui/Avatar.tsx';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Department } from './api/departments.ts';
import { useDepartments } from './api/departments.ts';
import { DeleteDialog } from './components/DeleteDialog.tsx';
import styles from './departments.module.css';
import { toDepartment, toNewDepartment } from './routes.ts';

const FACES = 5;

export function DepartmentsPage() {
  const { t } = useTranslation(['departments', 'common']);
  const navigate = useNavigate();
  const departments = useDepartments();
  const [leaving, setLeaving] = useState<Department>();
  const add = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden="true" />}
      onClick={() => void navigate(toNewDepartment())}
    >
      {t('add')}
    </Button>
  );
  return (
    <Page configuration title={t('title')} description={t('description')} actions={add}>
      {departments.isPending ? (
        <Card>
          <Skeleton active avatar paragraph={{ rows: 5 }} />
        </Card>
      ) : null}
      {departments.isError ? (
        <Card>
          <LoadError error={departments.error} onRetry={() => void departments.refetch()} />
        </Card>
      ) : null}
      {departments.data?.length === 0 ? (
        <Card>
          <Notice title={t('emptyTitle')} text={t('empty')} />
        </Card>
      ) : null}
      <ul className={styles['list']}>
        {departments.data?.map((department) => (
          <DepartmentItem
            key={department.id}
            department={department}
            onDelete={() => {
              setLeaving(department);
            }}
          />
        ))}
      </ul>
      {leaving ? (
        <DeleteDialog
          department={leaving}
          others={departments.data?.filter((one) => one.id !== leaving.id) ?? []}
          onClose={() => {
            setLeaving(undefined);
          }}
        />
      ) : null}
    </Page>
  );
}

function DepartmentItem({ department, onDelete }: { department: Department; onDelete: () => void }) {
  const { t } = useTranslation(['departments', 'common']);
  const language = useLanguage();
  const navigate = useNavigate();
  const staff = useStaff();
  const people = department.agentIds.flatMap((id) => staff.data?.find((one) => one.id === id) ?? []);
  const total = duration(department.totalSeconds, language);
  const passOn = duration(department.passOnSeconds, language);
  const { name } = department;
  return (
    <li className={styles['item']}>
      <div className={styles['about']}>
        <h2>
          {department.pictureUrl === undefined ? null : (
            <Avatar id={department.id} name={name} url={department.pictureUrl} size={32} />
          )}
          <Link to={toDepartment(department.id)}>{name}</Link>
          {department.default ? <Pill tone="good">{t('default')}</Pill> : null}
        </h2>
        <p>
          {t(`modes.${department.allocationMode}.name`)} ·{' '}
          {department.allocationMode === 'all' ? t('timingAll', { total }) : t('timing', { passOn, total })}
        </p>
      </div>
      <div className={styles['people']}>
        <span className={styles['faces']} aria-hidden="true">
          {people.slice(0, FACES).map((person) => (
            <Avatar key={person.id} id={person.id} name={person.name} url={person.avatarUrl} size={30} />
          ))}
        </span>
        <span>{t('agents', { count: department.agentIds.length })}</span>
      </div>
      <div className={styles['actions']}>
        <Button
          type="text"
          icon={<EditOutlined aria-hidden="true" />}
          aria-label={t('edit', { name })}
          onClick={() => void navigate(toDepartment(department.id))}
        />
        <Button
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={t('remove', { name })}
          onClick={onDelete}
        />
      </div>
    </li>
  );
}
