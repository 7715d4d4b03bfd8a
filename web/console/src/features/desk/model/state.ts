import type {
  Additions,
  ChannelKind,
  ConnectionState,
  Conversation,
  Message,
  Offer,
  OfferResolvedFrame,
  Participant,
  PresenceState,
} from '@dakenh/socket';

export const VIEWS = ['mine', 'waiting', 'all', 'closed', 'snoozed', 'mentions'] as const;
export type View = (typeof VIEWS)[number];

/** What a list is narrowed down to. */
export interface ListFilter {
  labelId?: string | undefined;
  departmentId?: string | undefined;
  channelKind?: ChannelKind | undefined;
}

/** A message on its way: kept until the server acknowledged it. */
export interface Outgoing extends Additions {
  clientMessageId: string;
  conversationId: string;
  text: string;
  createdAt: string;
  state: 'sending' | 'failed';
  /** Problem code of a final refusal. */
  code?: string;
}

/** What is loaded of one conversation: ascending and without gaps. */
export interface Thread {
  epoch: number;
  messages: readonly Message[];
}

/** An offer with its end on this machine's clock. */
export interface LiveOffer extends Offer {
  receivedAt: number;
  endsAt: number;
}

export interface Typist {
  participant: Participant;
  until: number;
}

export interface Connection {
  state: ConnectionState;
  /** When the connection was lost; undefined while it stands. */
  lostAt: number | undefined;
  everOnline: boolean;
}

export interface DeskNotice {
  id: string;
  kind: 'taken' | 'expired' | 'withdrawn';
  name: string;
  visitorName: string;
}

export interface DeskState {
  meId: string;
  connection: Connection;
  conversations: ReadonlyMap<string, Conversation>;
  /** Conversations the socket told about since the page was opened. */
  live: ReadonlySet<string>;
  threads: ReadonlyMap<string, Thread>;
  outgoing: readonly Outgoing[];
  typing: ReadonlyMap<string, readonly Typist[]>;
  offers: readonly LiveOffer[];
  notices: readonly DeskNotice[];
  presence: ReadonlyMap<string, PresenceState>;
}

export type DeskEvent =
  | { type: 'connection'; state: ConnectionState; now: number }
  | { type: 'conversations'; conversations: readonly Conversation[]; live: boolean }
  | { type: 'gone'; conversationIds: readonly string[] }
  | { type: 'page'; conversationId: string; epoch: number; messages: readonly Message[] }
  | { type: 'messages'; conversationId: string; messages: readonly Message[]; epoch: number }
  | { type: 'changed'; conversationId: string; messages: readonly Message[] }
  | { type: 'passing-message'; conversationId: string; message: Message }
  | { type: 'forget-thread'; conversationId: string }
  | { type: 'typing'; conversationId: string; participant: Participant; active: boolean; now: number }
  | {
      type: 'read' | 'delivered';
      conversationId: string;
      participant: { kind: string; id: string };
      sequence: number;
    }
  | { type: 'offers'; offers: readonly Offer[]; now: number }
  | { type: 'offer'; offer: Offer; now: number }
  | { type: 'offer-resolved'; frame: OfferResolvedFrame }
  | { type: 'offer-gone'; offerId: string }
  | { type: 'notice'; notice: DeskNotice }
  | { type: 'notice-read'; id: string }
  | { type: 'presence'; agentId: string; state: PresenceState }
  | { type: 'queued'; outgoing: Outgoing }
  | { type: 'sent'; clientMessageId: string }
  | { type: 'failed'; clientMessageId: string; code: string }
  | { type: 'discarded'; clientMessageId: string }
  | { type: 'tick'; now: number };

export function emptyDesk(meId: string): DeskState {
  return {
    meId,
    connection: { state: { kind: 'connecting' }, lostAt: undefined, everOnline: false },
    conversations: new Map(),
    live: new Set(),
    threads: new Map(),
    outgoing: [],
    typing: new Map(),
    offers: [],
    notices: [],
    presence: new Map(),
  };
}
