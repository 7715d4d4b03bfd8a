import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../../../shared/lib/time.ts';
import { useNow } from '../../../shared/lib/useNow.ts';
import { useDesk, useDeskState } from '../model/DeskContext.ts';
import type { Connection } from '../model/state.ts';
import styles from './ConnectionBar.module.css';

/** A blip of this length is nobody's business. */
const GRACE_MILLISECONDS = 1500;

const STOPPED_TEXT = {
  'signed-out': 'connection.signedOut',
  suspended: 'connection.suspended',
  protocol: 'connection.protocol',
  closed: 'connection.connecting',
} as const;

export function ConnectionBar({ onSignIn }: { onSignIn: () => void }) {
  const connection = useDeskState((state) => state.connection);
  return connection.state.kind === 'online' ? null : <LostBar connection={connection} onSignIn={onSignIn} />;
}

function LostBar({ connection, onSignIn }: { connection: Connection; onSignIn: () => void }) {
  const { t } = useTranslation('desk');
  const desk = useDesk();
  const now = useNow(500);
  const { state, lostAt } = connection;

  if (state.kind === 'stopped') {
    const signIn = state.reason === 'signed-out';
    const reload = () => {
      window.location.reload();
    };
    return (
      <div className={styles['bar']} data-tone="stopped" role="alert">
        <span>{t(STOPPED_TEXT[state.reason])}</span>
        {state.reason === 'closed' || state.reason === 'suspended' ? null : (
          <Button size="small" onClick={signIn ? onSignIn : reload}>
            {signIn ? t('connection.signIn') : t('actions.reload', { ns: 'common' })}
          </Button>
        )}
      </div>
    );
  }
  if (lostAt === undefined || now - lostAt < GRACE_MILLISECONDS) return null;
  const seconds = state.kind === 'waiting' ? Math.max(0, Math.ceil((state.retryAt - now) / 1000)) : 0;
  return (
    <div className={styles['bar']} data-tone="lost">
      <span role="status">
        {connection.everOnline
          ? t('connection.lost', { time: clockTime(lostAt) })
          : t('connection.connecting')}
      </span>
      <span className={styles['retry']}>
        {seconds > 0 ? t('connection.retryIn', { count: seconds }) : t('connection.connecting')}
      </span>
      <Button
        size="small"
        onClick={() => {
          desk.wake();
        }}
      >
        {t('connection.now')}
      </Button>
    </div>
  );
}
