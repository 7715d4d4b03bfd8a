import type { Conversation, Message, Offer } from '@dakenh/socket';
import { describe, expect, it } from 'vitest';
import { deliveryOf } from '../thread/message/delivery.ts';
import { reduce } from './reduce.ts';
import { inView, unreadOf, unreadTotal } from './select.ts';
import type { DeskEvent, DeskState } from './state.ts';
import { emptyDesk } from './state.ts';

const ME = 'agent-me';

function message(sequence: number, fields: Partial<Message> = {}): Message {
  return {
    id: `m-${String(sequence)}`,
    sequence,
    author: { kind: 'visitor', id: 'v', name: 'Hà' },
    kind: 'text',
    text: `tin ${String(sequence)}`,
    sentAt: new Date(Date.UTC(2026, 10, 23, 3, 0, sequence)).toISOString(),
    ...fields,
  };
}

function conversation(id: string, fields: Partial<Conversation> = {}): Conversation {
  return {
    id,
    version: 1,
    epoch: 1,
    state: 'open',
    channelKind: 'livetalk',
    visitor: { id: 'v', name: 'Hà' },
    agents: [{ id: ME, name: 'Lan' }],
    lastSequence: 0,
    readSequence: 0,
    otherReadSequence: 0,
    openedAt: '2026-11-23T03:00:00Z',
    ...fields,
  };
}

function offer(id: string, fields: Partial<Offer> = {}): Offer {
  return {
    id,
    conversationId: `c-${id}`,
    departmentId: 'd',
    departmentName: 'Bán hàng',
    visitorName: 'Đức',
    channelKind: 'livetalk',
    preview: '',
    madeAt: '2026-11-23T03:00:00Z',
    expiresAt: '2026-11-23T03:00:20Z',
    serverTime: '2026-11-23T03:00:05Z',
    ...fields,
  };
}

function after(...events: DeskEvent[]): DeskState {
  return events.reduce(reduce, emptyDesk(ME));
}

const told = (...conversations: Conversation[]): DeskEvent => ({
  type: 'conversations',
  conversations,
  live: true,
});
const page = (...sequences: number[]): DeskEvent => ({
  type: 'page',
  conversationId: 'c',
  epoch: 1,
  messages: sequences.map((sequence) => message(sequence)),
});
const arrived = (...messages: Message[]): DeskEvent => ({
  type: 'messages',
  conversationId: 'c',
  epoch: 1,
  messages,
});
const sequences = (state: DeskState) => state.threads.get('c')?.messages.map((one) => one.sequence);

function conversationOf(state: DeskState): Conversation {
  return state.conversations.get('c') ?? conversation('c');
}

