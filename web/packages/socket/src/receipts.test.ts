import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Conversation, DeliveredTell } from './frames.ts';
import { createReceipts } from './receipts.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

function conversation(id: string, lastSequence: number, marks: Partial<Conversation> = {}): Conversation {
  return {
    id,
    version: 1,
    epoch: 1,
    state: 'open',
    channelKind: 'livetalk',
    visitor: { id: 'v', name: 'Khách' },
    agents: [],
    lastSequence,
    readSequence: 0,
    otherReadSequence: 0,
    openedAt: '2026-11-24T01:00:00Z',
    ...marks,
  };
}

function harness(held: Conversation[]) {
  const told: DeliveredTell[] = [];
  let online = true;
  const receipts = createReceipts(
    () => held,
    (frame) => {
      if (online) told.push(frame);
      return online;
    },
  );
  return { told, receipts, turn: (on: boolean) => (online = on) };
}

const sequences = (told: DeliveredTell[]) => told.map((frame) => frame.sequence);

test('[part TALK-11] many messages are told of together, and no more than once a second', () => {
  const held = [conversation('a', 1)];
  const { told, receipts } = harness(held);
  for (let last = 1; last <= 30; last++) {
    held[0] = conversation('a', last);
    receipts.look();
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(2000);
  // At 0.3, 1.3 and 2.3 s, and once for the rest.
  expect(sequences(told)).toEqual([3, 13, 23, 30]);
  receipts.look();
  vi.advanceTimersByTime(5000);
  expect(told).toHaveLength(4);
});

test('[part TALK-11] whoever reads at once, or has told before, says nothing', () => {
  const held = [conversation('a', 5)];
  const { told, receipts } = harness(held);
  receipts.look();
  held[0] = conversation('a', 5, { readSequence: 5 });
  vi.advanceTimersByTime(2000);
  held[0] = conversation('a', 6, { readSequence: 5, deliveredSequence: 6 });
  receipts.look();
  vi.advanceTimersByTime(2000);
  expect(told).toEqual([]);
});

test('[part TALK-11] what could not be told is told after the next connection', () => {
  const held = [conversation('a', 2), conversation('b', 7)];
  const { told, receipts, turn } = harness(held);
  turn(false);
  receipts.look();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([]);
  turn(true);
  receipts.forget();
  receipts.look();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([
    { type: 'delivered', conversationId: 'a', sequence: 2 },
    { type: 'delivered', conversationId: 'b', sequence: 7 },
  ]);
  // Lost with the connection: the summary of the next one does not know it, so it is told again.
  held.splice(0, 2, conversation('a', 2), conversation('b', 7, { deliveredSequence: 7 }));
  receipts.forget();
  receipts.look();
  vi.advanceTimersByTime(1000);
  expect(sequences(told)).toEqual([2, 7, 2]);
});
