import { Select, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { duration, number } from '../../../shared/lib/time.ts';
import { LoadError } from '../../../shared/ui/Notice.tsx';
import { Card } from '../../../shared/ui/Page.tsx';
import { Pill } from '../../../shared/ui/Pill.tsx';
import type { Statement } from '../api.ts';
import { useMonths, useStatement } from '../api.ts';
import styles from '../minutes.module.css';
import { Days } from './Days.tsx';

/** 2026-11 as 11/2026. */
function monthText(month: string): string {
  const [year = '', rest = ''] = month.split('-');
  return `${rest}/${year}`;
}

/** What happened to the minutes of a month. */
export function StatementTab() {
  const { t } = useTranslation('minutes');
  const id = useId();
  const months = useMonths();
  const [chosen, choose] = useState<string>();
  const month = chosen ?? months.data?.[0];
  const statement = useStatement(month);
  if (months.isError)
    return (
      <Card>
        <LoadError error={months.error} onRetry={() => void months.refetch()} />
      </Card>
    );
  return (
    <>
      <div className={styles['month']}>
        <label htmlFor={id}>{t('month')}</label>
        <Select
          id={id}
          value={month ?? null}
          loading={months.isPending}
          onChange={(value: string | null) => {
            choose(value ?? undefined);
          }}
          options={(months.data ?? []).map((value) => ({ value, label: monthText(value) }))}
        />
        {statement.data ? (
          <Pill tone={statement.data.closed ? 'calm' : 'good'}>
            {t(statement.data.closed ? 'statement.closed' : 'statement.open')}
          </Pill>
        ) : null}
      </div>
      <Card>
        {statement.isPending ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
        {statement.isError ? (
          <LoadError error={statement.error} onRetry={() => void statement.refetch()} />
        ) : null}
        {statement.data ? (
          <div className={styles['statement']}>
            <Days month={statement.data.month} days={statement.data.days} />
            <Figures statement={statement.data} />
          </div>
        ) : null}
      </Card>
    </>
  );
}

function Figures({ statement }: { statement: Statement }) {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  const words = (seconds: number) =>
    seconds < 0 ? `−${duration(-seconds, language)}` : duration(seconds, language);
  const rows: readonly (readonly [string, number, boolean])[] = [
    [t('statement.granted'), statement.grantedSeconds, true],
    [t('statement.bonusReceived'), statement.bonusReceivedSeconds, statement.bonusReceivedSeconds > 0],
    [t('statement.corrections'), statement.correctionSeconds, statement.correctionSeconds !== 0],
    [t('statement.fromMonthly'), statement.usedFromMonthlySeconds, true],
    [t('statement.fromBonus'), statement.usedFromBonusSeconds, statement.usedFromBonusSeconds > 0],
    [t('statement.overdraft'), statement.overdraftSeconds, statement.overdraftSeconds > 0],
    [t('statement.returned'), statement.returnedSeconds, statement.closed],
  ];
  return (
    <dl className={styles['figures']}>
      <div data-sum="true">
        <dt>{t('statement.used')}</dt>
        <dd>{words(statement.usedSeconds)}</dd>
      </div>
      <div>
        <dt>{t('statement.calls')}</dt>
        <dd>
          {number(statement.calls.all, language)}
          <small>
            {t('statement.callsText', {
              answered: number(statement.calls.answered, language),
              missed: number(statement.calls.missed, language),
            })}
          </small>
        </dd>
      </div>
      {rows
        .filter(([, , shown]) => shown)
        .map(([label, seconds]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words(seconds)}</dd>
          </div>
        ))}
    </dl>
  );
}
