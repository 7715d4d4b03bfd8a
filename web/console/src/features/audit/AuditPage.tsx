import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { saveFile } from '../../shared/lib/save-file.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import type { AuditFilter } from './api.ts';
import { useAuditEntries, useAuditFile } from './api.ts';
import type { Choice } from './AuditFilters.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import styles from './audit.module.css';

const EVERYTHING: Choice = {};

function filterOf({ action, actorId, from, to }: Choice): AuditFilter {
  return {
    action,
    actorId,
    from: from?.startOf('day').toISOString(),
    // The end is not part of it, the chosen day is.
    to: to?.add(1, 'day').startOf('day').toISOString(),
  };
}

export function AuditPage() {
  const { t } = useTranslation(['audit', 'common']);
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [choice, setChoice] = useState(EVERYTHING);
  const [fetching, setFetching] = useState(false);
  const filter = filterOf(choice);
  const audit = useAuditEntries(filter);
  const file = useAuditFile();
  const entries = audit.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.values(filter).some((value) => value !== undefined);

  const download = async () => {
    setFetching(true);
    try {
      saveFile(await file(filter), t('file'));
      void message.success(t('csvDone'));
    } catch (error) {
      void message.error(errorText.of(error));
    } finally {
      setFetching(false);
    }
  };
  const none = filtered ? (
    <Notice
      title={t('noMatchTitle')}
      text={t('noMatch')}
      action={
        <Button
          onClick={() => {
            setChoice(EVERYTHING);
          }}
        >
          {t('clear')}
        </Button>
      }
    />
  ) : (
    <Notice title={t('emptyTitle')} text={t('empty')} />
  );
  return (
    <Page
      configuration
      title={t('title')}
      description={t('description')}
      actions={
        <Button
          icon={<DownloadOutlined aria-hidden="true" />}
          loading={fetching}
          onClick={() => void download()}
        >
          {t('csv')}
        </Button>
      }
    >
      <AuditFilters choice={choice} onChange={setChoice} />
      <Card>
        {audit.isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
        {audit.isError && !audit.data ? (
          <LoadError error={audit.error} onRetry={() => void audit.refetch()} />
        ) : null}
        {audit.data && entries.length === 0 ? none : null}
        {entries.length > 0 ? <AuditTable entries={entries} /> : null}
        {audit.hasNextPage ? (
          <div className={styles['more']}>
            <Button loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
              {t('actions.loadMore', { ns: 'common' })}
            </Button>
          </div>
        ) : null}
      </Card>
    </Page>
  );
}
