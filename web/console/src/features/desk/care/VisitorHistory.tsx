import { StarFilled } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '@dakenh/socket';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { clockTime, fullDate, fullTime } from '../../../shared/lib/time.ts';
import { useDesk } from '../model/DeskContext.ts';
import { toDesk } from '../routes.ts';
import { loadPages, loadPast } from './api.ts';
import styles from './care.module.css';

/** Where the visitor has been: pages, earlier conversations, and how content they were. */
export function VisitorHistory({ conversation }: { conversation: Conversation }) {
  return (
    <>
      <Rating conversation={conversation} />
      <Pages conversationId={conversation.id} />
      <Past conversation={conversation} />
    </>
  );
}

function Rating({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('care');
  const { rating } = conversation;
  if (!rating) return null;
  return (
    <section className={styles['section']} aria-label={t('contact.rating')} data-testid="rating">
      <h3>{t('contact.rating')}</h3>
      <span role="img" aria-label={t('contact.stars', { score: rating.score })}>
        {Array.from({ length: rating.score }, (_, index) => (
          <StarFilled key={index} aria-hidden="true" />
        ))}
      </span>
      {rating.comment === '' ? null : <p dir="auto">{rating.comment}</p>}
    </section>
  );
}

function Pages({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('care');
  const http = useHttp();
  const desk = useDesk();
  const client = useQueryClient();
  const pages = useQuery({
    queryKey: ['desk', 'pages', conversationId],
    queryFn: ({ signal }) => loadPages(http, conversationId, signal),
  });
  useEffect(
    () =>
      desk.onPage((id) => {
        if (id === conversationId) void client.invalidateQueries({ queryKey: ['desk', 'pages', id] });
      }),
    [desk, client, conversationId],
  );
  return (
    <section className={styles['section']} aria-label={t('contact.pages')} data-testid="pages">
      <h3>{t('contact.pages')}</h3>
      {pages.data?.length === 0 ? <p>{t('contact.noPages')}</p> : null}
      <ol>
        {pages.data?.toReversed().map((page) => (
          <li key={`${page.at} ${page.url}`}>
            {/^https?:\/\//i.test(page.url) ? (
              <a
                href={page.url}
                target="_blank"
                rel="noopener noreferrer nofollow"
                title={page.url}
                dir="auto"
              >
                {page.title || page.url}
              </a>
            ) : (
              <span>{page.title || page.url}</span>
            )}
            <time dateTime={page.at} title={fullTime(page.at)}>
              {clockTime(page.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Past({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('care');
  const http = useHttp();
  const { id, visitor, version } = conversation;
  const past = useQuery({
    queryKey: ['desk', 'past', visitor.id, conversation.state === 'open' ? 0 : version],
    queryFn: ({ signal }) => loadPast(http, visitor.id, signal),
  });
  const others = past.data?.filter((one) => one.id !== id);
  return (
    <section className={styles['section']} aria-label={t('contact.past')} data-testid="past">
      <h3>{t('contact.past')}</h3>
      {others?.length === 0 ? <p>{t('contact.noPast')}</p> : null}
      <ul>
        {others?.map((one) => (
          <li key={one.id}>
            <Link to={toDesk('all', one.id)} dir="auto">
              {one.lastMessage?.text ?? fullTime(one.openedAt)}
            </Link>
            <time dateTime={one.openedAt} title={fullTime(one.openedAt)}>
              {fullDate(one.openedAt)} · {t(one.state === 'open' ? 'contact.open' : 'contact.closed')}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
