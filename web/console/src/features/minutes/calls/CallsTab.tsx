import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { saveFile } from '../../../shared/lib/save-file.ts';
import { LoadError, Notice } from '../../../shared/ui/Notice.tsx';
import { Card } from '../../../shared/ui/Page.tsx';
import type { CallFilter } from '../api.ts';
import { useCalls, useCallsFile } from '../api.ts';
import styles from '../minutes.module.css';
import type { Choice } from './CallFilters.tsx';
import { CallFilters } from './CallFilters.tsx';
import { CallTable } from './CallTable.tsx';

const EVERYTHING: Choice = {};

function filterOf({ from, to, ...rest }: Choice): CallFilter {
  return {
    ...rest,
    from: from?.startOf('day').toISOString(),
    // The end is not part of it, the chosen day is.
    to: to?.add(1, 'day').startOf('day').toISOString(),
  };
}

/** The history of calls. */
export function CallsTab() {
  const { t } = useTranslation(['minutes', 'common']);
  const { message } = App.useApp();
  const errorText = useErrorText();
  const [choice, setChoice] = useState(EVERYTHING);
  const [fetching, setFetching] = useState(false);
  const filter = filterOf(choice);
  const history = useCalls(filter);
  const file = useCallsFile();
  const calls = history.data?.pages.flatMap((page) => page.items) ?? [];
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
    <>
      <div className={styles['tools']}>
        <CallFilters choice={choice} onChange={setChoice} />
        <Button
          icon={<DownloadOutlined aria-hidden="true" />}
          loading={fetching}
          disabled={calls.length === 0}
          onClick={() => void download()}
        >
          {t('csv')}
        </Button>
      </div>
      <Card>
        {history.isPending ? <Skeleton active paragraph={{ rows: 6 }} /> : null}
        {history.isError && !history.data ? (
          <LoadError error={history.error} onRetry={() => void history.refetch()} />
        ) : null}
        {history.data && calls.length === 0 ? none : null}
        {calls.length > 0 ? <CallTable calls={calls} /> : null}
        {history.hasNextPage ? (
          <div className={styles['more']}>
            <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
              {t('actions.loadMore', { ns: 'common' })}
            </Button>
          </div>
        ) : null}
      </Card>
    </>
  );
}
