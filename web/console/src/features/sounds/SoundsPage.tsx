import { useTranslation } from 'react-i18next';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import { soundsDefinition, USES } from './content.ts';
import { SoundCard } from './SoundCard.tsx';
import { useSoundWords } from './useSoundWords.ts';

/** Which sounds people at the desk and visitors on calls hear. */
export function SoundsPage() {
  const { t } = useTranslation('sounds');
  const words = useSoundWords();
  return (
    <SectionPage
      definition={soundsDefinition}
      title={t('title')}
      description={t('description')}
      words={words}
    >
      {({ content, change }) =>
        USES.map((use) => (
          <SoundCard
            key={use}
            use={use}
            sound={content[use]}
            onChange={(sound) => {
              change((now) => ({ ...now, [use]: sound }));
            }}
          />
        ))
      }
    </SectionPage>
  );
}
