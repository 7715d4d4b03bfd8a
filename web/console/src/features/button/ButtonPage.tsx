import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FormCard } from '../../shared/section/FormCard.tsx';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import type { SectionWords } from '../../shared/section/words.ts';
import { buttonSection, placed } from './content.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { PopupFields } from './PopupFields.tsx';

const DEVICES = ['desktop', 'phone'] as const;

function useWords(): SectionWords {
  const { t } = useTranslation('button');
  return useMemo(() => {
    const corners = {
      'bottom-right': t('corners.bottom-right'),
      'bottom-left': t('corners.bottom-left'),
      'top-right': t('corners.top-right'),
      'top-left': t('corners.top-left'),
    };
    return {
      labels: {
        '/popupKind': t('popupKind'),
        '/avatarMediaId': t('avatar'),
        '/defaultTitle': t('defaultTitle'),
        '/name': t('name'),
        '/delaySeconds': t('delay'),
        '/content': t('content'),
        '/buttonLabel': t('buttonLabel'),
        '/image': t('image'),
        '/image/mediaId': t('image'),
        '/image/widthPixels': t('width'),
        '/image/heightPixels': t('height'),
        '/image/offsetX': t('imageX'),
        '/image/offsetY': t('imageY'),
        ...Object.fromEntries(
          DEVICES.flatMap((device) => [
            [`/${device}`, t(device)],
            [`/${device}/corner`, t('corner')],
            [`/${device}/offsetX`, t('offsetX')],
            [`/${device}/offsetY`, t('offsetY')],
          ]),
        ),
      },
      values: {
        '/popupKind': { text: t('kinds.text'), image: t('kinds.image') },
        '/desktop/corner': corners,
        '/phone/corner': corners,
      },
    };
  }, [t]);
}

export function ButtonPage() {
  const { t } = useTranslation('button');
  const words = useWords();
  return (
    <SectionPage
      definition={buttonSection}
      title={t('title')}
      description={t('description')}
      words={words}
      preview={{ screen: 'launcher', moved: placed, hint: t('hint') }}
    >
      {({ content, change }) => (
        <>
          <PopupFields content={content} change={change} />
          <FormCard title={t('place')} help={t('placeHelp')}>
            {DEVICES.map((device) => (
              <PlaceFields
                key={device}
                device={device}
                place={content[device]}
                onChange={(place) => {
                  change((now) => ({ ...now, [device]: place }));
                }}
              />
            ))}
          </FormCard>
        </>
      )}
    </SectionPage>
  );
}
