import { Input, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shared/api/staff.ts';
import styles from './audit.module.css';
import { ACTIONS } from './useEntryText.ts';

/** What the owner chose; days as the browser's date fields write them. */
export interface Choice {
  action?: string | undefined;
  actorId?: string | undefined;
  fromDay: string;
  toDay: string;
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
      <div>
        <label htmlFor={`${id}-from`}>{t('from')}</label>
        <Input
          id={`${id}-from`}
          type="date"
          value={choice.fromDay}
          max={choice.toDay}
          onChange={(event) => {
            onChange({ ...choice, fromDay: event.target.value });
          }}
        />
      </div>
      <div>
        <label htmlFor={`${id}-to`}>{t('to')}</label>
        <Input
          id={`${id}-to`}
          type="date"
          value={choice.toDay}
          min={choice.fromDay}
          onChange={(event) => {
            onChange({ ...choice, toDay: event.target.value });
          }}
        />
      </div>
    </div>
  );
}
