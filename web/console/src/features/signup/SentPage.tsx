import { ProblemError } from '@dakenh/api-client';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation } from 'react-router';
import * as v from 'valibot';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { sendAgain } from './api.ts';
import { SIGN_UP } from './paths.ts';
import { PublicFrame } from './PublicFrame.tsx';
import styles from './signup.module.css';

const PAUSE_SECONDS = 60;
const sentSchema = v.object({ id: v.string(), email: v.string() });

export function SentPage() {
  const location: { state: unknown } = useLocation();
  const sent = v.safeParse(sentSchema, location.state);
  return sent.success ? <Sent {...sent.output} /> : <Navigate to={SIGN_UP} replace />;
}

/** Seconds until another letter may be asked for. */
function useCountdown() {
  const [seconds, setSeconds] = useState(PAUSE_SECONDS);
  useEffect(() => {
    const timer = window.setInterval(() => {
      setSeconds((left) => Math.max(0, left - 1));
    }, 1000);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return [seconds, setSeconds] as const;
}

function Sent({ id, email }: { id: string; email: string }) {
  const { t } = useTranslation('signup');
  const http = useHttp();
  const errorText = useErrorText();
  const [seconds, setSeconds] = useCountdown();
  const [busy, setBusy] = useState(false);
  const [again, setAgain] = useState(false);
  const [problem, setProblem] = useState<string>();
  const resend = async () => {
    setProblem(undefined);
    setBusy(true);
    try {
      await sendAgain(http, id);
      setAgain(true);
      setSeconds(PAUSE_SECONDS);
    } catch (error) {
      setProblem(errorText.of(error));
      if (error instanceof ProblemError) setSeconds(error.retryAfterSeconds ?? 0);
    }
    setBusy(false);
  };
  return (
    <PublicFrame title={t('sent.title')} text={t('sent.text', { email })}>
      {again ? <Alert type="success" showIcon title={t('sent.again')} role="status" /> : null}
      {problem === undefined ? null : <Alert type="error" showIcon title={problem} role="alert" />}
      <ul className={styles['steps']}>
        <li>{t('sent.hintSpam')}</li>
        <li>{t('sent.hintTime')}</li>
        <li>{t('sent.hintKnown')}</li>
      </ul>
      <Button block disabled={seconds > 0} loading={busy} onClick={() => void resend()}>
        {seconds > 0 ? t('sent.resendIn', { seconds }) : t('sent.resend')}
      </Button>
      <p className={styles['also']}>
        {t('sent.wrong')} <Link to={SIGN_UP}>{t('sent.back')}</Link>
      </p>
    </PublicFrame>
  );
}
