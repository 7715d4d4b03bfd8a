import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/language.ts';
import styles from './signup.module.css';

const OTHER = { vi: 'en', en: 'vi' } as const;
const NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

interface PublicFrameProps {
  title: string;
  text?: string | undefined;
  children?: ReactNode;
}

/** One card in the middle, as on the sign-in page. */
export function PublicFrame({ title, text, children }: PublicFrameProps) {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const other = OTHER[language];
  useEffect(() => {
    document.title = `${title} · Đa Kênh`;
  }, [title]);
  return (
    <div className={styles['frame']}>
      <header className={styles['head']}>
        <a href="/" className={styles['brand']}>
          <img src="/favicon.svg" alt="" width={30} height={30} />
          <strong>Đa Kênh</strong>
        </a>
        <Button type="text" lang={other} onClick={() => void i18n.changeLanguage(other)}>
          {NAMES[other]}
        </Button>
      </header>
      <main className={styles['card']}>
        <h1>{title}</h1>
        {text === undefined ? null : <p className={styles['lead']}>{text}</p>}
        {children}
      </main>
    </div>
  );
}
