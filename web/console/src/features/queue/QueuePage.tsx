import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fullTime, relativeTime } from '../../shared/lib/time.ts';
import { useNow } from '../../shared/lib/useNow.ts';
import { useMe } from '../../shared/session/me.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { QueueAction, Waiting } from './api.ts';
import { useQueue, useQueueAction } from './api.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { queueVi } from './locale.ts';
import styles from './queue.module.css';

type Reason = keyof typeof queueVi.reasons;

function reasonOf(told: string): Reason {
  return Object.hasOwn(queueVi.reasons, told) ? (told as Reason) : 'other';
}

/** Who waits, since when and why; and what can be done about it. */
export function QueuePage() {
  const { t } = useTranslation('queue');
  const { message } = App.useApp();
  const errorText = useErrorText();
  const language = useLanguage();
  const me = useMe();
  const now = useNow(10_000);
  const queue = useQueue();
  const action = useQueueAction();
  const [assigning, setAssigning] = useState<Waiting>();
  const owner = me.roles.includes('owner');
  const busy = (one: Waiting) => action.isPending && action.variables.conversationId === one.conversationId;

  const act = (what: QueueAction, done: string) => {
    action.mutate(what, {
      onSuccess: () => {
        setAssigning(undefined);
        void message.success(done);
      },
      onError: (error) => void message.error(errorText.of(error)),
    });
  };

  const row = (one: Waiting) => {
    const { conversationId, visitorName: visitor } = one;
    return (
      <li key={conversationId}>
        <div className={styles['who']}>
          <strong>{visitor}</strong>
          <span>{t('place', { position: one.position, department: one.departmentName })}</span>
          {one.preview === '' ? null : <q>{one.preview}</q>}
        </div>
        <div className={styles['why']}>
          <Pill tone={one.reason === 'outside-hours' ? 'calm' : 'warn'}>
            {t(`reasons.${reasonOf(one.reason)}`)}
          </Pill>
          <time dateTime={one.openedAt} title={fullTime(one.openedAt)}>
            {t('since', { time: relativeTime(one.openedAt, now, language) })}
          </time>
        </div>
        <div className={styles['actions']}>
          <Button
            type="primary"
            loading={busy(one)}
            aria-label={t('takeOf', { visitor })}
            onClick={() => {
              act({ kind: 'take', conversationId }, t('taken', { visitor }));
            }}
          >
            {t('take')}
          </Button>
          {owner ? (
            <>
              <Button
                disabled={busy(one)}
                aria-label={t('routeAgainOf', { visitor })}
                onClick={() => {
                  act({ kind: 'route-again', conversationId }, t('routed', { visitor }));
                }}
              >
                {t('routeAgain')}
              </Button>
              <Button
                disabled={busy(one)}
                aria-label={t('assignOf', { visitor })}
                onClick={() => {
                  setAssigning(one);
                }}
              >
                {t('assign')}
              </Button>
            </>
          ) : null}
        </div>
      </li>
    );
  };

  return (
    <Page title={t('title')} description={t('description')}>
      <Card>
        {queue.isPending ? <Skeleton active paragraph={{ rows: 5 }} /> : null}
        {queue.isError && !queue.data ? (
          <LoadError error={queue.error} onRetry={() => void queue.refetch()} />
        ) : null}
        {queue.data?.items.length === 0 ? <Notice title={t('emptyTitle')} text={t('empty')} /> : null}
        {queue.data && queue.data.items.length > 0 ? (
          <ol className={styles['queue']} aria-label={t('list')}>
            {queue.data.items.map(row)}
          </ol>
        ) : null}
      </Card>
      {assigning ? (
        <AssignDialog
          waiting={assigning}
          busy={action.isPending}
          onClose={() => {
            setAssigning(undefined);
          }}
          onAssign={(agent) => {
            const { conversationId, visitorName: visitor } = assigning;
            act(
              { kind: 'assign', conversationId, agentId: agent.id },
              t('assigned', { visitor, agent: agent.name }),
            );
          }}
        />
      ) : null}
    </Page>
  );
}
