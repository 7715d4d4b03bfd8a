import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import type { SectionWords } from '../../shared/section/words.ts';
import { useSwitches } from './api.ts';
import { buttonsSection, DISPLAYS, FUNCTIONS } from './content.ts';
import { DisplayField } from './DisplayField.tsx';
import { ICONS } from './icons.ts';
import { LookFields } from './LookFields.tsx';

function useWords(): SectionWords {
  const { t } = useTranslation('interaction');
  return useMemo(() => {
    const kinds = { preset: t('kinds.preset'), custom: t('kinds.custom') };
    const icons = Object.fromEntries(ICONS.map(({ id }) => [id, t(`icons.${id}`)]));
    return {
      labels: {
        '/display': t('display'),
        ...Object.fromEntries(
          FUNCTIONS.flatMap((name) => [
            [`/${name}`, t(`functions.${name}`)],
            [`/${name}/kind`, t('kind')],
            [`/${name}/icon`, t('icon')],
            [`/${name}/background`, t('background')],
            [`/${name}/color`, t('color')],
            [`/${name}/iconMediaId`, t('iconImage')],
            [`/${name}/imageMediaId`, t('wholeImage')],
            [`/${name}/label`, t('label')],
            [`/${name}/labelColor`, t('labelColor')],
          ]),
        ),
      },
      values: {
        '/display': Object.fromEntries(DISPLAYS.map((value) => [value, t(`displays.${value}`)])),
        ...Object.fromEntries(
          FUNCTIONS.flatMap((name) => [
            [`/${name}/kind`, kinds],
            [`/${name}/icon`, icons],
          ]),
        ),
      },
    };
  }, [t]);
}

export function InteractionPage() {
  const { t } = useTranslation('interaction');
  const words = useWords();
  const switches = useSwitches();
  return (
    <SectionPage
      definition={buttonsSection}
      title={t('title')}
      description={t('description')}
      words={words}
      preview={{ screen: 'start' }}
    >
      {({ content, change }) => (
        <>
          <DisplayField
            value={content.display}
            switches={switches}
            onChange={(display) => {
              change((now) => ({ ...now, display }));
            }}
          />
          {FUNCTIONS.map((name) => (
            <LookFields
              key={name}
              name={name}
              look={content[name]}
              hidden={switches?.[name] === false}
              change={(next) => {
                change((now) => ({ ...now, [name]: next(now[name]) }));
              }}
            />
          ))}
        </>
      )}
    </SectionPage>
  );
}
