import { ProblemError } from '@dakenh/api-client';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { duration } from '../../shared/lib/time.ts';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Explanation } from './api.ts';
import { useExplain } from './api.ts';
import type { Popups } from './content.ts';
import { popupsVi } from './locale.ts';
import styles from './popups.module.css';

type Reason = keyof typeof popupsVi.why.reason;
type CandidateReason = keyof typeof popupsVi.why.candidate;

function isReason(reason: string): reason is Reason {
  return Object.hasOwn(popupsVi.why.reason, reason);
}

function candidateReason(reason: string): CandidateReason {
  return Object.hasOwn(popupsVi.why.candidate, reason) ? (reason as CandidateReason) : 'other';
}

/** Enter a page, see what shows there and why. */
export function Explain({ content }: { content: Popups }) {
  const { t } = useTranslation('popups');
  const errorText = useErrorText();
  const id = useId();
  const [url, setUrl] = useState('');
  const explain = useExplain();

  const refusal = (error: unknown) => {
    if (!(error instanceof ProblemError) || error.problem.errors.length === 0) return errorText.of(error);
    const ofUrl = error.problem.errors.find(({ pointer }) => pointer === '/url');
    return ofUrl === undefined ? t('why.invalid') : errorText.ofField(ofUrl);
  };
  return (
    <FormCard title={t('why.title')} help={t('why.help')}>
      <div>
        <form
          className={styles['ask']}
          onSubmit={(event) => {
            event.preventDefault();
            explain.mutate({ url: url.trim(), content });
          }}
        >
          <label htmlFor={id} className="visually-hidden">
            {t('why.url')}
          </label>
          <Input
            id={id}
            value={url}
            inputMode="url"
            placeholder={t('why.placeholder')}
            onChange={(event) => {
              setUrl(event.target.value);
            }}
          />
          <Button htmlType="submit" disabled={url.trim() === ''} loading={explain.isPending}>
            {t('why.ask')}
          </Button>
        </form>
        <div aria-live="polite" className={styles['said']}>
          {explain.isError ? <Alert type="error" showIcon title={refusal(explain.error)} /> : null}
          {explain.data ? <Answer explanation={explain.data} /> : null}
        </div>
      </div>
    </FormCard>
  );
}

function Answer({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation('popups');
  const language = useLanguage();
  const { shows, popup, afterSeconds, reason, candidates, normalizedUrl } = explanation;
  const title = popup?.title ?? '';
  const time = afterSeconds === undefined ? undefined : duration(afterSeconds, language);
  const verdict = () => {
    if (shows === 'nothing') return t('why.nothing');
    if (shows === 'popup') {
      return time === undefined ? t('why.popupNow', { title }) : t('why.popup', { title, time });
    }
    return time === undefined ? t('why.fallbackNow') : t('why.fallback', { time });
  };
  return (
    <div className={styles['answer']}>
      <Alert
        showIcon
        type={shows === 'nothing' ? 'warning' : 'success'}
        title={verdict()}
        description={isReason(reason) ? t(`why.reason.${reason}`, { path: popup?.path ?? '' }) : undefined}
      />
      <p className={styles['quiet']}>{t('why.normalized', { url: normalizedUrl })}</p>
      {candidates.length === 0 ? null : (
        <ul className={styles['candidates']} aria-label={t('why.candidates')}>
          {candidates.map((candidate) => (
            <li key={candidate.id}>
              <span className={styles['what']}>
                <strong>{candidate.title}</strong>
                <span>{candidate.path}</span>
              </span>
              <Pill tone={candidate.reason === 'selected' ? 'good' : candidate.matches ? 'warn' : 'calm'}>
                {t(`why.candidate.${candidateReason(candidate.reason)}`)}
              </Pill>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