describe('a thread', () => {
  it('[part TALK-11] joins pages of history and new messages without a gap or a repeat', () => {
    const state = after(
      told(conversation('c')),
      page(4, 5, 6),
      arrived(message(7)),
      page(1, 2, 3),
      page(5, 6, 7, 8),
    );
    expect(sequences(state)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('starts over when the newest page does not touch what was held, or the epoch changed', () => {
    expect(sequences(after(page(1, 2), page(9, 10)))).toEqual([9, 10]);
    const restored: DeskEvent = { type: 'page', conversationId: 'c', epoch: 2, messages: [message(1)] };
    const state = after(page(1, 2, 3), restored);
    expect(sequences(state)).toEqual([1]);
    expect(state.threads.get('c')?.epoch).toBe(2);
  });

  it('replaces a message on its way by the stored one', () => {
    const queued: DeskEvent = {
      type: 'queued',
      outgoing: { clientMessageId: 'x', conversationId: 'c', text: 'a', createdAt: '', state: 'sending' },
    };
    const own = message(1, { clientMessageId: 'x', author: { kind: 'agent', id: ME, name: 'Lan' } });
    const state = after(told(conversation('c')), page(), queued, arrived(own));
    expect(state.outgoing).toEqual([]);
    expect(sequences(state)).toEqual([1]);
    expect(state.conversations.get('c')).toMatchObject({ lastSequence: 1, readSequence: 1 });
  });

  it('keeps a refused message with the reason', () => {
    const state = after(
      {
        type: 'queued',
        outgoing: { clientMessageId: 'x', conversationId: 'c', text: 'a', createdAt: '', state: 'sending' },
      },
      { type: 'failed', clientMessageId: 'x', code: 'conversation-closed' },
    );
    expect(state.outgoing).toMatchObject([{ state: 'failed', code: 'conversation-closed' }]);
  });
});

describe('summaries', () => {
  it('follow the higher version but never go back behind what was seen', () => {
    const state = after(
      told(conversation('c', { version: 5, lastSequence: 9, readSequence: 9 })),
      told(conversation('c', { version: 6, lastSequence: 8, readSequence: 7, state: 'closed' })),
      told(conversation('c', { version: 4, state: 'open' })),
    );
    expect(state.conversations.get('c')).toMatchObject({
      version: 6,
      state: 'closed',
      lastSequence: 9,
      readSequence: 9,
    });
  });

  it('[part TALK-2] sort into the four lists, newest activity first', () => {
    const state = after(
      told(
        conversation('mine', { openedAt: '2026-11-23T01:00:00Z' }),
        conversation('newer', { openedAt: '2026-11-23T02:00:00Z' }),
        conversation('waiting', { agents: [], openedAt: '2026-11-23T00:30:00Z' }),
        conversation('other', { agents: [{ id: 'x', name: 'Minh' }], openedAt: '2026-11-23T00:20:00Z' }),
        conversation('closed', { state: 'closed', openedAt: '2026-11-23T00:10:00Z' }),
      ),
    );
    const ids = (view: 'mine' | 'waiting' | 'all' | 'closed') => inView(state, view, []).map((one) => one.id);
    expect(ids('mine')).toEqual(['newer', 'mine']);
    expect(ids('waiting')).toEqual(['waiting']);
    expect(ids('closed')).toEqual(['closed']);
    expect(ids('all')).toEqual(['newer', 'mine', 'waiting', 'other', 'closed']);
  });

  it('lists only what was loaded or told, so that pages leave no holes', () => {
    const quiet: DeskEvent = { type: 'conversations', conversations: [conversation('c')], live: false };
    expect(inView(after(quiet), 'mine', [])).toEqual([]);
    expect(inView(after(quiet), 'mine', ['c']).map((one) => one.id)).toEqual(['c']);
  });

  it('[part TALK-2] count what was not read, in own open conversations only', () => {
    const state = after(
      told(
        conversation('c', { lastSequence: 5, readSequence: 2 }),
        conversation('closed', { lastSequence: 5, state: 'closed' }),
        conversation('other', { lastSequence: 5, agents: [] }),
      ),
      { type: 'passing-message', conversationId: 'c', message: message(6) },
    );
    expect(unreadTotal(state)).toBe(4);
    const read = reduce(state, {
      type: 'read',
      conversationId: 'c',
      participant: { kind: 'agent', id: ME },
      sequence: 6,
    });
    expect(unreadOf(read.conversations.get('c') ?? conversation('c'))).toBe(0);
  });

  it("move only the visitor's mark by the visitor, and nothing by a colleague", () => {
    const mark = (kind: string, id: string): DeskEvent => ({
      type: 'read',
      conversationId: 'c',
      participant: { kind, id },
      sequence: 3,
    });
    const state = after(told(conversation('c', { lastSequence: 3 })), mark('agent', 'colleague'));
    expect(state.conversations.get('c')).toMatchObject({ readSequence: 0, otherReadSequence: 0 });
    expect(reduce(state, mark('visitor', 'v')).conversations.get('c')).toMatchObject({
      readSequence: 0,
      otherReadSequence: 3,
    });
  });

  it('[part TALK-11] say what the visitor has, and never take it back', () => {
    const mark = (kind: string, sequence: number): DeskEvent => ({
      type: 'delivered',
      conversationId: 'c',
      participant: { kind, id: 'x' },
      sequence,
    });
    const state = after(told(conversation('c', { lastSequence: 5 })), mark('agent', 5));
    expect(deliveryOf(message(3), false, conversationOf(state))).toBe('sent');
    const arrived = [mark('visitor', 4), mark('visitor', 2)].reduce(reduce, state);
    expect(deliveryOf(message(4), false, conversationOf(arrived))).toBe('delivered');
    expect(deliveryOf(message(5), false, conversationOf(arrived))).toBe('sent');
    // An older summary that was on its way knows less, a newer one knows more.
    const older = reduce(arrived, told(conversation('c', { otherDeliveredSequence: 1 })));
    expect(conversationOf(older).otherDeliveredSequence).toBe(4);
    const newer = reduce(
      older,
      told(conversation('c', { version: 9, otherDeliveredSequence: 5, otherReadSequence: 4 })),
    );
    expect(deliveryOf(message(5), false, conversationOf(newer))).toBe('delivered');
    expect(deliveryOf(message(4), false, conversationOf(newer))).toBe('read');
  });
});

describe('offers', () => {
  it("count down on this machine's clock, however wrong it is", () => {
    const now = Date.UTC(2030, 0, 1);
    const state = after({ type: 'offer', offer: offer('o'), now });
    expect(state.offers[0]?.endsAt).toBe(now + 15_000);
    expect(reduce(state, { type: 'tick', now: now + 14_999 }).offers).toHaveLength(1);
    expect(reduce(state, { type: 'tick', now: now + 15_000 }).offers).toHaveLength(0);
  });

  it('[part DEP-3] vanish when a colleague joins, and name who it was', () => {
    const resolved: DeskEvent = {
      type: 'offer-resolved',
      frame: {
        type: 'offer-resolved',
        offerId: 'o',
        conversationId: 'c',
        outcome: 'withdrawn',
        acceptedBy: { id: 'minh', name: 'Minh' },
      },
    };
    const state = after({ type: 'offer', offer: offer('o'), now: 0 }, resolved, resolved);
    expect(state.offers).toEqual([]);
    expect(state.notices).toEqual([{ id: 'o', kind: 'taken', name: 'Minh', visitorName: 'Đức' }]);
  });

  it('leave no notice when one joined oneself', () => {
    const state = after(
      { type: 'offer', offer: offer('o'), now: 0 },
      {
        type: 'offer-resolved',
        frame: {
          type: 'offer-resolved',
          offerId: 'o',
          conversationId: 'c',
          outcome: 'accepted',
          acceptedBy: { id: ME, name: 'Lan' },
        },
      },
    );
    expect(state.notices).toEqual([]);
  });
});

describe('typing', () => {
  const typing = (active: boolean): DeskEvent => ({
    type: 'typing',
    conversationId: 'c',
    participant: { kind: 'visitor', id: 'v', name: 'Hà' },
    active,
    now: 1000,
  });

  it('fades without word, ends with a message, and is never told about oneself', () => {
    const state = after(page(1), typing(true));
    expect(state.typing.get('c')).toHaveLength(1);
    expect(reduce(state, { type: 'tick', now: 7999 }).typing.get('c')).toHaveLength(1);
    expect(reduce(state, { type: 'tick', now: 8000 }).typing.get('c')).toBeUndefined();
    expect(reduce(state, arrived(message(2))).typing.get('c')).toEqual([]);
    expect(reduce(state, typing(false)).typing.get('c')).toEqual([]);
    const self: DeskEvent = {
      type: 'typing',
      conversationId: 'c',
      participant: { kind: 'agent', id: ME, name: 'Lan' },
      active: true,
      now: 0,
    };
    expect(after(self).typing.size).toBe(0);
  });
});

describe('the connection', () => {
  it('remembers since when it is lost', () => {
    const online: DeskEvent = { type: 'connection', state: { kind: 'online' }, now: 10 };
    const waiting: DeskEvent = { type: 'connection', state: { kind: 'waiting', retryAt: 99 }, now: 20 };
    const trying: DeskEvent = { type: 'connection', state: { kind: 'connecting' }, now: 30 };
    expect(after(online, waiting, trying).connection).toMatchObject({ lostAt: 20, everOnline: true });
    expect(after(online, waiting, online).connection.lostAt).toBeUndefined();
  });
});
