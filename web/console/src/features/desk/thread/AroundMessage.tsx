import type { Conversation } from '@dakenh/socket';
import { ArrowDownOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { fullDate } from '../../../shared/lib/time.ts';
import { LoadError } from '../../../shared/ui/Notice.tsx';
import { loadMessages, MESSAGE_PAGE } from '../api/calls.ts';
import { useDeskState } from '../model/DeskContext.ts';
import { deliveryOf } from './message/delivery.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { rowsOf } from './rows.ts';
import styles from './thread.module.css';

interface AroundMessageProps {
  conversation: Conversation;
  /** Sequence of the message to show. */
  at: number;
  onNewest: () => void;
}

const HALF = MESSAGE_PAGE / 2;

/** A place of the history that was searched for, however long ago: what was said around it, without all that came after. */
export function AroundMessage({ conversation, at, onNewest }: AroundMessageProps) {
  const { t } = useTranslation(['desk', 'common']);
  const http = useHttp();
  const meId = useDeskState((state) => state.meId);
  const { id, lastSequence } = conversation;
  const list = useRef<HTMLOListElement>(null);
  const query = useInfiniteQuery({
    queryKey: ['desk', 'around', id, at],
    initialPageParam: at + HALF,
    queryFn: ({ pageParam, signal }) => loadMessages(http, id, pageParam, signal),
    getPreviousPageParam: (first) => {
      const sequence = first[0]?.sequence ?? 1;
      return sequence > 1 ? sequence : undefined;
    },
    getNextPageParam: (last) => {
      const sequence = last.at(-1)?.sequence ?? lastSequence;
      return sequence < lastSequence ? sequence + MESSAGE_PAGE + 1 : undefined;
    },
  });
  const messages = query.data?.pages.flat() ?? [];
  const shown = messages.length > 0;

  useEffect(() => {
    if (!shown) return;
    list.current?.querySelector(`[data-sequence="${String(at)}"]`)?.scrollIntoView({ block: 'center' });
  }, [shown, at]);

  if (query.isError && !shown) {
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <div className={styles['history']} aria-busy={query.isFetching}>
      <div
        className={styles['scroller']}
        role="region"
        aria-label={t('thread.around')}
        tabIndex={0}
        data-testid="around"
      >
        {query.hasPreviousPage ? (
          <div className={styles['older']}>
            <Button
              size="small"
              loading={query.isFetchingPreviousPage}
              onClick={() => void query.fetchPreviousPage()}
            >
              {t('thread.older')}
            </Button>
          </div>
        ) : null}
        <ol className={styles['messages']} ref={list}>
          {rowsOf(messages, 0, messages.length).map((row) => (
            <Fragment key={row.message.sequence}>
              {row.startsDay ? (
                <li className={styles['day']}>
                  <span>{fullDate(row.message.sentAt)}</span>
                </li>
              ) : null}
              {row.message.sequence === at ? (
                <li className={styles['unread']}>
                  <span>{t('thread.foundHere')}</span>
                </li>
              ) : null}
              <MessageBubble
                row={row}
                conversation={conversation}
                meId={meId}
                mine={false}
                open={false}
                call={undefined}
                answered={messages.find((one) => one.sequence === row.message.replyTo?.sequence)}
                own={row.message.author.kind === 'agent' && row.message.author.id === meId}
                delivery={deliveryOf(row.message, conversation.channel !== undefined, conversation)}
              />
            </Fragment>
          ))}
        </ol>
        {query.hasNextPage ? (
          <div className={styles['older']}>
            <Button
              size="small"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('thread.later')}
            </Button>
          </div>
        ) : null}
      </div>
      <Button
        className={styles['newest'] ?? ''}
        shape="round"
        icon={<ArrowDownOutlined aria-hidden="true" />}
        onClick={onNewest}
      >
        {t('thread.newest')}
      </Button>
    </div>
  );
}
