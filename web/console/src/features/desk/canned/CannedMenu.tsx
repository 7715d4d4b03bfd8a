import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './canned.module.css';
import type { CannedMenuState } from './useCannedMenu.ts';

export const CANNED_LIST = 'canned-list';

export function optionId(index: number): string {
  return `${CANNED_LIST}-${String(index)}`;
}

/** Shown above the composer, which keeps the focus. */
export function CannedMenu({ menu }: { menu: CannedMenuState }) {
  const { t } = useTranslation('desk');
  const marked = useRef<HTMLLIElement>(null);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: 'nearest' });
  }, [menu.index]);
  if (!menu.open) return null;
  return (
    <div className={styles['menu']}>
      {menu.found.length === 0 ? (
        <p role="status">
          {menu.loading ? t('canned.loading') : menu.failed ? t('canned.failed') : t('canned.none')}
        </p>
      ) : (
        <ul role="listbox" id={CANNED_LIST} aria-label={t('canned.title')}>
          {menu.found.map((message, index) => (
            <li
              key={message.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === menu.index}
              ref={index === menu.index ? marked : null}
              onPointerMove={() => {
                if (index !== menu.index) menu.mark(index);
              }}
              // Before the composer loses the focus.
              onPointerDown={(event) => {
                event.preventDefault();
                menu.insert(message);
              }}
            >
              <strong dir="auto">{message.name}</strong>
              <span dir="auto">{message.content}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles['keys']} aria-hidden="true">
        {t('canned.keys')}
      </p>
    </div>
  );
}
