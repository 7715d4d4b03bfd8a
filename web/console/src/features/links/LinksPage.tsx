import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../shared/section/fields/inputs.tsx';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import type { SectionWords } from '../../shared/section/words.ts';
import { KINDS, LAYOUTS, linksSection } from './content.ts';
import { LinkList } from './LinkList.tsx';

export function LinksPage() {
  const { t } = useTranslation('links');
  const words: SectionWords = useMemo(
    () => ({
      labels: {
        '/layout': t('layout'),
        '/items': t('list'),
        '/items/*': t('item'),
        '/items/*/kind': t('kind'),
        '/items/*/target': t('target'),
        '/items/*/description': t('about'),
      },
      values: {
        '/layout': { full: t('layouts.full'), collapsed: t('layouts.collapsed') },
        '/items/*/kind': Object.fromEntries(KINDS.map((kind) => [kind, t(`kinds.${kind}`)])),
      },
    }),
    [t],
  );
  return (
    <SectionPage
      definition={linksSection}
      title={t('title')}
      description={t('description')}
      words={words}
      preview={{ screen: 'launcher' }}
    >
      {({ content, change }) => (
        <>
          <LinkList content={content} change={change} />
          <FormCard title={t('layout')}>
            <ChoiceField
              at="/layout"
              label={t('layout')}
              hideLabel
              help={t(`layoutHelp.${content.layout}`)}
              value={content.layout}
              onChange={(layout) => {
                change((now) => ({ ...now, layout }));
              }}
              options={LAYOUTS.map((value) => ({ value, label: t(`layouts.${value}`) }))}
            />
          </FormCard>
        </>
      )}
    </SectionPage>
  );
}
