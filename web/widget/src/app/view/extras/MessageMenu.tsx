import type { Message } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Said } from '../useExtras.ts';
import { useTalk, useTalkState } from '../useTalk.ts';
import { useTexts } from './texts.ts';

const EMOJI = ['👍', '❤️', '😀', '😮', '😢', '🙏'];
/** A little less than the server allows, by its clock. */
const CHANGEABLE_MILLISECONDS = 15 * 60_000 - 5_000;

/** What a visitor can do with a message: react, answer, and for a while change what is their own. */
export function MessageMenu({ of }: { of: Said }): JSX.Element | null {
  const texts = useTexts();
  const talk = useTalk();
  const { thread, conversations } = useTalkState();
  const [open, setOpen] = useState(false);
  const [young, setYoung] = useState(false);
  const rootRef = useRef<HTMLDivElement>(null);
  const message = of as Message;
  const { sequence, author, sentAt, deletedAt } = message;
  const running = conversations.some(({ id, state }) => id === thread?.conversationId && state === 'open');

  useEffect(() => {
    if (!open) return undefined;
    rootRef.current?.querySelector<HTMLElement>('[role=menu] button')?.focus();
    rootRef.current?.scrollIntoView({ block: 'nearest' });
    const away = (event: Event): void => {
      if (!rootRef.current?.contains(event.target as Node)) setOpen(false);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      // The window itself stays open.
      event.preventDefault();
      setOpen(false);
      rootRef.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', escape, true);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', escape, true);
    };
  }, [open]);

  if (!running || deletedAt) return null;
  const own = author.kind === 'visitor';

  function item(label: string, act: () => void): JSX.Element {
    return (
      <button
        key={label}
        type="button"
        role="menuitem"
        onClick={() => {
          setOpen(false);
          act();
        }}
      >
        {label}
      </button>
    );
  }

  return (
    <div class="menu" ref={rootRef}>
      <button
        type="button"
        class="more"
        aria-label={texts.actions}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => {
          setYoung(Date.now() - Date.parse(sentAt) < CHANGEABLE_MILLISECONDS);
          setOpen(!open);
        }}
      >
        ⋯
      </button>
      {open && (
        <div class="menu-items" role="menu" aria-label={texts.actions}>
          <div class="menu-emoji" role="group" aria-label={texts.react}>
            {EMOJI.map((emoji) => {
              const mine = message.reactions
                ?.find((reaction) => reaction.emoji === emoji)
                ?.by.some(({ kind }) => kind === 'visitor');
              return item(emoji, () => {
                talk.change({ type: 'react', sequence, emoji, active: mine !== true });
              });
            })}
          </div>
          {item(texts.reply, () => {
            talk.intend({ replyTo: message });
          })}
          {own &&
            young &&
            item(texts.edit, () => {
              talk.intend({ editing: message });
            })}
          {own &&
            young &&
            item(texts.delete, () => {
              talk.change({ type: 'delete', sequence });
            })}
        </div>
      )}
    </div>
  );
}
