import type { Conversation } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Bootstrap } from '../../shared/bootstrap.ts';
import { safeStorage } from '../../shared/storage.ts';
import { useLanguage } from '../locale/language.ts';
import { cleanName } from '../names.ts';
import { openConversation, unreadIn } from '../talk/state.ts';
import { Avatar } from './Avatar.tsx';
import { Icon } from './icons.tsx';
import { submitsOnEnter } from './keys.ts';
import { useTalk, useTalkState } from './useTalk.ts';
import { LONGEST_MESSAGE } from './Composer.tsx';

const browser = safeStorage('localStorage');
const NAME = 'dakenh.name';

function Past({ conversation }: { conversation: Conversation }): JSX.Element {
  const { texts, day, time } = useLanguage();
  const talk = useTalk();
  const { thread } = useTalkState();
  const { lastMessage } = conversation;
  const at = lastMessage?.sentAt ?? conversation.openedAt;
  const names = conversation.agents.map((agent) => cleanName(agent.name)).join(', ');
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
        <Avatar name={conversation.agents[0]?.name ?? ''} url={conversation.agents[0]?.avatarUrl} />
        <span class="past-body">
          <span class="past-head">
            <bdi class="clip strong">
              {names || (conversation.state === 'open' ? texts.waiting : texts.stateClosed)}
            </bdi>
            <time dateTime={at}>{today ? time(at) : day(at, new Date())}</time>
          </span>
          <span class="clip muted" dir="auto">
            {lastMessage?.author.kind === 'visitor' && `${texts.you}: `}
            {lastMessage?.text}
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

function NewConversation({ greeting }: { greeting: string }): JSX.Element {
  const { texts } = useLanguage();
  const talk = useTalk();
  const [name, setName] = useState(browser.get(NAME) ?? '');
  const [text, setText] = useState('');
  const ready = text.trim() !== '';

  function submit(event: Event): void {
    event.preventDefault();
    if (!ready) return;
    const wanted = cleanName(name);
    browser.set(NAME, wanted || null);
    talk.start(wanted, text.trim());
  }

  return (
    <form class="card" onSubmit={submit} aria-label={texts.startTitle}>
      {greeting && (
        <div class="greeting">
          <Avatar name="" />
          <p dir="auto">{greeting}</p>
        </div>
      )}
      <label>
        <span class="label">
          {texts.nameLabel} <span class="muted">({texts.optional})</span>
        </span>
        <input
          type="text"
          autocomplete="name"
          maxLength={80}
          value={name}
          placeholder={texts.namePlaceholder}
          onInput={(event) => {
            setName(event.currentTarget.value);
          }}
        />
      </label>
      <label>
        <span class="label">{texts.messageLabel}</span>
        <textarea
          data-autofocus
          required
          rows={3}
          maxLength={LONGEST_MESSAGE}
          value={text}
          placeholder={texts.messagePlaceholder}
          enterkeyhint="send"
          onInput={(event) => {
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (submitsOnEnter(event)) submit(event);
          }}
        />
      </label>
      <button type="submit" class="primary" aria-disabled={!ready}>
        {texts.startButton}
        <Icon name="send" />
      </button>
    </form>
  );
}

interface StartScreenProps {
  bootstrap: Bootstrap;
  onClose: (() => void) | null;
}

export function StartScreen({ bootstrap, onClose }: StartScreenProps): JSX.Element {
  const { texts } = useLanguage();
  const state = useTalkState();
  const open = openConversation(state);
  const past = state.conversations.filter((conversation) => conversation !== open);
  const title = bootstrap.title || texts.windowTitle;

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
        {bootstrap.description && <p dir="auto">{bootstrap.description}</p>}
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
          <NewConversation greeting={bootstrap.greeting} />
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
        <p class="powered">{texts.poweredBy}</p>
      </div>
    </main>
  );
}
