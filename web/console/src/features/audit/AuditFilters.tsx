import { DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shared/api/staff.ts';
import styles from './audit.module.css';
import { ACTIONS } from './useEntryText.ts';

/** What the owner chose; whole days where they sit. */
export interface Choice {
  action?: string | undefined;
  actorId?: string | undefined;
  from?: Dayjs | undefined;
  to?: Dayjs | undefined;
}

interface AuditFiltersProps {
  choice: Choice;
  onChange: (choice: Choice) => void;
}

export function AuditFilters({ choice, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const staff = useStaff();
  const id = useId();
  return (
    <div className={styles['filters']} role="group" aria-label={t('filter')}>
      <div>
        <label htmlFor={`${id}-action`}>{t('action')}</label>
        <Select
          id={`${id}-action`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('anyAction')}
          value={choice.action ?? null}
          onChange={(action: string | undefined) => {
            onChange({ ...choice, action });
          }}
          options={ACTIONS.map((value) => ({ value, label: t(`actions.${value}`) }))}
        />
      </div>
      <div>
        <label htmlFor={`${id}-actor`}>{t('actor')}</label>
        <Select
          id={`${id}-actor`}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('anyActor')}
          value={choice.actorId ?? null}
          onChange={(actorId: string | undefined) => {
            onChange({ ...choice, actorId });
          }}
          options={(staff.data ?? []).map((person) => ({ value: person.id, label: person.name }))}
        />
      </div>
      <Day
        id={`${id}-from`}
        label={t('from')}
        value={choice.from}
        latest={choice.to}
        onChange={(from) => {
          onChange({ ...choice, from });
        }}
      />
      <Day
        id={`${id}-to`}
        label={t('to')}
        value={choice.to}
        earliest={choice.from}
        onChange={(to) => {
          onChange({ ...choice, to });
        }}
      />
    </div>
  );
}

interface DayProps {
  id: string;
  label: string;
  value: Dayjs | undefined;
  earliest?: Dayjs | undefined;
  latest?: Dayjs | undefined;
  onChange: (day: Dayjs | undefined) => void;
}

function Day({ id, label, value, earliest, latest, onChange }: DayProps) {
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
