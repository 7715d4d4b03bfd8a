import type { JSX } from 'preact';
import type { Content } from '../../content.ts';
import { useTalk, useTalkState } from '../useTalk.ts';
import { CallIcon } from './icons.tsx';
import { useCallTexts, wordFor } from './texts.ts';
import { callsOf } from './calls.ts';
import { useCalls } from './useCalls.ts';

/** The ways to call from within a conversation. */
export function HeadCalls({ content }: { content: Content }): JSX.Element {
  const texts = useCallTexts();
  const talk = useTalk();
  const { callsOff } = useTalkState();
  const { view, wish } = useCalls();
  const running = wish !== undefined || (view !== undefined && view.state !== 'ended');
  return (
    <>
      {content.buttons.map(
        ({ function: way }) =>
          way !== 'chat' && (
            <button
              key={way}
              type="button"
              class="round"
              data-function={way}
              aria-label={texts.call[way]}
              title={callsOff ? wordFor(texts.refused, callsOff) : texts.call[way]}
              disabled={running || !!callsOff}
              onClick={() => {
                callsOf(talk).music.unlock();
                talk.wish({ media: way });
              }}
            >
              <CallIcon name={way} />
            </button>
          ),
      )}
    </>
  );
}

/** Why the buttons are grey. */
export function CallsOff(): JSX.Element | null {
  const texts = useCallTexts();
  const { callsOff } = useTalkState();
  return callsOff ? (
    <p class="calls-off" role="status">
      {wordFor(texts.refused, callsOff)}
    </p>
  ) : null;
}
