import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { fullTime } from '../../shared/lib/time.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { liftBlock, loadBlocked } from './api.ts';
import styles from './labels.module.css';

const KEY = ['blocked-visitors'] as const;

/** Visitors who may not write, newest block first. */
export function BlockedPage() {
  const { t } = useTranslation('labels');
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const blocked = useInfiniteQuery({
    queryKey: KEY,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => loadBlocked(http, pageParam, signal),
    getNextPageParam: (last) => last.nextCursor,
  });
  const lift = useMutation({
    mutationFn: (one: { visitorId: string; visitorName: string }) => liftBlock(http, one.visitorId),
    onSuccess: (_, one) => {
      void message.success(t('unblocked', { name: one.visitorName }));
    },
    onError: (error) => {
      void message.error(errorText.of(error));
    },
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const people = blocked.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('blockedTitle')} description={t('blockedText')}>
      <Card>
        {blocked.isPending ? <Skeleton active paragraph={{ rows: 3 }} /> : null}
        {blocked.isError ? <LoadError error={blocked.error} onRetry={() => void blocked.refetch()} /> : null}
        {people?.length === 0 ? <Notice title={t('nobody')} text={t('nobodyText')} /> : null}
        <ul className={styles['people']}>
          {people?.map((one) => (
            <li key={one.visitorId} data-testid="blocked-visitor">
              <div>
                <strong dir="auto">{one.visitorName}</strong>
                <p>
                  {t('by', { name: one.blockedByName, time: fullTime(one.blockedAt) })},{' '}
                  {one.expiresAt === undefined ? t('forever') : t('until', { time: fullTime(one.expiresAt) })}
                </p>
                {one.reason === '' ? null : <p dir="auto">{one.reason}</p>}
              </div>
              <Button
                onClick={() => {
                  lift.mutate(one);
                }}
              >
                {t('unblock')}
              </Button>
            </li>
          ))}
        </ul>
        {blocked.hasNextPage ? (
          <Button onClick={() => void blocked.fetchNextPage()}>{t('more')}</Button>
        ) : null}
      </Card>
    </Page>
  );
}
