/** The frames of `dakenh.v1` as docs/socket-protocol.md names them. */

export const SUBPROTOCOL = 'dakenh.v1';

export type ParticipantKind = 'visitor' | 'agent' | 'system';
export type PresenceState = 'online' | 'busy' | 'away' | 'offline';
export type ChannelKind = 'livetalk' | 'facebook' | 'zalo';

export interface Participant {
  kind: ParticipantKind;
  id: string;
  name: string;
}

export interface Author extends Participant {
  avatarUrl?: string;
}

/** A file of a message; its addresses are good for a while. */
export interface Attachment {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
  width?: number;
  height?: number;
  durationMilliseconds?: number;
  url: string;
  thumbnailUrl?: string;
}

export interface ReplyTo {
  sequence: number;
  author: Author;
  /** The beginning of the message, or the name of its first file; empty once it was deleted. */
  excerpt: string;
}

export interface Reaction {
  emoji: string;
  by: Author[];
}

/** What a message of a Facebook or Zalo conversation has besides its words and files. */
export interface ChannelPart {
  /** What was sent at the provider; absent for what was written here. */
  kind?: string;
  /** Written by the business with another tool: by whom, as far as the provider says. */
  elsewhere?: string;
  /** By the provider's clock, where it reached us much later. */
  writtenAt?: string;
  payload?: string;
  place?: { latitude: string; longitude: string; title?: string };
  source?: { kind: string; ref?: string; title?: string };
  comment?: { id: string; postId: string; permalink?: string; hidden: boolean; liked: boolean };
  /** Files of which there is no copy; without a code it is still being fetched. */
  missing?: { id: string; kind: string; name: string; code?: string }[];
  delivery?: 'sending' | 'sent' | 'delivered' | 'failed';
  failureCode?: string;
  retryable?: boolean;
  mode?: string;
}

export interface Message {
  id: string;
  sequence: number;
  author: Author;
  kind: 'text';
  /** Empty where only files were sent, and once the message was deleted. */
  text: string;
  clientMessageId?: string;
  sentAt: string;
  attachments?: Attachment[];
  replyTo?: ReplyTo;
  reactions?: Reaction[];
  editedAt?: string;
  deletedAt?: string;
  channel?: ChannelPart;
}

/** What a message brings besides its words: uploads of one's own, and what it answers. */
export interface Additions extends Pick<Message, 'attachments' | 'replyTo'> {
  /** To a customer of a channel: the business agrees to pay; only to the author of a comment. */
  manner?: { charged?: true; mode?: 'private' };
}

/** Something wanted of a stored message. */
export type MessageChange =
  | { type: 'edit'; conversationId: string; sequence: number; text: string }
  | { type: 'delete'; conversationId: string; sequence: number }
  | { type: 'react'; conversationId: string; sequence: number; emoji: string; active: boolean };

/** To a visitor maybe the department that stands for all agents. */
export interface AgentSummary {
  id: string;
  name: string;
  avatarUrl?: string;
  /** Joined behind the message with this sequence; absent where nobody is told of it. */
  joinedAfter?: number;
}

/** What the provider lets the business answer; docs/socket-protocol.md. */
export interface ReplyWindow {
  freeUntil?: string;
  limitedUntil?: string;
  limitedTo?: string;
  freeRepliesLeft?: number;
  chargedRepliesLeft?: number;
  blockedReason?: string;
  privateReplyUntil?: string;
  textLimit: number;
}

/** The Page or OA a conversation came by. */
export interface Channel {
  id: string;
  name: string;
  state: string;
  surface: string;
  following?: boolean;
  reply: ReplyWindow;
}

export interface Conversation {
  id: string;
  version: number;
  epoch: number;
  state: 'open' | 'closed';
  channelKind: ChannelKind;
  /** Phone, email and answers are for agents only. */
  visitor: {
    id: string;
    name: string;
    phone?: string;
    email?: string;
    fields?: { key: string; label: string; value: string }[];
    /** Whom the visitor asked for. */
    wantedAgent?: AgentSummary;
    avatarUrl?: string;
  };
  departmentId?: string;
  agents: AgentSummary[];
  lastSequence: number;
  /** Grows with every change of a message. */
  revision?: number;
  readSequence: number;
  otherReadSequence: number;
  /** Up to where messages have reached a client of one's own side, and of the other, read or not. */
  deliveredSequence?: number;
  otherDeliveredSequence?: number;
  lastMessage?: Message;
  openedAt: string;
  closedAt?: string;
  page?: { url: string; title: string };
  /** How content the visitor was, told after the end. */
  rating?: { score: number; comment: string; ratedAt: string };
  /** The rest is for agents only: whether somebody is still looked for, … */
  waiting?: boolean;
  /** … until when it is put off, … */
  snoozedUntil?: string;
  /** … the ids of its labels, … */
  labels?: string[];
  /** … the newest change of a note, and whether its visitor may not write. */
  noteRevision?: number;
  blocked?: boolean;
  channel?: Channel;
}

