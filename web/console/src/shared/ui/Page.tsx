import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './ui.module.css';

interface PageProps {
  title: string;
  description?: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, description, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Đa Kênh`;
  }, [title]);
  return (
    <div className={styles['page']}>
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
