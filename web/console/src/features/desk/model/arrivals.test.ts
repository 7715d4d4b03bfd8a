import type { Conversation, Message, Offer } from '@dakenh/socket';
import { describe, expect, it } from 'vitest';
import type { Arrival } from './arrivals.ts';
import { arrivals } from './arrivals.ts';
import { reduce } from './reduce.ts';
import type { DeskState } from './state.ts';
import { emptyDesk } from './state.ts';

function message(sequence: number, kind: 'visitor' | 'agent' | 'system' = 'visitor'): Message {
  return {
    id: `m${String(sequence)}`,
    sequence,
    author: { kind, id: kind, name: '' },
    kind: 'text',
    text: 'x',
    sentAt: '2026-11-23T03:00:00Z',
  };
}

function conversation(lastSequence: number, last?: Message): Conversation {
  return {
    id: 'c',
    version: lastSequence,
    epoch: 1,
    state: 'open',
    channelKind: 'livetalk',
    visitor: { id: 'v', name: 'Lan' },
    agents: [],
    lastSequence,
    readSequence: 0,
    otherReadSequence: 0,
    openedAt: '2026-11-23T03:00:00Z',
    ...(last ? { lastMessage: last } : {}),
  };
}

const offer: Offer = {
  id: 'o',
  conversationId: 'c',
  departmentId: 'd',
  departmentName: 'Bán hàng',
  visitorName: 'Lan',
  channelKind: 'livetalk',
  preview: '',
  madeAt: '2026-11-23T03:00:00Z',
  expiresAt: '2026-11-23T03:00:20Z',
  serverTime: '2026-11-23T03:00:00Z',
};

function knowing(...conversations: Conversation[]): DeskState {
  return reduce(emptyDesk('me'), { type: 'conversations', conversations, live: true });
}

describe('what an agent hears of', () => {
  it('[part SND-1] a visitor’s message in a conversation one knows, once', () => {
    const before = knowing(conversation(1, message(1)));
    const pushed = reduce(before, { type: 'passing-message', conversationId: 'c', message: message(2) });
    expect(arrivals(before, pushed)).toEqual(['message']);
    const summed = reduce(pushed, {
      type: 'conversations',
      conversations: [conversation(2, message(2))],
      live: true,
    });
    expect(arrivals(pushed, summed)).toEqual([]);
  });

  it('not what an agent or the suite wrote, nor what a conversation held when it was first seen', () => {
    const before = knowing(conversation(1, message(1)));
    const answered = reduce(before, {
      type: 'passing-message',
      conversationId: 'c',
      message: message(2, 'agent'),
    });
    expect(arrivals(before, answered)).toEqual([]);
    expect(arrivals(emptyDesk('me'), before)).toEqual([]);
  });

  it('not the first message, for which its offer rings, nor what is said to colleagues alone', () => {
    const cases: [Conversation, Arrival[]][] = [
      [conversation(0), []],
      [{ ...conversation(1, message(1)), agents: [{ id: 'colleague', name: 'Bình' }] }, []],
      [{ ...conversation(1, message(1)), agents: [{ id: 'me', name: 'An' }] }, ['message']],
    ];
    for (const [told, heard] of cases) {
      const before = knowing(told);
      const pushed = reduce(before, {
        type: 'passing-message',
        conversationId: 'c',
        message: message(told.lastSequence + 1),
      });
      expect(arrivals(before, pushed)).toEqual(heard);
    }
  });

  it('[part SND-1] a new offer, not one that is told again', () => {
    const before = emptyDesk('me');
    const offered = reduce(before, { type: 'offer', offer, now: 0 });
    expect(arrivals(before, offered)).toEqual(['offer']);
    const again = reduce(offered, { type: 'offers', offers: [offer], now: 1 });
    expect(arrivals(offered, again)).toEqual([]);
  });

  it('[SND-3] an offer of a Page’s or OA’s customer sounds like a message, as whatever they write', () => {
    const before = emptyDesk('me');
    for (const channelKind of ['facebook', 'zalo'] as const) {
      const offered = reduce(before, { type: 'offer', offer: { ...offer, channelKind }, now: 0 });
      expect(arrivals(before, offered)).toEqual(['message']);
    }
    const known = knowing({ ...conversation(1, message(1)), channelKind: 'zalo' });
    const pushed = reduce(known, { type: 'passing-message', conversationId: 'c', message: message(2) });
    expect(arrivals(known, pushed)).toEqual(['message']);
  });
});
