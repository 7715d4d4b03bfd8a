import { ProblemError } from '@dakenh/api-client';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../i18n/useErrorText.ts';
import styles from './ui.module.css';

interface NoticeProps {
  title: string;
  text?: string | undefined;
  reference?: string | undefined;
  action?: ReactNode;
  tone?: 'calm' | 'error';
}

/** Three lines that run into one: the empty state of anything that gathers channels. */
function Art({ tone }: { tone: 'calm' | 'error' }) {
  return (
    <svg className={styles['art']} viewBox="0 0 72 72" fill="none" aria-hidden="true">
      <circle cx="36" cy="36" r="34" fill="currentColor" opacity="0.09" />
      {tone === 'calm' ? (
        <g stroke="currentColor" strokeWidth="3" strokeLinecap="round">
          <path d="M17 25c11 0 11 11 22 11" />
          <path d="M17 36h22" />
          <path d="M17 47c11 0 11-11 22-11" />
          <circle cx="48" cy="36" r="6" />
        </g>
      ) : (
        <g stroke="currentColor" strokeWidth="3" strokeLinecap="round">
          <path d="M17 36h13" />
          <path d="M42 36h13" />
          <path d="m33 29 6 14" opacity="0.55" />
        </g>
      )}
    </svg>
  );
}

export function Notice({ title, text, reference, action, tone = 'calm' }: NoticeProps) {
  return (
    <div className={styles['notice']} role={tone === 'error' ? 'alert' : undefined}>
      <Art tone={tone} />
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {reference === undefined ? null : <small>{reference}</small>}
      {action}
    </div>
  );
}

export function LoadError({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  const traceId = error instanceof ProblemError && error.problem.status >= 500 ? error.problem.traceId : '';
  return (
    <Notice
      tone="error"
      title={t('states.errorTitle')}
      text={errorText.of(error)}
      reference={traceId === '' ? undefined : t('states.reference', { traceId })}
      action={<Button onClick={onRetry}>{t('actions.retry')}</Button>}
    />
  );
}
