import { PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { SecretDialog } from '../../shared/ui/SecretDialog.tsx';
import type { Webhook } from './api.ts';
import { useWebhooks } from './api.ts';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookItem } from './WebhookItem.tsx';
import styles from './webhooks.module.css';

type Open =
  { kind: 'none' } | { kind: 'edit'; held: Webhook | undefined } | { kind: 'secret'; held: Webhook };

/** Where the business is told what happens. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const webhooks = useWebhooks();
  const [open, setOpen] = useState<Open>({ kind: 'none' });
  const close = () => {
    setOpen({ kind: 'none' });
  };
  const showSecret = (held: Webhook) => {
    setOpen({ kind: 'secret', held });
  };
  const add = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden="true" />}
      onClick={() => {
        setOpen({ kind: 'edit', held: undefined });
      }}
    >
      {t('add')}
    </Button>
  );
  return (
    <Page configuration title={t('title')} description={t('description')} actions={add}>
      <Card>
        {webhooks.isPending ? <Skeleton active paragraph={{ rows: 4 }} /> : null}
        {webhooks.isError ? (
          <LoadError error={webhooks.error} onRetry={() => void webhooks.refetch()} />
        ) : null}
        {webhooks.data?.length === 0 ? <Notice title={t('emptyTitle')} text={t('empty')} /> : null}
        <ul className={styles['list']} aria-label={t('list')}>
          {webhooks.data?.map((held) => (
            <WebhookItem
              key={held.id}
              webhook={held}
              onEdit={() => {
                setOpen({ kind: 'edit', held });
              }}
              onSecret={showSecret}
            />
          ))}
        </ul>
      </Card>
      {open.kind === 'edit' ? (
        <WebhookDialog
          held={open.held}
          onClose={close}
          onSaved={(saved) => {
            if (saved.secret === undefined) close();
            else showSecret(saved);
          }}
        />
      ) : null}
      {open.kind === 'secret' && open.held.secret !== undefined ? (
        <SecretDialog
          title={t('secretTitle', { name: open.held.name })}
          label={t('secret')}
          secret={open.held.secret}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}
