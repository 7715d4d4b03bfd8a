import type { CSSProperties } from 'react';
import type { Label } from './api.ts';
import styles from './care.module.css';
import { useLabels } from './labels.ts';

type ChipStyle = CSSProperties & Record<'--chip', string>;

export function LabelChip({ label }: { label: Label }) {
  const style: ChipStyle = { '--chip': label.color };
  return (
    <span className={styles['chip']} style={style} data-testid="label-chip">
      <i aria-hidden="true" />
      <span dir="auto">{label.name}</span>
    </span>
  );
}

/** The labels with these ids, in their order; those that were deleted are not there any more. */
export function LabelChips({ ids, most }: { ids: readonly string[]; most?: number }) {
  const labels = useLabels();
  const shown = ids
    .map((id) => labels.data?.find((one) => one.id === id))
    .filter((one) => one !== undefined)
    .slice(0, most);
  if (shown.length === 0) return null;
  return (
    <span className={styles['chips']}>
      {shown.map((label) => (
        <LabelChip key={label.id} label={label} />
      ))}
    </span>
  );
}
