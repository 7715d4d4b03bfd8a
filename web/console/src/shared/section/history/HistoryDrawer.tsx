import { Button, Drawer, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullTime } from '../../lib/time.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { LoadError, Notice } from '../../ui/Notice.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { useVersions } from '../api.ts';
import type { SectionName, VersionEntry } from '../contract.ts';
import styles from '../section.module.css';
import type { Describe } from '../useWords.ts';
import { ChangeList } from './ChangeList.tsx';

interface HistoryDrawerProps {
  section: SectionName;
  open: boolean;
  describe: Describe;
  /** Where names of list items are looked up. */
  contents: readonly unknown[];
  /** The version visitors see now. */
  current: number;
  keepsDraft: boolean;
  onClose: () => void;
  onRestore: (version: number) => Promise<void>;
}

/** Every version that was published: who, when, what changed, and the way back. */
export function HistoryDrawer(props: HistoryDrawerProps) {
  const { t } = useTranslation(['section', 'common']);
  const [chosen, setChosen] = useState<VersionEntry>();
  const versions = useVersions(props.section, props.open);
  const entries = versions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Drawer open={props.open} title={t('history.title')} size={520} onClose={props.onClose}>
      {versions.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
      {versions.isError && !versions.data ? (
        <LoadError error={versions.error} onRetry={() => void versions.refetch()} />
      ) : null}
      {versions.data && entries.length === 0 ? (
        <Notice title={t('history.emptyTitle')} text={t('history.empty')} />
      ) : null}
      <ol className={styles['versions']}>
        {entries.map((entry) => (
          <li key={entry.version}>
            <div className={styles['versionHead']}>
              <div>
                <h3>
                  {t('history.version', { version: entry.version })}{' '}
                  {entry.version === props.current ? <Pill tone="good">{t('history.current')}</Pill> : null}
                </h3>
                <p>
                  {entry.publishedBy === undefined
                    ? fullTime(entry.publishedAt)
                    : t('bar.by', { who: entry.publishedBy.name, when: fullTime(entry.publishedAt) })}
                </p>
                {entry.restoredFrom === undefined ? null : (
                  <p>{t('history.restoredFrom', { version: entry.restoredFrom })}</p>
                )}
              </div>
              {entry.version === props.current ? null : (
                <Button
                  onClick={() => {
                    setChosen(entry);
                  }}
                  aria-label={t('history.restoreVersion', { version: entry.version })}
                >
                  {t('history.restore')}
                </Button>
              )}
            </div>
            <ChangeList changes={entry.changes} describe={props.describe} contents={props.contents} />
          </li>
        ))}
      </ol>
      {versions.hasNextPage ? (
        <Button block loading={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
          {t('actions.loadMore', { ns: 'common' })}
        </Button>
      ) : null}
      <ConfirmDialog
        open={chosen !== undefined}
        title={t('history.restoreTitle', { version: chosen?.version ?? 0 })}
        ok={t('history.restore')}
        onCancel={() => {
          setChosen(undefined);
        }}
        onOk={async () => {
          if (chosen) await props.onRestore(chosen.version);
        }}
      >
        <p>
          {t('history.restoreBody', {
            version: chosen?.version ?? 0,
            when: chosen ? fullTime(chosen.publishedAt) : '',
          })}
        </p>
        {props.keepsDraft ? <p>{t('history.restoreDraft')}</p> : null}
      </ConfirmDialog>
    </Drawer>
  );
}
