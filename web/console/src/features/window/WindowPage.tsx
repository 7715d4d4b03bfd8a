import { useTranslation } from 'react-i18next';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import { windowSection } from './content.ts';
import { AskedFields } from './AskedFields.tsx';
import { LookFields } from './LookFields.tsx';
import { SignatureFields } from './SignatureFields.tsx';
import { StartFields } from './StartFields.tsx';
import { useWindowWords } from './words.ts';

export function WindowPage() {
  const { t } = useTranslation('window');
  const words = useWindowWords();
  return (
    <SectionPage
      definition={windowSection}
      title={t('title')}
      description={t('description')}
      words={words}
      preview={{ screen: 'start' }}
    >
      {({ content, change }) => (
        <>
          <LookFields content={content} change={change} />
          <AskedFields content={content} change={change} />
          <StartFields content={content} change={change} />
          <SignatureFields content={content} change={change} />
        </>
      )}
    </SectionPage>
  );
}
