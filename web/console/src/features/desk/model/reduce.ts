import type { Conversation, Message, Offer } from '@dakenh/socket';
import type { DeskEvent, DeskNotice, DeskState, LiveOffer, Typist } from './state.ts';

type MarkEvent = Extract<DeskEvent, { type: 'read' | 'delivered' }>;

/** Typing is told anew every few seconds; without that it fades. */
const TYPING_MILLISECONDS = 7000;
/** Messages kept of a conversation that grows while it is open. */
const THREAD_LIMIT = 5000;

function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

/** The newer summary wins, but never takes back a message or a mark already seen. */
function merged(held: Conversation | undefined, told: Conversation): Conversation {
  if (!held || held.epoch !== told.epoch) return told;
  const newer = told.version >= held.version ? told : held;
  const ahead = held.lastSequence > told.lastSequence ? held : told;
  return {
    ...newer,
    lastSequence: ahead.lastSequence,
    ...(ahead.lastMessage ? { lastMessage: ahead.lastMessage } : {}),
    readSequence: Math.max(held.readSequence, told.readSequence),
    otherReadSequence: Math.max(held.otherReadSequence, told.otherReadSequence),
    deliveredSequence: Math.max(held.deliveredSequence ?? 0, told.deliveredSequence ?? 0),
    otherDeliveredSequence: Math.max(held.otherDeliveredSequence ?? 0, told.otherDeliveredSequence ?? 0),
  };
}

function withConversations(state: DeskState, told: readonly Conversation[], live: boolean): DeskState {
  if (told.length === 0) return state;
  const conversations = new Map(state.conversations);
  for (const one of told) conversations.set(one.id, merged(conversations.get(one.id), one));
  return {
    ...state,
    conversations,
    live: live ? new Set([...state.live, ...told.map((one) => one.id)]) : state.live,
  };
}

/** No longer to be seen by this agent: handed on, or left. */
function withoutConversations(state: DeskState, ids: readonly string[]): DeskState {
  if (!ids.some((id) => state.conversations.has(id))) return state;
  const conversations = new Map(state.conversations);
  const threads = new Map(state.threads);
  const live = new Set(state.live);
  for (const id of ids) {
    conversations.delete(id);
    threads.delete(id);
    live.delete(id);
  }
  return { ...state, conversations, threads, live };
}

/** The summary follows what the thread shows, without waiting for the next summary. */
function withLast(state: DeskState, conversationId: string, last: Message | undefined): DeskState {
  const held = state.conversations.get(conversationId);
  if (!held || !last || last.sequence <= held.lastSequence) return state;
  const mine = last.author.kind === 'agent' && last.author.id === state.meId;
  const next: Conversation = {
    ...held,
    lastSequence: last.sequence,
    lastMessage: last,
    readSequence: mine ? last.sequence : held.readSequence,
  };
  return { ...state, conversations: withEntry(state.conversations, conversationId, next) };
}

function withMessages(
  state: DeskState,
  conversationId: string,
  epoch: number,
  added: readonly Message[],
): DeskState {
  const thread = state.threads.get(conversationId);
  const base = thread?.epoch === epoch ? thread.messages : [];
  const last = base.at(-1)?.sequence ?? 0;
  const news = base.length === 0 ? added : added.filter((message) => message.sequence > last);
  if (news.length === 0) return state;
  const messages = [...base, ...news].slice(-THREAD_LIMIT);
  const stored = new Set(news.map((message) => message.clientMessageId));
  const authors = new Set(news.map((message) => message.author.id));
  const typists = state.typing.get(conversationId);
  const next: DeskState = {
    ...state,
    threads: withEntry(state.threads, conversationId, { epoch, messages }),
    outgoing: state.outgoing.filter((one) => !stored.has(one.clientMessageId)),
    typing: typists
      ? withEntry(
          state.typing,
          conversationId,
          typists.filter((one) => !authors.has(one.participant.id)),
        )
      : state.typing,
  };
  return withLast(next, conversationId, messages.at(-1));
}

