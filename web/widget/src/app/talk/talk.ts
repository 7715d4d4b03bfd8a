/**
 * The visitor's side of all conversations: what is on screen, what was written, what arrived. Views read `state` and
 * call the actions; the socket package keeps order and connection.
 */
import type {
  AckFrame,
  Additions,
  Conversation,
  Message,
  MessageChange,
  OpenFields,
  ServerFrame,
  SocketClient,
  SocketOptions,
} from '@dakenh/socket';
import { createSocketClient, SocketError } from '@dakenh/socket';
import type { HostPage } from '../../shared/bridge.ts';
import type { SafeStorage } from '../../shared/storage.ts';
import type { StartFields } from '../form.ts';
import type { Sessions } from '../session.ts';
import { uuid } from '../uuid.ts';
import { readOutbox, writeOutbox } from './outbox.ts';
import type { Intent, Outgoing, TalkState, Thread } from './state.ts';
import {
  currentSummary,
  emptyThread,
  INITIAL,
  justOpened,
  merge,
  openConversation,
  unconfirmed,
  withSummary,
} from './state.ts';

export interface TalkOptions {
  url: string;
  sessions: Sessions;
  /** Of this tab. */
  storage: SafeStorage;
  /** Where unconfirmed messages are kept in it. */
  outboxName: string;
  page: () => HostPage;
  /** Someone else said something new. */
  onHeard?: () => void;
  /** A version that is served now; 0 after the connection was lost, when any may have been missed. */
  onSettingsChanged: (version: number) => void;
  createSocket?: SocketOptions['createSocket'];
}

type InThisConversation<Change> = Change extends unknown ? Omit<Change, 'conversationId'> : never;
export type Wanted = InThisConversation<MessageChange>;

export interface Talk {
  state: () => TalkState;
  subscribe: (listener: () => void) => () => void;
  /** Connects where it is worth it: a visitor who was never here costs the server nothing until they write. */
  begin: () => void;
  connect: () => void;
  start: (
    fields: StartFields & Pick<OpenFields, 'popupId' | 'call'>,
    onRefused?: (code?: string) => void,
  ) => void;
  /** Wants a call, or nothing of calls any more. */
  wish: (calling: TalkState['calling']) => void;
  /** For what goes on in a call and what has arrived: the socket, and every frame. */
  socket: Pick<SocketClient, 'call' | 'tell'>;
  onFrame: (listener: (frame: ServerFrame) => void) => () => void;
  send: (text: string, additions?: Additions) => void;
  /** Edits, deletes or reacts to a message of the conversation on screen. */
  change: (wanted: Wanted) => void;
  intend: (intent: Intent | null) => void;
  /** For what goes over HTTP. */
  token: () => Promise<string | null>;
  retry: (clientMessageId: string) => void;
  show: (conversationId: string) => void;
  showStart: () => void;
  earlier: () => void;
  typing: (active: boolean) => void;
  /** The visitor has what is loaded before their eyes. */
  seen: () => void;
  end: () => void;
  rate: (conversationId: string, score: number, comment: string) => Promise<unknown>;
  /** The host page shows another page now. */
  visited: () => void;
  wake: () => void;
}

const PAGE_SIZE = 50;
const TYPING_SHOWN_MILLISECONDS = 6_000;
const TYPING_TOLD_MILLISECONDS = 3_000;
const LONGEST_TIMER_MILLISECONDS = 2_000_000_000;

