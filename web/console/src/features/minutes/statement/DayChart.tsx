import { theme } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { duration, number } from '../../../shared/lib/time.ts';
import type { StatementDay } from '../api.ts';
import styles from '../minutes.module.css';
import { busiest, dayText, everyDay } from './days.ts';

interface DayChartProps {
  month: string;
  days: readonly StatementDay[];
}

/** Bars by day; the same figures are there as a table for whoever cannot see bars. */
export function DayChart({ month, days }: DayChartProps) {
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
          <Bars
            month={month}
            days={days}
            label={t('chart.label', {
              month: dayText(`${month}-01`).slice(3),
              most: duration(most.audioSeconds + most.videoSeconds, language),
              day: dayText(most.date),
            })}
          />
          <details className={styles['details']}>
            <summary>{t('chart.table')}</summary>
            <table className={styles['table']}>
              <thead>
                <tr>
                  <th scope="col">{t('chart.day')}</th>
                  <th scope="col">{t('medias.audio')}</th>
                  <th scope="col">{t('medias.video')}</th>
                  <th scope="col">{t('chart.answered')}</th>
                  <th scope="col">{t('chart.missed')}</th>
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day.date}>
                    <td data-label={t('chart.day')}>{dayText(day.date)}</td>
                    <td data-label={t('medias.audio')}>{duration(day.audioSeconds, language)}</td>
                    <td data-label={t('medias.video')}>{duration(day.videoSeconds, language)}</td>
                    <td data-label={t('chart.answered')}>{number(day.answered, language)}</td>
                    <td data-label={t('chart.missed')}>{number(day.missed, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}

function Bars({ month, days, label }: DayChartProps & { label: string }) {
  const { t } = useTranslation('minutes');
  const { token } = theme.useToken();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  const audio = t('medias.audio');
  const video = t('medias.video');
  const minutes = t('chart.minutes');
  useEffect(() => {
    const target = canvas.current;
    if (!target) return undefined;
    let gone = false;
    let end: (() => void) | undefined;
    // The library is only fetched where a chart is looked at.
    import('./bars.ts').then(
      ({ drawBars }) => {
        if (gone) return;
        end = drawBars(target, {
          days: everyDay(month, days),
          words: { audio, video, minutes },
          colours: {
            audio: token.colorPrimary,
            video: token.colorWarning,
            text: token.colorTextSecondary,
            line: token.colorBorderSecondary,
          },
          font: token.fontFamily,
        });
      },
      () => {
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
      end?.();
    };
  }, [month, days, audio, video, minutes, token]);
  if (failed) return <p className={styles['noChart']}>{t('chart.failed')}</p>;
  return (
    <div className={styles['canvas']}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
