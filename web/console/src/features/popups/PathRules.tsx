import { useTranslation } from 'react-i18next';
import { FormCard } from '../../shared/section/FormCard.tsx';
import styles from './popups.module.css';

const RULES = ['same', 'host', 'query', 'star'] as const;

export function PathRules() {
  const { t } = useTranslation('popups');
  return (
    <FormCard title={t('rulesTitle')}>
      <ul className={styles['rules']}>
        {RULES.map((rule) => (
          <li key={rule}>{t(`rules.${rule}`)}</li>
        ))}
      </ul>
    </FormCard>
  );
}
