import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { useErrorText } from '../../shared/i18n/useErrorText.ts';
import { useLanguage } from '../../shared/i18n/language.ts';
import { saveFile } from '../../shared/lib/save-file.ts';
import { duration, number } from '../../shared/lib/time.ts';
import type { Asked, Measures, Row, Table } from './api.ts';
import { downloadTable } from './api.ts';
import { longDay } from './days.ts';
import styles from './reports.module.css';

const TITLES = {
  days: 'byDay',
  agents: 'byAgent',
  departments: 'byDepartment',
  channels: 'byChannel',
} as const;
const FIRST = { days: 'day', agents: 'agent', departments: 'department', channels: 'channel' } as const;

interface MeasureTableProps {
  table: Table;
  rows: readonly Row[];
  asked: Asked;
  /** Behind a summary line: the picture above says most of it. */
  folded?: boolean;
}

export function MeasureTable({ table, rows, asked, folded = false }: MeasureTableProps) {
  const { t } = useTranslation('reports');
  const title = t(TITLES[table]);
  const numbers = <Numbers table={table} rows={rows} title={title} />;
  return (
    <section className={styles['block']} aria-label={title} data-testid={`report-${table}`}>
      <header>
        <h2>{title}</h2>
        <Download table={table} asked={asked} title={title} />
      </header>
      {folded ? (
        <details>
          <summary>{t('showDays')}</summary>
          {numbers}
        </details>
      ) : (
        numbers
      )}
    </section>
  );
}

function Download({ table, asked, title }: { table: Table; asked: Asked; title: string }) {
  const { t } = useTranslation('reports');
  const http = useHttp();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const download = useMutation({
    mutationFn: () => downloadTable(http, table, asked),
    onSuccess: (file) => {
      saveFile(file, `${t('file')}-${table}-${asked.from}-${asked.to}.csv`);
      void message.success(t('csvDone'));
    },
    onError: (error) => {
      void message.error(errorText.of(error));
    },
  });
  return (
    <Button
      icon={<DownloadOutlined aria-hidden="true" />}
      loading={download.isPending}
      aria-label={t('csvOf', { table: title })}
      onClick={() => {
        download.mutate();
      }}
    >
      {t('csv')}
    </Button>
  );
}

function Numbers({ table, rows, title }: { table: Table; rows: readonly Row[]; title: string }) {
  const { t } = useTranslation(['reports', 'common']);
  const language = useLanguage();
  const nameOf = ({ key, name }: Row): string => {
    if (key === undefined) return table === 'agents' ? t('nobody') : t('none');
    if (table === 'days') return longDay(key);
    if (table === 'channels') return channelName(key);
    return name ?? '';
  };
  const channelName = (kind: string): string => {
    if (kind === 'livetalk' || kind === 'facebook' || kind === 'zalo') {
      return t(`channel.${kind}`, { ns: 'common' });
    }
    return kind;
  };
  const time = (measured: Measures['handling']) =>
    measured === undefined ? '–' : duration(measured.medianSeconds, language);
  return (
    <div className={styles['scroll']} role="region" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(FIRST[table])}</th>
            <th scope="col">{t('opened')}</th>
            <th scope="col">{t('answered')}</th>
            <th scope="col">{t('closed')}</th>
            <th scope="col">{t('firstResponse')}</th>
            <th scope="col">{t('handling')}</th>
            <th scope="col">{t('rating')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key ?? ''}>
              <th scope="row" dir="auto">
                {nameOf(row)}
              </th>
              <td>{number(row.measures.opened, language)}</td>
              <td>{number(row.measures.answered, language)}</td>
              <td>{number(row.measures.closed, language)}</td>
              <td>{time(row.measures.firstResponse)}</td>
              <td>{time(row.measures.handling)}</td>
              <td>
                {row.measures.rating.average === undefined
                  ? '–'
                  : `${number(row.measures.rating.average, language)} ★ (${number(row.measures.rating.count, language)})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
