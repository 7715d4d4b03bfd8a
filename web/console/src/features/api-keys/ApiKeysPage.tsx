import { PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { SecretDialog } from '../../shared/ui/SecretDialog.tsx';
import type { ApiKey } from './api.ts';
import { KEYS_KEY, revokeKey, useApiKeys } from './api.ts';
import { KeyTable } from './KeyTable.tsx';
import { NewKeyDialog } from './NewKeyDialog.tsx';

type Open =
  { kind: 'none' } | { kind: 'new' } | { kind: 'made'; key: ApiKey } | { kind: 'revoke'; key: ApiKey };

/** Keys of programs: made, shown once, revoked. */
export function ApiKeysPage() {
  const { t } = useTranslation('apiKeys');
  const keys = useApiKeys();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
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
    <Page configuration title={t('title')} description={t('description')} actions={add}>
      <Card>
        {keys.isPending ? <Skeleton active paragraph={{ rows: 4 }} /> : null}
        {keys.isError ? <LoadError error={keys.error} onRetry={() => void keys.refetch()} /> : null}
        {keys.data?.length === 0 ? <Notice title={t('emptyTitle')} text={t('empty')} /> : null}
        {keys.data && keys.data.length > 0 ? (
          <KeyTable
            keys={keys.data}
            onRevoke={(key) => {
              setOpen({ kind: 'revoke', key });
            }}
          />
        ) : null}
      </Card>
      {open.kind === 'new' ? (
        <NewKeyDialog
          onClose={close}
          onMade={(key) => {
            setOpen({ kind: 'made', key });
          }}
        />
      ) : null}
      {open.kind === 'made' && open.key.key !== undefined ? (
        <SecretDialog
          title={t('made', { name: open.key.name })}
          label={t('secret')}
          secret={open.key.key}
          onClose={close}
        />
      ) : null}
      {open.kind === 'revoke' ? <Revoke apiKey={open.key} onClose={close} /> : null}
    </Page>
  );
}

function Revoke({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation('apiKeys');
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const revoke = useMutation({
    mutationFn: () => revokeKey(http, apiKey.id),
    onSuccess: () => {
      void message.success(t('revokedNow', { name: apiKey.name }));
    },
    onError: (error) => {
      void message.error(errorText.of(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEYS_KEY }),
  });
  return (
    <ConfirmDialog
      open
      danger
      title={t('revokeTitle', { name: apiKey.name })}
      ok={t('revoke')}
      onCancel={onClose}
      onOk={async () => {
        await revoke.mutateAsync().catch(() => undefined);
      }}
    >
      {t('revokeBody')}
    </ConfirmDialog>
  );
}
