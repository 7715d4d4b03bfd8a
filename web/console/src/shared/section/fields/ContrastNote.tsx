import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/language.ts';
import { contrast, READABLE } from './contrast.ts';

/** Says while choosing how readable two colours are together. */
export function ContrastNote({ one, other }: { one: string; other: string }) {
  const { t } = useTranslation('section');
  const language = useLanguage();
  const ratio = contrast(one, other);
  if (ratio === undefined) return null;
  const shown = ratio.toLocaleString(language, { maximumFractionDigits: 1 });
  return (
    <Alert
      showIcon
      type={ratio < READABLE ? 'warning' : 'success'}
      title={t(ratio < READABLE ? 'fields.contrastLow' : 'fields.contrastFine', { ratio: shown })}
    />
  );
}
