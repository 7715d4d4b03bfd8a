import {
  DeleteOutlined,
  DownloadOutlined,
  EditOutlined,
  MoreOutlined,
  PlusOutlined,
  SearchOutlined,
  UploadOutlined,
} from '@ant-design/icons';
import { App, Button, Checkbox, Dropdown, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedMessage } from '../../shared/api/canned.ts';
import { CANNED_MOST, useCannedMessages } from '../../shared/api/canned.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { folded } from '../../shared/lib/text.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { useDepartmentNames, useExportCanned } from './api.ts';
import styles from './canned.module.css';
import { CannedDialog } from './CannedDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { useDeletion } from './useDeletion.ts';

type Open =
  { kind: 'none' } | { kind: 'new' } | { kind: 'import' } | { kind: 'edit'; message: CannedMessage };

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export function CannedPage() {
  const { t } = useTranslation('canned');
  const { message } = App.useApp();
  const errorText = useErrorText();
  const messages = useCannedMessages();
  const exported = useExportCanned();
  const remove = useDeletion();
  const [search, setSearch] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open>({ kind: 'none' });

  const all = messages.data ?? [];
  const wanted = folded(search);
  const shown = all.filter((one) => folded(`${one.name} ${one.content}`).includes(wanted));
  // Only what can be seen is deleted: a search never leaves something ticked out of sight.
  const chosen = shown.filter((one) => ticked.has(one.id));
  const full = all.length >= CANNED_MOST;

  const close = () => {
    setOpen({ kind: 'none' });
  };
  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  };
  const drop = (gone: readonly CannedMessage[]) => {
    tick(
      gone.map((one) => one.id),
      false,
    );
    void remove(gone);
  };
  const save = () => {
    exported.mutate(undefined, {
      onSuccess: (file) => {
        saveFile(file, 'canned-messages.csv');
      },
      onError: (error) => {
        void message.error(errorText.of(error));
      },
    });
  };

  const add = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden="true" />}
      disabled={full}
      title={full ? t('full', { most: CANNED_MOST }) : ''}
      onClick={() => {
        setOpen({ kind: 'new' });
      }}
    >
      {t('add')}
    </Button>
  );
  return (
    <Page
      configuration
      title={t('title')}
      description={t('description')}
      actions={all.length > 0 ? add : undefined}
    >
      <Card>
        {messages.isPending ? <Skeleton active paragraph={{ rows: 7 }} /> : null}
        {messages.isError && messages.data === undefined ? (
          <LoadError error={messages.error} onRetry={() => void messages.refetch()} />
        ) : null}
        {messages.data?.length === 0 ? (
          <Notice
            title={t('emptyTitle')}
            text={t('empty')}
            action={
              <div className={styles['first']}>
                <Button
                  type="primary"
                  icon={<PlusOutlined aria-hidden="true" />}
                  onClick={() => {
                    setOpen({ kind: 'new' });
                  }}
                >
                  {t('addFirst')}
                </Button>
                <Button
                  icon={<UploadOutlined aria-hidden="true" />}
                  onClick={() => {
                    setOpen({ kind: 'import' });
                  }}
                >
                  {t('import')}
                </Button>
              </div>
            }
          />
        ) : null}
        {all.length > 0 ? (
          <>
            <div className={styles['tools']}>
              <Checkbox
                checked={shown.length > 0 && chosen.length === shown.length}
                indeterminate={chosen.length > 0 && chosen.length < shown.length}
                disabled={shown.length === 0}
                aria-label={t('selectAll')}
                onChange={(event) => {
                  tick(
                    shown.map((one) => one.id),
                    event.target.checked,
                  );
                }}
              />
              <Input
                allowClear
                className={styles['search'] ?? ''}
                prefix={<SearchOutlined aria-hidden="true" />}
                placeholder={t('search')}
                aria-label={t('search')}
                value={search}
                onChange={(event) => {
                  setSearch(event.target.value);
                }}
              />
              <output className={styles['count']} aria-live="polite">
                {chosen.length > 0
                  ? t('selected', { count: chosen.length })
                  : t('count', { count: shown.length })}
              </output>
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    {
                      key: 'delete',
                      danger: true,
                      icon: <DeleteOutlined aria-hidden="true" />,
                      disabled: chosen.length === 0,
                      label: t('deleteSelected'),
                      onClick: () => {
                        drop(chosen);
                      },
                    },
                    { type: 'divider' },
                    {
                      key: 'export',
                      icon: <DownloadOutlined aria-hidden="true" />,
                      label: t('export'),
                      onClick: save,
                    },
                    {
                      key: 'import',
                      icon: <UploadOutlined aria-hidden="true" />,
                      label: t('import'),
                      onClick: () => {
                        setOpen({ kind: 'import' });
                      },
                    },
                  ],
                }}
              >
                <Button type="text" icon={<MoreOutlined aria-hidden="true" />} aria-label={t('more')} />
              </Dropdown>
            </div>
            {shown.length === 0 ? <p role="status">{t('nothingFound')}</p> : null}
            <ul className={styles['list']} aria-label={t('list')}>
              {shown.map((one) => (
                <CannedRow
                  key={one.id}
                  message={one}
                  ticked={ticked.has(one.id)}
                  onTick={(on) => {
                    tick([one.id], on);
                  }}
                  onEdit={() => {
                    setOpen({ kind: 'edit', message: one });
                  }}
                  onDelete={() => {
                    drop([one]);
                  }}
                />
              ))}
            </ul>
          </>
        ) : null}
      </Card>
      {open.kind === 'new' ? <CannedDialog message={undefined} onClose={close} /> : null}
      {open.kind === 'edit' ? (
        <CannedDialog key={open.message.id} message={open.message} onClose={close} />
      ) : null}
      {open.kind === 'import' ? <ImportDialog onClose={close} /> : null}
    </Page>
  );
}

interface CannedRowProps {
  message: CannedMessage;
  ticked: boolean;
  onTick: (on: boolean) => void;
  onEdit: () => void;
  onDelete: () => void;
}

function CannedRow({ message, ticked, onTick, onEdit, onDelete }: CannedRowProps) {
  const { t } = useTranslation('canned');
  const departments = useDepartmentNames();
  const { name } = message;
  const scope = message.departmentIds.map(
    (id) =>
      departments.data?.find((one) => one.id === id)?.name ??
      (departments.data ? t('formerDepartment') : '…'),
  );
  return (
    <li data-ticked={ticked}>
      <Checkbox
        checked={ticked}
        aria-label={t('select', { name })}
        onChange={(event) => {
          onTick(event.target.checked);
        }}
      />
      <button type="button" className={styles['text']} onClick={onEdit}>
        <strong dir="auto">{name}</strong>
        <span dir="auto">{message.content}</span>
        {scope.length > 0 ? <small>{scope.join(', ')}</small> : null}
      </button>
      <span className={styles['actions']}>
        <Button
          type="text"
          icon={<EditOutlined aria-hidden="true" />}
          aria-label={t('edit', { name })}
          onClick={onEdit}
        />
        <Button
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={t('remove', { name })}
          onClick={onDelete}
        />
      </span>
    </li>
  );
}
