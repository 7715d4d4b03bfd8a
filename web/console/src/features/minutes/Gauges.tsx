import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration, fullTime } from '../../shared/lib/time.ts';
import type { Entitlement } from './api.ts';
import { minutesVi } from './locale.ts';
import styles from './minutes.module.css';

/** Where bonus minutes come from. */
const REFERRAL = '/referral';
const RADIUS = 78;
const ROUND = 2 * Math.PI * RADIUS;
const FIRST_WARNING = 0.8;
const SECOND_WARNING = 0.95;

type BuiltIn = keyof typeof minutesVi.plans;

/** Plans that come with the suite have a name in both languages, as long as no operator gave them another. */
function builtInPlan({ planCode, planName }: Entitlement): BuiltIn | undefined {
  const known = Object.hasOwn(minutesVi.plans, planCode) ? (planCode as BuiltIn) : undefined;
  return known !== undefined && minutesVi.plans[known] === planName ? known : undefined;
}

interface DialProps {
  label: string;
  /** Of one. */
  spent: number;
  value: string;
  caption: string;
  tone: 'fine' | 'low' | 'spent' | 'bonus';
}

function Dial({ label, spent, value, caption, tone }: DialProps) {
  return (
    <div className={styles['dial']} data-tone={tone} role="img" aria-label={label}>
      <svg viewBox="0 0 180 180" aria-hidden="true">
        <circle className={styles['track']} cx="90" cy="90" r={RADIUS} />
        {spent < 1 ? (
          <circle
            className={styles['remaining']}
            cx="90"
            cy="90"
            r={RADIUS}
            strokeDasharray={ROUND}
            strokeDashoffset={ROUND * spent}
          />
        ) : null}
      </svg>
      <strong>{value}</strong>
      <span>{caption}</span>
    </div>
  );
}

/** What is left: full circles empty as minutes are spent, monthly ones first. */
export function Gauges({ entitlement }: { entitlement: Entitlement }) {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  const words = (seconds: number) => duration(seconds, language);
  const { monthlySecondsGranted: granted, monthlySecondsLeft: left } = entitlement;
  const spent = granted > 0 ? Math.min(1, Math.max(0, 1 - left / granted)) : 1;
  const bonus = entitlement.bonusSecondsLeft;
  const bonusWhole = bonus + entitlement.bonusSecondsUsed;
  const builtIn = builtInPlan(entitlement);
  const tone = spent >= SECOND_WARNING ? 'spent' : spent >= FIRST_WARNING ? 'low' : 'fine';
  return (
    <div className={styles['gauges']}>
      <section aria-label={t('monthly')}>
        <Dial
          label={t('monthlyGauge', { left: words(left), granted: words(granted) })}
          spent={spent}
          value={words(left)}
          caption={t('monthlyOf', { granted: words(granted) })}
          tone={tone}
        />
        <div className={styles['beside']}>
          <h2>{t('monthly')}</h2>
          <p>{granted === 0 ? t('noPlan') : t('resets', { time: fullTime(entitlement.resetsAt) })}</p>
        </div>
      </section>
      <section aria-label={t('bonus')}>
        <Dial
          label={t('bonusGauge', { left: words(bonus) })}
          spent={bonusWhole > 0 ? 1 - bonus / bonusWhole : 1}
          value={words(bonus)}
          caption={t('left')}
          tone="bonus"
        />
        <div className={styles['beside']}>
          <h2>{t('bonus')}</h2>
          {bonusWhole > 0 ? (
            <p>{t('bonusHelp')}</p>
          ) : (
            <p>
              {t('bonusNone')} <Link to={REFERRAL}>{t('bonusLink')}</Link>
            </p>
          )}
        </div>
      </section>
      <dl className={styles['facts']}>
        <div>
          <dt>{t('plan', { plan: builtIn ? t(`plans.${builtIn}`) : entitlement.planName })}</dt>
          <dd>
            {entitlement.incrementSeconds === 1
              ? t('increment')
              : t('incrementOf', { count: entitlement.incrementSeconds })}
          </dd>
        </div>
        <div>
          <dt>{t('used')}</dt>
          <dd>
            {words(
              Math.max(
                0,
                entitlement.monthlySecondsUsed + entitlement.bonusSecondsUsed - entitlement.heldSeconds,
              ),
            )}
          </dd>
        </div>
        {entitlement.heldSeconds > 0 ? (
          <div>
            <dt>{t('running')}</dt>
            <dd>{words(entitlement.heldSeconds)}</dd>
          </div>
        ) : null}
        {entitlement.overdraftSeconds > 0 ? (
          <div>
            <dt>{t('overdraft')}</dt>
            <dd>{words(entitlement.overdraftSeconds)}</dd>
          </div>
        ) : null}
      </dl>
    </div>
  );
}
