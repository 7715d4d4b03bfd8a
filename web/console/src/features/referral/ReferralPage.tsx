import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration, number } from '../../shared/lib/time.ts';
import { LoadError } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import type { Summary } from './api.ts';
import { useReferralCode, useSummary } from './api.ts';
import { History } from './History.tsx';
import styles from './referral.module.css';
import { ShareCard } from './ShareCard.tsx';

export function ReferralPage() {
  const { t } = useTranslation('referral');
  const code = useReferralCode();
  const summary = useSummary();
  return (
    <Page title={t('title')} description={t('description')}>
      <Card>
        {code.isPending ? <Skeleton active paragraph={{ rows: 5 }} /> : null}
        {code.isError ? <LoadError error={code.error} onRetry={() => void code.refetch()} /> : null}
        {code.data ? <ShareCard code={code.data.code} url={code.data.url} rules={summary.data} /> : null}
      </Card>
      {summary.isError ? (
        <Card>
          <LoadError error={summary.error} onRetry={() => void summary.refetch()} />
        </Card>
      ) : null}
      {summary.data ? <Numbers summary={summary.data} /> : null}
      <History />
    </Page>
  );
}

function Numbers({ summary }: { summary: Summary }) {
  const { t } = useTranslation('referral');
  const language = useLanguage();
  const count = (value: number) => number(value, language);
  const words = (seconds: number) => duration(seconds, language);
  const brought = summary.registered + summary.qualified + summary.rewarded + summary.rejected;
  return (
    <dl className={styles['numbers']}>
      <div>
        <dt>{t('clicks')}</dt>
        <dd>{count(summary.clicks)}</dd>
        <dd>{t('clicksText', { visitors: count(summary.visitors) })}</dd>
      </div>
      <div>
        <dt>{t('brought')}</dt>
        <dd>{count(brought)}</dd>
        <dd>{t('broughtText', { rewarded: count(summary.rewarded) })}</dd>
      </div>
      <div>
        <dt>{t('earned')}</dt>
        <dd>{words(summary.earnedSeconds)}</dd>
        <dd>
          {t('earnedText', {
            now: words(summary.earnedThisMonthSeconds),
            cap: words(summary.monthlyCapSeconds),
          })}
        </dd>
      </div>
    </dl>
  );
}
