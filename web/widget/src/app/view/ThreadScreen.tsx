import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Content } from '../content.ts';
import { useLanguage } from '../locale/language.ts';
import { cleanName } from '../names.ts';
import type { Thread } from '../talk/state.ts';
import { currentSummary } from '../talk/state.ts';
import { Avatar } from './Avatar.tsx';
import { loadCalls } from './calls.ts';
import { Composer } from './Composer.tsx';
import { Icon } from './icons.tsx';
import { Later } from './Later.tsx';
import { MessageList } from './MessageList.tsx';
import { Signature } from './Signature.tsx';
import { useTalk, useTalkState } from './useTalk.ts';

const loadAfter = () => import('./After.tsx');
const loadTranscript = () => import('./Transcript.tsx');

interface ThreadScreenProps {
  content: Content;
  thread: Thread;
  visible: boolean;
  onClose: (() => void) | null;
  draft: string;
  onDraft: (draft: string) => void;
}

export function ThreadScreen(props: ThreadScreenProps): JSX.Element {
  const { content, thread, visible, onClose, draft, onDraft } = props;
  const { texts } = useLanguage();
  const talk = useTalk();
  const state = useTalkState();
  const [asking, setAsking] = useState(false);
  const [going, setGoing] = useState(false);
  const summary = currentSummary(state);
  const agents = summary?.agents ?? [];
  const answered = agents.length > 0;
  const closed = summary?.state === 'closed';
  const names = agents.map((agent) => cleanName(agent.name)).join(', ');
  const title = content.title || texts.windowTitle;
  const standing = closed ? texts.ended : answered ? texts.stateOpen : texts.waiting;

  return (
    <main class="thread" aria-label={texts.windowTitle}>
      <header class="head">
        <button
          type="button"
          class="round"
          aria-label={texts.back}
          onClick={() => {
            talk.showStart();
          }}
        >
          <Icon name="back" />
        </button>
        <Avatar name={agents[0]?.name ?? ''} url={agents[0]?.avatarUrl} />
        <div class="who">
          <h1 class="clip">
            <bdi>{names || title}</bdi>
          </h1>
          <p class={`clip standing${answered && !closed ? ' live' : ''}`}>{standing}</p>
        </div>
        {summary && !closed && content.calls && <Later load={loadCalls} content={content} part="head" />}
        {summary && !closed && (
          <button
            type="button"
            class="round"
            aria-label={texts.end}
            title={texts.end}
            onClick={() => {
              setAsking(!asking);
            }}
          >
            <Icon name="end" />
          </button>
        )}
        {onClose && (
          <button type="button" class="round" aria-label={texts.close} onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {asking && !closed && (
        <div class="ask" role="alertdialog" aria-label={texts.endQuestion}>
          <p>{texts.endQuestion}</p>
          <button
            type="button"
            class="danger"
            onClick={() => {
              setAsking(false);
              talk.end();
            }}
          >
            {texts.endYes}
          </button>
          <button
            type="button"
            onClick={() => {
              setAsking(false);
            }}
          >
            {texts.endNo}
          </button>
          {summary && <Later load={loadTranscript} conversationId={summary.id} />}
        </div>
      )}
      <MessageList thread={thread} summary={summary} visible={visible} title={title} />
      {closed && !going ? (
        <footer class="closed">
          <p>{texts.ended}</p>
          <Later
            load={loadAfter}
            summary={summary}
            onGoOn={() => {
              setGoing(true);
            }}
          />
          <button
            type="button"
            class="primary"
            data-autofocus
            onClick={() => {
              talk.showStart();
            }}
          >
            {texts.newConversation}
          </button>
        </footer>
      ) : (
        <Composer draft={draft} onDraft={onDraft} conversationId={thread.conversationId} />
      )}
      <Signature signature={content.signature} />
    </main>
  );
}
