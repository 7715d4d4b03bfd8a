import { Segmented, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../shared/api/HttpContext.ts';
import type { Asked } from './api.ts';
import { lastDays } from './days.ts';
import { loadPlaces } from './places.ts';
import styles from './reports.module.css';

const RANGES = { week: 7, month: 30, quarter: 90 } as const;
type Range = keyof typeof RANGES;

const CHANNELS = ['livetalk', 'facebook', 'zalo'] as const;

interface ReportFiltersProps {
  asked: Asked;
  onChange: (asked: Asked) => void;
}

function rangeOf(asked: Asked): Range | undefined {
  const now = new Date();
  return (Object.keys(RANGES) as Range[]).find((range) => {
    const days = lastDays(RANGES[range], now);
    return days.from === asked.from && days.to === asked.to;
  });
}

export function ReportFilters({ asked, onChange }: ReportFiltersProps) {
  const { t } = useTranslation(['reports', 'common']);
  const http = useHttp();
  const places = useQuery({
    queryKey: ['reports', 'places'],
    queryFn: ({ signal }) => loadPlaces(http, signal),
    staleTime: 60_000,
  });
  const range = rangeOf(asked);
  return (
    <div className={styles['filters']}>
      <Segmented<Range | ''>
        aria-label={t('range')}
        value={range ?? ''}
        onChange={(next) => {
          if (next !== '') onChange({ ...asked, ...lastDays(RANGES[next], new Date()) });
        }}
        options={(Object.keys(RANGES) as Range[]).map((value) => ({ value, label: t(`ranges.${value}`) }))}
      />
      <label>
        {t('from')}
        <input
          type="date"
          value={asked.from}
          max={asked.to}
          onChange={(event) => {
            if (event.target.value !== '') onChange({ ...asked, from: event.target.value });
          }}
        />
      </label>
      <label>
        {t('to')}
        <input
          type="date"
          value={asked.to}
          min={asked.from}
          onChange={(event) => {
            if (event.target.value !== '') onChange({ ...asked, to: event.target.value });
          }}
        />
      </label>
      <Select
        aria-label={t('channel')}
        value={asked.channelKind ?? ''}
        onChange={(kind) => {
          onChange({ ...asked, channelKind: kind === '' ? undefined : kind });
        }}
        options={[
          { value: '', label: t('anyChannel') },
          ...CHANNELS.map((value) => ({
            value: value as string,
            label: t(`channel.${value}`, { ns: 'common' }),
          })),
        ]}
      />
      <Select
        aria-label={t('department')}
        value={asked.departmentId ?? ''}
        onChange={(id) => {
          onChange({ ...asked, departmentId: id === '' ? undefined : id });
        }}
        options={[
          { value: '', label: t('anyDepartment') },
          ...(places.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}
