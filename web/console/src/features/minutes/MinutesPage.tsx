import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration, fullTime } from '../../shared/lib/time.ts';
import { LoadError, Notice } from '../../shared/ui/Notice.tsx';
import { Card, Page } from '../../shared/ui/Page.tsx';
import type { Entitlement, LedgerEntry } from './api.ts';
import { useEntitlement, useLedgerEntries } from './api.ts';
import { minutesVi } from './locale.ts';
import styles from './minutes.module.css';

export function MinutesPage() {
  const { t } = useTranslation('minutes');
  const entitlement = useEntitlement();
  return (
    <Page title={t('title')} description={t('description')}>
      <Card>
        {entitlement.isPending ? <Skeleton active paragraph={{ rows: 4 }} /> : null}
        {entitlement.isError ? (
          <LoadError error={entitlement.error} onRetry={() => void entitlement.refetch()} />
        ) : null}
        {entitlement.data ? <Gauge entitlement={entitlement.data} /> : null}
      </Card>
      <h2 className={styles['heading']}>{t('history')}</h2>
      <Card>
        <Movements />
      </Card>
    </Page>
  );
}

const RADIUS = 78;
const ROUND = 2 * Math.PI * RADIUS;

function Gauge({ entitlement }: { entitlement: Entitlement }) {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  const { monthlySecondsGranted: granted, monthlySecondsUsed: used, monthlySecondsLeft: left } = entitlement;
  const share = granted > 0 ? Math.min(1, used / granted) : 0;
  const tone = share >= 0.95 ? 'spent' : share >= 0.8 ? 'low' : 'fine';
  const words = (seconds: number) => duration(seconds, language);
  const plan = entitlement.planCode === 'trial' ? t('plans.trial') : entitlement.planCode;
  return (
    <div className={styles['gauge']}>
      <div
        className={styles['dial']}
        data-tone={tone}
        role="img"
        aria-label={t('gauge', { used: words(used), granted: words(granted) })}
      >
        <svg viewBox="0 0 180 180" aria-hidden="true">
          <circle className={styles['track']} cx="90" cy="90" r={RADIUS} />
          <circle
            className={styles['spent']}
            cx="90"
            cy="90"
            r={RADIUS}
            strokeDasharray={ROUND}
            strokeDashoffset={ROUND * (1 - share)}
          />
        </svg>
        <strong>{words(left)}</strong>
        <span>{t('left')}</span>
      </div>
      <dl className={styles['facts']}>
        <div className={styles['plan']}>
          <dt>{t('plan', { plan })}</dt>
          <dd>{granted === 0 ? t('noPlan') : t('resets', { time: fullTime(entitlement.resetsAt) })}</dd>
        </div>
        <div>
          <dt>{t('granted')}</dt>
          <dd>{words(granted)}</dd>
        </div>
        <div>
          <dt>{t('used')}</dt>
          <dd>{words(used)}</dd>
        </div>
        <div>
          <dt>{t('bonus')}</dt>
          <dd>
            {words(entitlement.bonusSecondsLeft)}
            <small>{t('bonusHelp')}</small>
          </dd>
        </div>
      </dl>
    </div>
  );
}

type Cause = keyof typeof minutesVi.causes;

function isCause(cause: string): cause is Cause {
  return Object.hasOwn(minutesVi.causes, cause);
}

function Movements() {
  const { t } = useTranslation(['minutes', 'common']);
  const language = useLanguage();
  const ledger = useLedgerEntries();
  const entries = ledger.data?.pages.flatMap((page) => page.items) ?? [];
  if (ledger.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (ledger.isError) return <LoadError error={ledger.error} onRetry={() => void ledger.refetch()} />;
  if (entries.length === 0) return <Notice title={t('historyEmptyTitle')} text={t('historyEmpty')} />;
  const signed = (entry: LedgerEntry) =>
    `${entry.seconds < 0 ? '−' : '+'}${duration(Math.abs(entry.seconds), language)}`;
  return (
    <>
      <div className={styles['scroll']} role="region" aria-label={t('history')} tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('cause')}</th>
              <th scope="col">{t('change')}</th>
              <th scope="col">{t('balance')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{fullTime(entry.occurredAt)}</td>
                <td>{t(`causes.${isCause(entry.cause) ? entry.cause : 'other'}`)}</td>
                <td data-sign={entry.seconds < 0 ? 'minus' : 'plus'}>{signed(entry)}</td>
                <td>{duration(Math.max(0, entry.balanceAfterSeconds), language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {ledger.hasNextPage ? (
        <Button loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
          {t('actions.loadMore', { ns: 'common' })}
        </Button>
      ) : null}
    </>
  );
}
