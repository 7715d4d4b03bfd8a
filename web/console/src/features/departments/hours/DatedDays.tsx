import { CalendarOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { LUNAR } from './holidays.ts';
import styles from './hours.module.css';
import type { DatedDay, Hours } from './hours.ts';
import { withHolidays } from './hours.ts';
import { SpanList } from './SpanList.tsx';

interface DatedDaysProps {
  value: Hours;
  /** Such as 2026-11-23. */
  today: string;
  disabled: boolean;
  onChange: (hours: Hours) => void;
}

/** Holidays and other days that differ. */
export function DatedDays({ value, today, disabled, onChange }: DatedDaysProps) {
  const { t } = useTranslation('departments');
  const year = Number(today.slice(0, 4));
  const change = (index: number, part: Partial<DatedDay>) => {
    onChange({
      ...value,
      dated: value.dated.map((day, at) => (at === index ? { ...day, ...part } : day)),
    });
  };
  return (
    <div className={styles['dated']}>
      <ul aria-label={t('hours.dated')}>
        {value.dated.map((day, index) => (
          <li key={index} data-past={day.date < today}>
            <Input
              type="date"
              className={styles['date'] ?? ''}
              aria-label={t('hours.date')}
              value={day.date}
              disabled={disabled}
              onChange={(event) => {
                change(index, { date: event.target.value });
              }}
            />
            <Input
              className={styles['name'] ?? ''}
              aria-label={t('hours.dayName', { date: day.date })}
              placeholder={t('hours.dayNamePlaceholder')}
              value={day.name ?? ''}
              maxLength={120}
              disabled={disabled}
              onChange={(event) => {
                change(index, { name: event.target.value });
              }}
            />
            <SpanList
              label={day.date}
              value={day.spans}
              disabled={disabled}
              onChange={(spans) => {
                change(index, { spans });
              }}
            />
            <Button
              type="text"
              size="small"
              disabled={disabled}
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={t('hours.removeDay', { date: day.date })}
              onClick={() => {
                onChange({ ...value, dated: value.dated.filter((_, at) => at !== index) });
              }}
            />
          </li>
        ))}
      </ul>
      <div className={styles['more']}>
        <Button
          disabled={disabled}
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => {
            onChange({ ...value, dated: [...value.dated, { date: '', spans: [] }] });
          }}
        >
          {t('hours.addDay')}
        </Button>
        {[year, year + 1]
          .filter((each) => each in LUNAR)
          .map((each) => (
            <Button
              key={each}
              disabled={disabled}
              icon={<CalendarOutlined aria-hidden="true" />}
              onClick={() => {
                onChange(withHolidays(value, each));
              }}
            >
              {t('hours.addHolidays', { year: each })}
            </Button>
          ))}
      </div>
    </div>
  );
}
