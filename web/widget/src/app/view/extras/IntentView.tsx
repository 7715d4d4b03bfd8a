import type { JSX } from 'preact';
import { cleanName } from '../../names.ts';
import type { Intent } from '../../talk/state.ts';
import { Icon } from '../icons.tsx';
import { brief } from '../useExtras.ts';
import { useTalk } from '../useTalk.ts';
import { useTexts } from './texts.ts';

interface IntentViewProps {
  intent: Intent;
  onDraft: (draft: string) => void;
}

/** Which message is being answered or edited, or why that did not work; and a way out. */
export function IntentView({ intent, onDraft }: IntentViewProps): JSX.Element {
  const texts = useTexts();
  const talk = useTalk();
  const { replyTo, editing, code } = intent;
  const message = editing ?? replyTo;
  const name = replyTo?.author.kind === 'visitor' ? texts.you : cleanName(replyTo?.author.name ?? '');
  return (
    <div class="intent">
      {message ? (
        <p class="quote">
          <bdi class="clip strong">{editing ? texts.editing : texts.answers(name)}</bdi>
          <span class="clip" dir="auto">
            {brief(message)}
          </span>
        </p>
      ) : (
        <p class="problem" role="alert">
          {code === 'message-too-old' ? texts.tooOld : texts.notChanged}
        </p>
      )}
      <button
        type="button"
        class="round"
        aria-label={texts.cancel}
        onClick={() => {
          talk.intend(null);
          if (editing) onDraft('');
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
