import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ui.module.css';

interface PageProps {
  title: string;
  description?: string;
  actions?: ReactNode;
  /** One of the pages of the configuration; says where that is. */
  configuration?: boolean;
  /** For pages with something beside the form. */
  wide?: boolean;
  children: ReactNode;
}

export function Page({
  title,
  description,
  actions,
  configuration = false,
  wide = false,
  children,
}: PageProps) {
  const { t } = useTranslation('common');
  useEffect(() => {
    document.title = `${title} · Đa Kênh`;
  }, [title]);
  return (
    <div className={styles['page']} data-wide={wide}>
      <header className={styles['header']}>
        <div>
          {configuration ? <p className={styles['place']}>{t('place')}</p> : null}
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
