import type { Conversation, Message, Note } from '@dakenh/socket';
import { ArrowDownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullDate } from '../../../shared/lib/time.ts';
import { NoteItem } from '../care/NoteItem.tsx';
import { useCalls } from '../calls/useCalls.ts';
import { notesBetween } from '../care/NoteBook.ts';
import { useNotes } from '../care/useNotes.ts';
import { useDesk, useDeskState } from '../model/DeskContext.ts';
import type { Thread } from '../model/state.ts';
import { deliveryOf } from './message/delivery.ts';
import { MessageBubble } from './MessageBubble.tsx';
import { OutgoingBubble } from './OutgoingBubble.tsx';
import { joinedBetween, rowsOf } from './rows.ts';
import styles from './thread.module.css';
import { useBrief } from './useBrief.ts';
import { useMessageWindow } from './useMessageWindow.ts';

interface MessageListProps {
  conversation: Conversation;
  thread: Thread;
  mine: boolean;
  online: boolean;
}

function useDayName() {
  const { t } = useTranslation('desk');
  return (instant: string) => {
    const day = fullDate(instant);
    if (day === fullDate(Date.now())) return t('thread.today');
    if (day === fullDate(Date.now() - 86_400_000)) return t('thread.yesterday');
    return day;
  };
}

/** What only agents see at this place of the conversation. */
function Notes({ notes }: { notes: readonly Note[] }) {
  return notes.map((note) => <NoteItem key={note.id} note={note} />);
}

/** Who joined at this place of the conversation. */
function Joined({ names }: { names: string[] }) {
  const { t } = useTranslation('desk');
  return names.map((name) => (
    <li key={name} className={styles['system']} data-testid="joined">
      <span dir="auto">{t('thread.joined', { name })}</span>
    </li>
  ));
}

/** A loaded message by its sequence; they are dense. */
function at(messages: readonly Message[], sequence: number | undefined): Message | undefined {
  const first = messages[0]?.sequence;
  return sequence === undefined || first === undefined ? undefined : messages[sequence - first];
}

export function MessageList({ conversation, thread, mine, online }: MessageListProps) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const dayName = useDayName();
  const { id, agents } = conversation;
  const { messages } = thread;
  const meId = useDeskState((state) => state.meId);
  const allOutgoing = useDeskState((state) => state.outgoing);
  const outgoing = useMemo(() => allOutgoing.filter((one) => one.conversationId === id), [allOutgoing, id]);
  const notes = useNotes(id);
  const calls = useCalls(id, messages.findLast((message) => message.author.kind === 'system')?.sequence);
  const loadOlder = useCallback(() => desk.loadOlder(id), [desk, id]);
  const { scroller, start, end, atBottom, onScroll, toNewest, showOlder } = useMessageWindow(
    messages,
    outgoing.length + notes.length,
    loadOlder,
  );

  // Where reading begins is settled when the conversation is opened, not while one reads.
  const [unreadFrom] = useState(() => (mine ? conversation.readSequence : Number.MAX_SAFE_INTEGER));
  const last = messages.at(-1)?.sequence ?? 0;
  const [seenUpTo, setSeenUpTo] = useState(last);
  const newBelow = atBottom ? 0 : Math.max(0, last - seenUpTo);

  useEffect(() => {
    const look = () => {
      if (!atBottom || document.visibilityState !== 'visible') return;
      setSeenUpTo(last);
      if (mine && online && conversation.state === 'open') desk.read(id, last);
    };
    look();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('focus', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('focus', look);
    };
  }, [atBottom, last, mine, online, conversation.state, desk, id]);

  const outgoingCount = outgoing.length;
  useEffect(() => {
    if (outgoingCount > 0) toNewest();
  }, [outgoingCount, toNewest]);

  const rows = rowsOf(messages, start, end);
  const first = rows[0]?.message.sequence ?? 1;
  const incoming = messages.findLast((message) => message.author.id !== meId);
  const announced = useBrief(incoming);
  return (
    <div className={styles['history']}>
      {/* Scrolled by keyboard too, so it takes the focus. */}
      <div
        className={styles['scroller']}
        ref={scroller}
        onScroll={onScroll}
        role="region"
        aria-label={t('thread.messages')}
        tabIndex={0}
      >
        {first > 1 ? (
          <div className={styles['older']}>
            <Button size="small" onClick={() => void showOlder(messages, start)}>
              {t('thread.older')}
            </Button>
          </div>
        ) : (
          <p className={styles['older']}>{t('thread.start')}</p>
        )}
        <ol className={styles['messages']}>
          {rows.map((row) => (
            <Fragment key={row.message.sequence}>
              {row.startsDay ? (
                <li className={styles['day']}>
                  <span>{dayName(row.message.sentAt)}</span>
                </li>
              ) : null}
              {row.message.sequence === unreadFrom + 1 && row.message.author.id !== meId ? (
                <li className={styles['unread']}>
                  <span>{t('thread.unreadLine')}</span>
                </li>
              ) : null}
              <Joined names={joinedBetween(agents, row.message.sequence - 1, row.message.sequence)} />
              <Notes notes={notesBetween(notes, row.message.sequence - 1, row.message.sequence)} />
              <MessageBubble
                row={row}
                conversation={conversation}
                meId={meId}
                mine={mine && conversation.state === 'open'}
                open={conversation.state === 'open'}
                call={calls.get(row.message.clientMessageId ?? '')}
                answered={at(messages, row.message.replyTo?.sequence)}
                own={row.message.author.kind === 'agent' && row.message.author.id === meId}
                delivery={deliveryOf(row.message, conversation.channel !== undefined, conversation)}
              />
            </Fragment>
          ))}
          {end >= messages.length ? (
            <Joined names={joinedBetween(agents, last, Number.POSITIVE_INFINITY)} />
          ) : null}
          {end >= messages.length ? (
            <Notes notes={notesBetween(notes, last, Number.POSITIVE_INFINITY)} />
          ) : null}
          {outgoing.map((one) => (
            <OutgoingBubble key={one.clientMessageId} outgoing={one} online={online} />
          ))}
        </ol>
        {messages.length === 0 && outgoing.length === 0 ? (
          <p className={styles['older']}>{t('empty.noMessages')}</p>
        ) : null}
      </div>
      {atBottom ? null : (
        <Button
          className={styles['newest'] ?? ''}
          shape="round"
          icon={<ArrowDownOutlined aria-hidden="true" />}
          onClick={toNewest}
        >
          {newBelow > 0 ? t('thread.newBelow', { count: newBelow }) : t('thread.newest')}
        </Button>
      )}
      <div className="visually-hidden" role="log" aria-live="polite" aria-label={t('thread.log')}>
        {incoming ? (
          <p key={incoming.sequence}>
            {t('announce.message', {
              name: incoming.author.name || t('thread.anonymous'),
              text: announced,
            })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
