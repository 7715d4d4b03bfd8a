import { Skeleton, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { LoadError } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { useEntitlement } from './api.ts';
import { CallsTab } from './calls/CallsTab.tsx';
import { Gauges } from './Gauges.tsx';
import { LevelBanner } from './LevelBanner.tsx';
import { Movements } from './Movements.tsx';
import styles from './minutes.module.css';
import { StatementTab } from './statement/StatementTab.tsx';

const TABS = ['calls', 'statement', 'movements'] as const;
type Tab = (typeof TABS)[number];

const CONTENTS: Record<Tab, () => React.JSX.Element> = {
  calls: CallsTab,
  statement: StatementTab,
  movements: Movements,
};

export function MinutesPage() {
  const { t } = useTranslation('minutes');
  const entitlement = useEntitlement();
  const [search, setSearch] = useSearchParams();
  const active = TABS.find((tab) => tab === search.get('tab')) ?? 'calls';
  return (
    <Page title={t('title')} description={t('description')}>
      {entitlement.data ? <LevelBanner entitlement={entitlement.data} /> : null}
      <Card>
        {entitlement.isPending ? <Skeleton active paragraph={{ rows: 4 }} /> : null}
        {entitlement.isError && !entitlement.data ? (
          <LoadError error={entitlement.error} onRetry={() => void entitlement.refetch()} />
        ) : null}
        {entitlement.data ? <Gauges entitlement={entitlement.data} /> : null}
      </Card>
      <Tabs
        className={styles['tabs'] ?? ''}
        aria-label={t('tabs.label')}
        activeKey={active}
        destroyOnHidden
        onChange={(tab) => {
          setSearch(tab === 'calls' ? {} : { tab }, { replace: true });
        }}
        items={TABS.map((tab) => {
          const Content = CONTENTS[tab];
          return { key: tab, label: t(`tabs.${tab}`), children: <Content /> };
        })}
      />
    </Page>
  );
}
