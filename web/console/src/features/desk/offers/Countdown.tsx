import { useTranslation } from 'react-i18next';
import { useNow } from '../../../shared/lib/useNow.ts';
import type { LiveOffer } from '../model/state.ts';
import styles from './offers.module.css';

const RADIUS = 19;
const ROUND = 2 * Math.PI * RADIUS;

export function Countdown({ offer }: { offer: LiveOffer }) {
  const { t } = useTranslation('desk');
  const now = useNow(500);
  const left = Math.max(0, Math.ceil((offer.endsAt - now) / 1000));
  const whole = Math.max(1, (offer.endsAt - new Date(offer.madeAt).getTime()) / 1000);
  const share = Math.min(1, left / whole);
  return (
    <span className={styles['ring']} role="timer" aria-label={t('offers.left', { count: left })}>
      <svg viewBox="0 0 44 44" aria-hidden="true">
        <circle className={styles['track']} cx="22" cy="22" r={RADIUS} />
        <circle
          className={styles['rest']}
          cx="22"
          cy="22"
          r={RADIUS}
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - share)}
        />
      </svg>
      <span aria-hidden="true">{left}</span>
    </span>
  );
}
