import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './charts.module.css';
import { CHART_HEIGHT, type DayChartProps } from './days.ts';

// The library is only fetched where a chart is looked at; without it the page still has its table.
const DayBars = lazy(() => import('./DayBars.tsx').catch(() => ({ default: ChartMissing })));

/** Numbers by day. */
export function DayChart(props: DayChartProps) {
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: CHART_HEIGHT }} />}>
      <DayBars {...props} />
    </Suspense>
  );
}

function ChartMissing() {
  const { t } = useTranslation('common');
  return <p className={styles['missing']}>{t('chartMissing')}</p>;
}
