import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CsvButton } from '../../../shared/history/CsvButton.tsx';
import { NoRows } from '../../../shared/history/NoRows.tsx';
import { PagedCard } from '../../../shared/history/PagedCard.tsx';
import { instantsOf } from '../../../shared/history/span.ts';
import { useCalls, useCallsFile } from '../api.ts';
import styles from '../minutes.module.css';
import type { Choice } from './CallFilters.tsx';
import { CallFilters } from './CallFilters.tsx';
import { CallTable } from './CallTable.tsx';

const EVERYTHING: Choice = {};

/** The history of calls. */
export function CallsTab() {
  const { t } = useTranslation('minutes');
  const [choice, setChoice] = useState(EVERYTHING);
  const filter = { ...choice, ...instantsOf(choice) };
  const calls = useCalls(filter);
  const file = useCallsFile();
  return (
    <>
      <div className={styles['tools']}>
        <CallFilters choice={choice} onChange={setChoice} />
        <CsvButton
          load={() => file(filter)}
          name={t('file')}
          done={t('csvDone')}
          disabled={calls.data?.pages[0]?.items.length === 0}
        />
      </div>
      <PagedCard
        pages={calls}
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
        {(rows) => <CallTable calls={rows} />}
      </PagedCard>
    </>
  );
}
