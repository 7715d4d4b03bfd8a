import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PagedCard } from '../../shared/history/PagedCard.tsx';
import { RecordTable } from '../../shared/history/RecordTable.tsx';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration, fullDate } from '../../shared/lib/time.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Pill } from '../../shared/ui/Pill.tsx';
import type { Referral, ReferralState } from './api.ts';
import { STATES, useReferrals } from './api.ts';
import { referralVi } from './locale.ts';
import styles from './referral.module.css';

type Reason = keyof typeof referralVi.reasons;
type Waiting = keyof typeof referralVi.waiting;

const isReason = (text: string): text is Reason => Object.hasOwn(referralVi.reasons, text);
const isWaiting = (text: string): text is Waiting => Object.hasOwn(referralVi.waiting, text);

const TONES = { registered: 'calm', qualified: 'warn', rewarded: 'good', rejected: 'bad' } as const;
const ALL = 'all';

/** Whom the business brought, and what became of each. */
export function History() {
  const { t } = useTranslation('referral');
  const [state, setState] = useState<ReferralState>();
  return (
    <section className={styles['history']} aria-label={t('history')}>
      <header>
        <h2>{t('history')}</h2>
        <Segmented
          aria-label={t('filter')}
          value={state ?? ALL}
          onChange={(chosen) => {
            setState(STATES.find((known) => known === chosen));
          }}
          options={[
            { value: ALL, label: t('all') },
            ...STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          ]}
        />
      </header>
      <Rows state={state} />
    </section>
  );
}

function Rows({ state }: { state: ReferralState | undefined }) {
  const { t } = useTranslation('referral');
  const none =
    state === undefined ? (
      <Notice title={t('emptyTitle')} text={t('empty')} />
    ) : (
      <Notice title={t('noMatchTitle')} text={t('noMatch')} />
    );
  return (
    <PagedCard pages={useReferrals(state)} none={none}>
      {(rows) => (
        <RecordTable
          label={t('history')}
          head={
            <>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('business')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col" data-align="end">
                {t('minutes')}
              </th>
            </>
          }
        >
          {rows.map((referral) => (
            <Row key={referral.id} referral={referral} />
          ))}
        </RecordTable>
      )}
    </PagedCard>
  );
}

function Row({ referral }: { referral: Referral }) {
  const { t } = useTranslation('referral');
  const language = useLanguage();
  const { rejectionReason } = referral;
  const notes =
    rejectionReason === undefined
      ? referral.waitingFor.filter(isWaiting).map((missing) => t(`waiting.${missing}`))
      : [t(`reasons.${isReason(rejectionReason) ? rejectionReason : 'other'}`)];
  return (
    <tr data-testid="referral-row">
      <td data-label={t('when')}>
        <time dateTime={referral.registeredAt}>{fullDate(referral.registeredAt)}</time>
      </td>
      <td data-label={t('business')}>
        <bdi>{referral.businessName}</bdi>
      </td>
      <td data-label={t('state')}>
        <div className={styles['state']}>
          <Pill tone={TONES[referral.state]}>{t(`states.${referral.state}`)}</Pill>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      </td>
      <td data-label={t('minutes')} data-align="end">
        {referral.rewardedSeconds > 0 ? `+${duration(referral.rewardedSeconds, language)}` : '—'}
      </td>
    </tr>
  );
}
