import type {
  Additions,
  CallMedia,
  CallView,
  ConnectionState,
  Conversation,
  Message,
  OpenFields,
} from '@dakenh/socket';
import type { StartFields } from '../form.ts';

/** A message written here that the server has not confirmed yet. */
export interface Outgoing extends Additions {
  clientMessageId: string;
  text: string;
  /** When it was written, by this device's clock. */
  at: string;
  state: 'sending' | 'failed';
  /** Why it failed: a code of the socket protocol. */
  code?: string;
  /** Known once stored; the message itself follows in its place in the order. */
  sequence?: number;
}

/** The conversation on screen. */
export interface Thread {
  /** Null until the server has opened it. */
  conversationId: string | null;
  /** What opens it; its ids are chosen here, so that opening twice opens once. */
  opening: OpenFields | null;
  messages: Message[];
  outgoing: Outgoing[];
  typing: { id: string; name: string } | null;
  /** Loaded from here on; 0 when the beginning is here. */
  loadedAfter: number;
  loading: boolean;
}

/** What the field to write in is about besides a new message: one that is answered or edited, or why that failed. */
export interface Intent {
  replyTo?: Message;
  editing?: Message;
  code?: string;
}

export interface TalkState {
  connection: ConnectionState | { kind: 'idle' };
  /** When the connection was lost, by this device's clock; null while it stands. */
  lostAt: string | null;
  /** Newest first. */
  conversations: Conversation[];
  thread: Thread | null;
  intent: Intent | null;
  screen: 'start' | 'thread';
  /** The business does not want to hear from this visitor for now. */
  blocked: boolean;
  /** What the visitor pressed, or the call there is: both are for the part that is fetched for calls. */
  calling: CallWish | CallView | null;
  /** Why no calls can be made; undefined: they can. */
  callsOff: string | undefined;
}

/** A call the visitor wants: in the conversation on screen, or in one that begins with it. */
export interface CallWish {
  media: CallMedia;
  start?: StartFields & { popupId?: string };
}

export const INITIAL: TalkState = {
  connection: { kind: 'idle' },
  lostAt: null,
  conversations: [],
  thread: null,
  intent: null,
  screen: 'start',
  blocked: false,
  calling: null,
  callsOff: undefined,
};

export function emptyThread(conversationId: string | null, opening: OpenFields | null): Thread {
  return {
    conversationId,
    opening,
    messages: [],
    outgoing: [],
    typing: null,
    loadedAfter: 0,
    loading: false,
  };
}

export function justOpened(id: string, epoch: number, visitorName: string): Conversation {
  return {
    id,
    version: 0,
    epoch,
    state: 'open',
    channelKind: 'livetalk',
    visitor: { id: '', name: visitorName },
    agents: [],
    lastSequence: 0,
    readSequence: 0,
    otherReadSequence: 0,
    openedAt: new Date().toISOString(),
  };
}

/** Adds messages in their order; one that is here already is not shown twice. */
export function merge(held: Message[], arriving: Message[]): Message[] {
  const bySequence = new Map([...held, ...arriving].map((message) => [message.sequence, message]));
  return [...bySequence.values()].sort((one, other) => one.sequence - other.sequence);
}

/** What is still to be confirmed once these messages are on screen. */
export function unconfirmed(outgoing: Outgoing[], messages: Message[]): Outgoing[] {
  const ids = new Set(messages.map((message) => message.clientMessageId));
  const last = messages.at(-1)?.sequence ?? 0;
  return outgoing.filter(
    (waiting) =>
      !ids.has(waiting.clientMessageId) && (waiting.sequence === undefined || waiting.sequence > last),
  );
}

/** Takes a summary unless a newer one is held; newest conversation first. */
export function withSummary(held: Conversation[], arriving: Conversation): Conversation[] {
  const same = held.find((conversation) => conversation.id === arriving.id);
  if (same && same.version > arriving.version) return held;
  const summary = { ...arriving };
  if (same?.epoch === arriving.epoch) {
    // Marks and messages also come in frames of their own, which may have been faster.
    summary.lastSequence = Math.max(same.lastSequence, arriving.lastSequence);
    summary.readSequence = Math.max(same.readSequence, arriving.readSequence);
    summary.otherReadSequence = Math.max(same.otherReadSequence, arriving.otherReadSequence);
    if (same.lastMessage && same.lastMessage.sequence > (arriving.lastMessage?.sequence ?? 0)) {
      summary.lastMessage = same.lastMessage;
    }
  }
  return [...held.filter((conversation) => conversation !== same), summary].sort(
    (one, other) => Date.parse(other.openedAt) - Date.parse(one.openedAt),
  );
}

/** How many messages of others the visitor has not seen in this conversation. */
export function unreadIn(conversation: Conversation, thread: Thread | null): number {
  if (thread?.conversationId === conversation.id && thread.messages.length > 0) {
    return thread.messages.reduce(
      (count, message) =>
        message.author.kind === 'visitor' ? 0 : count + Number(message.sequence > conversation.readSequence),
      0,
    );
  }
  if (conversation.lastMessage?.author.kind === 'visitor') return 0;
  return Math.max(0, conversation.lastSequence - conversation.readSequence);
}

/** Somebody who calls back counts as well. */
export function unreadTotal({ conversations, thread, calling }: TalkState): number {
  const call = calling as CallView | null;
  const rings = call?.startedBy === 'agent' && call.state === 'ringing';
  return conversations.reduce((sum, conversation) => sum + unreadIn(conversation, thread), +rings);
}

export function openConversation(state: TalkState): Conversation | undefined {
  return state.conversations.find((conversation) => conversation.state === 'open');
}

/** The summary of the conversation on screen. */
export function currentSummary(state: TalkState): Conversation | undefined {
  const id = state.thread?.conversationId;
  return state.conversations.find((conversation) => conversation.id === id);
}
