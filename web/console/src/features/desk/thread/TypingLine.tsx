import { useTranslation } from 'react-i18next';
import { useDeskState } from '../model/DeskContext.ts';
import styles from './thread.module.css';

export function TypingLine({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation('desk');
  const typists = useDeskState((state) => state.typing.get(conversationId));
  const names = typists?.map((one) => one.participant.name || t('thread.anonymous')) ?? [];
  return (
    <p className={styles['typing']} aria-live="polite">
      {names.length > 0 ? (
        <>
          <span className={styles['dots']} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t('typing', { count: names.length, names: names.join(', ') })}
        </>
      ) : null}
    </p>
  );
}
