import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SectionPage } from '../../shared/section/SectionPage.tsx';
import type { SectionWords } from '../../shared/section/words.ts';
import type { Popups } from './content.ts';
import { onShow, popupsSection } from './content.ts';
import { Explain } from './Explain.tsx';
import { PathRules } from './PathRules.tsx';
import { PopupList } from './PopupList.tsx';

export function PopupsPage() {
  const { t } = useTranslation('popups');
  const [openId, setOpenId] = useState<string>();
  const words: SectionWords = useMemo(
    () => ({
      labels: {
        '/items': t('list'),
        '/items/*': t('item'),
        '/items/*/title': t('heading'),
        '/items/*/path': t('path'),
        '/items/*/content': t('content'),
        '/items/*/delaySeconds': t('delay'),
        '/items/*/resend': t('resent'),
      },
    }),
    [t],
  );
  const arrange = useCallback(
    (bootstrap: unknown, content: Popups) =>
      onShow(bootstrap, content.items.find((item) => item.id === openId) ?? content.items[0]),
    [openId],
  );
  return (
    <SectionPage
      definition={popupsSection}
      title={t('title')}
      description={t('description')}
      words={words}
      preview={{ screen: 'launcher', arrange }}
    >
      {({ content, change }) => (
        <>
          <PopupList content={content} change={change} openId={openId} onOpen={setOpenId} />
          <Explain content={content} />
          <PathRules />
        </>
      )}
    </SectionPage>
  );
}
