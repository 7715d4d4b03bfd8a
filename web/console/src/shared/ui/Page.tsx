import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './ui.module.css';

interface PageProps {
  title: string;
  description?: string;
  actions?: ReactNode;
  /** For pages with something beside the form. */
  wide?: boolean;
  children: ReactNode;
}

export function Page({ title, description, actions, wide = false, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Đa Kênh`;
  }, [title]);
  return (
    <div className={styles['page']} data-wide={wide}>
      <header className={styles['header']}>
        <div>
          <h1>{title}</h1>
          {description === undefined ? null : <p>{description}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  );
}

export function Card({ children }: { children: ReactNode }) {
  return <section className={styles['card']}>{children}</section>;
}
