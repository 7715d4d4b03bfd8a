import type { Message } from '@dakenh/socket';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../../shared/i18n/useErrorText.ts';
import { useDesk } from '../../model/DeskContext.ts';
import styles from './message.module.css';

interface ReactionsProps {
  conversationId: string;
  message: Message;
  meId: string;
  /** Whether one may join in. */
  mine: boolean;
}

/** Emoji with how many chose them; a click adds or takes back one's own. */
export function Reactions({ conversationId, message, meId, mine }: ReactionsProps) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const errorText = useErrorText();
  const { message: notices } = App.useApp();
  const { reactions = [], sequence } = message;
  if (reactions.length === 0) return null;
  return (
    <ul className={styles['reactions']} aria-label={t('message.reactions')}>
      {reactions.map(({ emoji, by }) => {
        const own = by.some((person) => person.id === meId);
        const names = by.map((person) => person.name || t('thread.anonymous')).join(', ');
        return (
          <li key={emoji}>
            <button
              type="button"
              disabled={!mine}
              aria-pressed={own}
              aria-label={t('message.reactedBy', { emoji, names })}
              title={names}
              onClick={() => {
                desk
                  .change({ type: 'react', conversationId, sequence, emoji, active: !own })
                  .catch((error: unknown) => void notices.error(errorText.of(error)));
              }}
            >
              <span aria-hidden="true">{emoji}</span>
              <span aria-hidden="true">{by.length}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
