import { LockOutlined, SaveOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { Note } from '@dakenh/socket';
import { App, Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHttp } from '../../../shared/api/HttpContext.ts';
import { useErrorText } from '../../../shared/i18n/useErrorText.ts';
import { newId } from '../../../shared/lib/ids.ts';
import { useDesk } from '../model/DeskContext.ts';
import { editNote, loadViewers, writeNote } from './api.ts';
import styles from './care.module.css';
import { MENTION_LIST, mentionId, MentionMenu } from './MentionMenu.tsx';
import type { Colleague } from './mentions.ts';
import { askedAt, matching, mentionedIn } from './mentions.ts';

const LONGEST = 5000;
const SHOWN = 8;
const TALLEST = 180;

interface NoteComposerProps {
  conversationId: string;
  /** The note that is changed; undefined: a new one. */
  editing: Note | undefined;
  onDone: () => void;
}

/** Keyed by conversation and note. */
export function NoteComposer({ conversationId, editing, onDone }: NoteComposerProps) {
  const { t } = useTranslation('care');
  const http = useHttp();
  const desk = useDesk();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const draftKey = `note:${conversationId}`;
  const [text, setText] = useState(() => editing?.text ?? desk.drafts.get(draftKey) ?? '');
  const [caret, setCaret] = useState(text.length);
  const [chosen, setChosen] = useState<readonly Colleague[]>(editing?.mentions ?? []);
  const [marked, setMarked] = useState(0);
  const [dismissed, setDismissed] = useState<number>();
  const [saving, setSaving] = useState(false);
  /** The same for every try, so that a note is written once. */
  const [clientNoteId, setClientNoteId] = useState(newId);
  const area = useRef<HTMLTextAreaElement>(null);
  const moveTo = useRef<number>(undefined);

  const asked = askedAt(text, caret);
  const viewers = useQuery({
    queryKey: ['desk', 'viewers', conversationId],
    queryFn: ({ signal }) => loadViewers(http, conversationId, signal),
    enabled: asked !== undefined,
    staleTime: 60_000,
  });
  const people = (viewers.data ?? []).filter(({ id }) => id !== desk.getState().meId);
  const found = asked ? matching(people, asked.search).slice(0, SHOWN) : [];
  const open =
    asked !== undefined &&
    dismissed !== asked.from &&
    viewers.isSuccess &&
    (found.length > 0 || asked.search === '');
  const index = Math.min(marked, Math.max(0, found.length - 1));

  useEffect(() => {
    area.current?.focus();
  }, []);

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
    if (!editing) desk.drafts.set(draftKey, next);
  };

  const pick = (colleague: Colleague) => {
    if (!asked) return;
    const inserted = `@${colleague.name} `;
    const end = asked.from + inserted.length;
    moveTo.current = end;
    change(text.slice(0, asked.from) + inserted + text.slice(asked.to));
    setCaret(end);
    setChosen([...chosen, colleague]);
    setMarked(0);
    area.current?.focus();
  };

  const trimmed = text.trim();
  const over = [...trimmed].length > LONGEST;
  const save = async () => {
    if (trimmed === '' || over || saving) return;
    setSaving(true);
    const draft = { text: trimmed, mentions: mentionedIn(trimmed, chosen) };
    try {
      const written = editing
        ? await editNote(http, editing, draft)
        : await writeNote(http, conversationId, clientNoteId, draft);
      desk.notes.told(written);
      change('');
      setChosen([]);
      setClientNoteId(newId());
      if (editing) onDone();
    } catch (error) {
      void message.error(errorText.of(error));
    } finally {
      setSaving(false);
      area.current?.focus();
    }
  };

  /** True when the key was the menu's. */
  const menuPress = (event: KeyboardEvent): boolean => {
    if (!open || event.nativeEvent.isComposing) return false;
    const chosenOne = found[index];
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setMarked((index + step + found.length) % found.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosenOne) pick(chosenOne);
    else if (event.key === 'Escape') setDismissed(asked.from);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (menuPress(event)) return;
    if (event.key === 'Escape') {
      if (editing) onDone();
      else area.current?.blur();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void save();
  };

  return (
    <form
      className={styles['composer']}
      aria-label={t('note.label')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles['box']}>
        {open ? <MentionMenu found={found} index={index} onPick={pick} /> : null}
        <LockOutlined className={styles['lock'] ?? ''} aria-hidden="true" />
        <textarea
          ref={area}
          rows={2}
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
          {...(open && found.length > 0
            ? { 'aria-controls': MENTION_LIST, 'aria-activedescendant': mentionId(index) }
            : {})}
          placeholder={t('note.placeholder')}
          aria-label={t('note.label')}
          aria-describedby="note-hint"
          data-testid="note-composer"
        />
        {editing ? <Button onClick={onDone}>{t('note.cancel')}</Button> : null}
        <Button
          type="primary"
          htmlType="submit"
          icon={<SaveOutlined aria-hidden="true" />}
          loading={saving}
          disabled={trimmed === '' || over}
          aria-label={t('note.save')}
          data-testid="note-save"
        />
      </div>
      <p className={styles['hint']} id="note-hint">
        {editing ? t('note.editing') : t('note.hint')}
      </p>
    </form>
  );
}
