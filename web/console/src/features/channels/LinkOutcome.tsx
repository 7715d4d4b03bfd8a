import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Spin } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import type { Kind, LinkSession } from './api.ts';
import { CHANNELS_KEY, loadSession } from './api.ts';
import styles from './channels.module.css';
import { ChooseDialog } from './ChooseDialog.tsx';
import { useChannelWords } from './words.ts';

const INVALID = 'invalid';
const LOOK_AGAIN_MILLISECONDS = 1000;

interface LinkOutcomeProps {
  /** Of the session that came back from the dialog. */
  id: string;
  onAgain: (kind: Kind) => void;
  onDone: () => void;
}

/** What came of a provider's dialog: pages to choose from, linked, or why not. */
export function LinkOutcome({ id, onAgain, onDone }: LinkOutcomeProps) {
  const { t } = useTranslation('channels');
  const http = useHttp();
  const client = useQueryClient();
  const errorText = useErrorText();
  const session = useQuery({
    queryKey: ['link-session', id],
    queryFn: ({ signal }) => loadSession(http, id, signal),
    enabled: id !== INVALID,
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? LOOK_AGAIN_MILLISECONDS : false),
  });
  const state = session.data?.state;
  useEffect(() => {
    if (state === 'linked') void client.invalidateQueries({ queryKey: CHANNELS_KEY });
  }, [client, state]);

  if (id === INVALID) {
    return <Outcome tone="error" text={t('result.invalid')} onDone={onDone} />;
  }
  if (session.isError) {
    return <Outcome tone="error" text={errorText.of(session.error)} onDone={onDone} />;
  }
  if (!session.data || session.data.state === 'waiting') {
    return (
      <p className={styles['finishing']} role="status">
        <Spin size="small" /> {t('result.finishing')}
      </p>
    );
  }
  if (session.data.state === 'choose') return <ChooseDialog session={session.data} onDone={onDone} />;
  return <Settled session={session.data} onAgain={onAgain} onDone={onDone} />;
}

interface SettledProps extends Omit<LinkOutcomeProps, 'id'> {
  session: LinkSession;
}

function Settled({ session, onAgain, onDone }: SettledProps) {
  const { t } = useTranslation('channels');
  const words = useChannelWords();
  const { state, missingPermissions, failureCode, kind } = session;
  if (state === 'linked') {
    return missingPermissions.length > 0 ? (
      <Outcome
        tone="warning"
        text={t('result.missing', { list: words.permissions(missingPermissions) })}
        onDone={onDone}
      />
    ) : (
      <Outcome tone="success" text={t('result.linked')} onDone={onDone} />
    );
  }
  const text =
    failureCode === 'linked-elsewhere'
      ? t('result.linkedElsewhere')
      : t(`result.${state === 'refused' || state === 'expired' ? state : 'failed'}`);
  return (
    <Outcome
      tone={state === 'refused' ? 'info' : 'error'}
      text={text}
      onDone={onDone}
      onAgain={() => {
        onAgain(kind);
      }}
    />
  );
}

interface OutcomeProps {
  tone: 'success' | 'info' | 'warning' | 'error';
  text: string;
  onDone: () => void;
  onAgain?: () => void;
}

function Outcome({ tone, text, onDone, onAgain }: OutcomeProps) {
  const { t } = useTranslation('channels');
  return (
    <div className={styles['outcome']} data-testid="link-outcome" data-tone={tone}>
      <Alert
        type={tone}
        showIcon
        title={text}
        closable={{ onClose: onDone }}
        action={onAgain ? <Button onClick={onAgain}>{t('result.again')}</Button> : undefined}
      />
    </div>
  );
}
