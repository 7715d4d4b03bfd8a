import { SmileOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { EMOJI, EMOJI_GROUPS } from './emoji.ts';
import styles from './emoji.module.css';

const COLUMNS = 7;
const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };

function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const picker = event.currentTarget.closest('[role="dialog"]');
  const buttons = [...(picker?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(event.currentTarget);
  const next = buttons[Math.min(buttons.length - 1, Math.max(0, at + step))];
  event.preventDefault();
  next?.focus();
}

function Grid({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  return (
    <div className={styles['picker']} role="dialog" aria-label={t('emoji.title')}>
      {EMOJI_GROUPS.map((group) => (
        <section key={group} aria-label={t(`emoji.${group}`)}>
          <h3>{t(`emoji.${group}`)}</h3>
          <div className={styles['grid']}>
            {EMOJI[group].map((emoji, index) => (
              <button
                key={emoji.character}
                type="button"
                // One stop for Tab; arrows go on from there.
                tabIndex={group === 'smileys' && index === 0 ? 0 : -1}
                aria-label={emoji[language]}
                title={emoji[language]}
                onKeyDown={moveFocus}
                onClick={() => {
                  onPick(emoji.character);
                }}
              >
                {emoji.character}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="topLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Grid
          onPick={(emoji) => {
            setOpen(false);
            onPick(emoji);
          }}
        />
      }
    >
      <Button
        type="text"
        icon={<SmileOutlined aria-hidden="true" />}
        aria-label={t('composer.emoji')}
        aria-expanded={open}
      />
    </Popover>
  );
}
