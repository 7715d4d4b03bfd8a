import type { Conversation, Message } from '@dakenh/socket';
import type { Locale } from '../shared/locale.ts';
import type { TalkState } from '../app/talk/state.ts';
import { emptyThread, INITIAL } from '../app/talk/state.ts';
import type { Talk } from '../app/talk/talk.ts';

const SAMPLE = {
  vi: {
    agent: 'Nguyễn Thu Lan',
    said: [
      'Xin chào! Mình có thể giúp gì cho bạn?',
      'Mình muốn hỏi về thời gian giao hàng.',
      'Dạ, trong ngày bạn nhé.',
    ],
  },
  en: {
    agent: 'Thu Lan',
    said: ['Hello! How can I help you?', 'I would like to ask about delivery.', 'Within the day, of course.'],
  },
};

const ID = 'preview';

function sample(locale: Locale, representedAs: string): { conversation: Conversation; messages: Message[] } {
  const { agent, said } = SAMPLE[locale];
  const name = representedAs || agent;
  const sentAt = new Date().toISOString();
  const messages = said.map((text, index): Message => {
    const own = index % 2 === 1;
    const author = own
      ? ({ kind: 'visitor', id: 'visitor', name: '' } as const)
      : ({ kind: 'agent', id: 'agent', name } as const);
    return { id: `${ID}-${String(index)}`, sequence: index + 1, author, kind: 'text', text, sentAt };
  });
  const last = messages.length;
  const conversation: Conversation = {
    id: ID,
    version: 1,
    epoch: 1,
    state: 'open',
    channelKind: 'livetalk',
    visitor: { id: 'visitor', name: '' },
    agents: [{ id: 'agent', name, ...(representedAs ? {} : { joinedAfter: 0 }) }],
    lastSequence: last,
    readSequence: last,
    otherReadSequence: last,
    openedAt: sentAt,
  };
  return { conversation, messages };
}

/** A conversation made up for the preview: it is shown and answers to nothing but the way between the two screens. */
export function createPreviewTalk(
  locale: Locale,
): Talk & { show: (screen: 'start' | 'thread') => void; represent: (name: string) => void } {
  const listeners = new Set<() => void>();
  let state: TalkState = { ...INITIAL };
  let representedAs = '';

  function set(next: TalkState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function show(screen: 'start' | 'thread'): void {
    if (screen === 'start') {
      set({ ...INITIAL });
      return;
    }
    const { conversation, messages } = sample(locale, representedAs);
    set({
      ...INITIAL,
      screen: 'thread',
      conversations: [conversation],
      thread: { ...emptyThread(ID, null), messages },
    });
  }

  const nothing = (): void => undefined;
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (screen) => {
      show(screen === 'start' ? 'start' : 'thread');
    },
    represent: (name) => {
      if (name === representedAs) return;
      representedAs = name;
      if (state.screen === 'thread') show('thread');
    },
    start: () => {
      show('thread');
    },
    showStart: () => {
      show('start');
    },
    begin: nothing,
    connect: nothing,
    send: nothing,
    change: nothing,
    intend: nothing,
    token: () => Promise.resolve(null),
    retry: nothing,
    earlier: nothing,
    typing: nothing,
    seen: nothing,
    end: nothing,
    rate: () => Promise.resolve(),
    wish: nothing,
    socket: { call: () => Promise.reject(new Error('no calls here')), tell: () => false },
    onFrame: () => nothing,
    visited: nothing,
    wake: nothing,
  };
}
