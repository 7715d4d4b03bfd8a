import { useTranslation } from 'react-i18next';
import { PagedCard } from '../../shared/history/PagedCard.tsx';
import { RecordTable } from '../../shared/history/RecordTable.tsx';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration, fullTime } from '../../shared/lib/time.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import type { LedgerEntry } from './api.ts';
import { useLedgerEntries } from './api.ts';
import { minutesVi } from './locale.ts';

type Cause = keyof typeof minutesVi.causes;

function isCause(cause: string): cause is Cause {
  return Object.hasOwn(minutesVi.causes, cause);
}

/** Every movement of the ledger on the two buckets. */
export function Movements() {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  const ledger = useLedgerEntries();
  const signed = (entry: LedgerEntry) =>
    `${entry.seconds < 0 ? '−' : '+'}${duration(Math.abs(entry.seconds), language)}`;
  return (
    <PagedCard pages={ledger} none={<Notice title={t('historyEmptyTitle')} text={t('historyEmpty')} />}>
      {(entries) => (
        <RecordTable
          label={t('history')}
          head={
            <>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('cause')}</th>
              <th scope="col">{t('account')}</th>
              <th scope="col" data-align="end">
                {t('change')}
              </th>
              <th scope="col" data-align="end">
                {t('balance')}
              </th>
            </>
          }
        >
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
        </RecordTable>
      )}
    </PagedCard>
  );
}
