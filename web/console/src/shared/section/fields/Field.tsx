import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from '../section.module.css';
import { useSectionFields } from '../SectionContext.ts';
import { useFaultText } from '../useFaultText.ts';

export interface ControlProps {
  id: string;
  disabled: boolean;
  status: '' | 'error' | 'warning';
  'aria-invalid': boolean;
  'aria-describedby': string;
}

interface FieldProps {
  /** The pointer of the value in the section's content. */
  at: string;
  label: ReactNode;
  /** Several controls under one name, such as radio buttons. */
  group?: boolean;
  /** The label is only for those who cannot see what it is about. */
  hideLabel?: boolean;
  /** Faults of places below this one are said here too, since nothing smaller shows them. */
  whole?: boolean;
  help?: ReactNode;
  children: (control: ControlProps) => ReactNode;
}

/** A label, a control, and below it what is wrong with its value. */
export function Field({
  at,
  label,
  group = false,
  hideLabel = false,
  whole = false,
  help,
  children,
}: FieldProps) {
  const id = useId();
  const fields = useSectionFields();
  const text = useFaultText();
  const mine = ({ pointer }: { pointer: string }) =>
    pointer === at || (whole && pointer.startsWith(`${at}/`));
  const faults = [...new Set(fields.faults.filter(mine).map(text.ofFault))];
  const warnings = [...new Set(fields.warnings.filter(mine).map(text.ofWarning))];
  const control: ControlProps = {
    id,
    disabled: fields.disabled,
    status: faults.length > 0 ? 'error' : warnings.length > 0 ? 'warning' : '',
    'aria-invalid': faults.length > 0,
    'aria-describedby': `${id}-said`,
  };
  const labelClass = hideLabel ? 'visually-hidden' : styles['label'];
  return (
    <div
      className={styles['field']}
      data-at={at}
      onBlur={() => {
        fields.touch(at);
      }}
      {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}
    >
      {group ? (
        <span id={`${id}-label`} className={labelClass}>
          {label}
        </span>
      ) : (
        <label htmlFor={id} className={labelClass}>
          {label}
        </label>
      )}
      {children(control)}
      <div id={`${id}-said`} className={styles['saidBelow']}>
        {faults.map((fault) => (
          <p key={fault} className={styles['fault']}>
            {fault}
          </p>
        ))}
        {warnings.map((warning) => (
          <p key={warning} className={styles['warning']}>
            {warning}
          </p>
        ))}
        {help === undefined ? null : <p className={styles['help']}>{help}</p>}
      </div>
    </div>
  );
}
