import type { Conversation } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import { cleanName } from '../names.ts';
import type { Thread } from '../talk/state.ts';
import { timeline } from '../timeline.ts';
import { Icon } from './icons.tsx';
import { RowView } from './RowView.tsx';
import { isSpecial, useExtras } from './useExtras.ts';
import { useTalk } from './useTalk.ts';

interface MessageListProps {
  thread: Thread;
  summary: Conversation | undefined;
  visible: boolean;
  title: string;
}

const NEAR_PIXELS = 80;

export function MessageList({ thread, summary, visible, title }: MessageListProps): JSX.Element {
  const { texts } = useLanguage();
  const talk = useTalk();
  const boxRef = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [seenLast, setSeenLast] = useState(0);
  const rows = timeline(thread, summary?.agents ?? []);
  const first = thread.messages[0]?.sequence ?? 0;
  const last = thread.messages.at(-1);
  const lastSequence = last?.sequence ?? 0;
  const beforeRef = useRef({ first, height: 0 });
  // Where they come later than the rows, they make them taller.
  const [touched, setTouched] = useState(false);
  const extras = useExtras(touched || thread.messages.some(isSpecial));
  const touch = (): void => {
    setTouched(true);
  };

  const toEnd = useCallback(() => {
    boxRef.current?.scrollTo({ top: boxRef.current.scrollHeight });
  }, []);

  // A box that scrolls has to be reachable by keyboard.
  useLayoutEffect(() => {
    if (boxRef.current) boxRef.current.tabIndex = 0;
  }, []);

  // Whoever reads the end stays at the end; whoever reads older messages keeps their place when more come above.
  useLayoutEffect(() => {
    const element = boxRef.current;
    if (!element || !visible) return;
    const { first: firstBefore, height } = beforeRef.current;
    if (atEnd) toEnd();
    else if (first < firstBefore) element.scrollBy({ top: element.scrollHeight - height });
    beforeRef.current = { first, height: element.scrollHeight };
  }, [rows.length, thread.messages, thread.typing, visible, atEnd, first, toEnd, extras]);

  useEffect(() => {
    if (thread.outgoing.length > 0) toEnd();
  }, [thread.outgoing.length, toEnd]);

  useEffect(() => {
    if (!visible || !atEnd) return undefined;
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      talk.seen();
      setSeenLast(lastSequence);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
    };
  }, [visible, atEnd, lastSequence, summary?.readSequence, talk]);

  // The room for messages changes with the keyboard, the composer and the window.
  useEffect(() => {
    const element = boxRef.current;
    if (!element || !('ResizeObserver' in window)) return undefined;
    const observer = new ResizeObserver(() => {
      if (atEnd) toEnd();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [atEnd, toEnd]);

  return (
    <div class="messages">
      <div
        class="scroll"
        ref={boxRef}
        role="region"
        aria-label={texts.conversation}
        // Whoever points at a message or walks to it may do something with it.
        onPointerOver={touch}
        onFocusIn={touch}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
          setAtEnd(scrollHeight - scrollTop - clientHeight < NEAR_PIXELS);
        }}
      >
        {thread.loading && rows.length === 0 && (
          <div class="skeleton" aria-hidden="true">
            <span />
            <span />
            <span />
          </div>
        )}
        {thread.loadedAfter > 0 && (
          <button
            type="button"
            class="earlier"
            disabled={thread.loading}
            onClick={() => {
              talk.earlier();
            }}
          >
            {thread.loading ? texts.loading : texts.earlier}
          </button>
        )}
        <ol>
          {rows.map((row) => (
            <RowView key={row.key} row={row} summary={summary} lastSequence={lastSequence} title={title} />
          ))}
        </ol>
        {thread.typing && (
          <p class="typing">
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            <bdi>{texts.typing(cleanName(thread.typing.name) || title)}</bdi>
          </p>
        )}
      </div>
      {!atEnd && seenLast > 0 && lastSequence > seenLast && (
        <button type="button" class="missed" onClick={toEnd}>
          {texts.newMessages}
          <Icon name="down" />
        </button>
      )}
    </div>
  );
}
