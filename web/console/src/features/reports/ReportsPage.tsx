import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { DayChart } from '../../shared/charts/DayChart.tsx';
import { useLanguage } from '../../shared/i18n/language.ts';
import { number } from '../../shared/lib/time.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import type { Asked, Report } from './api.ts';
import { loadReport } from './api.ts';
import { lastDays, shortDay } from './days.ts';
import { Figures } from './Figures.tsx';
import { ReportFilters } from './ReportFilters.tsx';
import { MeasureTable } from './MeasureTable.tsx';
import styles from './reports.module.css';

const USUAL_DAYS = 30;

/** How conversations went. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const http = useHttp();
  const [asked, setAsked] = useState<Asked>(() => lastDays(USUAL_DAYS, new Date()));
  const report = useQuery({
    queryKey: ['reports', asked],
    queryFn: ({ signal }) => loadReport(http, asked, signal),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });
  return (
    <Page title={t('title')} description={t('description')} wide>
      <ReportFilters asked={asked} onChange={setAsked} />
      {report.isPending ? (
        <Card>
          <Skeleton active paragraph={{ rows: 8 }} />
        </Card>
      ) : null}
      {report.isError ? (
        <Card>
          <LoadError error={report.error} onRetry={() => void report.refetch()} />
        </Card>
      ) : null}
      {report.data ? <Body report={report.data} asked={asked} /> : null}
    </Page>
  );
}

function Body({ report, asked }: { report: Report; asked: Asked }) {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  if (report.totals.opened === 0) {
    return (
      <Card>
        <Notice title={t('emptyTitle')} text={t('empty')} />
      </Card>
    );
  }
  const days = report.days.map(({ key, measures }) => ({
    day: key ?? '',
    opened: measures.opened,
    answered: measures.answered,
  }));
  return (
    <div className={styles['report']}>
      <Figures totals={report.totals} />
      <section className={styles['block']} aria-label={t('byDay')}>
        <h2>{t('byDay')}</h2>
        <DayChart
          days={days}
          series={[
            { key: 'opened', label: t('opened'), color: 'var(--dk-primary)' },
            { key: 'answered', label: t('answered'), color: '#f59e0b' },
          ]}
          label={t('chart')}
          formatDay={shortDay}
          formatValue={(value) => number(value, language)}
        />
      </section>
      <MeasureTable table="agents" rows={report.agents} asked={asked} />
      <MeasureTable table="departments" rows={report.departments} asked={asked} />
      <MeasureTable table="channels" rows={report.channels} asked={asked} />
      <MeasureTable table="days" rows={report.days} asked={asked} folded />
    </div>
  );
}
