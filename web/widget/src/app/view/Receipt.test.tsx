// @vitest-environment jsdom
import type { Conversation, ServerFrame } from '@dakenh/socket';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { INITIAL, justOpened } from '../talk/state.ts';
import type { Talk } from '../talk/talk.ts';
import type Part from './Receipt.tsx';
import { TalkContext } from './useTalk.ts';

let root: HTMLElement;
let Receipt: typeof Part;

beforeEach(async () => {
  vi.stubGlobal('CSSStyleSheet', vi.fn());
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true, configurable: true });
  Receipt = (await import('./Receipt.tsx')).default;
  vi.useFakeTimers();
  root = document.createElement('p');
  document.body.append(root);
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function conversation(fields: Partial<Conversation>): Conversation {
  return { ...justOpened(`c-${String(Math.random())}`, 1, 'Lan'), ...fields };
}

function harness(held: Conversation) {
  const state = { ...INITIAL, conversations: [held] };
  const views = new Set<() => void>();
  const ears = new Set<(frame: ServerFrame) => void>();
  const tell = vi.fn<(frame: unknown) => boolean>(() => true);
  const talk = {
    state: () => state,
    subscribe: (listener: () => void) => {
      views.add(listener);
      return () => views.delete(listener);
    },
    onFrame: (listener: (frame: ServerFrame) => void) => {
      ears.add(listener);
      return () => ears.delete(listener);
    },
    socket: { tell },
  } as unknown as Talk;
  const draw = (sequence?: number): void => {
    act(() => {
      render(
        <TalkContext.Provider value={talk}>
          <Receipt {...(sequence === undefined ? {} : { sequence, summary: state.conversations[0] })} />
        </TalkContext.Provider>,
        root,
      );
    });
  };
  const hear = (kind: 'agent' | 'visitor', sequence: number): void => {
    act(() => {
      const participant = { kind, id: 'x' };
      for (const ear of ears) ear({ type: 'delivered', conversationId: held.id, participant, sequence });
    });
  };
  const become = (fields: Partial<Conversation>): void => {
    state.conversations = [{ ...held, ...fields }];
    for (const view of views) view();
  };
  return { tell, draw, hear, become };
}

test('[part TALK-11] one tick is sent, two have arrived, coloured ones are seen', () => {
  const { draw, hear, become } = harness(conversation({ lastSequence: 3 }));
  draw(3);
  expect(root.textContent).toContain('Đã gửi');
  hear('visitor', 3);
  hear('agent', 2);
  expect(root.textContent).toContain('Đã gửi');
  hear('agent', 3);
  expect(root.textContent).toContain('Đã nhận');
  hear('agent', 1);
  expect(root.querySelector('.receipt')?.getAttribute('data-state')).toBe('delivered');
  become({ lastSequence: 3, otherReadSequence: 3 });
  draw(3);
  expect(root.textContent).toContain('Đã xem');
});

test('[part TALK-11] what was known before the page was loaded is shown', () => {
  const { draw } = harness(
    conversation({ lastSequence: 4, otherReadSequence: 1, otherDeliveredSequence: 4 }),
  );
  draw(4);
  expect(root.textContent).toContain('Đã nhận');
});

test("[part TALK-11] others' messages are confirmed where nothing is shown, one's own are not", () => {
  const held = conversation({ lastSequence: 1 });
  const { tell, draw, become } = harness(held);
  const last = (kind: 'agent' | 'visitor', sequence: number): Partial<Conversation> => ({
    lastSequence: sequence,
    lastMessage: {
      id: 'm',
      sequence,
      author: { kind, id: 'x', name: '' },
      kind: 'text',
      text: 'Dạ',
      sentAt: '2026-11-24T01:00:00Z',
    },
  });
  become(last('visitor', 1));
  draw();
  vi.advanceTimersByTime(2000);
  expect(root.textContent).toBe('');
  expect(tell).not.toHaveBeenCalled();
  become(last('agent', 2));
  vi.advanceTimersByTime(2000);
  expect(tell).toHaveBeenCalledExactlyOnceWith({ type: 'delivered', conversationId: held.id, sequence: 2 });
});
