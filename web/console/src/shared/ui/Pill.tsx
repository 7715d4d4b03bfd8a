import type { ReactNode } from 'react';
import styles from './ui.module.css';

export type PillTone = 'calm' | 'good' | 'warn' | 'bad';

/** A state in a word or two; the colour only repeats what the word says. */
export function Pill({ tone = 'calm', children }: { tone?: PillTone; children: ReactNode }) {
  return (
    <span className={styles['pill']} data-tone={tone}>
      {children}
    </span>
  );
}
