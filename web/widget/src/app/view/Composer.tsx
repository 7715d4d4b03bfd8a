import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import { EmojiPicker } from './EmojiPicker.tsx';
import { Icon } from './icons.tsx';
import { submitsOnEnter } from './keys.ts';
import { useTalk } from './useTalk.ts';

export const LONGEST_MESSAGE = 5_000;

interface ComposerProps {
  draft: string;
  onDraft: (draft: string) => void;
}

export function Composer({ draft, onDraft }: ComposerProps): JSX.Element {
  const { texts } = useLanguage();
  const talk = useTalk();
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const [picking, setPicking] = useState(false);
  const over = draft.trim().length - LONGEST_MESSAGE;
  const ready = draft.trim() !== '' && over <= 0;

  useEffect(() => {
    const area = fieldRef.current;
    if (!area) return;
    // By script rather than by attribute: the policy of this page allows no inline style.
    area.style.height = 'auto';
    area.style.height = `${String(Math.min(area.scrollHeight, 132))}px`;
  }, [draft]);

  function submit(event: Event): void {
    event.preventDefault();
    if (!ready) return;
    talk.send(draft.trim());
    onDraft('');
    setPicking(false);
    fieldRef.current?.focus();
  }

  function insert(emoji: string): void {
    const area = fieldRef.current;
    const [from, to] = area ? [area.selectionStart, area.selectionEnd] : [draft.length, draft.length];
    onDraft(draft.slice(0, from) + emoji + draft.slice(to));
    requestAnimationFrame(() => {
      area?.setSelectionRange(from + emoji.length, from + emoji.length);
    });
  }

  return (
    <form class="composer" onSubmit={submit}>
      {picking && (
        <EmojiPicker
          onPick={insert}
          onClose={() => {
            setPicking(false);
            fieldRef.current?.focus();
          }}
        />
      )}
      {over > 0 && (
        <p class="over" role="alert">
          {texts.tooLong(over)}
        </p>
      )}
      <div class="composer-row">
        <button
          type="button"
          class="round"
          aria-label={texts.emoji}
          aria-expanded={picking}
          onClick={() => {
            setPicking(!picking);
          }}
        >
          <Icon name="emoji" />
        </button>
        <textarea
          data-autofocus
          ref={fieldRef}
          rows={1}
          dir="auto"
          aria-label={texts.composerPlaceholder}
          placeholder={texts.composerPlaceholder}
          enterkeyhint="send"
          value={draft}
          onInput={(event) => {
            onDraft(event.currentTarget.value);
            talk.typing(event.currentTarget.value.trim() !== '');
          }}
          onBlur={() => {
            talk.typing(false);
          }}
          onKeyDown={(event) => {
            if (submitsOnEnter(event)) submit(event);
          }}
        />
        <button type="submit" class="round solid" aria-label={texts.send} aria-disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
