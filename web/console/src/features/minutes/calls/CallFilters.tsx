import { useTranslation } from 'react-i18next';
import { useStaff } from '../../../shared/api/staff.ts';
import { ChoiceFilter, FilterBar, SpanFilter } from '../../../shared/history/filters.tsx';
import type { DaySpan } from '../../../shared/history/span.ts';
import { MEDIA, OUTCOMES } from './words.ts';

/** What the owner chose. */
export interface Choice extends DaySpan {
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
  return (
    <FilterBar label={t('filter')}>
      <SpanFilter
        span={choice}
        onChange={(span) => {
          onChange({ ...choice, ...span });
        }}
      />
      <ChoiceFilter
        label={t('media')}
        any={t('anyMedia')}
        value={choice.media}
        options={MEDIA.map((value) => ({ value, label: t(`medias.${value}`) }))}
        onChange={(media) => {
          onChange({ ...choice, media });
        }}
      />
      <ChoiceFilter
        label={t('agent')}
        any={t('anyAgent')}
        value={choice.agentId}
        options={(staff.data ?? []).map((person) => ({ value: person.id, label: person.name }))}
        onChange={(agentId) => {
          onChange({ ...choice, agentId });
        }}
      />
      <ChoiceFilter
        label={t('outcome')}
        any={t('anyOutcome')}
        value={choice.outcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        onChange={(outcome) => {
          onChange({ ...choice, outcome });
        }}
      />
    </FilterBar>
  );
}
