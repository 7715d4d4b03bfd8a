import { useTranslation } from 'react-i18next';
import { useErrorText } from '../i18n/useErrorText.ts';
import type { Fault } from './contract.ts';
import { sectionVi } from './locale.vi.ts';

type WarningCode = keyof typeof sectionVi.warning;

function isWarningCode(code: string): code is WarningCode {
  return Object.hasOwn(sectionVi.warning, code);
}

/** Sentences for what the server says about a place of a section. */
export function useFaultText() {
  const { t } = useTranslation('section');
  const errorText = useErrorText();
  return {
    ofFault: (fault: Fault) => errorText.ofField(fault),
    ofWarning: (warning: Fault) =>
      isWarningCode(warning.code) ? t(`warning.${warning.code}`) : t('warning.other'),
  };
}
