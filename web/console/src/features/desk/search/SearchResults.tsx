import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { relativeTime } from '../../../shared/lib/time.ts';
import { useNow } from '../../../shared/lib/useNow.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import { LoadError, Notice } from '../../../shared/ui/Notice.tsx';
import type { SearchHit } from '../api/search.ts';
import { ChannelBadge } from '../components/ChannelBadge.tsx';
import { toMessage } from '../routes.ts';
import { piecesOf } from './pieces.ts';
import styles from './search.module.css';
import { useSearch } from './useSearch.ts';

interface SearchResultsProps {
  typed: string;
  selectedId: string | undefined;
}

/** Messages and visitors with the typed words, newest first. */
export function SearchResults({ typed, selectedId }: SearchResultsProps) {
  const { t } = useTranslation(['desk', 'common']);
  const now = useNow(30_000);
  const { query, text, enabled, hits } = useSearch(typed);
  if (!enabled) return <Notice title={t('search.more.title')} text={t('search.more.text')} />;
  if (query.isError && hits.length === 0) {
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.isPending) {
    return (
      <div className={styles['waiting']} role="status" aria-label={t('states.loading', { ns: 'common' })}>
        <Skeleton avatar active title={{ width: '45%' }} paragraph={{ rows: 1 }} />
        <Skeleton avatar active title={{ width: '45%' }} paragraph={{ rows: 1 }} />
      </div>
    );
  }
  if (hits.length === 0) {
    return <Notice title={t('search.none.title', { text })} text={t('search.none.text')} />;
  }
  return (
    <div className={styles['results']} aria-busy={query.isPlaceholderData}>
      <p className="visually-hidden" role="status">
        {t('search.found', { count: hits.length })}
      </p>
      <ul aria-label={t('search.results')}>
        {hits.map((hit) => (
          <Result
            key={`${hit.conversation.id} ${String(hit.sequence ?? 0)}`}
            hit={hit}
            now={now}
            selected={hit.conversation.id === selectedId}
          />
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className={styles['next']}>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('search.next')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface ResultProps {
  hit: SearchHit;
  now: number;
  selected: boolean;
}

function Result({ hit, now, selected }: ResultProps) {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const { conversation } = hit;
  const name = conversation.visitor.name || t('thread.anonymous');
  const by = hit.author?.kind === 'agent' ? hit.author.name : '';
  return (
    <li>
      <Link
        to={toMessage(conversation.id, hit.sequence)}
        className={styles['result']}
        aria-current={selected ? 'page' : undefined}
        data-testid="search-result"
      >
        <span className={styles['face']}>
          <Avatar id={conversation.visitor.id} name={name} size={36} />
          <ChannelBadge kind={conversation.channelKind} />
        </span>
        <span className={styles['body']}>
          <span className={styles['line']}>
            <strong dir="auto">{name}</strong>
            <time dateTime={hit.at}>{relativeTime(hit.at, now, language)}</time>
          </span>
          <span className={styles['excerpt']} dir="auto">
            {by === '' ? null : <b>{by}: </b>}
            {piecesOf(hit.excerpt, hit.highlights).map((piece, index) =>
              // Pieces of a text never change places.
              piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
