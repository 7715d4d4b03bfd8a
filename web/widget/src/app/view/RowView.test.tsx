// @vitest-environment jsdom
import type { Message } from '@dakenh/socket';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import PAYLOADS from '../payloads.json';
import { INITIAL } from '../talk/state.ts';
import type { Talk } from '../talk/talk.ts';
import type { Row } from '../timeline.ts';
import { RowView } from './RowView.tsx';
import { TalkContext } from './useTalk.ts';

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('ol');
  document.body.append(root);
});

afterEach(() => {
  render(null, root);
  root.remove();
});

const talk = { state: () => INITIAL, subscribe: () => () => true } as unknown as Talk;

function draw(row: Row, title = 'Hoa Mai'): void {
  render(
    <TalkContext.Provider value={talk}>
      <RowView row={row} summary={undefined} lastSequence={1} title={title} />
    </TalkContext.Provider>,
    root,
  );
}

function message(text: string, name: string, kind: 'agent' | 'visitor', avatarUrl?: string): Message {
  const author = { kind, id: 'a', name, ...(avatarUrl === undefined ? {} : { avatarUrl }) };
  return { id: 'm1', sequence: 1, author, kind: 'text', text, sentAt: '2026-11-23T03:00:00Z' };
}

const ALLOWED = new Set(['LI', 'DIV', 'SPAN', 'P', 'TIME', 'BDI', 'A', 'IMG', 'svg', 'path', 'BUTTON']);

function expectHarmless(): void {
  for (const element of root.querySelectorAll('*')) {
    expect(ALLOWED).toContain(element.tagName);
    for (const attribute of element.getAttributeNames())
      expect(attribute).not.toMatch(/^on|^style$|^srcdoc$/);
  }
  for (const link of root.querySelectorAll('a')) {
    expect(link.protocol).toMatch(/^https?:$/);
    expect(link.rel).toContain('noopener');
  }
}

test.each(PAYLOADS)('[part TALK-1] %j in a message is shown as it was written', (payload) => {
  for (const kind of ['agent', 'visitor'] as const) {
    draw({ kind: 'message', key: 'k', message: message(payload, 'Lan', kind), first: true, last: true });
    expect(root.querySelector('.text')?.textContent).toBe(payload);
    expectHarmless();
  }
});

test.each(PAYLOADS)('%j as a name, a title and a picture does no harm', (payload) => {
  const row = {
    kind: 'message',
    key: 'k',
    message: message('x', payload, 'agent', payload),
    first: true,
    last: true,
  } as const;
  draw(row, payload);
  expectHarmless();
  for (const image of root.querySelectorAll('img')) expect(new URL(image.src).protocol).toMatch(/^https?:$/);
  draw({ kind: 'joined', key: 'j', name: payload });
  expectHarmless();
  expect(root.textContent).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
});

test('a message that could not be sent says why and offers another try', () => {
  const outgoing = {
    clientMessageId: 'c',
    text: 'x',
    at: '',
    state: 'failed',
    code: 'message-too-long',
  } as const;
  draw({ kind: 'outgoing', key: 'o', outgoing, first: true, last: true });
  expect(root.querySelector('[role=alert]')?.textContent).toBe('Không gửi được. Tin nhắn quá dài.Thử lại');
  const unknown = { ...outgoing, code: 'toString' };
  draw({ kind: 'outgoing', key: 'o', outgoing: unknown, first: true, last: true });
  expect(root.querySelector('[role=alert]')?.textContent).toContain('Có lỗi xảy ra.');
});
