import type { Conversation } from '@dakenh/socket';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { relativeTime } from '../../../shared/lib/time.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import { LabelChips } from '../care/LabelChips.tsx';
import { ChannelBadge } from '../components/ChannelBadge.tsx';
import { activityOf, unreadOf } from '../model/select.ts';
import type { View } from '../model/state.ts';
import { toDesk } from '../routes.ts';
import { useBrief } from '../thread/useBrief.ts';
import styles from './list.module.css';

interface ConversationRowProps {
  conversation: Conversation;
  view: View;
  meId: string;
  now: number;
  draft: string | undefined;
  selected: boolean;
  top: number;
  position: number;
  size: number;
}

export const ConversationRow = memo(function ConversationRow(props: ConversationRowProps) {
  const { conversation, view, meId, now, selected } = props;
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const name = conversation.visitor.name === '' ? t('thread.anonymous') : conversation.visitor.name;
  const last = conversation.lastMessage;
  const mine = conversation.agents.some((agent) => agent.id === meId);
  const unread = mine && conversation.state === 'open' ? unreadOf(conversation) : 0;
  const own = last?.author.kind === 'agent' && last.author.id === meId;
  const words = useBrief(last);
  const preview = last === undefined ? t('lists.noMessage') : own ? t('lists.you', { text: words }) : words;
  const { labels = [] } = conversation;
  const names = conversation.agents.map((agent) => agent.name).join(', ');
  // Which Page or OA, and in the list of all whose it is.
  const below = [conversation.channel?.name ?? '', view === 'all' && !mine ? names : '']
    .filter((text) => text !== '')
    .join(' · ');
  return (
    <li
      className={styles['row']}
      style={{ transform: `translateY(${String(props.top)}px)` }}
      aria-setsize={props.size}
      aria-posinset={props.position}
    >
      <Link
        to={toDesk(view, conversation.id)}
        className={styles['link']}
        aria-current={selected ? 'page' : undefined}
        data-unread={unread > 0}
        data-testid="conversation-row"
      >
        <span className={styles['face']}>
          <Avatar id={conversation.visitor.id} name={name} url={conversation.visitor.avatarUrl} size={42} />
          <ChannelBadge kind={conversation.channelKind} />
        </span>
        <span className={styles['body']}>
          <span className={styles['line']}>
            <strong>{name}</strong>
            <time dateTime={last?.sentAt ?? conversation.openedAt}>
              {relativeTime(new Date(activityOf(conversation)).toISOString(), now, language)}
            </time>
          </span>
          <span className={styles['line']}>
            <span className={styles['preview']}>{preview}</span>
            {unread > 0 ? (
              <span className={styles['count']}>
                <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
                <span className="visually-hidden">{t('lists.unread', { count: unread })}</span>
              </span>
            ) : null}
          </span>
          {labels.length > 0 ? <LabelChips ids={labels} most={3} /> : null}
          {labels.length === 0 && below !== '' ? <span className={styles['agents']}>{below}</span> : null}
        </span>
      </Link>
    </li>
  );
});
