import { DatePicker, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shared/api/staff.ts';
import styles from '../minutes.module.css';
import { MEDIA, OUTCOMES } from './words.ts';

/** What the owner chose; whole days where they sit. */
export interface Choice {
  from?: Dayjs | undefined;
  to?: Dayjs | undefined;
  media?: string | undefined;
  agentId?: string | undefined;
  outcome?: string | undefined;
}

interface CallFiltersProps {
  choice: Choice;
  onChange: (choice: Choice) => void;
}

export function CallFilters({ choice, onChange }: CallFiltersProps) {
  const { t } = useTranslation('minutes');
  const staff = useStaff();
  const id = useId();
  return (
    <div className={styles['filters']} role="group" aria-label={t('filter')}>
      <div>
        <label htmlFor={`${id}-from`}>{t('from')}</label>
        <DatePicker
          id={`${id}-from`}
          format="DD/MM/YYYY"
          placeholder="dd/mm/yyyy"
          value={choice.from ?? null}
          {...(choice.to === undefined ? {} : { maxDate: choice.to })}
          onChange={(day: Dayjs | null) => {
            onChange({ ...choice, from: day ?? undefined });
          }}
        />
      </div>
      <div>
        <label htmlFor={`${id}-to`}>{t('to')}</label>
        <DatePicker
          id={`${id}-to`}
          format="DD/MM/YYYY"
          placeholder="dd/mm/yyyy"
          value={choice.to ?? null}
          {...(choice.from === undefined ? {} : { minDate: choice.from })}
          onChange={(day: Dayjs | null) => {
            onChange({ ...choice, to: day ?? undefined });
          }}
        />
      </div>
      <Choose
        id={`${id}-media`}
        label={t('media')}
        any={t('anyMedia')}
        value={choice.media}
        options={MEDIA.map((value) => ({ value, label: t(`medias.${value}`) }))}
        onChange={(media) => {
          onChange({ ...choice, media });
        }}
      />
      <Choose
        id={`${id}-agent`}
        label={t('agent')}
        any={t('anyAgent')}
        value={choice.agentId}
        options={(staff.data ?? []).map((person) => ({ value: person.id, label: person.name }))}
        onChange={(agentId) => {
          onChange({ ...choice, agentId });
        }}
      />
      <Choose
        id={`${id}-outcome`}
        label={t('outcome')}
        any={t('anyOutcome')}
        value={choice.outcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        onChange={(outcome) => {
          onChange({ ...choice, outcome });
        }}
      />
    </div>
  );
}

interface ChooseProps {
  id: string;
  label: string;
  any: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

function Choose({ id, label, any, value, options, onChange }: ChooseProps) {
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
