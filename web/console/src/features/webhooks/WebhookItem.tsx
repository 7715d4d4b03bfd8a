import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fullTime } from '../../shared/lib/time.ts';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Webhook } from './api.ts';
import { deleteWebhook, logKey, rotateSecret, saveWebhook, sendTest, WEBHOOKS_KEY } from './api.ts';
import { DeliveryLog } from './DeliveryLog.tsx';
import styles from './webhooks.module.css';
import { useWebhookWords } from './words.ts';

const TONES = { active: 'good', paused: 'calm', disabled: 'bad' } as const;

interface WebhookItemProps {
  webhook: Webhook;
  onEdit: () => void;
  onSecret: (held: Webhook) => void;
}

export function WebhookItem({ webhook, onEdit, onSecret }: WebhookItemProps) {
  const { t } = useTranslation('webhooks');
  const words = useWebhookWords();
  const change = useChanges(webhook);
  const [asking, setAsking] = useState<'rotate' | 'remove'>();
  const [logged, setLogged] = useState(false);
  const { name, state } = webhook;
  const done = () => {
    setAsking(undefined);
  };
  return (
    <li data-testid="webhook">
      <div className={styles['about']}>
        <header>
          <h2>{name}</h2>
          <Pill tone={TONES[state]}>{t(`states.${state}`)}</Pill>
          {state === 'active' && webhook.failingSince !== undefined ? (
            <Pill tone="warn">{t('failing', { time: fullTime(webhook.failingSince) })}</Pill>
          ) : null}
        </header>
        <code>{webhook.url}</code>
        <div className={styles['events']}>
          {webhook.events.map((event) => (
            <Pill key={event}>{words.event(event)}</Pill>
          ))}
        </div>
        {webhook.formerSecretUntil === undefined ? null : (
          <p>{t('formerUntil', { time: fullTime(webhook.formerSecretUntil) })}</p>
        )}
      </div>
      <div className={styles['actions']} role="group" aria-label={t('more', { name })}>
        {state === 'active' ? (
          <Button
            loading={change.test.isPending}
            onClick={() => {
              change.test.mutate(undefined, {
                onSuccess: () => {
                  setLogged(true);
                },
              });
            }}
          >
            {t('test')}
          </Button>
        ) : (
          <Button
            type="primary"
            loading={change.turnOn.isPending}
            onClick={() => {
              change.turnOn.mutate();
            }}
          >
            {t('turnOn')}
          </Button>
        )}
        <Button
          aria-expanded={logged}
          onClick={() => {
            setLogged(!logged);
          }}
        >
          {t('openLog')}
        </Button>
        <Button aria-label={t('editNamed', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
        <Button
          onClick={() => {
            setAsking('rotate');
          }}
        >
          {t('rotate')}
        </Button>
        <Button
          danger
          onClick={() => {
            setAsking('remove');
          }}
        >
          {t('remove')}
        </Button>
      </div>
      {state === 'disabled' ? (
        <Alert
          className={styles['wide'] ?? ''}
          type="error"
          showIcon
          title={t(webhook.disabledBecause === 'gone' ? 'disabledGone' : 'disabledFailing', {
            time: fullTime(webhook.disabledAt ?? new Date()),
          })}
        />
      ) : null}
      {logged ? (
        <div className={styles['wide']}>
          <DeliveryLog webhook={webhook} />
        </div>
      ) : null}
      <ConfirmDialog
        open={asking === 'rotate'}
        title={t('rotateTitle', { name })}
        ok={t('rotate')}
        onCancel={done}
        onOk={async () => {
          const rotated = await change.rotate.mutateAsync().catch(() => undefined);
          if (rotated) onSecret(rotated);
        }}
      >
        {t('rotateBody')}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'remove'}
        danger
        title={t('removeTitle', { name })}
        ok={t('remove')}
        onCancel={done}
        onOk={async () => {
          await change.remove.mutateAsync().catch(() => undefined);
        }}
      >
        {t('removeBody')}
      </ConfirmDialog>
    </li>
  );
}

/** What can be done to a webhook; each says how it went and has the list read again. */
function useChanges(webhook: Webhook) {
  const { t } = useTranslation('webhooks');
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const outcome = {
    onError: (error: unknown) => {
      void message.error(errorText.of(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: WEBHOOKS_KEY }),
  };
  const said = (text: string) => () => {
    void message.success(text);
  };
  const { name, url, events } = webhook;
  return {
    test: useMutation({
      mutationFn: () => sendTest(http, webhook.id),
      ...outcome,
      onSuccess: () => {
        void message.success(t('tested'));
        void client.invalidateQueries({ queryKey: [logKey(webhook.id)] });
      },
    }),
    turnOn: useMutation({
      mutationFn: () => saveWebhook(http, webhook, { name, url, events: [...events], active: true }),
      ...outcome,
      onSuccess: said(t('saved', { name })),
    }),
    rotate: useMutation({ mutationFn: () => rotateSecret(http, webhook.id), ...outcome }),
    remove: useMutation({
      mutationFn: () => deleteWebhook(http, webhook),
      ...outcome,
      onSuccess: said(t('removed', { name })),
    }),
  };
}
