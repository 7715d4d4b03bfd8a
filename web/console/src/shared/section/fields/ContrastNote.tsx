import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.ts';
import styles from '../section.module.css';
import { contrast, READABLE } from './contrast.ts';

/** Says while choosing how readable two colours are together. */
export function ContrastNote({ one, other }: { one: string; other: string }) {
  const { t } = useTranslation('section');
  const language = useLanguage();
  const ratio = contrast(one, other);
  if (ratio === undefined) return null;
  const low = ratio < READABLE;
  const shown = ratio.toLocaleString(language, { maximumFractionDigits: 1 });
  return (
    <p className={styles['contrast']} data-low={low} role="status">
      {low ? <WarningOutlined aria-hidden="true" /> : <CheckCircleOutlined aria-hidden="true" />}
      {t(low ? 'fields.contrastLow' : 'fields.contrastFine', { ratio: shown })}
    </p>
  );
}
