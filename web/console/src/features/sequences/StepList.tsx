import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration } from '../../shared/lib/time.ts';
import { sequencesVi } from './locale.ts';
import styles from './sequences.module.css';
import type { Step } from './timeline.ts';

type Reason = keyof typeof sequencesVi.timeline.reason;

function reasonOf(reason: string): Reason {
  return Object.hasOwn(sequencesVi.timeline.reason, reason) ? (reason as Reason) : 'other';
}

/** The timeline in sentences. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('sequences');
  const language = useLanguage();
  const told = steps.filter((step) => step.kind !== 'armed');
  if (told.length === 0) return <p className={styles['quiet']}>{t('timeline.nothing')}</p>;
  return (
    <ol className={styles['steps']}>
      {told.map((step, index) => (
        <li key={String(index)} data-kind={step.kind} data-sequence={step.sequence}>
          <strong>
            {t(`timeline.${step.kind}`, {
              time: duration(step.atSeconds, language),
              sequence: t(`names.${step.sequence}`),
              position: (step.index ?? 0) + 1,
            })}
            {step.kind === 'cancelled' && step.reason !== undefined
              ? `, ${t('timeline.because', { reason: t(`timeline.reason.${reasonOf(step.reason)}`) })}`
              : ''}
          </strong>
          {step.text === undefined ? null : <span>{step.text}</span>}
        </li>
      ))}
    </ol>
  );
}
