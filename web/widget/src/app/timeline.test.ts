import type { AgentSummary, Message } from '@dakenh/socket';
import { expect, test } from 'vitest';
import type { Thread } from './talk/state.ts';
import { emptyThread } from './talk/state.ts';
import { timeline } from './timeline.ts';

function message(sequence: number, author: Message['author'], sentAt: string): Message {
  return { id: `m${String(sequence)}`, sequence, author, kind: 'text', text: 'x', sentAt };
}

const visitor = { kind: 'visitor', id: 'v', name: '' } as const;
const lan = { kind: 'agent', id: 'a', name: 'Lan' } as const;

function lines(thread: Partial<Thread>, agents: AgentSummary[] = []): string[] {
  return timeline({ ...emptyThread('c', null), ...thread }, agents).map((row) => {
    if (row.kind === 'joined') return `joined ${row.name}`;
    if (row.kind !== 'message' && row.kind !== 'outgoing') return row.kind;
    return [row.kind, row.first && 'first', row.last && 'last'].filter(Boolean).join(' ');
  });
}

test('separates days and groups what one person says in a few minutes', () => {
  const messages = [
    message(1, visitor, '2026-11-22T03:00:00Z'),
    message(2, visitor, '2026-11-22T03:01:00Z'),
    message(3, visitor, '2026-11-22T03:20:00Z'),
    message(4, visitor, '2026-11-24T03:20:00Z'),
  ];
  expect(lines({ messages })).toEqual([
    'day',
    'message first',
    'message last',
    'message first last',
    'day',
    'message first last',
  ]);
});

test('[part WIN-13] every agent is announced where they joined, however often the page is loaded', () => {
  const messages = [
    message(1, visitor, '2026-11-22T03:00:00Z'),
    message(2, visitor, '2026-11-22T03:00:10Z'),
    message(3, lan, '2026-11-22T03:00:20Z'),
  ];
  const minh = { id: 'b', name: 'Minh', joinedAfter: 3 };
  expect(lines({ messages }, [{ ...lan, joinedAfter: 1 }, minh])).toEqual([
    'day',
    'message first last',
    'joined Lan',
    'message first last',
    'message first last',
    'joined Minh',
  ]);
  // Whoever joined before what is loaded is announced once the beginning is.
  expect(lines({ messages: messages.slice(1), loadedAfter: 2 }, [{ ...lan, joinedAfter: 1 }, minh])).toEqual([
    'day',
    'message first last',
    'message first last',
    'joined Minh',
  ]);
});

test('[part WIN-11] of one who stands for all nobody is told to have joined', () => {
  const messages = [message(1, visitor, '2026-11-22T03:00:00Z'), message(2, lan, '2026-11-22T03:00:20Z')];
  expect(lines({ messages }, [{ id: 'd', name: 'Bán hàng' }])).toEqual([
    'day',
    'message first last',
    'message first last',
  ]);
});

test('what is unconfirmed stands last, in the visitor’s own group', () => {
  const outgoing = [
    { clientMessageId: 'o', text: 'y', at: '2026-11-22T03:00:30Z', state: 'sending' as const },
  ];
  expect(lines({ messages: [message(1, visitor, '2026-11-22T03:00:00Z')], outgoing })).toEqual([
    'day',
    'message first',
    'outgoing last',
  ]);
});

test('an automatic notice without a sender is a line of its own', () => {
  const system = { kind: 'system', id: 's', name: '' } as const;
  expect(lines({ messages: [message(1, system, '2026-11-22T03:00:00Z')] })).toEqual(['day', 'notice']);
});
