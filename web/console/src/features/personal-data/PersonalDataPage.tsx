import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField, SwitchField } from '../../shared/section/fields/inputs.tsx';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import type { SectionWords } from '../../shared/section/words.ts';
import { LEAST_DAYS, MOST_DAYS, retentionSection } from './content.ts';
import { JobList } from './JobList.tsx';

export function PersonalDataPage() {
  const { t } = useTranslation('personalData');
  const words: SectionWords = useMemo(
    () => ({ labels: { '/limited': t('limited'), '/days': t('days') } }),
    [t],
  );
  return (
    <SectionPage
      definition={retentionSection}
      title={t('title')}
      description={t('description')}
      words={words}
    >
      {({ content, change }) => (
        <>
          <FormCard title={t('retention')} help={t('retentionHelp')}>
            <SwitchField
              at="/limited"
              label={t('limited')}
              help={content.limited ? undefined : t('keptForever')}
              value={content.limited}
              onChange={(limited) => {
                change((now) => ({ ...now, limited }));
              }}
            />
            {content.limited ? (
              <NumberField
                at="/days"
                label={t('days')}
                unit={t('daysUnit')}
                min={LEAST_DAYS}
                max={MOST_DAYS}
                value={content.days}
                onChange={(days) => {
                  change((now) => ({ ...now, days }));
                }}
              />
            ) : null}
          </FormCard>
          <JobList />
        </>
      )}
    </SectionPage>
  );
}
