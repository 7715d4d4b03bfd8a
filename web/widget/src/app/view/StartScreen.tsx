import type { Conversation } from '@dakenh/socket';
import type { JSX } from 'preact';
import type { Content } from '../content.ts';
import type { FormValues } from '../form.ts';
import { useLanguage } from '../locale/language.ts';
import { cleanName } from '../names.ts';
import type { Presences } from '../presences.ts';
import { openConversation, unreadIn } from '../talk/state.ts';
import { Avatar } from './Avatar.tsx';
import { Icon } from './icons.tsx';
import { LinkList } from './LinkList.tsx';
import { Signature } from './Signature.tsx';
import { StartForm } from './StartForm.tsx';
import { brief } from './useExtras.ts';
import { useTalk, useTalkState } from './useTalk.ts';

function Past({ conversation }: { conversation: Conversation }): JSX.Element {
  const { texts, day, time } = useLanguage();
  const talk = useTalk();
  const { thread } = useTalkState();
  const { agents, lastMessage } = conversation;
  const at = lastMessage?.sentAt ?? conversation.openedAt;
  const names = agents.map((agent) => cleanName(agent.name)).join(', ');
  const unread = unreadIn(conversation, thread);
  const today = day(at, new Date()) === texts.today;
  return (
    <li>
      <button
        type="button"
        class="past"
        onClick={() => {
          talk.show(conversation.id);
        }}
      >
        <Avatar name={agents[0]?.name ?? ''} url={agents[0]?.avatarUrl} />
        <span class="past-body">
          <span class="past-head">
            <bdi class="clip strong">
              {names || (conversation.state === 'open' ? texts.waiting : texts.stateClosed)}
            </bdi>
            <time dateTime={at}>{today ? time(at) : day(at, new Date())}</time>
          </span>
          <span class="clip muted" dir="auto">
            {lastMessage?.author.kind === 'visitor' && `${texts.you}: `}
            {lastMessage && brief(lastMessage)}
          </span>
        </span>
        {unread > 0 && (
          <span class="count">
            <span aria-hidden="true">{unread}</span>
            <span class="unseen">{texts.unread(unread)}</span>
          </span>
        )}
        <Icon name="next" />
      </button>
    </li>
  );
}

interface StartScreenProps {
  content: Content;
  values: FormValues;
  onValues: (values: FormValues) => void;
  popupId: string;
  presences: Presences | null;
  onName: (name: string) => void;
  /** The window fills the screen. */
  full: boolean;
  onClose: (() => void) | null;
}

export function StartScreen(props: StartScreenProps): JSX.Element {
  const { content, values, onValues, popupId, presences, onName, full, onClose } = props;
  const { texts } = useLanguage();
  const state = useTalkState();
  const open = openConversation(state);
  const past = state.conversations.filter((conversation) => conversation !== open);
  const title = content.title || texts.windowTitle;

  return (
    <main class="start scroll" aria-label={texts.windowTitle}>
      <header class="hero">
        <div class="hero-top">
          <span class="logo" aria-hidden="true">
            <Icon name="chat" />
          </span>
          {onClose && (
            <button type="button" class="round" aria-label={texts.close} onClick={onClose}>
              <Icon name="close" />
            </button>
          )}
        </div>
        <h1 dir="auto">{title}</h1>
        {content.description && <p dir="auto">{content.description}</p>}
      </header>
      <div class="cards">
        {open ? (
          <section class="card list" aria-label={texts.continueTitle}>
            <h2>{texts.continueTitle}</h2>
            <ul>
              <Past conversation={open} />
            </ul>
          </section>
        ) : (
          <StartForm
            content={content}
            values={values}
            onValues={onValues}
            popup={content.popups.find(({ id }) => id === popupId)}
            presences={presences}
            onName={onName}
          />
        )}
        {past.length > 0 && (
          <section class="card list" aria-label={texts.recentTitle}>
            <h2>{texts.recentTitle}</h2>
            <ul>
              {past.map((conversation) => (
                <Past key={conversation.id} conversation={conversation} />
              ))}
            </ul>
          </section>
        )}
        {full && <LinkList links={content.links} />}
        <Signature signature={content.signature} />
        <p class="powered">{texts.poweredBy}</p>
      </div>
    </main>
  );
}