/** What happened to a conversation; names as they were then. */
export interface Activity {
  kind: string;
  department?: { id: string; name: string };
  agent?: { id: string; name: string };
  label?: { id: string; name: string };
  until?: string;
  score?: number;
}

/** A private note or an activity: agents only, outside the messages' sequence. */
export interface Note {
  id: string;
  conversationId: string;
  sequence: number;
  /** Grows by one with every change of a note of its conversation. */
  revision: number;
  kind: 'note' | 'activity';
  author: Author;
  /** Absent once deleted. */
  text?: string;
  mentions?: { id: string; name: string }[];
  activity?: Activity;
  /** Stands behind the message with this sequence. */
  afterSequence: number;
  clientNoteId: string;
  createdAt: string;
  editedAt?: string;
  deletedAt?: string;
}

export interface MentionFrame {
  type: 'mention';
  conversationId: string;
  noteId: string;
  by: { id: string; name: string };
  visitorName: string;
  text: string;
  at: string;
}

export interface Offer {
  id: string;
  conversationId: string;
  departmentId: string;
  departmentName: string;
  visitorName: string;
  channelKind: ChannelKind;
  preview: string;
  madeAt: string;
  expiresAt: string;
  serverTime: string;
  /** Absent means a conversation. */
  kind?: 'conversation' | 'call';
  callId?: string;
  media?: CallMedia;
}

export type CallMedia = 'audio' | 'video';

/** Somebody's part in a call. */
export interface CallPart {
  id: string;
  kind: 'visitor' | 'agent';
  /** To a visitor maybe the department that stands for all agents. */
  personId: string;
  name: string;
  avatarUrl?: string;
  state: 'invited' | 'connecting' | 'joined' | 'left';
  /** The browser tab with the media; absent before one took part. */
  seat?: string;
  microphone: boolean;
  camera: boolean;
  joinedAt?: string;
  leftAt?: string;
}

/** A call as the server sees it; of two, the one with the higher version holds. */
export interface CallView {
  id: string;
  version: number;
  conversationId: string;
  visitorName: string;
  media: CallMedia;
  /** `claimed`: somebody took it, and no media flows yet. */
  state: 'ringing' | 'claimed' | 'connected' | 'ended';
  startedBy: 'visitor' | 'agent';
  participants: CallPart[];
  startedAt: string;
  connectedAt?: string;
  endedAt?: string;
  outcome?: 'completed' | 'missed' | 'cancelled' | 'failed' | 'cut';
  reason?: string;
  /** The minutes are used up: it may end, or is cut. */
  limit?: 'finish' | 'cut';
  cutAt?: string;
  serverTime: string;
}

export interface IceConfig {
  servers: { urls: string[]; username?: string; credential?: string }[];
  relayOnly: boolean;
}

export interface CallSignal {
  description?: { type: RTCSdpType; sdp: string };
  candidate?: {
    candidate: string;
    sdpMid?: string;
    sdpMLineIndex?: number;
    usernameFragment?: string;
  };
}

/** What is answered. */
export type CallAsk =
  | { type: 'call-start'; callId: string; conversationId: string; media: CallMedia }
  | { type: 'call-join' | 'call-decline' | 'call-leave'; callId: string }
  | { type: 'call-invite'; callId: string; agentId: string }
  | { type: 'call-switch'; callId: string; media: CallMedia };

/** What is not; lost with a connection. */
export type CallTell =
  | {
      type: 'call-beat';
      callId: string;
      seat: string;
      connected: boolean;
      microphone: boolean;
      camera: boolean;
    }
  | ({ type: 'call-signal'; callId: string; seat: string; to: string } & CallSignal);

export type CallSignalFrame = { type: 'call-signal'; callId: string; from: string; to: string } & CallSignal;

export type OfferOutcome = 'accepted' | 'declined' | 'expired' | 'withdrawn';

export interface Page {
  url: string;
  title: string;
  referrer: string;
}

export interface ConversationPosition {
  conversationId: string;
  epoch: number;
  lastSequence: number;
  /** Changes of messages seen so far; absent when none are asked for. */
  revision?: number;
}

