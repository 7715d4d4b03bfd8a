import { CheckOutlined, EyeOutlined } from '@ant-design/icons';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, fullTime } from '../../../shared/lib/time.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import type { MessageRow } from './rows.ts';
import styles from './thread.module.css';

interface MessageBubbleProps {
  row: MessageRow;
  own: boolean;
  read: boolean;
}

export const MessageBubble = memo(
  function MessageBubble({ row, own, read }: MessageBubbleProps) {
    const { t } = useTranslation('desk');
    const { message, startsRun, endsRun } = row;
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
          <p className={styles['bubble']} dir="auto">
            {message.text}
          </p>
          {endsRun ? (
            <span className={styles['mark']}>
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
    one.read === other.read &&
    one.row.message === other.row.message &&
    one.row.startsRun === other.row.startsRun &&
    one.row.endsRun === other.row.endsRun,
);
