import { useTranslation } from 'react-i18next';
import { DayChart } from '../../../shared/charts/DayChart.tsx';
import { RecordTable } from '../../../shared/history/RecordTable.tsx';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { duration, number } from '../../../shared/lib/time.ts';
import type { StatementDay } from '../api.ts';
import styles from '../minutes.module.css';
import { busiest, dayText, everyDay, inMinutes } from './days.ts';

interface DaysProps {
  month: string;
  days: readonly StatementDay[];
}

/** Bars by day; the same figures are there as a table for whoever cannot see bars. */
export function Days({ month, days }: DaysProps) {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  const most = busiest(days);
  return (
    <section className={styles['chart']} aria-label={t('chart.title')}>
      <h2>{t('chart.title')}</h2>
      {most === undefined ? (
        <p className={styles['noChart']}>{t('chart.none')}</p>
      ) : (
        <>
          <DayChart
            days={everyDay(month, days).map((day) => ({
              day: day.date,
              audio: inMinutes(day.audioSeconds),
              video: inMinutes(day.videoSeconds),
            }))}
            series={[
              { key: 'audio', label: t('medias.audio'), color: 'var(--dk-primary)' },
              { key: 'video', label: t('medias.video'), color: 'var(--dk-warning)' },
            ]}
            stacked
            label={t('chart.label', {
              month: dayText(`${month}-01`).slice(3),
              most: duration(most.audioSeconds + most.videoSeconds, language),
              day: dayText(most.date),
            })}
            formatDay={dayText}
            formatValue={(minutes) => number(minutes, language)}
          />
          <details className={styles['details']}>
            <summary>{t('chart.table')}</summary>
            <RecordTable
              head={
                <>
                  <th scope="col">{t('chart.day')}</th>
                  <th scope="col">{t('medias.audio')}</th>
                  <th scope="col">{t('medias.video')}</th>
                  <th scope="col">{t('chart.answered')}</th>
                  <th scope="col">{t('chart.missed')}</th>
                </>
              }
            >
              {days.map((day) => (
                <tr key={day.date}>
                  <td data-label={t('chart.day')}>{dayText(day.date)}</td>
                  <td data-label={t('medias.audio')}>{duration(day.audioSeconds, language)}</td>
                  <td data-label={t('medias.video')}>{duration(day.videoSeconds, language)}</td>
                  <td data-label={t('chart.answered')}>{number(day.answered, language)}</td>
                  <td data-label={t('chart.missed')}>{number(day.missed, language)}</td>
                </tr>
              ))}
            </RecordTable>
          </details>
        </>
      )}
    </section>
  );
}