export function createTalk(options: TalkOptions): Talk {
  const { sessions, storage, outboxName } = options;
  const listeners = new Set<() => void>();
  const frameListeners = new Set<(frame: ServerFrame) => void>();
  let state = INITIAL;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  let renewalTimer: ReturnType<typeof setTimeout> | undefined;
  let toldTypingAt = 0;
  let reloads = 0;
  let wasConnected = false;

  function set(change: Partial<TalkState>): void {
    const before = state;
    state = { ...state, ...change };
    if (
      state.thread?.outgoing !== before.thread?.outgoing ||
      state.thread?.opening !== before.thread?.opening
    ) {
      writeOutbox(storage, outboxName, state.thread);
    }
    for (const listener of listeners) listener();
  }

  function setThread(change: Partial<Thread>): void {
    if (state.thread) set({ thread: { ...state.thread, ...change } });
  }

  function setOutgoing(clientMessageId: string, change: Partial<Outgoing>): void {
    const outgoing = state.thread?.outgoing ?? [];
    if (!outgoing.some((waiting) => waiting.clientMessageId === clientMessageId)) return;
    setThread({
      outgoing: outgoing.map((waiting) =>
        waiting.clientMessageId === clientMessageId ? { ...waiting, ...change } : waiting,
      ),
    });
  }

  function setSummary(id: string, change: (held: Conversation) => Partial<Conversation>): void {
    set({
      conversations: state.conversations.map((held) =>
        held.id === id ? { ...held, ...change(held) } : held,
      ),
    });
  }

  const client: SocketClient = createSocketClient({
    url: options.url,
    ...(options.createSocket ? { createSocket: options.createSocket } : {}),
    token: (fresh) => sessions.token(fresh),
    onState: (connection) => {
      const { kind } = connection;
      if (kind === 'waiting') set({ connection, lostAt: state.lostAt ?? new Date().toISOString() });
      else set({ connection, lostAt: kind === 'connecting' ? state.lostAt : null });
      if (kind === 'online') scheduleRenewal();
      else if (state.thread?.typing) setThread({ typing: null });
    },
    onMessages: arrived,
    onChanged: changed,
    onReload: (conversationId, epoch) => {
      if (state.thread?.conversationId !== conversationId) return;
      // A server that keeps saying so must not be asked in a tight loop.
      const delay = Math.min(30_000, 1000 * reloads++);
      setThread({ messages: [], loadedAfter: 0, loading: true });
      setTimeout(() => {
        if (state.thread?.conversationId === conversationId) client.track(conversationId, epoch, 0);
      }, delay);
    },
    onFrame: heard,
  });

  function scheduleRenewal(): void {
    clearTimeout(renewalTimer);
    renewalTimer = setTimeout(
      () => {
        if (sessions.renewalDue() > 0) {
          scheduleRenewal();
          return;
        }
        sessions.token(true).then(
          (token) => {
            if (token !== null) client.authenticate(token);
            scheduleRenewal();
          },
          // The server will close with "token expired", and reconnecting asks again.
          () => undefined,
        );
      },
      Math.min(sessions.renewalDue(), LONGEST_TIMER_MILLISECONDS),
    );
  }

  function arrived(conversationId: string, messages: Message[]): void {
    reloads = 0;
    const last = messages.at(-1);
    if (!last) return;
    const thread = state.thread;
    // What is loaded is old; what comes by itself is new.
    if (thread?.loading !== true) hear(last);
    if (thread?.conversationId === conversationId) {
      const merged = merge(thread.messages, messages);
      const spoken = messages.some((message) => message.author.id === thread.typing?.id);
      setThread({
        messages: merged,
        outgoing: unconfirmed(thread.outgoing, merged),
        typing: spoken ? null : thread.typing,
        loading: thread.loading && last.sequence < (currentSummary(state)?.lastSequence ?? 0),
      });
    }
    noticed(conversationId, last);
  }

  function noticed(conversationId: string, last: Message): void {
    setSummary(conversationId, (held) =>
      last.sequence < held.lastSequence && held.lastMessage
        ? {}
        : { lastSequence: last.sequence, lastMessage: last },
    );
  }

  function changed(conversationId: string, messages: Message[]): void {
    const { thread } = state;
    if (thread?.conversationId === conversationId) {
      // What was not loaded yet comes as it is then.
      const shown = messages.filter(({ sequence }) => sequence > thread.loadedAfter);
      setThread({ messages: merge(thread.messages, shown) });
    }
    setSummary(conversationId, ({ lastMessage }) => {
      const last = messages.find(({ sequence }) => sequence === lastMessage?.sequence);
      return last ? { lastMessage: last } : {};
    });
  }

  function hear({ author }: Message): void {
    if (author.kind !== 'visitor') options.onHeard?.();
  }

  function heard(frame: ServerFrame): void {
    switch (frame.type) {
      case 'ready':
        set({
          blocked: frame.blocked === true,
          callsOff: frame.callsOff,
          calling: frame.calls?.[0] ?? state.calling,
        });
        greeted(frame.conversations);
        visited();
        if (wasConnected) options.onSettingsChanged(0);
        wasConnected = true;
        break;
      case 'blocked':
        set({ blocked: frame.active });
        break;
      case 'call':
        set({ calling: frame.call });
        break;
      case 'calls':
        set({ callsOff: frame.off });
        break;
      case 'conversation':
        summarised(frame.conversation);
        break;
      case 'message':
        hear(frame.message);
        noticed(frame.conversationId, frame.message);
        break;
      case 'message-changed':
        changed(frame.conversationId, [frame.message]);
        break;
      case 'typing':
        heardTyping(frame.conversationId, frame.participant, frame.active);
        break;
      case 'read':
        setSummary(frame.conversationId, (held) =>
          frame.participant.kind === 'visitor'
            ? { readSequence: Math.max(held.readSequence, frame.sequence) }
            : { otherReadSequence: Math.max(held.otherReadSequence, frame.sequence) },
        );
        break;
      case 'settings-changed':
        // Who stands for whom may have changed, also in what is on screen.
        if (frame.section === 'window') refresh();
        else options.onSettingsChanged(frame.version);
        break;
    }
    for (const listener of frameListeners) listener(frame);
  }

  /** Whoever answers may know which page the question is about. */
  function visited(): void {
    if (state.conversations.some((held) => held.state === 'open')) client.page(options.page());
  }

  /** Fetches everything on screen again, in its place: a new connection brings what is not in the thread. */
  function refresh(): void {
    const { thread } = state;
    const summary = currentSummary(state);
    client.close();
    client.connect();
    if (thread && summary) load(summary, thread.loadedAfter);
  }

  /** After every (re)connection: the server's view of all conversations. */
  function greeted(conversations: Conversation[]): void {
    for (const conversation of conversations) summarised(conversation);
    const thread = state.thread;
    if (!thread) {
      const open = openConversation(state);
      if (open) show(open.id);
    } else if (thread.conversationId !== null && thread.messages.length === 0 && !thread.loading) {
      const summary = currentSummary(state);
      if (summary) load(summary, Math.max(0, summary.lastSequence - PAGE_SIZE));
    }
  }

  function summarised(conversation: Conversation): void {
    set({ conversations: withSummary(state.conversations, conversation) });
    if (state.thread?.conversationId !== conversation.id) return;
    if (conversation.state === 'closed') setThread({ typing: null });
  }

  function heardTyping(
    conversationId: string,
    participant: { kind: string; id: string; name: string },
    active: boolean,
  ): void {
    if (state.thread?.conversationId !== conversationId || participant.kind === 'visitor') return;
    clearTimeout(typingTimer);
    setThread({ typing: active ? { id: participant.id, name: participant.name } : null });
    if (active) {
      typingTimer = setTimeout(() => {
        setThread({ typing: null });
      }, TYPING_SHOWN_MILLISECONDS);
    }
  }

  function load(summary: Conversation, after: number): void {
    setThread({ loadedAfter: after, loading: summary.lastSequence > after });
    client.track(summary.id, summary.epoch, after);
  }

  function leave(): void {
    const id = state.thread?.conversationId;
    if (id) client.untrack(id);
  }

  function show(conversationId: string): void {
    if (state.thread?.conversationId === conversationId) {
      set({ screen: 'thread' });
      return;
    }
    // What is still unconfirmed belongs to the conversation it was written in: stay with that one.
    if (state.thread && state.thread.outgoing.length > 0) return;
    leave();
    const summary = state.conversations.find(({ id }) => id === conversationId);
    if (!summary) return;
    set({ thread: emptyThread(conversationId, null), intent: null, screen: 'thread' });
    load(summary, Math.max(0, summary.lastSequence - PAGE_SIZE));
  }

  function compose(text: string, additions: Additions = {}): Outgoing {
    return { ...additions, clientMessageId: uuid(), text, at: new Date().toISOString(), state: 'sending' };
  }

  function refused(clientMessageId: string, error: unknown): void {
    setOutgoing(clientMessageId, {
      state: 'failed',
      code: error instanceof SocketError ? error.code : 'internal-error',
    });
  }

  function opened(fields: OpenFields, ack: AckFrame): void {
    const thread = state.thread;
    if (thread?.opening?.clientConversationId !== fields.clientConversationId || !ack.conversationId) return;
    const epoch = ack.epoch ?? 0;
    if (!state.conversations.some(({ id }) => id === ack.conversationId)) {
      // Until the server's summary comes, this is all there is to know.
      const summary = justOpened(ack.conversationId, epoch, fields.visitor?.name ?? '');
      set({ conversations: withSummary(state.conversations, summary) });
    }
    setThread({ conversationId: ack.conversationId, opening: null, loading: true });
    client.track(ack.conversationId, epoch, 0);
    for (const waiting of thread.outgoing) {
      if (waiting.clientMessageId !== fields.message?.clientMessageId) dispatch(ack.conversationId, waiting);
    }
  }

  function dispatchOpening(fields: OpenFields, onRefused?: (code?: string) => void): void {
    connect();
    client.open(fields).then(
      (ack) => {
        opened(fields, ack);
      },
      (error: unknown) => {
        for (const waiting of state.thread?.outgoing ?? []) refused(waiting.clientMessageId, error);
        // With nothing written there is nothing to show as refused: back to what was filled in.
        if (state.thread?.opening === fields && state.thread.outgoing.length === 0) {
          set({ thread: null, screen: 'start' });
        }
        onRefused?.((error as SocketError).code);
      },
    );
  }

  function dispatch(conversationId: string, waiting: Outgoing): void {
    connect();
    const { attachments, replyTo } = waiting;
    const additions = { ...(attachments && { attachments }), ...(replyTo && { replyTo }) };
    client.send(conversationId, waiting.clientMessageId, waiting.text, additions).then(
      (ack) => {
        const thread = state.thread;
        if (thread?.conversationId !== conversationId || ack.sequence === undefined) return;
        const { clientMessageId } = waiting;
        const outgoing = thread.outgoing.map((held) =>
          held.clientMessageId === clientMessageId ? { ...held, sequence: ack.sequence } : held,
        );
        setThread({ outgoing: unconfirmed(outgoing as Outgoing[], thread.messages) });
      },
      (error: unknown) => {
        refused(waiting.clientMessageId, error);
      },
    );
  }

  function connect(): void {
    const { kind } = state.connection;
    if (kind === 'idle' || kind === 'stopped') client.connect();
  }

  function restore(): void {
    const outbox = readOutbox(storage, outboxName);
    if (!outbox) return;
    const outgoing = outbox.outgoing.map((waiting): Outgoing => ({ ...waiting, state: 'sending' }));
    const thread = { ...emptyThread(outbox.conversationId, outbox.opening), outgoing };
    set({ thread, screen: 'thread' });
    if (outbox.opening) dispatchOpening(outbox.opening);
    else if (outbox.conversationId) for (const waiting of outgoing) dispatch(outbox.conversationId, waiting);
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: () => {
      restore();
      if (sessions.known()) connect();
    },
    connect,
    start: ({ text, visitor, ...chosen }, onRefused) => {
      leave();
      const first = text === '' ? null : compose(text);
      const fields: OpenFields = {
        clientConversationId: uuid(),
        page: options.page(),
        ...chosen,
        ...(Object.keys(visitor).length > 0 ? { visitor } : {}),
        ...(first ? { message: { clientMessageId: first.clientMessageId, text } } : {}),
      };
      const thread = { ...emptyThread(null, fields), outgoing: first ? [first] : [] };
      set({ thread, intent: null, screen: 'thread' });
      dispatchOpening(fields, onRefused);
    },
    wish: (calling) => {
      connect();
      set({ calling });
    },
    socket: client,
    onFrame: (listener) => {
      frameListeners.add(listener);
      return () => frameListeners.delete(listener);
    },
    change: (wanted) => {
      const conversationId = state.thread?.conversationId;
      if (!conversationId) return;
      client.change({ ...wanted, conversationId }).catch((error: unknown) => {
        set({ intent: { code: error instanceof SocketError ? error.code : 'internal-error' } });
      });
    },
    intend: (intent) => {
      set({ intent });
    },
    token: () => sessions.token(false),
    send: (text, additions) => {
      const thread = state.thread;
      if (!thread) return;
      const waiting = compose(text, additions);
      toldTypingAt = 0;
      setThread({ outgoing: [...thread.outgoing, waiting] });
      if (thread.conversationId) dispatch(thread.conversationId, waiting);
    },
    retry: (clientMessageId) => {
      const thread = state.thread;
      const waiting = thread?.outgoing.find((held) => held.clientMessageId === clientMessageId);
      if (!thread || !waiting) return;
      if (thread.opening) {
        for (const held of thread.outgoing) setOutgoing(held.clientMessageId, { state: 'sending' });
        dispatchOpening(thread.opening);
      } else if (thread.conversationId) {
        setOutgoing(clientMessageId, { state: 'sending' });
        dispatch(thread.conversationId, waiting);
      }
    },
    show,
    showStart: () => {
      set({ screen: 'start' });
    },
    earlier: () => {
      const { thread } = state;
      const summary = currentSummary(state);
      if (!thread || !summary || thread.loading || thread.loadedAfter === 0) return;
      // Doubling keeps the total that is fetched again below what is shown.
      load(summary, Math.max(0, thread.loadedAfter - Math.max(PAGE_SIZE, thread.messages.length)));
    },
    typing: (active) => {
      const id = state.thread?.conversationId;
      if (!id || (active && Date.now() - toldTypingAt < TYPING_TOLD_MILLISECONDS)) return;
      if (!active && toldTypingAt === 0) return;
      toldTypingAt = active ? Date.now() : 0;
      client.typing(id, active);
    },
    seen: () => {
      const summary = currentSummary(state);
      // Own messages count as read where they are stored.
      const others = state.thread?.messages.filter(({ author }) => author.kind !== 'visitor');
      const last = others?.at(-1)?.sequence ?? 0;
      if (!summary || last <= summary.readSequence || state.connection.kind !== 'online') return;
      client.read(summary.id, last);
      setSummary(summary.id, () => ({ readSequence: last }));
    },
    end: () => {
      const id = state.thread?.conversationId;
      if (!id) return;
      client.closeConversation(id).catch((error: unknown) => {
        // Closed by the other side in the meantime is what was wanted.
        if (!(error instanceof SocketError)) throw error;
      });
    },
    rate: (conversationId, score, comment) => client.rate(conversationId, score, comment),
    visited,
    wake: () => {
      client.wake();
    },
  };
}
