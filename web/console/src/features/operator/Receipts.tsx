import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PagedCard } from '../../shared/history/PagedCard.tsx';
import { RecordTable } from '../../shared/history/RecordTable.tsx';
import { fullDate } from '../../shared/lib/time.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useErasures } from './erasures.ts';
import styles from './operator.module.css';

/** Businesses that are gone, or on their way out. */
export function Receipts({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation('operator');
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts">{t('receipts')}</h2>
      <PagedCard pages={useErasures()} none={<Notice title={t('noReceipts')} text={t('noReceiptsText')} />}>
        {(rows) => (
          <RecordTable
            label={t('receipts')}
            head={
              <>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('requestedAt')}</th>
                <th scope="col">{t('completedAt')}</th>
                <th scope="col">{t('actions')}</th>
              </>
            }
          >
            {rows.map((erasure) => (
              <tr key={erasure.id} data-testid="erasure">
                <td data-label={t('name')}>
                  <div className={styles['name']}>
                    {erasure.name === undefined ? null : <bdi>{erasure.name}</bdi>}
                    <small>{erasure.tenantId}</small>
                  </div>
                </td>
                <td data-label={t('requestedAt')}>{fullDate(erasure.requestedAt)}</td>
                <td data-label={t('completedAt')}>
                  {erasure.completedAt === undefined ? t('notYet') : fullDate(erasure.completedAt)}
                </td>
                <td data-label={t('actions')}>
                  <Button
                    size="small"
                    onClick={() => {
                      onOpen(erasure.id);
                    }}
                  >
                    {t('openReceipt')}
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
