import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import { useTalk, useTalkState } from './useTalk.ts';

/** A hiccup shorter than this is not worth a word. */
const PATIENCE_MILLISECONDS = 1_500;

export function ConnectionBar(): JSX.Element {
  const { texts, time } = useLanguage();
  const talk = useTalk();
  const { connection, lostAt } = useTalkState();
  const [late, setLate] = useState(false);
  const lost = lostAt !== null;

  useEffect(() => {
    if (!lost) {
      setLate(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      setLate(true);
    }, PATIENCE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [lost]);

  const stopped = connection.kind === 'stopped' && connection.reason !== 'closed';
  const suspended = stopped && connection.reason === 'suspended';
  return (
    <div class="bar" role="status">
      {stopped ? (
        <p>
          {suspended ? texts.suspended : texts.stopped}{' '}
          {!suspended && (
            <button
              type="button"
              onClick={() => {
                talk.connect();
              }}
            >
              {texts.retry}
            </button>
          )}
        </p>
      ) : (
        late && lostAt !== null && <p>{texts.offlineSince(time(lostAt))}</p>
      )}
    </div>
  );
}
