import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Content } from '../content.ts';
import type { FormValues } from '../form.ts';
import { EMPTY_FORM } from '../form.ts';
import type { SafeStorage } from '../../shared/storage.ts';
import { useLanguage } from '../locale/language.ts';
import type { Presences } from '../presences.ts';
import { Announcer } from './Announcer.tsx';
import { ConnectionBar } from './ConnectionBar.tsx';
import { loadCalls } from './calls.ts';
import { Later } from './Later.tsx';
import { loadReceipt } from './receipt.ts';
import { StartScreen } from './StartScreen.tsx';
import { ThreadScreen } from './ThreadScreen.tsx';
import { useTalkState } from './useTalk.ts';

interface AppProps {
  content: Content;
  /** Where the visitor's name is kept for the next conversation; null where nothing is kept. */
  memory: SafeStorage | null;
  /** Asks who is there; null where nothing is asked. */
  presences: Presences | null;
  /** The popup message the visitor came by; empty for none. */
  popupId: string;
  /** The window fills the screen. */
  full: boolean;
  /** Whether the window is on the visitor's screen. */
  visible: boolean;
  /** Null where there is no window around us to close. */
  onClose: (() => void) | null;
}

const loadBlocked = () => import('./Blocked.tsx');

const NAME = 'dakenh.name';

export function App(props: AppProps): JSX.Element {
  const { content, memory, presences, popupId, full, visible, onClose } = props;
  const { texts } = useLanguage();
  const { screen, thread, blocked, calling, conversations } = useTalkState();
  const rootRef = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState('');
  // Here, so that neither another screen nor changed settings lose what was typed.
  const [values, setValues] = useState<FormValues>(() => ({
    ...EMPTY_FORM,
    fields: { name: memory?.get(NAME) ?? '' },
  }));
  const showThread = screen === 'thread' && thread !== null;

  useEffect(() => {
    if (visible)
      rootRef.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
  }, [visible, showThread]);

  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) onClose?.();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [onClose]);

  return (
    <div class="app" ref={rootRef}>
      {blocked ? (
        <Later load={loadBlocked} onClose={onClose} />
      ) : showThread ? (
        <ThreadScreen
          content={content}
          thread={thread}
          visible={visible}
          onClose={onClose}
          draft={draft}
          onDraft={setDraft}
        />
      ) : (
        <StartScreen
          content={content}
          values={values}
          onValues={setValues}
          popupId={popupId}
          presences={presences}
          onName={(name) => memory?.set(NAME, name)}
          full={full}
          onClose={onClose}
        />
      )}
      {calling && <Later load={loadCalls} content={content} />}
      {conversations[0] && <Later load={loadReceipt} />}
      <ConnectionBar />
      <Announcer title={content.title || texts.windowTitle} />
    </div>
  );
}
