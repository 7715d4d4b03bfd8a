import { CheckOutlined, EyeOutlined } from '@ant-design/icons';
import type { Message } from '@dakenh/socket';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, fullTime } from '../../../shared/lib/time.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import { FileGrid } from './attachments/FileGrid.tsx';
import parts from './message/message.module.css';
import { MessageActions } from './message/MessageActions.tsx';
import { Reactions } from './message/Reactions.tsx';
import { ReplyQuote } from './message/ReplyQuote.tsx';
import type { MessageRow } from './rows.ts';
import styles from './thread.module.css';

interface MessageBubbleProps {
  row: MessageRow;
  conversationId: string;
  meId: string;
  own: boolean;
  read: boolean;
  /** One takes part: may answer and react. */
  mine: boolean;
  /** What it answers, where that is loaded. */
  answered: Message | undefined;
}

export const MessageBubble = memo(
  function MessageBubble(props: MessageBubbleProps) {
    const { t } = useTranslation('desk');
    const { conversationId, meId, own, read, mine, answered } = props;
    const { message, startsRun, endsRun } = props.row;
    if (message.author.kind === 'system') {
      return (
        <li className={styles['system']} data-sequence={message.sequence}>
          <span dir="auto">{message.text}</span>
        </li>
      );
    }
    const name = own ? t('thread.you') : message.author.name || t('thread.anonymous');
    return (
      <li
        className={styles['message']}
        data-own={own}
        data-kind={message.author.kind}
        data-starts={startsRun}
        data-sequence={message.sequence}
        data-testid="message"
      >
        {own ? null : (
          <span className={styles['face']}>
            {endsRun ? (
              <Avatar id={message.author.id} name={name} url={message.author.avatarUrl} size={30} />
            ) : null}
          </span>
        )}
        <div className={styles['said']}>
          {startsRun ? (
            <span className={own ? 'visually-hidden' : styles['author']} dir="auto">
              {name}
            </span>
          ) : null}
          <div className={parts['line']} data-own={own}>
            <div className={parts['content']}>
              {message.replyTo ? (
                <ReplyQuote replyTo={message.replyTo} loaded={answered} meId={meId} />
              ) : null}
              {message.attachments ? <FileGrid files={message.attachments} /> : null}
              {message.deletedAt === undefined ? null : (
                <p className={parts['gone']}>{t('message.deleted')}</p>
              )}
              {message.text === '' ? null : (
                <p className={styles['bubble']} dir="auto">
                  {message.text}
                </p>
              )}
            </div>
            {mine && message.deletedAt === undefined ? (
              <MessageActions conversationId={conversationId} message={message} own={own} />
            ) : null}
          </div>
          <Reactions conversationId={conversationId} message={message} meId={meId} mine={mine} />
          {endsRun || message.editedAt !== undefined ? (
            <span className={styles['mark']}>
              {message.editedAt === undefined ? null : (
                <span className={parts['edited']}>{t('message.edited')}</span>
              )}
              <time dateTime={message.sentAt} title={fullTime(message.sentAt)}>
                {clockTime(message.sentAt)}
              </time>
              {own ? (
                <span className={styles['state']}>
                  {read ? <EyeOutlined aria-hidden="true" /> : <CheckOutlined aria-hidden="true" />}
                  {read ? t('mark.read') : t('mark.sent')}
                </span>
              ) : null}
            </span>
          ) : null}
        </div>
      </li>
    );
  },
  (one, other) =>
    one.own === other.own &&
    one.mine === other.mine &&
    one.answered === other.answered &&
    one.read === other.read &&
    one.row.message === other.row.message &&
    one.row.startsRun === other.row.startsRun &&
    one.row.endsRun === other.row.endsRun,
);
