import { EditOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../shared/api/staff.ts';
import { useStaff } from '../../shared/api/staff.ts';
import { folded } from '../../shared/lib/text.ts';
import { useMe } from '../../shared/session/me.ts';
import { Avatar } from '../../shared/ui/Avatar.tsx';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import { EditPerson } from './components/EditPerson.tsx';
import { NewPersonDialog } from './components/NewPersonDialog.tsx';
import styles from './staff.module.css';

type Open = { kind: 'none' } | { kind: 'new' } | { kind: 'edit'; person: StaffMember };

export function StaffPage() {
  const { t } = useTranslation(['staff', 'common']);
  const me = useMe();
  const staff = useStaff();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const wanted = folded(search);
  const shown = staff.data?.filter((one) => folded(`${one.name} ${one.email}`).includes(wanted)) ?? [];
  const close = () => {
    setOpen({ kind: 'none' });
  };
  const add = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden="true" />}
      onClick={() => {
        setOpen({ kind: 'new' });
      }}
    >
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} description={t('description')} actions={add}>
      <Card>
        {staff.isPending ? <Skeleton active avatar paragraph={{ rows: 6 }} /> : null}
        {staff.isError ? <LoadError error={staff.error} onRetry={() => void staff.refetch()} /> : null}
        {staff.data?.length === 0 ? <Notice title={t('emptyTitle')} text={t('empty')} /> : null}
        {staff.data && staff.data.length > 0 ? (
          <>
            <Input
              className={styles['search'] ?? ''}
              allowClear
              prefix={<SearchOutlined aria-hidden="true" />}
              placeholder={t('search')}
              aria-label={t('search')}
              value={search}
              onChange={(event) => {
                setSearch(event.target.value);
              }}
            />
            {shown.length === 0 ? <p role="status">{t('nothingFound')}</p> : null}
            <ul className={styles['people']}>
              {shown.map((person) => (
                <li key={person.id} data-active={person.active}>
                  <Avatar id={person.id} name={person.name} url={person.avatarUrl} size={40} />
                  <span className={styles['who']}>
                    <strong>
                      {person.name}
                      {person.id === me.id ? <em> ({t('you')})</em> : null}
                    </strong>
                    <span>{person.email}</span>
                  </span>
                  <span className={styles['tags']}>
                    <Pill tone={person.role === 'owner' ? 'warn' : 'calm'}>
                      {t(`role.${person.role}`, { ns: 'common' })}
                    </Pill>
                    {person.active && person.invited === true ? (
                      <Pill tone="warn">{t('invited')}</Pill>
                    ) : null}
                    {person.active ? null : <Pill tone="bad">{t('inactive')}</Pill>}
                  </span>
                  <Button
                    type="text"
                    icon={<EditOutlined aria-hidden="true" />}
                    aria-label={t('edit', { name: person.name })}
                    onClick={() => {
                      setOpen({ kind: 'edit', person });
                    }}
                  />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Card>
      {open.kind === 'new' ? <NewPersonDialog onClose={close} /> : null}
      {open.kind === 'edit' ? (
        <EditPerson person={open.person} self={open.person.id === me.id} onClose={close} />
      ) : null}
    </Page>
  );
}
