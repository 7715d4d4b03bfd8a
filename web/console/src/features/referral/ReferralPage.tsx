import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Input, Skeleton } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fullDate } from '../../shared/lib/time.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import { useReferralCode, useReferrals } from './api.ts';
import styles from './referral.module.css';

export function ReferralPage() {
  const { t } = useTranslation('referral');
  const code = useReferralCode();
  return (
    <Page title={t('title')} description={t('description')}>
      <Card>
        {code.isPending ? <Skeleton active paragraph={{ rows: 3 }} /> : null}
        {code.isError ? <LoadError error={code.error} onRetry={() => void code.refetch()} /> : null}
        {code.data ? (
          <div className={styles['share']}>
            <Copyable label={t('link')} copyLabel={t('copyLink')} value={code.data.url} />
            <Copyable label={t('code')} copyLabel={t('copyCode')} value={code.data.code} />
            <p>{t('since', { time: fullDate(code.data.createdAt) })}</p>
          </div>
        ) : null}
      </Card>
      <h2 className={styles['heading']}>{t('history')}</h2>
      <Card>
        <History />
      </Card>
    </Page>
  );
}

function Copyable({ label, copyLabel, value }: { label: string; copyLabel: string; value: string }) {
  const { t } = useTranslation('referral');
  const { message } = App.useApp();
  const id = useId();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      void message.success(t('copied'));
    } catch {
      void message.warning(t('copyFailed'));
    }
  };
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <div className={styles['copy']}>
        <Input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => {
            event.target.select();
          }}
        />
        <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()} aria-label={copyLabel}>
          {t('actions.copy', { ns: 'common' })}
        </Button>
      </div>
    </div>
  );
}

const TONES = { registered: 'calm', qualified: 'warn', rewarded: 'good', rejected: 'bad' } as const;

function History() {
  const { t } = useTranslation('referral');
  const referrals = useReferrals();
  if (referrals.isPending) return <Skeleton active paragraph={{ rows: 3 }} />;
  if (referrals.isError)
    return <LoadError error={referrals.error} onRetry={() => void referrals.refetch()} />;
  if (referrals.data.length === 0) return <Notice title={t('emptyTitle')} text={t('empty')} />;
  return (
    <ul className={styles['history']}>
      {referrals.data.map((referral) => (
        <li key={referral.id}>
          <span dir="auto">{referral.businessName ?? t('hidden')}</span>
          <Pill tone={TONES[referral.state]}>{t(`states.${referral.state}`)}</Pill>
          <time dateTime={referral.registeredAt}>{fullDate(referral.registeredAt)}</time>
        </li>
      ))}
    </ul>
  );
}
