import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../shared/lib/useNow.ts';
import { LoadError, Notice } from '../../../shared/ui/Notice.tsx';
import { ListHead } from '../care/ListHead.tsx';
import { useDesk, useDeskState } from '../model/DeskContext.ts';
import type { ListFilter, View } from '../model/state.ts';
import searchStyles from '../search/search.module.css';
import { SearchResults } from '../search/SearchResults.tsx';
import { ConversationRow } from './ConversationRow.tsx';
import styles from './list.module.css';
import { useConversations } from './useConversations.ts';
import { useWindow } from './useWindow.ts';

const ROW_HEIGHT = 80;

interface ConversationPaneProps {
  view: View;
  selectedId: string | undefined;
  onView: (view: View) => void;
}

/** The lists of the desk, or what was found in all of them. */
export function ConversationPane({ view, selectedId, onView }: ConversationPaneProps) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState('');
  return (
    <section className={styles['pane']} aria-label={t('lists.label')}>
      <div className={searchStyles['field']}>
        <Input
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
          }}
          prefix={<SearchOutlined aria-hidden="true" />}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          maxLength={200}
          allowClear
          data-testid="search"
        />
      </div>
      {typed.trim() === '' ? (
        <Lists view={view} selectedId={selectedId} onView={onView} />
      ) : (
        <div className={styles['scroller']}>
          <SearchResults typed={typed} selectedId={selectedId} />
        </div>
      )}
    </section>
  );
}

function Lists({ view, selectedId, onView }: ConversationPaneProps) {
  const { t } = useTranslation(['desk', 'common']);
  const scroller = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<ListFilter>({});
  const { query, shown } = useConversations(view, filter);
  const { start, end } = useWindow(scroller, shown.length, ROW_HEIGHT);
  const meId = useDeskState((state) => state.meId);
  const desk = useDesk();
  const now = useNow(30_000);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && end >= shown.length - 3) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, end, shown.length]);

  return (
    <>
      <ListHead view={view} filter={filter} onView={onView} onFilter={setFilter} />
      <div className={styles['scroller']} ref={scroller} data-testid="conversation-list">
        {query.isPending && shown.length === 0 ? (
          <div
            className={styles['skeleton']}
            role="status"
            aria-label={t('states.loading', { ns: 'common' })}
          >
            {[1, 2, 3, 4, 5].map((row) => (
              <Skeleton key={row} avatar active title={{ width: '45%' }} paragraph={{ rows: 1 }} />
            ))}
          </div>
        ) : null}
        {query.isError && shown.length === 0 ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {query.isSuccess && shown.length === 0 ? (
          <Notice title={t(`empty.${view}.title`)} text={t(`empty.${view}.text`)} />
        ) : null}
        <ul className={styles['rows']} style={{ height: shown.length * ROW_HEIGHT }}>
          {shown.slice(start, end).map((conversation, index) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              view={view}
              meId={meId}
              now={now}
              draft={desk.drafts.get(conversation.id)}
              selected={conversation.id === selectedId}
              top={(start + index) * ROW_HEIGHT}
              position={start + index + 1}
              size={shown.length}
            />
          ))}
        </ul>
        {query.isError && shown.length > 0 ? (
          <div className={styles['more']}>
            <Button onClick={() => void query.refetch()}>{t('actions.retry', { ns: 'common' })}</Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
