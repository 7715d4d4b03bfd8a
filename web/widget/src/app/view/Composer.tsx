import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import { Icon } from './icons.tsx';
import { submitsOnEnter } from './keys.ts';
import { loadExtras, useExtras } from './useExtras.ts';
import { useTalk, useTalkState } from './useTalk.ts';

export const LONGEST_MESSAGE = 5_000;

interface ComposerProps {
  /** Null until the server has opened it: until then files have no place to go. */
  conversationId: string | null;
  draft: string;
  onDraft: (draft: string) => void;
}

export function Composer({ draft, onDraft, conversationId }: ComposerProps): JSX.Element {
  const { texts } = useLanguage();
  const talk = useTalk();
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const chooserRef = useRef<HTMLInputElement>(null);
  const [picking, setPicking] = useState(false);
  const { intent } = useTalkState();
  const editing = intent?.editing;
  const [asked, setAsked] = useState(false);
  const [, refresh] = useState({});
  const extras = useExtras(picking || asked);
  const tray = (conversationId && extras?.trayOf(conversationId, talk.token)) || null;
  const files = editing?.attachments ?? tray?.files() ?? [];
  const over = draft.trim().length - LONGEST_MESSAGE;
  const uploaded = editing ?? tray?.files().every(({ state }) => state === 'ready') ?? true;
  const ready = (draft.trim() !== '' || files.length > 0) && over <= 0 && !!uploaded;

  useEffect(() => {
    if (editing) onDraft(editing.text);
    if (intent) fieldRef.current?.focus();
    // Only when it begins: what is typed then stays.
  }, [intent, editing, onDraft]);

  useEffect(
    () =>
      tray?.subscribe(() => {
        refresh({});
      }),
    [tray],
  );

  const attach = useCallback(
    (chosen: File[]): void => {
      if (conversationId === null || chosen.length === 0) return;
      loadExtras().then(
        ({ trayOf }) => {
          setAsked(true);
          trayOf(conversationId, talk.token).add(chosen);
        },
        // Without a connection; the files can be chosen again.
        () => undefined,
      );
    },
    [conversationId, talk],
  );

  // Files may be dropped anywhere on the window.
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      attach([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, [attach]);

  useEffect(() => {
    const area = fieldRef.current;
    if (!area) return;
    // By script rather than by attribute: the policy of this page allows no inline style.
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 132)}px`;
  }, [draft]);

  function submit(event: Event): void {
    event.preventDefault();
    if (!ready) return;
    if (editing) {
      talk.change({ type: 'edit', sequence: editing.sequence, text: draft.trim() });
    } else {
      talk.send(draft.trim(), extras?.additions(tray, intent));
    }
    talk.intend(null);
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
      {extras && intent && <extras.IntentView intent={intent} onDraft={onDraft} />}
      {extras && tray && !editing && <extras.TrayView tray={tray} />}
      {extras && picking && (
        <extras.EmojiPicker
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
        {conversationId !== null && (
          <button
            type="button"
            class="round"
            aria-label={texts.attach}
            onClick={() => chooserRef.current?.click()}
          >
            <Icon name="clip" />
          </button>
        )}
        <input
          ref={chooserRef}
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            attach([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
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
          onPaste={(event) => {
            attach([...(event.clipboardData?.files ?? [])]);
          }}
          onBlur={() => {
            talk.typing(false);
          }}
          onKeyDown={(event) => {
            if (submitsOnEnter(event)) submit(event);
            if (event.key === 'Escape' && intent) {
              event.preventDefault();
              talk.intend(null);
              if (editing) onDraft('');
            }
          }}
        />
        <button type="submit" class="round solid" aria-label={texts.send} aria-disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
