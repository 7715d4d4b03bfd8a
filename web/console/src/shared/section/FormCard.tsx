import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './section.module.css';

interface FormCardProps {
  title: string;
  help?: ReactNode;
  /** Beside the title, such as a button that adds an item. */
  action?: ReactNode;
  children: ReactNode;
}

/** Fields that belong together, under a name. */
export function FormCard({ title, help, action, children }: FormCardProps) {
  const id = useId();
  return (
    <section className={styles['card']} aria-labelledby={id}>
      <header>
        <div>
          <h2 id={id}>{title}</h2>
          {help === undefined ? null : <p>{help}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

/** Two fields beside each other where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles['pair']}>{children}</div>;
}
