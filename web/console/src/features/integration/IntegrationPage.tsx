import { ExportOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import type { SectionWords } from '../../shared/section/words.ts';
import { useMe } from '../../shared/session/me.ts';
import { IdentifyCard } from './IdentifyCard.tsx';
import { websitesSection } from './content.ts';
import { SnippetCard } from './SnippetCard.tsx';
import { trialOf } from './snippets.ts';
import { WebsiteList } from './WebsiteList.tsx';

export function IntegrationPage() {
  const { t } = useTranslation('integration');
  const { widgetKey } = useMe().tenant;
  const words: SectionWords = useMemo(
    () => ({ labels: { '/allowed': t('websites'), '/allowed/*': t('websiteLabel') } }),
    [t],
  );
  return (
    <SectionPage
      definition={websitesSection}
      title={t('title')}
      description={t('description')}
      words={words}
      actions={
        <Button
          href={trialOf(widgetKey)}
          target="_blank"
          rel="noopener"
          icon={<ExportOutlined aria-hidden="true" />}
        >
          {t('trial')}
        </Button>
      }
    >
      {({ content, change }) => (
        <>
          <SnippetCard widgetKey={widgetKey} />
          <WebsiteList content={content} change={change} />
          <IdentifyCard />
        </>
      )}
    </SectionPage>
  );
}
