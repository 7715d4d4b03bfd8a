import { useTranslation } from 'react-i18next';
import { COLOUR } from './contrast.ts';
import type { WidgetSettings } from './settings.ts';
import styles from './widget-settings.module.css';

/** The draft as visitors would see it; nothing here is saved. */
export function Preview({ settings }: { settings: WidgetSettings }) {
  const { t } = useTranslation('widget');
  const colours = {
    background: COLOUR.test(settings.headerColor) ? settings.headerColor : '#0f766e',
    color: COLOUR.test(settings.textColor) ? settings.textColor : '#ffffff',
  };
  return (
    <section className={styles['preview']} aria-label={t('preview')} data-position={settings.position}>
      <h2>{t('preview')}</h2>
      <div className={styles['stage']}>
        <div className={styles['window']}>
          <header style={colours}>
            <strong dir="auto">{settings.title}</strong>
            <span dir="auto">{settings.description}</span>
          </header>
          <div className={styles['talk']}>
            {settings.greeting === '' ? null : <p dir="auto">{settings.greeting}</p>}
          </div>
          <div className={styles['input']}>{t('previewInput')}</div>
        </div>
        <span className={styles['launcher']} style={colours} dir="auto">
          {settings.launcherLabel}
        </span>
      </div>
    </section>
  );
}
