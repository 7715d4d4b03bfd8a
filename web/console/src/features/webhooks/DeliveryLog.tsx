import { ReloadOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { ChoiceFilter, FilterBar } from '../../shared/history/filters.tsx';
import { NoRows } from '../../shared/history/NoRows.tsx';
import { PagedCard } from '../../shared/history/PagedCard.tsx';
import { RecordTable } from '../../shared/history/RecordTable.tsx';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fullTime } from '../../shared/lib/time.ts';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Delivery, LogFilter, Webhook } from './api.ts';
import { EVENTS, logKey, replay, STATES, useDeliveries } from './api.ts';
import styles from './webhooks.module.css';
import { useWebhookWords } from './words.ts';

const TONES = { waiting: 'warn', delivered: 'good', failed: 'bad' } as const;

/** What was sent to a webhook and how it went; each can be sent again. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const words = useWebhookWords();
  const [filter, setFilter] = useState<LogFilter>({});
  const deliveries = useDeliveries(webhook.id, filter);
  const again = useReplay(webhook.id);
  return (
    <section aria-label={t('log', { name: webhook.name })}>
      <p>{t('logHelp')}</p>
      <FilterBar label={t('filter')}>
        <ChoiceFilter
          label={t('state')}
          any={t('anyState')}
          value={filter.state}
          options={STATES.map((value) => ({ value, label: t(`deliveryStates.${value}`) }))}
          onChange={(state) => {
            setFilter({ ...filter, state });
          }}
        />
        <ChoiceFilter
          label={t('events')}
          any={t('anyEvent')}
          value={filter.type}
          options={[...EVENTS, 'test'].map((value) => ({ value, label: words.event(value) }))}
          onChange={(type) => {
            setFilter({ ...filter, type });
          }}
        />
        <Button
          icon={<ReloadOutlined aria-hidden="true" />}
          loading={deliveries.isRefetching}
          onClick={() => void deliveries.refetch()}
        >
          {t('refresh')}
        </Button>
      </FilterBar>
      <PagedCard
        pages={deliveries}
        none={
          <NoRows
            filtered={filter.state !== undefined || filter.type !== undefined}
            onClear={() => {
              setFilter({});
            }}
            title={t('logEmptyTitle')}
            text={t('logEmpty')}
            noMatchTitle={t('noMatchTitle')}
          />
        }
      >
        {(rows) => (
          <RecordTable
            label={t('log', { name: webhook.name })}
            head={
              <>
                <th scope="col">{t('at')}</th>
                <th scope="col">{t('events')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('attempts')}</th>
                <th scope="col">{t('answer')}</th>
                <th scope="col">{t('replay')}</th>
              </>
            }
          >
            {rows.map((row) => (
              <tr key={row.id} data-testid="delivery">
                <td data-label={t('at')}>
                  <time dateTime={row.occurredAt}>{fullTime(row.occurredAt)}</time>
                </td>
                <td data-label={t('events')}>{words.event(row.type)}</td>
                <td data-label={t('state')}>
                  <Pill tone={TONES[row.state]}>{t(`deliveryStates.${row.state}`)}</Pill>
                </td>
                <td data-label={t('attempts')}>{row.attempts}</td>
                <td data-label={t('answer')}>
                  <Answer delivery={row} />
                </td>
                <td data-label={t('replay')}>
                  <Button
                    size="small"
                    disabled={row.state === 'waiting' || webhook.state !== 'active'}
                    loading={again.isPending && again.variables === row.id}
                    onClick={() => {
                      again.mutate(row.id);
                    }}
                  >
                    {t('replay')}
                  </Button>
                </td>
              </tr>
            ))}
          </RecordTable>
        )}
      </PagedCard>
    </section>
  );
}

function Answer({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('webhooks');
  const words = useWebhookWords();
  const { status, failure, answer, durationMilliseconds: millis = 0, nextAttemptAt, attempts } = delivery;
  return (
    <>
      {status === undefined ? null : t('answerOf', { status, millis })}
      {failure === undefined ? null : words.failure(failure)}
      {answer === undefined || answer === '' ? null : <code className={styles['answer']}>{answer}</code>}
      {nextAttemptAt === undefined || attempts === 0 ? null : (
        <small className={styles['answer']}>{t('next', { time: fullTime(nextAttemptAt) })}</small>
      )}
    </>
  );
}

function useReplay(webhookId: string) {
  const { t } = useTranslation('webhooks');
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (deliveryId: string) => replay(http, webhookId, deliveryId),
    onSuccess: () => {
      void message.success(t('replayed'));
    },
    onError: (error) => {
      void message.error(errorText.of(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: [logKey(webhookId)] }),
  });
}
