import type { Message, ReplyTo } from '@dakenh/socket';
import { useTranslation } from 'react-i18next';
import { useBrief } from '../useBrief.ts';
import styles from './message.module.css';

interface ReplyQuoteProps {
  replyTo: ReplyTo;
  /** The message itself where it is loaded: it may have been edited since. */
  loaded: Message | undefined;
  meId: string;
}

/** What a message answers; a click goes there. */
export function ReplyQuote({ replyTo, loaded, meId }: ReplyQuoteProps) {
  const { t } = useTranslation('desk');
  const words = useBrief(loaded);
  const { author, excerpt, sequence } = replyTo;
  const name = author.id === meId ? t('thread.you') : author.name || t('thread.anonymous');
  return (
    <button
      type="button"
      className={styles['quote']}
      aria-label={t('message.inReplyTo', { name })}
      onClick={(event) => {
        const list = event.currentTarget.closest('ol');
        list?.querySelector(`[data-sequence="${String(sequence)}"]`)?.scrollIntoView({ block: 'center' });
      }}
    >
      <strong dir="auto">{name}</strong>
      <span dir="auto">{loaded ? words : excerpt || t('message.deleted')}</span>
    </button>
  );
}
