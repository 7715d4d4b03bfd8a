import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration, number } from '../../shared/lib/time.ts';
import type { Measures } from './api.ts';
import styles from './reports.module.css';

function Figure({ label, value, more }: { label: string; value: ReactNode; more: ReactNode }) {
  return (
    <div className={styles['figure']}>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{more}</span>
      </dd>
    </div>
  );
}

/** The few numbers that are looked at first. */
export function Figures({ totals }: { totals: Measures }) {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const share = `${String(Math.round((100 * totals.answered) / totals.opened))} %`;
  const spread = (measured: Measures['handling']) => ({
    value: measured === undefined ? '–' : duration(measured.medianSeconds, language),
    more:
      measured === undefined ? '' : t('slowest', { time: duration(measured.slowestTenthSeconds, language) }),
  });
  const { rating } = totals;
  return (
    <dl className={styles['figures']} data-testid="report-figures">
      <Figure
        label={t('opened')}
        value={number(totals.opened, language)}
        more={t('answeredShare', { share })}
      />
      <Figure label={t('firstResponse')} {...spread(totals.firstResponse)} />
      <Figure label={t('handling')} {...spread(totals.handling)} />
      <Figure
        label={t('rating')}
        value={rating.average === undefined ? '–' : `${number(rating.average, language)} ★`}
        more={rating.count === 0 ? t('noRatings') : t('ratings', { count: rating.count })}
      />
    </dl>
  );
}
