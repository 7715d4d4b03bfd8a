import type { Message } from '@dakenh/socket';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge, unconfirmed } from './state.ts';

function message(sequence: number): Message {
  return {
    id: `m${String(sequence)}`,
    sequence,
    author: { kind: 'agent', id: 'a', name: 'Lan' },
    kind: 'text',
    text: '',
    clientMessageId: `c${String(sequence)}`,
    sentAt: '2026-11-23T03:00:00Z',
  };
}

test('[part TALK-11] however batches overlap, each message is there once and in order', () => {
  const batch = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.array(batch, { maxLength: 10 }), (batches) => {
      let held: Message[] = [];
      const expected = new Set<number>();
      for (const [from, length] of batches) {
        const arriving = Array.from({ length }, (_, index) => message(from + index + 1));
        for (const { sequence } of arriving) expected.add(sequence);
        held = merge(held, arriving);
      }
      expect(held.map(({ sequence }) => sequence)).toEqual([...expected].sort((a, b) => a - b));
    }),
  );
});

test('what is on screen is no longer waiting, by its id or by its place', () => {
  const waiting = { text: '', at: '', state: 'sending' } as const;
  const outgoing = [
    { ...waiting, clientMessageId: 'c1' },
    { ...waiting, clientMessageId: 'x', sequence: 2 },
    { ...waiting, clientMessageId: 'y', sequence: 9 },
    { ...waiting, clientMessageId: 'z' },
  ];
  const left = unconfirmed(outgoing, [message(1), message(2)]);
  expect(left.map(({ clientMessageId }) => clientMessageId)).toEqual(['y', 'z']);
});
