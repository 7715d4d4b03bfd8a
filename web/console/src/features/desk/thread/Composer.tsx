import { SendOutlined } from '@ant-design/icons';
import type { Message, ReplyTo } from '@dakenh/socket';
import { App, Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../shared/i18n/language.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { number } from '../../../shared/lib/time.ts';
import { CANNED_LIST, CannedMenu, optionId } from '../canned/CannedMenu.tsx';
import { useCannedMenu } from '../canned/useCannedMenu.ts';
import type { Desk } from '../model/desk.ts';
import { useComposing, useDesk } from '../model/DeskContext.ts';
import { RuleLine } from '../channel/RuleLine.tsx';
import type { ReplyRule } from '../channel/rule.ts';
import { AttachButton } from './attachments/AttachButton.tsx';
import { ComposerBanner } from './attachments/ComposerBanner.tsx';
import { PendingFiles } from './attachments/PendingFiles.tsx';
import { useFileDrop } from './attachments/useFileDrop.ts';
import { EmojiPicker } from './EmojiPicker.tsx';
import { changeable } from './message/MessageActions.tsx';
import styles from './thread.module.css';

const LONGEST = 5000;
const IDLE_MILLISECONDS = 4000;
const TALLEST = 180;

const FREE: ReplyRule = { kind: 'none' };

interface ComposerProps {
  conversationId: string;
  online: boolean;
  /** What the provider lets one answer; without one anything. */
  rule?: ReplyRule;
  /** The provider's longest text. */
  longest?: number;
}

function quoted({ sequence, author, text, attachments }: Message): ReplyTo {
  return { sequence, author, excerpt: text.slice(0, 120) || (attachments?.[0]?.name ?? '') };
}

/** One's own last message, as long as it may be edited. */
function lastOwn(desk: Desk, conversationId: string): Message | undefined {
  const { threads, meId } = desk.getState();
  const own = threads
    .get(conversationId)
    ?.messages.findLast(({ author }) => author.kind === 'agent' && author.id === meId);
  return own && changeable(own, Date.now()) ? own : undefined;
}

/** Keyed by conversation: what was typed stays with its conversation. */
export function Composer({ conversationId, online, rule = FREE, longest = LONGEST }: ComposerProps) {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const desk = useDesk();
  const errorText = useErrorText();
  const { message: notices } = App.useApp();
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

  const composing = useComposing(conversationId);
  const { editing, files, alone = false } = composing;
  const [agreed, setAgreed] = useState(false);
  const uploading = files.some((file) => file.state !== 'ready');
  const trimmed = text.trim();
  const left = longest - [...trimmed].length;
  const empty = trimmed === '' && files.length === 0 && (editing?.attachments ?? []).length === 0;
  const allowed = rule.kind !== 'charged' || agreed;
  const ready = !empty && left >= 0 && allowed && (editing !== undefined || !uploading);

  // What is edited comes into the field; what stood there before comes back afterwards.
  const before = useRef('');
  const edited = useRef<number>(undefined);
  useEffect(() => {
    if (editing?.sequence === edited.current) return;
    if (edited.current === undefined) before.current = desk.drafts.get(conversationId) ?? '';
    edited.current = editing?.sequence;
    const next = editing?.text ?? before.current;
    moveTo.current = next.length;
    setText(next);
    desk.drafts.set(conversationId, next);
    area.current?.focus();
  }, [desk, conversationId, editing]);

  const answered = composing.replyTo?.sequence;
  useEffect(() => {
    if (answered !== undefined) area.current?.focus();
  }, [answered]);

  const attach = useCallback(
    (chosen: File[]) => {
      desk.composing.add(conversationId, chosen);
      area.current?.focus();
    },
    [desk, conversationId],
  );
  const form = useRef<HTMLFormElement>(null);
  const over = useFileDrop(form, attach);

  const saveEdit = (message: Message) => {
    desk.composing.edit(conversationId, undefined);
    if (trimmed === message.text) return;
    desk
      .change({ type: 'edit', conversationId, sequence: message.sequence, text: trimmed })
      .catch((error: unknown) => void notices.error(errorText.of(error)));
  };

  const send = () => {
    if (!ready) return;
    if (editing) {
      saveEdit(editing);
      return;
    }
    const taken = desk.composing.take(conversationId);
    const { attachments, replyTo } = taken;
    const charged = rule.kind === 'charged';
    desk.send(conversationId, trimmed, {
      ...(attachments.length > 0 ? { attachments } : {}),
      ...(replyTo ? { replyTo: quoted(replyTo) } : {}),
      ...(charged || taken.alone
        ? {
            manner: {
              ...(charged ? { charged: true as const } : {}),
              ...(taken.alone ? { mode: 'private' as const } : {}),
            },
          }
        : {}),
    });
    setAgreed(false);
    desk.typing(conversationId, false);
    change('');
    area.current?.focus();
  };

  const menu = useCannedMenu({
    conversationId,
    text,
    caret,
    onInsert: (content, asked, mediaIds) => {
      const end = asked.from + content.length;
      moveTo.current = end;
      change(text.slice(0, asked.from) + content + text.slice(asked.to));
      setCaret(end);
      area.current?.focus();
      desk.composing
        .addMedia(conversationId, mediaIds)
        .catch((error: unknown) => void notices.error(errorText.of(error)));
    },
  });

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (menu.press(event)) return;
    if (event.key === 'Escape' && (editing ?? composing.replyTo)) {
      event.preventDefault();
      desk.composing.reply(conversationId, undefined);
      return;
    }
    if (event.key === 'Escape') area.current?.blur();
    if (event.key === 'ArrowUp' && text === '' && rule.kind === 'none') {
      const last = lastOwn(desk, conversationId);
      if (last) {
        event.preventDefault();
        desk.composing.edit(conversationId, last);
      }
      return;
    }
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
      ref={form}
      className={styles['composer']}
      data-over={over}
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
      {over ? (
        <p className={styles['offline']} role="status">
          {t('composer.drop')}
        </p>
      ) : null}
      <ComposerBanner
        conversationId={conversationId}
        onCancel={() => {
          area.current?.focus();
        }}
      />
      <RuleLine rule={rule} alone={alone} agreed={agreed} onAgree={setAgreed} />
      <PendingFiles conversationId={conversationId} />
      <div className={styles['box']}>
        <CannedMenu menu={menu} />
        {editing ? null : <AttachButton onFiles={attach} />}
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
          onPaste={(event) => {
            const pasted = [...event.clipboardData.files];
            if (pasted.length === 0 || editing) return;
            event.preventDefault();
            attach(pasted);
          }}
          aria-autocomplete="list"
          {...(menu.open && menu.found.length > 0
            ? { 'aria-controls': CANNED_LIST, 'aria-activedescendant': optionId(menu.index) }
            : {})}
          placeholder={t('composer.placeholder')}
          aria-label={t('composer.label')}
          aria-describedby="composer-hint"
          data-testid="composer"
          data-conversation={conversationId}
        />
        <Button
          type="primary"
          htmlType="submit"
          icon={<SendOutlined aria-hidden="true" />}
          disabled={!ready}
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
