import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Fault } from './contract.ts';
import { segmentsOf } from './json.ts';
import styles from './section.module.css';
import { useFaultText } from './useFaultText.ts';
import type { Describe } from './useWords.ts';

const FOCUSABLE = 'input:not([type="hidden"]), textarea, button, [tabindex="0"]';

/** The field a pointer is about, or the nearest thing around it that is on the page. */
function placeOf(pointer: string): HTMLElement | null {
  const segments = segmentsOf(pointer);
  for (let length = segments.length; length > 0; length--) {
    const at = `/${segments.slice(0, length).join('/')}`;
    const found = [...document.querySelectorAll<HTMLElement>('[data-at]')].find(
      (place) => place.dataset['at'] === at,
    );
    if (found) return found;
  }
  return null;
}

export function goTo(pointer: string): void {
  const place = placeOf(pointer);
  place?.scrollIntoView({ block: 'center' });
  (place?.querySelector<HTMLElement>(FOCUSABLE) ?? place)?.focus({ preventScroll: true });
}

interface FaultSummaryProps {
  faults: readonly Fault[];
  describe: Describe;
  content: unknown;
}

/** Everything that stops a save, each with the way to its field. */
export function FaultSummary({ faults, describe, content }: FaultSummaryProps) {
  const { t } = useTranslation('section');
  const text = useFaultText();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('faults', { count: faults.length })}
      description={
        <ul className={styles['summary']}>
          {faults.map((fault) => (
            <li key={`${fault.pointer} ${fault.code}`}>
              <button
                type="button"
                className={styles['link']}
                onClick={() => {
                  goTo(fault.pointer);
                }}
              >
                {describe.label(fault.pointer, [content])}
              </button>
              : {text.ofFault(fault)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
