import { ExportOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { LoadError } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { useWidgetSettings } from './settings.ts';
import { WidgetSettingsForm } from './WidgetSettingsForm.tsx';

export function WidgetSettingsPage() {
  const { t } = useTranslation('widget');
  const settings = useWidgetSettings();
  const trial = (
    <Button href="/site" target="_blank" rel="noopener" icon={<ExportOutlined />}>
      {t('trial')}
    </Button>
  );
  return (
    <Page title={t('title')} description={t('description')} actions={trial}>
      {settings.isPending ? (
        <Card>
          <Skeleton active paragraph={{ rows: 9 }} />
        </Card>
      ) : null}
      {settings.isError && !settings.data ? (
        <Card>
          <LoadError error={settings.error} onRetry={() => void settings.refetch()} />
        </Card>
      ) : null}
      {settings.data ? (
        <WidgetSettingsForm initial={settings.data.value} initialEtag={settings.data.etag} />
      ) : null}
    </Page>
  );
}
