import type { Conversation } from '@dakenh/socket';
import { useTranslation } from 'react-i18next';
import { fullTime } from '../../../shared/lib/time.ts';
import styles from './care.module.css';

/** Says what is out of the ordinary with the conversation on screen. */
export function ThreadStatus({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('care');
  const { blocked, snoozedUntil, waiting, agents, state } = conversation;
  if (blocked === true) return <p className={styles['status']}>{t('actions.blockedBar')}</p>;
  if (snoozedUntil !== undefined) {
    return <p className={styles['status']}>{t('actions.snoozedUntil', { time: fullTime(snoozedUntil) })}</p>;
  }
  if (state === 'open' && waiting === true && agents.length > 0) {
    return <p className={styles['status']}>{t('actions.waiting')}</p>;
  }
  return null;
}
