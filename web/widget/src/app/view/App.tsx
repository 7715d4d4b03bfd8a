import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bootstrap } from '../../shared/bootstrap.ts';
import { useLanguage } from '../locale/language.ts';
import { Announcer } from './Announcer.tsx';
import { ConnectionBar } from './ConnectionBar.tsx';
import { StartScreen } from './StartScreen.tsx';
import { ThreadScreen } from './ThreadScreen.tsx';
import { useTalkState } from './useTalk.ts';

interface AppProps {
  bootstrap: Bootstrap;
  /** Whether the window is on the visitor's screen. */
  visible: boolean;
  /** Null where there is no window around us to close. */
  onClose: (() => void) | null;
}

export function App({ bootstrap, visible, onClose }: AppProps): JSX.Element {
  const { texts } = useLanguage();
  const { screen, thread } = useTalkState();
  const rootRef = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState('');
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
      {showThread ? (
        <ThreadScreen
          bootstrap={bootstrap}
          thread={thread}
          visible={visible}
          onClose={onClose}
          draft={draft}
          onDraft={setDraft}
        />
      ) : (
        <StartScreen bootstrap={bootstrap} onClose={onClose} />
      )}
      <ConnectionBar />
      <Announcer title={bootstrap.title || texts.windowTitle} />
    </div>
  );
}
