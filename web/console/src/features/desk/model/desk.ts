import type { Http } from '@dakenh/api-client';
import { codeOf, ProblemError } from '@dakenh/api-client';
import { createReceipts, createSocketClient } from '@dakenh/socket';
import type {
  Additions,
  Conversation,
  MentionFrame,
  MessageChange,
  PresenceState,
  Receipts,
  ServerFrame,
  SocketClient,
  SocketOptions,
} from '@dakenh/socket';
import * as v from 'valibot';
import { newId } from '../../../shared/lib/ids.ts';
import { browserStorage } from '../../../shared/lib/storage.ts';
import {
  acceptOffer,
  declineOffer,
  joinConversation,
  loadConversation,
  loadMessages,
  takeFromQueue,
} from '../api/calls.ts';
import { acceptedBySchema } from '../api/schemas.ts';
import { DeskCalls } from '../calls/DeskCalls.ts';
import { loadNotes, lookUp } from '../care/api.ts';
import { NoteBook } from '../care/NoteBook.ts';
import type { Arrival } from './arrivals.ts';
import { arrivals } from './arrivals.ts';
import { ComposingBox } from './composing.ts';
import { keepOutbox, keptOutbox } from './outbox.ts';
import { reduce } from './reduce.ts';
import type { DeskEvent, DeskState, LiveOffer, Outgoing } from './state.ts';
import { emptyDesk } from './state.ts';

export type DeclaredPresence = Exclude<PresenceState, 'offline'>;

/** Codes that say an offer is over. */
const GONE = new Set(['offer-already-resolved', 'offer-expired', 'offer-not-found']);
const PRESENCE_KEY = 'dakenh.presence';
const TYPING_EVERY_MILLISECONDS = 3000;
/** Conversations asked for at once after a pause. */
const LOOKUP_MOST = 200;

export interface DeskOptions {
  meId: string;
  http: Http;
  url: string;
  token: SocketOptions['token'];
  createSocket?: SocketOptions['createSocket'];
}

function storedPresence(): DeclaredPresence {
  const stored = browserStorage.read(PRESENCE_KEY);
  return stored === 'busy' || stored === 'away' ? stored : 'online';
}

/**
 * The live half of the desk: one socket, what it told, and what is still on its way out. React reads it through
 * `subscribe` and `getState`; every change goes through `reduce`.
 */
export class Desk {
  private readonly listeners = new Set<() => void>();
  private readonly readyListeners = new Set<() => void>();
  private readonly arrivalListeners = new Set<(arrival: Arrival) => void>();
  private readonly waitingListeners = new Set<(reason: string) => void>();
  private readonly settingsListeners = new Set<(section: string) => void>();
  /** What was typed and not sent, by conversation. */
  readonly drafts = new Map<string, string>();
  /** Private notes and activity of the conversations looked at. */
  readonly notes: NoteBook;
  private readonly mentionListeners = new Set<(mention: MentionFrame) => void>();
  private readonly pageListeners = new Set<(conversationId: string) => void>();
  /** Files and the message that is answered or edited, by conversation. */
  readonly composing: ComposingBox;
  /** Calls one is in or asked into. */
  readonly calls: DeskCalls;
  private readonly typingSentAt = new Map<string, number>();
  private readonly socket: SocketClient;
  private readonly receipts: Receipts;
  private readonly http: Http;
  private state: DeskState;
  private declared: DeclaredPresence = storedPresence();
  private ticker: ReturnType<typeof setInterval> | undefined;

  constructor(options: DeskOptions) {
    this.http = options.http;
    this.notes = new NoteBook((conversationId, afterRevision) =>
      loadNotes(options.http, conversationId, afterRevision),
    );
    this.composing = new ComposingBox(options.http);
    this.state = emptyDesk(options.meId);
    this.calls = new DeskCalls(
      { ask: (frame) => this.socket.call(frame), tell: (frame) => this.socket.tell(frame) },
      options.meId,
    );
    this.socket = createSocketClient({
      url: options.url,
      token: options.token,
      ...(options.createSocket ? { createSocket: options.createSocket } : {}),
      onState: (state) => {
        this.dispatch({ type: 'connection', state, now: Date.now() });
      },
      onMessages: (conversationId, messages, epoch) => {
        this.dispatch({ type: 'messages', conversationId, messages, epoch });
      },
      onChanged: (conversationId, messages) => {
        this.dispatch({ type: 'changed', conversationId, messages });
      },
      onReload: (conversationId) => {
        this.dispatch({ type: 'forget-thread', conversationId });
      },
      onFrame: (frame) => {
        this.receive(frame);
      },
    });
    this.receipts = createReceipts(
      () => this.heardLast(),
      (frame) => this.socket.tell(frame),
    );
  }

