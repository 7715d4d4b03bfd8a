import type { Conversation, Message } from '@dakenh/socket';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, fullTime } from '../../../shared/lib/time.ts';
import { Avatar } from '../../../shared/ui/Avatar.tsx';
import type { PastCall } from '../calls/api.ts';
import { CallCard } from '../calls/CallCard.tsx';
import channelStyles from '../channel/channel.module.css';
import { ChannelActions } from '../channel/ChannelActions.tsx';
import { ChannelHead, ChannelTail } from '../channel/ChannelContent.tsx';
import { AloneMark, FailedDelivery } from '../channel/FailedDelivery.tsx';
import { FileGrid } from './attachments/FileGrid.tsx';
import type { DeliveryState } from './message/delivery.ts';
import { DeliveryMark } from './message/DeliveryMark.tsx';
import parts from './message/message.module.css';
import { MessageActions } from './message/MessageActions.tsx';
import { Reactions } from './message/Reactions.tsx';
import { ReplyQuote } from './message/ReplyQuote.tsx';
import type { MessageRow } from './rows.ts';
import styles from './thread.module.css';

interface MessageBubbleProps {
  row: MessageRow;
  conversation: Conversation;
  meId: string;
  own: boolean;
  /** How far it came; null: it did not go out. */
  delivery: DeliveryState | null;
  /** One takes part: may answer and react. */
  mine: boolean;
  /** The conversation is not over. */
  open: boolean;
  /** What it answers, where that is loaded. */
  answered: Message | undefined;
  /** The call it stands for. */
  call: PastCall | undefined;
}

export const MessageBubble = memo(
  function MessageBubble(props: MessageBubbleProps) {
    const { t } = useTranslation(['desk', 'channelDesk']);
    const { conversation, meId, delivery, mine, answered } = props;
    const { id: conversationId, channel, channelKind, visitor } = conversation;
    const { message, startsRun, endsRun } = props.row;
    if (message.author.kind === 'system' && props.call) {
      return (
        <li className={styles['system']} data-sequence={message.sequence}>
          <CallCard call={props.call} conversationId={conversationId} open={props.open} />
        </li>
      );
    }
    const part = message.channel;
    const elsewhere = part?.elsewhere;
    const own = props.own || elsewhere !== undefined;
    if (message.author.kind === 'system' && elsewhere === undefined) {
      return (
        <li className={styles['system']} data-sequence={message.sequence}>
          <span dir="auto">{message.text}</span>
          {part?.delivery === 'failed' ? (
            <FailedDelivery conversationId={conversationId} message={message} mine={mine} />
          ) : null}
        </li>
      );
    }
    const name =
      elsewhere !== undefined
        ? elsewhere === ''
          ? t('elsewhere', { ns: 'channelDesk' })
          : t('elsewhereBy', { ns: 'channelDesk', name: elsewhere })
        : own
          ? t('thread.you')
          : message.author.name || t('thread.anonymous');
    const avatarUrl = message.author.kind === 'visitor' ? visitor.avatarUrl : message.author.avatarUrl;
    const outgoing = channel !== undefined && message.author.kind === 'agent';
    const failed = part?.delivery === 'failed';
    return (
      <li
        className={styles['message']}
        data-own={own}
        data-kind={message.author.kind}
        data-starts={startsRun}
        data-elsewhere={elsewhere !== undefined}
        data-sequence={message.sequence}
        data-testid="message"
      >
        {own ? null : (
          <span className={styles['face']}>
            {endsRun ? <Avatar id={message.author.id} name={name} url={avatarUrl} size={30} /> : null}
          </span>
        )}
        <div className={styles['said']}>
          {startsRun ? (
            <span className={props.own ? 'visually-hidden' : styles['author']} dir="auto">
              {name}
            </span>
          ) : null}
          <div className={parts['line']} data-own={own}>
            <div className={parts['content']}>
              {message.replyTo ? (
                <ReplyQuote replyTo={message.replyTo} loaded={answered} meId={meId} />
              ) : null}
              {part ? <ChannelHead part={part} page={channel?.name ?? ''} /> : null}
              {message.attachments ? (
                <div className={part?.kind === 'sticker' ? channelStyles['sticker'] : undefined}>
                  <FileGrid files={message.attachments} />
                </div>
              ) : null}
              {message.deletedAt === undefined ? null : (
                <p className={parts['gone']}>{t('message.deleted')}</p>
              )}
              {message.text === '' ? null : (
                <p className={styles['bubble']} dir="auto">
                  {message.text}
                </p>
              )}
              {part && message.deletedAt === undefined ? (
                <ChannelTail part={part} channelKind={channelKind} />
              ) : null}
            </div>
            {mine && message.deletedAt === undefined && channel === undefined ? (
              <MessageActions conversationId={conversationId} message={message} own={own} />
            ) : null}
            {mine && message.deletedAt === undefined && channel !== undefined && !failed ? (
              <ChannelActions conversationId={conversationId} message={message} own={own} />
            ) : null}
          </div>
          <Reactions
            conversationId={conversationId}
            message={message}
            meId={meId}
            mine={mine && channel === undefined}
          />
          {failed ? <FailedDelivery conversationId={conversationId} message={message} mine={mine} /> : null}
          {endsRun || message.editedAt !== undefined || (outgoing && !failed) ? (
            <span className={styles['mark']}>
              {message.editedAt === undefined ? null : (
                <span className={parts['edited']}>{t('message.edited')}</span>
              )}
              <time dateTime={message.sentAt} title={fullTime(message.sentAt)}>
                {clockTime(message.sentAt)}
              </time>
              {delivery !== null && (outgoing || props.own) ? (
                <DeliveryMark state={delivery}>
                  {part?.mode === 'private' ? <AloneMark /> : null}
                </DeliveryMark>
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
    one.open === other.open &&
    one.call === other.call &&
    one.answered === other.answered &&
    one.conversation.id === other.conversation.id &&
    one.conversation.channel?.name === other.conversation.channel?.name &&
    one.conversation.visitor.avatarUrl === other.conversation.visitor.avatarUrl &&
    one.delivery === other.delivery &&
    one.row.message === other.row.message &&
    one.row.startsRun === other.row.startsRun &&
    one.row.endsRun === other.row.endsRun,
);