export interface OpenFields {
  clientConversationId: string;
  departmentId?: string;
  /** The agent the visitor chose; whoever is not there is stood in for by the department. */
  agentId?: string;
  page?: Page;
  /** `custom`: answers by the key of the business's own fields. */
  visitor?: { name?: string; phone?: string; email?: string; custom?: Record<string, string> };
  /** The popup message the visitor came by: repeated as the first message where the business wants it. */
  popupId?: string;
  /** Left on the form for while nobody is online. */
  offline?: boolean;
  message?: { clientMessageId: string; text: string };
  /** It begins with a call. */
  call?: { callId: string; media: CallMedia };
}

/** Messages up to here have reached this client. */
export interface DeliveredTell {
  type: 'delivered';
  conversationId: string;
  sequence: number;
}

export type ClientFrame =
  | ({ id: string } & CallAsk)
  | CallTell
  | ({ type: 'open'; id: string } & OpenFields)
  | {
      type: 'send';
      id: string;
      conversationId: string;
      clientMessageId: string;
      text: string;
      attachmentIds?: string[];
      replyTo?: number;
      charged?: true;
      mode?: 'private';
    }
  | ({ id: string } & MessageChange)
  | { type: 'resume'; id: string; conversations: ConversationPosition[] }
  | { type: 'read'; conversationId: string; sequence: number }
  | DeliveredTell
  | { type: 'typing'; conversationId: string; active: boolean }
  | { type: 'close'; id: string; conversationId: string }
  | { type: 'page'; page: Page }
  | { type: 'rate'; id: string; conversationId: string; score: number; comment: string }
  | { type: 'presence'; id: string; state: Exclude<PresenceState, 'offline'> }
  | { type: 'authenticate'; id: string; token: string }
  | { type: 'ping' };

export interface ReadyFrame {
  type: 'ready';
  connectionId: string;
  serverTime: string;
  pingSeconds: number;
  me: Participant;
  conversations: Conversation[];
  offers?: Offer[];
  /** To a visitor who may not write. */
  blocked?: boolean;
  /** The visitor's call that goes on, or those an agent is in. */
  calls?: CallView[];
  /** Why no calls can be made; absent: they can. */
  callsOff?: string;
}

export interface AckFrame {
  type: 'ack';
  id: string;
  conversationId?: string;
  clientMessageId?: string;
  epoch?: number;
  sequence?: number;
  lastSequence?: number;
  sentAt?: string;
  /** Of a place in a call. */
  seat?: string;
  ice?: IceConfig;
}

export interface ErrorFrame {
  type: 'error';
  id?: string;
  code: string;
  message: string;
  temporary: boolean;
}

export interface TypingFrame {
  type: 'typing';
  conversationId: string;
  participant: Participant;
  active: boolean;
}

export interface ReadMarkFrame {
  type: 'read' | 'delivered';
  conversationId: string;
  participant: { kind: ParticipantKind; id: string };
  sequence: number;
}

export interface OfferResolvedFrame {
  type: 'offer-resolved';
  offerId: string;
  conversationId: string;
  outcome: OfferOutcome;
  acceptedBy?: { id: string; name: string };
}

export interface MessageChangedFrame {
  type: 'message-changed';
  conversationId: string;
  epoch: number;
  revision: number;
  message: Message;
}

export type ServerFrame =
  | ReadyFrame
  | AckFrame
  | ErrorFrame
  | { type: 'message'; conversationId: string; epoch: number; message: Message }
  | {
      type: 'messages';
      conversationId: string;
      epoch: number;
      messages: Message[];
      more: boolean;
      /** Held messages that were changed since, as they stand now. */
      changes?: Message[];
      revision?: number;
    }
  | MessageChangedFrame
  | { type: 'reload'; conversationId: string; epoch: number }
  | { type: 'conversation'; conversation: Conversation }
  | TypingFrame
  | ReadMarkFrame
  | { type: 'conversation-gone'; conversationId: string }
  | { type: 'note'; conversationId: string; note: Note }
  | MentionFrame
  | { type: 'page'; conversationId: string; page: { url: string; title: string; at: string } }
  | { type: 'blocked'; active: boolean }
  | { type: 'offer'; offer: Offer }
  | OfferResolvedFrame
  | { type: 'presence'; agentId: string; state: PresenceState }
  | { type: 'call'; call: CallView }
  | CallSignalFrame
  /** Whether calls can be made: why not. */
  | { type: 'calls'; off?: string }
  /** To owners: a conversation went to the queue. */
  | { type: 'waiting'; conversationId: string; departmentId: string; reason: string }
  /** `section` names what changed; without one it is the widget document. */
  | { type: 'settings-changed'; version: number; section?: string }
  | { type: 'pong' }
  | { type: 'reconnect'; afterMilliseconds: number };