/** Messages that were edited, deleted or reacted to, in their places; the summary shows the last one too. */
function withChanged(state: DeskState, conversationId: string, changed: readonly Message[]): DeskState {
  const bySequence = new Map(changed.map((message) => [message.sequence, message]));
  const thread = state.threads.get(conversationId);
  const held = state.conversations.get(conversationId);
  const last = held?.lastMessage && bySequence.get(held.lastMessage.sequence);
  return {
    ...state,
    threads: thread
      ? withEntry(state.threads, conversationId, {
          ...thread,
          messages: thread.messages.map((message) => bySequence.get(message.sequence) ?? message),
        })
      : state.threads,
    conversations:
      held && last
        ? withEntry(state.conversations, conversationId, { ...held, lastMessage: last })
        : state.conversations,
  };
}

/** A page from history: before what is held, or instead of it when the two do not touch. */
function withPage(
  state: DeskState,
  conversationId: string,
  epoch: number,
  page: readonly Message[],
): DeskState {
  const thread = state.threads.get(conversationId);
  const first = thread?.messages[0]?.sequence;
  const pageLast = page.at(-1)?.sequence ?? 0;
  const pageFirst = page[0]?.sequence ?? 0;
  if (!thread || thread.epoch !== epoch || first === undefined) {
    const next = { ...state, threads: withEntry(state.threads, conversationId, { epoch, messages: page }) };
    return withLast(next, conversationId, page.at(-1));
  }
  if (pageFirst < first && pageLast >= first - 1) {
    const older = page.filter((message) => message.sequence < first);
    const messages = [...older, ...thread.messages];
    return { ...state, threads: withEntry(state.threads, conversationId, { epoch, messages }) };
  }
  const last = thread.messages.at(-1)?.sequence ?? 0;
  if (pageFirst > last + 1) {
    const next = { ...state, threads: withEntry(state.threads, conversationId, { epoch, messages: page }) };
    return withLast(next, conversationId, page.at(-1));
  }
  return withMessages(state, conversationId, epoch, page);
}

/** The end of an offer by this machine's clock, whatever that clock shows. */
function liveOffer(offer: Offer, now: number): LiveOffer {
  const skew = now - new Date(offer.serverTime).getTime();
  return { ...offer, receivedAt: now, endsAt: new Date(offer.expiresAt).getTime() + skew };
}

function withTyping(state: DeskState, event: Extract<DeskEvent, { type: 'typing' }>): DeskState {
  if (event.participant.id === state.meId) return state;
  const others = (state.typing.get(event.conversationId) ?? []).filter(
    (one) => one.participant.id !== event.participant.id,
  );
  const typists: Typist[] = event.active
    ? [...others, { participant: event.participant, until: event.now + TYPING_MILLISECONDS }]
    : others;
  return { ...state, typing: withEntry(state.typing, event.conversationId, typists) };
}

function noticeOf(state: DeskState, event: Extract<DeskEvent, { type: 'offer-resolved' }>) {
  const { frame } = event;
  const offer = state.offers.find((one) => one.id === frame.offerId);
  if (!offer) return undefined;
  const base = { id: offer.id, visitorName: offer.visitorName };
  if (frame.acceptedBy && frame.acceptedBy.id !== state.meId) {
    return { ...base, kind: 'taken', name: frame.acceptedBy.name } satisfies DeskNotice;
  }
  if (frame.outcome === 'expired') return { ...base, kind: 'expired', name: '' } satisfies DeskNotice;
  if (frame.outcome === 'withdrawn') return { ...base, kind: 'withdrawn', name: '' } satisfies DeskNotice;
  return undefined;
}

function withNotice(notices: readonly DeskNotice[], notice: DeskNotice | undefined): readonly DeskNotice[] {
  if (!notice || notices.some((one) => one.id === notice.id)) return notices;
  return [...notices, notice];
}

