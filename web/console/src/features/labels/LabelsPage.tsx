import { DeleteOutlined } from '@ant-design/icons';
import { codeOf } from '@dakenh/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, ColorPicker, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import type { Label } from './api.ts';
import { changeLabel, createLabel, deleteLabel, LABELS_KEY, useLabels } from './api.ts';
import styles from './labels.module.css';

const FIRST_COLOR = '#1668dc';

/** The labels agents may put on conversations. */
export function LabelsPage() {
  const { t } = useTranslation('labels');
  const labels = useLabels();
  return (
    <Page title={t('title')} description={t('description')}>
      <Card>
        <NewLabel />
        {labels.isPending ? <Skeleton active paragraph={{ rows: 3 }} /> : null}
        {labels.isError ? <LoadError error={labels.error} onRetry={() => void labels.refetch()} /> : null}
        {labels.data?.length === 0 ? <Notice title={t('emptyTitle')} text={t('empty')} /> : null}
        <ul className={styles['labels']}>
          {labels.data?.map((label) => (
            <LabelRow key={`${label.id} ${String(label.version)}`} label={label} />
          ))}
        </ul>
      </Card>
    </Page>
  );
}

/** What every change does when it is over. */
function useOutcome() {
  const { t } = useTranslation('labels');
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return {
    onError: (error: unknown) => {
      const stale = codeOf(error) === 'etag-mismatch';
      void message.error(stale ? t('stale') : errorText.of(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: LABELS_KEY }),
  };
}

function NewLabel() {
  const { t } = useTranslation('labels');
  const http = useHttp();
  const outcome = useOutcome();
  const [name, setName] = useState('');
  const [color, setColor] = useState(FIRST_COLOR);
  const create = useMutation({
    mutationFn: () => createLabel(http, { name: name.trim(), color }),
    onSuccess: () => {
      setName('');
    },
    ...outcome,
  });
  return (
    <form
      className={styles['row']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') create.mutate();
      }}
    >
      <ColorPicker
        value={color}
        disabledAlpha
        onChangeComplete={(next) => {
          setColor(next.toHexString());
        }}
      />
      <Input
        value={name}
        maxLength={40}
        placeholder={t('name')}
        aria-label={t('name')}
        onChange={(event) => {
          setName(event.target.value);
        }}
        data-testid="new-label"
      />
      <Button type="primary" htmlType="submit" loading={create.isPending} disabled={name.trim() === ''}>
        {t('add')}
      </Button>
    </form>
  );
}

function LabelRow({ label }: { label: Label }) {
  const { t } = useTranslation('labels');
  const http = useHttp();
  const outcome = useOutcome();
  const [name, setName] = useState(label.name);
  const [color, setColor] = useState(label.color);
  const [asking, setAsking] = useState(false);
  const save = useMutation({
    mutationFn: () => changeLabel(http, label, { name: name.trim(), color }),
    ...outcome,
  });
  const remove = useMutation({ mutationFn: () => deleteLabel(http, label), ...outcome });
  const changed = name.trim() !== label.name || color !== label.color;
  return (
    <li data-testid="label-row">
      <form
        className={styles['row']}
        onSubmit={(event) => {
          event.preventDefault();
          if (changed && name.trim() !== '') save.mutate();
        }}
      >
        <ColorPicker
          value={color}
          disabledAlpha
          onChangeComplete={(next) => {
            setColor(next.toHexString());
          }}
        />
        <Input
          value={name}
          maxLength={40}
          aria-label={t('edit', { name: label.name })}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <Button htmlType="submit" loading={save.isPending} disabled={!changed || name.trim() === ''}>
          {t('save')}
        </Button>
        <Button
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={t('remove', { name: label.name })}
          onClick={() => {
            setAsking(true);
          }}
        />
      </form>
      <ConfirmDialog
        open={asking}
        danger
        title={t('removeTitle', { name: label.name })}
        ok={t('removeOk')}
        onCancel={() => {
          setAsking(false);
        }}
        onOk={async () => {
          await remove.mutateAsync().catch(() => undefined);
        }}
      >
        {t('removeBody')}
      </ConfirmDialog>
    </li>
  );
}
