import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../model/state.ts';
import styles from './DeskKeys.module.css';

interface DeskKeysProps {
  view: View;
  selectedId: string | undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, [contenteditable="true"]') !== null
  );
}

function step(by: 1 | -1, selectedId: string | undefined): void {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('[data-testid="conversation-row"]')];
  const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'page');
  const next = at < 0 || selectedId === undefined ? rows[0] : rows[at + by];
  next?.focus();
  next?.click();
}

/** j and k walk the list, i goes to the message box, / to the search, ? shows all of them. */
export function DeskKeys({ view, selectedId }: DeskKeysProps) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="none"])')) return;
      switch (event.key) {
        case 'j':
          step(1, selectedId);
          break;
        case 'k':
          step(-1, selectedId);
          break;
        case 'i': {
          const composer = document.querySelector<HTMLElement>('[data-testid="composer"]');
          if (!composer) return;
          event.preventDefault();
          composer.focus();
          break;
        }
        case '/': {
          event.preventDefault();
          document.querySelector<HTMLElement>('[data-testid="search"]')?.focus();
          break;
        }
        case '?':
          setOpen(true);
          break;
        default:
      }
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [view, selectedId]);
  const rows: [string[], string][] = [
    [['J', 'K'], t('keys.next')],
    [['I'], t('keys.compose')],
    [['/'], t('keys.search')],
    [['Enter', 'Shift + Enter'], t('keys.send')],
    [['Esc'], t('keys.leave')],
    [['?'], t('keys.help')],
  ];
  return (
    <Modal
      open={open}
      title={t('keys.title')}
      footer={null}
      onCancel={() => {
        setOpen(false);
      }}
    >
      <dl className={styles['keys']}>
        {rows.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