  /** The visitors' conversations one takes part in; what a Page or OA has told has its own marks. */
  private heardLast(): Conversation[] {
    const { conversations, meId } = this.state;
    return [...conversations.values()].filter(
      ({ state, channelKind, agents, lastMessage }) =>
        state === 'open' &&
        channelKind === 'livetalk' &&
        lastMessage?.author.id !== meId &&
        agents.some((agent) => agent.id === meId),
    );
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getState = (): DeskState => this.state;

  /** Told after every (re)connection: what was loaded over HTTP may be behind. */
  onReady(listener: () => void): () => void {
    this.readyListeners.add(listener);
    return () => this.readyListeners.delete(listener);
  }

  /** Told of what an agent should hear. */
  onArrival(listener: (arrival: Arrival) => void): () => void {
    this.arrivalListeners.add(listener);
    return () => this.arrivalListeners.delete(listener);
  }

  /** Told which settings an owner just changed. */
  onSettings(listener: (section: string) => void): () => void {
    this.settingsListeners.add(listener);
    return () => this.settingsListeners.delete(listener);
  }

  /** Told when a colleague mentions the agent. */
  onMention(listener: (mention: MentionFrame) => void): () => void {
    this.mentionListeners.add(listener);
    return () => this.mentionListeners.delete(listener);
  }

  /** Told when a visitor goes to another page. */
  onPage(listener: (conversationId: string) => void): () => void {
    this.pageListeners.add(listener);
    return () => this.pageListeners.delete(listener);
  }

  /** What happened while nobody could tell: changed, or to be seen no more. */
  private async catchUp(): Promise<void> {
    const ids = [...this.state.live].slice(-LOOKUP_MOST);
    if (ids.length === 0) return;
    const found = await lookUp(this.http, ids);
    this.dispatch({ type: 'conversations', conversations: found, live: true });
    const known = new Set(found.map((one) => one.id));
    this.dispatch({ type: 'gone', conversationIds: ids.filter((id) => !known.has(id)) });
  }

  /** What an answer over HTTP told of a conversation. */
  told(conversation: Conversation): void {
    this.dispatch({ type: 'conversations', conversations: [conversation], live: true });
  }

  /** Told when a conversation goes to the queue, and why. */
  onWaiting(listener: (reason: string) => void): () => void {
    this.waitingListeners.add(listener);
    return () => this.waitingListeners.delete(listener);
  }

  start(): void {
    this.socket.connect();
    this.ticker = setInterval(() => {
      this.dispatch({ type: 'tick', now: Date.now() });
    }, 500);
    for (const kept of keptOutbox(this.state.meId)) {
      if (kept.state === 'failed') this.dispatch({ type: 'queued', outgoing: kept });
      else void this.transmit(kept);
    }
  }

  stop(): void {
    clearInterval(this.ticker);
    this.socket.close();
  }

  wake(): void {
    if (this.state.connection.state.kind !== 'stopped') this.socket.wake();
  }

  /** Connects again after the client gave up, for instance once signed in anew. */
  reconnect(): void {
    this.socket.connect();
  }

  authenticate(token: string): void {
    this.socket.authenticate(token);
  }

  get presence(): DeclaredPresence {
    return this.declared;
  }

  declare(presence: DeclaredPresence): void {
    this.declared = presence;
    browserStorage.write(PRESENCE_KEY, presence);
    this.dispatch({ type: 'presence', agentId: this.state.meId, state: presence });
    this.socket.presence(presence).catch(() => {
      // Refused for good: say what the others see.
      this.dispatch({ type: 'presence', agentId: this.state.meId, state: 'offline' });
    });
  }

  /** Loads the newest page and follows the conversation from there when one takes part in it. */
  async openThread(conversationId: string, signal?: AbortSignal): Promise<void> {
    const conversation = await loadConversation(this.http, conversationId, signal);
    this.dispatch({ type: 'conversations', conversations: [conversation], live: true });
    const messages = await loadMessages(this.http, conversationId, undefined, signal);
    this.dispatch({ type: 'page', conversationId, epoch: conversation.epoch, messages });
    const mine = conversation.agents.some((agent) => agent.id === this.state.meId);
    if (mine && conversation.state === 'open') {
      const last = this.state.threads.get(conversationId)?.messages.at(-1)?.sequence ?? 0;
      this.socket.track(conversationId, conversation.epoch, last, conversation.revision);
    } else {
      this.socket.untrack(conversationId);
    }
  }

  async loadOlder(conversationId: string): Promise<void> {
    const thread = this.state.threads.get(conversationId);
    const first = thread?.messages[0]?.sequence;
    if (!thread || first === undefined || first <= 1) return;
    const messages = await loadMessages(this.http, conversationId, first);
    this.dispatch({ type: 'page', conversationId, epoch: thread.epoch, messages });
  }

  send(conversationId: string, text: string, additions: Additions = {}): void {
    const createdAt = new Date().toISOString();
    void this.transmit({
      ...additions,
      clientMessageId: newId(),
      conversationId,
      text,
      createdAt,
      state: 'sending',
    });
  }

  /** Edits, deletes or reacts; rejects when the server says no. */
  async change(change: MessageChange): Promise<void> {
    await this.socket.change(change);
  }

  /** As a new message: the refused one was never stored. */
  retry(clientMessageId: string): void {
    const failed = this.state.outgoing.find((one) => one.clientMessageId === clientMessageId);
    if (!failed) return;
    this.discard(clientMessageId);
    const { attachments, replyTo, manner } = failed;
    this.send(failed.conversationId, failed.text, {
      ...(attachments ? { attachments } : {}),
      ...(replyTo ? { replyTo } : {}),
      ...(manner ? { manner } : {}),
    });
  }

  discard(clientMessageId: string): void {
    this.dispatch({ type: 'discarded', clientMessageId });
  }

  read(conversationId: string, sequence: number): void {
    const held = this.state.conversations.get(conversationId);
    if (!held || held.readSequence >= sequence || this.state.connection.state.kind !== 'online') return;
    this.socket.read(conversationId, sequence);
    const participant = { kind: 'agent', id: this.state.meId };
    this.dispatch({ type: 'read', conversationId, participant, sequence });
  }

  typing(conversationId: string, active: boolean): void {
    const now = Date.now();
    const sentAt = this.typingSentAt.get(conversationId) ?? 0;
    if (active ? now - sentAt < TYPING_EVERY_MILLISECONDS : sentAt === 0) return;
    this.typingSentAt.set(conversationId, active ? now : 0);
    this.socket.typing(conversationId, active);
  }

  /** True when the conversation is now one's own; a lost race leaves a notice that names the winner. */
  async accept(offer: LiveOffer): Promise<boolean> {
    try {
      await acceptOffer(this.http, offer.id);
    } catch (error) {
      if (!(error instanceof ProblemError) || !GONE.has(error.problem.code)) throw error;
      return this.lost(offer, error.problem.extensions['acceptedBy']);
    }
    this.dispatch({ type: 'offer-gone', offerId: offer.id });
    return true;
  }

  async decline(offer: LiveOffer): Promise<void> {
    await declineOffer(this.http, offer.id);
    this.dispatch({ type: 'offer-gone', offerId: offer.id });
  }

  async take(conversationId: string): Promise<void> {
    await takeFromQueue(this.http, conversationId);
  }

  /** Joins colleagues who take part already. */
  async join(conversationId: string): Promise<void> {
    const conversation = await joinConversation(this.http, conversationId);
    this.dispatch({ type: 'conversations', conversations: [conversation], live: true });
  }

  async closeConversation(conversationId: string): Promise<void> {
    await this.socket.closeConversation(conversationId);
    const conversation = await loadConversation(this.http, conversationId);
    this.dispatch({ type: 'conversations', conversations: [conversation], live: true });
  }

  private lost(offer: LiveOffer, acceptedBy: unknown): boolean {
    const winner = v.safeParse(acceptedBySchema, acceptedBy);
    this.dispatch({ type: 'offer-gone', offerId: offer.id });
    if (winner.success && winner.output.id === this.state.meId) return true;
    const name = winner.success ? winner.output.name : '';
    const kind = winner.success ? 'taken' : 'expired';
    this.dispatch({
      type: 'notice',
      notice: { id: offer.id, kind, name, visitorName: offer.visitorName },
    });
    return false;
  }

  dispatch(event: DeskEvent): void {
    const next = reduce(this.state, event);
    if (next === this.state) return;
    const outboxChanged = next.outgoing !== this.state.outgoing;
    const arrived = this.arrivalListeners.size === 0 ? [] : arrivals(this.state, next);
    const marksChanged = next.conversations !== this.state.conversations;
    this.state = next;
    if (marksChanged) this.receipts.look();
    if (outboxChanged) keepOutbox(next.meId, next.outgoing);
    for (const listener of this.listeners) listener();
    for (const arrival of arrived) for (const listener of this.arrivalListeners) listener(arrival);
  }

  private async transmit(outgoing: Outgoing): Promise<void> {
    this.dispatch({ type: 'queued', outgoing });
    const { clientMessageId, conversationId, text, attachments, replyTo, manner } = outgoing;
    this.typingSentAt.delete(conversationId);
    try {
      await this.socket.send(conversationId, clientMessageId, text, {
        ...(attachments ? { attachments } : {}),
        ...(replyTo ? { replyTo } : {}),
        ...(manner ? { manner } : {}),
      });
      this.dispatch({ type: 'sent', clientMessageId });
    } catch (error) {
      this.dispatch({ type: 'failed', clientMessageId, code: codeOf(error) });
    }
  }

  private receive(frame: ServerFrame): void {
    const now = Date.now();
    this.calls.heard(frame);
    switch (frame.type) {
      case 'ready':
        this.receipts.forget();
        this.dispatch({ type: 'conversations', conversations: frame.conversations, live: true });
        this.dispatch({ type: 'offers', offers: frame.offers ?? [], now });
        this.declare(this.declared);
        this.notes.refresh();
        // The next connection asks again.
        this.catchUp().catch(() => undefined);
        for (const listener of this.readyListeners) listener();
        break;
      case 'conversation':
        this.dispatch({ type: 'conversations', conversations: [frame.conversation], live: true });
        break;
      case 'message':
        this.dispatch({
          type: 'passing-message',
          conversationId: frame.conversationId,
          message: frame.message,
        });
        break;
      case 'conversation-gone':
        this.socket.untrack(frame.conversationId);
        this.dispatch({ type: 'gone', conversationIds: [frame.conversationId] });
        break;
      case 'note':
        this.notes.receive(frame.note);
        break;
      case 'mention':
        for (const listener of this.mentionListeners) listener(frame);
        break;
      case 'page':
        for (const listener of this.pageListeners) listener(frame.conversationId);
        break;
      case 'message-changed':
        this.dispatch({
          type: 'changed',
          conversationId: frame.conversationId,
          messages: [frame.message],
        });
        break;
      case 'typing':
        this.dispatch({ ...frame, now });
        break;
      case 'read':
      case 'delivered':
        this.dispatch(frame);
        break;
      case 'offer':
        this.dispatch({ type: 'offer', offer: frame.offer, now });
        break;
      case 'offer-resolved':
        this.dispatch({ type: 'offer-resolved', frame });
        break;
      case 'presence':
        this.dispatch(frame);
        break;
      case 'waiting':
        for (const listener of this.waitingListeners) listener(frame.reason);
        break;
      case 'settings-changed': {
        // Frames without a section are about the widget.
        const section = 'section' in frame && typeof frame.section === 'string' ? frame.section : undefined;
        if (section !== undefined) for (const listener of this.settingsListeners) listener(section);
        break;
      }
      default:
        break;
    }
  }
}
