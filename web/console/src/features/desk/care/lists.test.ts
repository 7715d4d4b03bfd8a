import type { Conversation } from '@dakenh/socket';
import { describe, expect, it } from 'vitest';
import { reduce } from '../model/reduce.ts';
import { inView, passes } from '../model/select.ts';
import { emptyDesk } from '../model/state.ts';
import { newlyHeard } from './news.ts';
import { snoozeChoices } from './times.ts';

function conversation(id: string, change: Partial<Conversation> = {}): Conversation {
  return {
    id,
    version: 1,
    epoch: 1,
    state: 'open',
    channelKind: 'livetalk',
    visitor: { id: 'v', name: 'Khách' },
    agents: [{ id: 'me', name: 'Bình' }],
    lastSequence: 1,
    readSequence: 1,
    otherReadSequence: 0,
    openedAt: '2026-11-23T02:00:00Z',
    waiting: false,
    labels: [],
    ...change,
  };
}

function desk(...conversations: Conversation[]) {
  return reduce(emptyDesk('me'), { type: 'conversations', conversations, live: true });
}

describe('lists of the desk [TALK-2]', () => {
  it('keep what is put off apart', () => {
    const state = desk(conversation('a'), conversation('b', { snoozedUntil: '2026-12-01T00:00:00Z' }));
    expect(inView(state, 'mine', []).map(({ id }) => id)).toEqual(['a']);
    expect(inView(state, 'snoozed', []).map(({ id }) => id)).toEqual(['b']);
  });

  it('show what was handed on as waiting while its agent is still there', () => {
    const state = desk(conversation('a', { waiting: true }), conversation('b'));
    expect(inView(state, 'waiting', []).map(({ id }) => id)).toEqual(['a']);
  });

  it('leave mentions to the server', () => {
    const state = desk(conversation('a'), conversation('b'));
    expect(inView(state, 'mentions', ['b']).map(({ id }) => id)).toEqual(['b']);
  });

  it('are narrowed down by label, department and channel, also what the socket tells', () => {
    const one = conversation('a', { labels: ['vip'], departmentId: 'sales' });
    const state = desk(one, conversation('b', { channelKind: 'zalo' }));
    expect(inView(state, 'all', [], { labelId: 'vip' })).toEqual([one]);
    expect(inView(state, 'all', [], { channelKind: 'zalo' }).map(({ id }) => id)).toEqual(['b']);
    expect(passes({ labelId: 'vip', departmentId: 'care' }, one)).toBe(false);
  });

  it('forget what may be seen no more', () => {
    const state = reduce(desk(conversation('a'), conversation('b')), {
      type: 'gone',
      conversationIds: ['a', 'unknown'],
    });
    expect(inView(state, 'all', ['a']).map(({ id }) => id)).toEqual(['b']);
    expect(reduce(state, { type: 'gone', conversationIds: ['a'] })).toBe(state);
  });

  it('bring news of own conversations only, each once', () => {
    const said = (sequence: number) => ({
      lastSequence: sequence,
      lastMessage: {
        id: 'm',
        sequence,
        author: { kind: 'visitor', id: 'v', name: 'Khách' },
        kind: 'text',
        text: 'alo',
        sentAt: '2026-11-23T02:00:00Z',
      } as const,
    });
    const before = desk(conversation('a'), conversation('b', { agents: [] }));
    const after = reduce(before, {
      type: 'conversations',
      live: true,
      conversations: [
        conversation('a', { version: 2, ...said(2) }),
        conversation('b', { version: 2, agents: [], ...said(2) }),
      ],
    });
    expect(newlyHeard(before, after).map(({ id }) => id)).toEqual(['a']);
    expect(newlyHeard(after, after)).toEqual([]);
  });
});

describe('times to come back [TALK-3]', () => {
  it('are all to come', () => {
    const monday = new Date(2026, 10, 23, 18, 30);
    expect(snoozeChoices(monday).map(({ key }) => key)).toEqual(['inHour', 'tomorrow', 'nextWeek']);
    expect(snoozeChoices(monday).at(-1)?.at).toEqual(new Date(2026, 10, 30, 8));
    const sunday = new Date(2026, 10, 22, 9);
    expect(snoozeChoices(sunday).at(-1)?.at).toEqual(new Date(2026, 10, 23, 8));
  });
});
