import { useTranslation } from 'react-i18next';
import { useStaff } from '../../shared/api/staff.ts';
import { ChoiceFilter, FilterBar, SpanFilter } from '../../shared/history/filters.tsx';
import type { DaySpan } from '../../shared/history/span.ts';
import { ACTIONS } from './useEntryText.ts';

/** What the owner chose. */
export interface Choice extends DaySpan {
  action?: string | undefined;
  actorId?: string | undefined;
}

interface AuditFiltersProps {
  choice: Choice;
  onChange: (choice: Choice) => void;
}

export function AuditFilters({ choice, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const staff = useStaff();
  return (
    <FilterBar label={t('filter')}>
      <ChoiceFilter
        label={t('action')}
        any={t('anyAction')}
        value={choice.action}
        options={ACTIONS.map((value) => ({ value, label: t(`actions.${value}`) }))}
        onChange={(action) => {
          onChange({ ...choice, action });
        }}
      />
      <ChoiceFilter
        label={t('actor')}
        any={t('anyActor')}
        value={choice.actorId}
        options={(staff.data ?? []).map((person) => ({ value: person.id, label: person.name }))}
        onChange={(actorId) => {
          onChange({ ...choice, actorId });
        }}
      />
      <SpanFilter
        span={choice}
        onChange={(span) => {
          onChange({ ...choice, ...span });
        }}
      />
    </FilterBar>
  );
}
