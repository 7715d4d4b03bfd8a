import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../ui/Notice.tsx';
import { Card } from '../ui/Page.tsx';
import styles from './history.module.css';
import type { Pages } from './usePages.ts';

interface PagedCardProps<T> {
  pages: Pages<T>;
  /** What stands there when the list is empty. */
  none: ReactNode;
  children: (rows: readonly T[]) => ReactNode;
}

const LINES = 6;

/** A list in its states: loading, failed, empty, there, with more to come. */
export function PagedCard<T>({ pages, none, children }: PagedCardProps<T>) {
  const { t } = useTranslation('common');
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card>
      {pages.isPending ? <Skeleton active paragraph={{ rows: LINES }} /> : null}
      {pages.isError && !pages.data ? (
        <LoadError error={pages.error} onRetry={() => void pages.refetch()} />
      ) : null}
      {pages.data && rows.length === 0 ? none : null}
      {rows.length > 0 ? children(rows) : null}
      {pages.hasNextPage ? (
        <div className={styles['more']}>
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('actions.loadMore')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
