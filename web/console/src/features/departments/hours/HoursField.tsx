import { Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DatedDays } from './DatedDays.tsx';
import styles from './hours.module.css';
import type { Hours } from './hours.ts';
import { DAYS, officeHours, spansOf, withSpans } from './hours.ts';
import { SpanList } from './SpanList.tsx';

interface HoursFieldProps {
  /** Given by the form; absent: open at any time. */
  value?: Hours | undefined;
  onChange?: (hours: Hours | undefined) => void;
  /** Zone of the business, to begin with. */
  zone: string;
  disabled: boolean;
}

function todayIn(zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
}

/** When the department answers. */
export function HoursField({ value, onChange, zone, disabled }: HoursFieldProps) {
  const { t } = useTranslation('departments');
  const [last, setLast] = useState(value);
  const today = todayIn(zone);
  const tell = (hours: Hours | undefined) => {
    if (hours) setLast(hours);
    onChange?.(hours);
  };
  return (
    <div className={styles['hours']}>
      <Radio.Group
        aria-label={t('hours.title')}
        value={value === undefined ? 'always' : 'hours'}
        disabled={disabled}
        onChange={(event) => {
          tell(
            event.target.value === 'always'
              ? undefined
              : (last ?? officeHours(zone, Number(today.slice(0, 4)))),
          );
        }}
      >
        <Radio value="always">{t('hours.always')}</Radio>
        <Radio value="hours">{t('hours.some')}</Radio>
      </Radio.Group>
      {value === undefined ? null : (
        <>
          <dl className={styles['week']}>
            {DAYS.map((day) => (
              <div key={day}>
                <dt>{t(`hours.days.${day}`)}</dt>
                <dd>
                  <SpanList
                    label={t(`hours.days.${day}`)}
                    value={spansOf(value, day)}
                    disabled={disabled}
                    onChange={(spans) => {
                      tell(withSpans(value, day, spans));
                    }}
                  />
                </dd>
              </div>
            ))}
          </dl>
          <p className={styles['help']}>{t('hours.help')}</p>
          <div className={styles['zone']}>
            <span>{t('hours.zone')}</span>
            <Select
              showSearch
              disabled={disabled}
              value={value.zone}
              aria-label={t('hours.zone')}
              options={Intl.supportedValuesOf('timeZone').map((each) => ({ value: each, label: each }))}
              onChange={(chosen: string) => {
                tell({ ...value, zone: chosen });
              }}
            />
          </div>
          <h3>{t('hours.dated')}</h3>
          <p className={styles['help']}>{t('hours.datedHelp')}</p>
          <DatedDays value={value} today={today} disabled={disabled} onChange={tell} />
        </>
      )}
    </div>
  );
}
