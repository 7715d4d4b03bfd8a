import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvButton } from '../../shared/history/CsvButton.tsx';
import { NoRows } from '../../shared/history/NoRows.tsx';
import { PagedCard } from '../../shared/history/PagedCard.tsx';
import { instantsOf } from '../../shared/history/span.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { useAuditEntries, useAuditFile } from './api.ts';
import type { Choice } from './AuditFilters.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import styles from './audit.module.css';

const EVERYTHING: Choice = {};

export function AuditPage() {
  const { t } = useTranslation('audit');
  const [choice, setChoice] = useState(EVERYTHING);
  const filter = { ...choice, ...instantsOf(choice) };
  const entries = useAuditEntries(filter);
  const file = useAuditFile();
  return (
    <Page
      configuration
      title={t('title')}
      description={t('description')}
      actions={<CsvButton load={() => file(filter)} name={t('file')} done={t('csvDone')} />}
    >
      <div className={styles['filters']}>
        <AuditFilters choice={choice} onChange={setChoice} />
      </div>
      <PagedCard
        pages={entries}
        none={
          <NoRows
            filtered={Object.values(filter).some((value) => value !== undefined)}
            onClear={() => {
              setChoice(EVERYTHING);
            }}
            title={t('emptyTitle')}
            text={t('empty')}
            noMatchTitle={t('noMatchTitle')}
          />
        }
      >
        {(rows) => <AuditTable entries={rows} />}
      </PagedCard>
    </Page>
  );
}
