import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration, fullTime } from '../../shared/lib/time.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card } from '../../shared/ui/Page.tsx';
import type { LedgerEntry } from './api.ts';
import { useLedgerEntries } from './api.ts';
import { minutesVi } from './locale.ts';
import styles from './minutes.module.css';

type Cause = keyof typeof minutesVi.causes;

function isCause(cause: string): cause is Cause {
  return Object.hasOwn(minutesVi.causes, cause);
}

/** Every movement of the ledger on the two buckets. */
export function Movements() {
  return (
    <Card>
      <Entries />
    </Card>
  );
}

function Entries() {
  const { t } = useTranslation(['minutes', 'common']);
  const language = useLanguage();
  const ledger = useLedgerEntries();
  const entries = ledger.data?.pages.flatMap((page) => page.items) ?? [];
  if (ledger.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (ledger.isError && !ledger.data)
    return <LoadError error={ledger.error} onRetry={() => void ledger.refetch()} />;
  if (entries.length === 0) return <Notice title={t('historyEmptyTitle')} text={t('historyEmpty')} />;
  const signed = (entry: LedgerEntry) =>
    `${entry.seconds < 0 ? '−' : '+'}${duration(Math.abs(entry.seconds), language)}`;
  return (
    <>
      <table className={styles['table']} aria-label={t('history')}>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('cause')}</th>
            <th scope="col">{t('account')}</th>
            <th scope="col" data-align="end">
              {t('change')}
            </th>
            <th scope="col" data-align="end">
              {t('balance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td data-label={t('when')}>{fullTime(entry.occurredAt)}</td>
              <td data-label={t('cause')}>{t(`causes.${isCause(entry.cause) ? entry.cause : 'other'}`)}</td>
              <td data-label={t('account')}>
                {t(`accounts.${entry.account === 'bonus' ? 'bonus' : 'monthly'}`)}
              </td>
              <td data-label={t('change')} data-align="end" data-sign={entry.seconds < 0 ? 'minus' : 'plus'}>
                {signed(entry)}
              </td>
              <td data-label={t('balance')} data-align="end">
                {duration(Math.max(0, entry.balanceAfterSeconds), language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ledger.hasNextPage ? (
        <div className={styles['more']}>
          <Button loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
            {t('actions.loadMore', { ns: 'common' })}
          </Button>
        </div>
      ) : null}
    </>
  );
}
