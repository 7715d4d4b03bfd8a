import { DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './history.module.css';
import type { DaySpan } from './span.ts';

/** Fields that narrow a list down, side by side where there is room. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles['filters']} role="group" aria-label={label}>
      {children}
    </div>
  );
}

interface ChoiceFilterProps {
  label: string;
  /** Stands there while nothing is chosen. */
  any: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

/** One of several, or any. */
export function ChoiceFilter({ label, any, value, options, onChange }: ChoiceFilterProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={any}
        value={value ?? null}
        onChange={(chosen: string | undefined) => {
          onChange(chosen);
        }}
        options={options}
      />
    </div>
  );
}

interface SpanFilterProps {
  span: DaySpan;
  onChange: (span: DaySpan) => void;
}

/** First and last day; neither can be put behind the other. */
export function SpanFilter({ span, onChange }: SpanFilterProps) {
  const { t } = useTranslation('common');
  return (
    <>
      <Day
        label={t('filter.from')}
        value={span.from}
        latest={span.to}
        onChange={(from) => {
          onChange({ from, to: span.to });
        }}
      />
      <Day
        label={t('filter.to')}
        value={span.to}
        earliest={span.from}
        onChange={(to) => {
          onChange({ from: span.from, to });
        }}
      />
    </>
  );
}

interface DayProps {
  label: string;
  value: Dayjs | undefined;
  earliest?: Dayjs | undefined;
  latest?: Dayjs | undefined;
  onChange: (day: Dayjs | undefined) => void;
}

function Day({ label, value, earliest, latest, onChange }: DayProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <DatePicker
        id={id}
        format="DD/MM/YYYY"
        placeholder="dd/mm/yyyy"
        value={value ?? null}
        {...(earliest === undefined ? {} : { minDate: earliest })}
        {...(latest === undefined ? {} : { maxDate: latest })}
        onChange={(day: Dayjs | null) => {
          onChange(day ?? undefined);
        }}
      />
    </div>
  );
}
