import type { ReactNode } from 'react';
import styles from './history.module.css';

interface RecordTableProps {
  /** Name of the table, where no heading stands for it. */
  label?: string;
  /** Cells of the head. */
  head: ReactNode;
  /** Rows; each cell says in `data-label` what it holds, for phones. */
  children: ReactNode;
}

/** A table where there is room, cards on phones. */
export function RecordTable({ label, head, children }: RecordTableProps) {
  return (
    <table className={styles['table']} aria-label={label}>
      <thead>
        <tr>{head}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
