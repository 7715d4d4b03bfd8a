import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import { duration, fullTime } from '../../shared/lib/time.ts';
import type { Entitlement } from './api.ts';
import styles from './minutes.module.css';

/** Says how near the end is, and what happens then, before anybody has to ask. */
export function LevelBanner({ entitlement }: { entitlement: Entitlement }) {
  const { t } = useTranslation('minutes');
  const language = useLanguage();
  const { level, exhaustedPolicy, monthlySecondsLeft, bonusSecondsLeft, resetsAt } = entitlement;
  const facts = {
    left: duration(monthlySecondsLeft + bonusSecondsLeft, language),
    time: fullTime(resetsAt),
  };
  if (level === 'exhausted') {
    const policy = exhaustedPolicy === 'cut' ? 'cut' : 'finish';
    return (
      <Alert
        className={styles['banner'] ?? ''}
        type="error"
        showIcon
        title={t('levels.exhausted.title')}
        description={t(`levels.exhausted.${policy}`, facts)}
      />
    );
  }
  if (level !== 'warning-80' && level !== 'warning-95') return null;
  return (
    <Alert
      className={styles['banner'] ?? ''}
      type="warning"
      showIcon
      title={t(`levels.${level}.title`)}
      description={t(`levels.${level}.text`, facts)}
    />
  );
}