function withRead(state: DeskState, event: MarkEvent): DeskState {
  const held = state.conversations.get(event.conversationId);
  if (!held) return state;
  const next = { ...held };
  if (event.participant.kind === 'visitor') {
    next.otherReadSequence = Math.max(held.otherReadSequence, event.sequence);
  } else if (event.participant.id === state.meId) {
    next.readSequence = Math.max(held.readSequence, event.sequence);
  } else {
    return state;
  }
  return { ...state, conversations: withEntry(state.conversations, event.conversationId, next) };
}

/** What the visitor's browser has; colleagues' do not matter to who wrote. */
function withDelivered(state: DeskState, event: MarkEvent): DeskState {
  const held = state.conversations.get(event.conversationId);
  if (!held || event.participant.kind !== 'visitor') return state;
  const otherDeliveredSequence = Math.max(held.otherDeliveredSequence ?? 0, event.sequence);
  const next = { ...held, otherDeliveredSequence };
  return { ...state, conversations: withEntry(state.conversations, event.conversationId, next) };
}

function withTick(state: DeskState, now: number): DeskState {
  const offers = state.offers.filter((offer) => offer.endsAt > now);
  let typing = state.typing;
  for (const [conversationId, typists] of state.typing) {
    const left = typists.filter((one) => one.until > now);
    if (left.length === typists.length) continue;
    typing = left.length === 0 ? without(typing, conversationId) : withEntry(typing, conversationId, left);
  }
  if (offers.length === state.offers.length && typing === state.typing) return state;
  return { ...state, offers, typing };
}

export function reduce(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'connection': {
      const online = event.state.kind === 'online';
      const { connection } = state;
      return {
        ...state,
        connection: {
          state: event.state,
          lostAt: online ? undefined : (connection.lostAt ?? event.now),
          everOnline: connection.everOnline || online,
        },
      };
    }
    case 'conversations':
      return withConversations(state, event.conversations, event.live);
    case 'gone':
      return withoutConversations(state, event.conversationIds);
    case 'page':
      return withPage(state, event.conversationId, event.epoch, event.messages);
    case 'messages':
      return withMessages(state, event.conversationId, event.epoch, event.messages);
    case 'changed':
      return withChanged(state, event.conversationId, event.messages);
    case 'passing-message':
      return withLast(state, event.conversationId, event.message);
    case 'forget-thread':
      return { ...state, threads: without(state.threads, event.conversationId) };
    case 'typing':
      return withTyping(state, event);
    case 'read':
      return withRead(state, event);
    case 'delivered':
      return withDelivered(state, event);
    case 'offers':
      return { ...state, offers: event.offers.map((offer) => liveOffer(offer, event.now)) };
    case 'offer': {
      const others = state.offers.filter((one) => one.id !== event.offer.id);
      return { ...state, offers: [...others, liveOffer(event.offer, event.now)] };
    }
    case 'offer-resolved': {
      const notice = noticeOf(state, event);
      return {
        ...state,
        offers: state.offers.filter((one) => one.id !== event.frame.offerId),
        notices: withNotice(state.notices, notice),
      };
    }
    case 'offer-gone':
      return { ...state, offers: state.offers.filter((one) => one.id !== event.offerId) };
    case 'notice':
      return { ...state, notices: withNotice(state.notices, event.notice) };
    case 'notice-read':
      return { ...state, notices: state.notices.filter((one) => one.id !== event.id) };
    case 'presence':
      return { ...state, presence: withEntry(state.presence, event.agentId, event.state) };
    case 'queued':
      return {
        ...state,
        outgoing: [
          ...state.outgoing.filter((one) => one.clientMessageId !== event.outgoing.clientMessageId),
          event.outgoing,
        ],
      };
    case 'sent':
    case 'discarded':
      return {
        ...state,
        outgoing: state.outgoing.filter((one) => one.clientMessageId !== event.clientMessageId),
      };
    case 'failed':
      return {
        ...state,
        outgoing: state.outgoing.map((one) =>
          one.clientMessageId === event.clientMessageId ? { ...one, state: 'failed', code: event.code } : one,
        ),
      };
    case 'tick':
      return withTick(state, event.now);
  }
}
