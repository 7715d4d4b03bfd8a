import { SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { number } from '../../../shared/lib/time.ts';
import { CANNED_LIST, CannedMenu, optionId } from '../canned/CannedMenu.tsx';
import { useCannedMenu } from '../canned/useCannedMenu.ts';
import { useDesk } from '../model/DeskContext.ts';
import { EmojiPicker } from './EmojiPicker.tsx';
import styles from './thread.module.css';

const LONGEST = 5000;
const IDLE_MILLISECONDS = 4000;
const TALLEST = 180;

interface ComposerProps {
  conversationId: string;
  online: boolean;
}

/** Keyed by conversation: what was typed stays with its conversation. */
export function Composer({ conversationId, online }: ComposerProps) {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const desk = useDesk();
  const [text, setText] = useState(() => desk.drafts.get(conversationId) ?? '');
  const [caret, setCaret] = useState(text.length);
  const area = useRef<HTMLTextAreaElement>(null);
  /** Where the caret goes once the text that was put in is there. */
  const moveTo = useRef<number>(undefined);
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (window.matchMedia('(pointer: fine)').matches) area.current?.focus();
    return () => {
      clearTimeout(idle.current);
      desk.typing(conversationId, false);
    };
  }, [desk, conversationId]);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${String(Math.min(element.scrollHeight, TALLEST))}px`;
    if (moveTo.current === undefined) return;
    element.setSelectionRange(moveTo.current, moveTo.current);
    moveTo.current = undefined;
  }, [text]);

  const change = (next: string) => {
    setText(next);
    desk.drafts.set(conversationId, next);
    clearTimeout(idle.current);
    desk.typing(conversationId, next.trim() !== '');
    idle.current = setTimeout(() => {
      desk.typing(conversationId, false);
    }, IDLE_MILLISECONDS);
  };

  const trimmed = text.trim();
  const left = LONGEST - [...trimmed].length;
  const send = () => {
    if (trimmed === '' || left < 0) return;
    desk.send(conversationId, trimmed);
    desk.typing(conversationId, false);
    change('');
    area.current?.focus();
  };

  const menu = useCannedMenu({
    conversationId,
    text,
    caret,
    onInsert: (content, asked) => {
      const end = asked.from + content.length;
      moveTo.current = end;
      change(text.slice(0, asked.from) + content + text.slice(asked.to));
      setCaret(end);
      area.current?.focus();
    },
  });

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (menu.press(event)) return;
    if (event.key === 'Escape') area.current?.blur();
    // While an input method composes a Vietnamese syllable, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  const insert = (emoji: string) => {
    const element = area.current;
    const from = element?.selectionStart ?? text.length;
    const to = element?.selectionEnd ?? text.length;
    change(text.slice(0, from) + emoji + text.slice(to));
    area.current?.focus();
  };

  return (
    <form
      className={styles['composer']}
      aria-label={t('composer.label')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {online ? null : (
        <p className={styles['offline']} role="status">
          {t('composer.offline')}
        </p>
      )}
      <div className={styles['box']}>
        <CannedMenu menu={menu} />
        <EmojiPicker onPick={insert} />
        <textarea
          ref={area}
          rows={1}
          value={text}
          onChange={(event) => {
            change(event.target.value);
            setCaret(event.target.selectionEnd);
          }}
          onSelect={(event) => {
            setCaret(event.currentTarget.selectionEnd);
          }}
          onKeyDown={press}
          aria-autocomplete="list"
          {...(menu.open && menu.found.length > 0
            ? { 'aria-controls': CANNED_LIST, 'aria-activedescendant': optionId(menu.index) }
            : {})}
          placeholder={t('composer.placeholder')}
          aria-label={t('composer.label')}
          aria-describedby="composer-hint"
          data-testid="composer"
        />
        <Button
          type="primary"
          htmlType="submit"
          icon={<SendOutlined aria-hidden="true" />}
          disabled={trimmed === '' || left < 0}
          aria-label={t('composer.send')}
          data-testid="composer-send"
        />
      </div>
      <p className={styles['hint']} id="composer-hint" data-over={left < 0}>
        {left < 0 ? t('composer.tooLong', { amount: number(-left, language) }) : null}
        {left >= 0 && left < 500 ? t('composer.left', { amount: number(left, language) }) : null}
        {left >= 500 ? t('composer.hint') : null}
      </p>
    </form>
  );
}
