import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../../shared/lib/useMedia.ts';
import { FormCard } from '../../shared/section/FormCard.tsx';
import styles from './integration.module.css';
import type { Guide } from './snippets.ts';
import { GUIDES, snippetOf } from './snippets.ts';

export function SnippetCard({ widgetKey }: { widgetKey: string }) {
  const { t } = useTranslation('integration');
  const phone = usePhone();
  const [guide, setGuide] = useState<Guide>('html');
  return (
    <FormCard title={t('snippet')} help={t('snippetHelp')}>
      <div>
        <Segmented
          aria-label={t('snippet')}
          vertical={phone}
          block={phone}
          value={guide}
          onChange={setGuide}
          options={GUIDES.map((value) => ({ value, label: t(`guides.${value}`) }))}
        />
      </div>
      <Snippet guide={guide} widgetKey={widgetKey} />
      <p className={styles['key']}>
        {t('key')}: <code>{widgetKey}</code>
      </p>
    </FormCard>
  );
}

function Snippet({ guide, widgetKey }: { guide: Guide; widgetKey: string }) {
  const { t } = useTranslation('integration');
  const { message } = App.useApp();
  const code = snippetOf(guide, window.location.origin, widgetKey);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      void message.success(t('copied'));
    } catch {
      void message.warning(t('notCopied'));
    }
  };
  return (
    <div className={styles['snippet']}>
      <p>{t(`steps.${guide}`)}</p>
      <pre role="region" aria-label={t('code', { guide: t(`guides.${guide}`) })} tabIndex={0}>
        <code>{code}</code>
      </pre>
      <div>
        <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
    </div>
  );
}
