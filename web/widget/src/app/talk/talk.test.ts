import type { Conversation, Message } from '@dakenh/socket';
import { FakeSocket } from '@dakenh/socket/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SafeStorage } from '../../shared/storage.ts';
import type { Sessions } from '../session.ts';
import { unreadTotal } from './state.ts';
import type { Talk } from './talk.ts';
import { createTalk } from './talk.ts';

const visitor = { kind: 'visitor', id: 'visitor-1', name: 'Minh Anh' } as const;
const lan = { kind: 'agent', id: 'agent-1', name: 'Thu Lan' } as const;

function memory(): SafeStorage {
  const values = new Map<string, string>();
  return {
    get: (name) => values.get(name) ?? null,
    set: (name, value) => {
      if (value === null) values.delete(name);
      else values.set(name, value);
    },
    adopt: () => undefined,
  };
}

function conversation(fields: Partial<Conversation> = {}): Conversation {
  return {
    id: 'conversation-1',
    version: 1,
    epoch: 1,
    state: 'open',
    channelKind: 'livetalk',
    visitor: { id: 'visitor-1', name: 'Minh Anh' },
    agents: [],
    lastSequence: 0,
    readSequence: 0,
    otherReadSequence: 0,
    openedAt: '2026-11-23T03:00:00Z',
    ...fields,
  };
}

function message(sequence: number, fields: Partial<Message> = {}): Message {
  return {
    id: `message-${String(sequence)}`,
    sequence,
    author: lan,
    kind: 'text',
    text: `tin ${String(sequence)}`,
    sentAt: '2026-11-23T03:00:00Z',
    ...fields,
  };
}

/** As patient as a busy machine needs. */
function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval: 5 });
}

let sockets: FakeSocket[];
let storage: SafeStorage;
let known: boolean;
let onSettingsChanged: ReturnType<typeof vi.fn<() => void>>;

function begin(): Talk {
  const sessions: Sessions = {
    known: () => known,
    renewalDue: () => Number.POSITIVE_INFINITY,
    token: () => Promise.resolve('token'),
  };
  const talk = createTalk({
    url: 'wss://chat.example/ws/visitor',
    sessions,
    storage,
    outboxName: 'outbox',
    page: () => ({ url: 'https://hoamai.vn/', title: 'Hoa Mai', referrer: '' }),
    onSettingsChanged,
    createSocket: (url, protocols) => {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  });
  talk.begin();
  return talk;
}

async function connected(conversations: Conversation[] = []): Promise<FakeSocket> {
  await eventually(() => {
    if (sockets.length === 0 || sockets.at(-1)?.readyState !== 1) throw new Error('no socket yet');
  });
  const socket = sockets.at(-1);
  if (!socket) throw new Error('no socket');
  socket.ready({ me: visitor, conversations });
  return socket;
}

/** A visitor who has written "Chào shop" and whose conversation is open. */
async function talking(): Promise<{ talk: Talk; socket: FakeSocket; firstId: string }> {
  const talk = begin();
  talk.start({ visitor: { name: 'Minh Anh' }, text: 'Chào shop' });
  const socket = await connected();
  const [open] = socket.frames('open');
  if (!open?.message) throw new Error('nothing opened');
  socket.receive({ type: 'ack', id: open.id, conversationId: 'conversation-1', epoch: 1, lastSequence: 1 });
  await eventually(() => {
    expect(socket.frames('resume')).toHaveLength(1);
  });
  const firstId = open.message.clientMessageId;
  socket.receive({
    type: 'messages',
    conversationId: 'conversation-1',
    epoch: 1,
    messages: [message(1, { author: visitor, text: 'Chào shop', clientMessageId: firstId })],
    more: false,
  });
  return { talk, socket, firstId };
}

function sequences(talk: Talk): number[] {
  return talk.state().thread?.messages.map(({ sequence }) => sequence) ?? [];
}

beforeEach(() => {
  sockets = [];
  storage = memory();
  known = false;
  onSettingsChanged = vi.fn<() => void>();
});

afterEach(() => {
  vi.useRealTimers();
});

test('a visitor who was never here opens no connection by looking', async () => {
  const talk = begin();
  await Promise.resolve();
  expect(sockets).toEqual([]);
  expect(talk.state().connection).toEqual({ kind: 'idle' });
});

test('[part TALK-1] the first message opens the conversation and is shown from the start, then once', async () => {
  const talk = begin();
  talk.start({ visitor: { name: 'Minh Anh' }, text: 'Chào shop' });
  expect(talk.state().thread?.outgoing.map(({ text, state }) => [text, state])).toEqual([
    ['Chào shop', 'sending'],
  ]);
  const socket = await connected();
  const [open] = socket.frames('open');
  expect(open).toMatchObject({
    visitor: { name: 'Minh Anh' },
    page: { url: 'https://hoamai.vn/' },
    message: { text: 'Chào shop' },
  });
  socket.receive({
    type: 'ack',
    id: open?.id ?? '',
    conversationId: 'conversation-1',
    epoch: 1,
    lastSequence: 1,
  });
  await eventually(() => {
    expect(socket.frames('resume')[0]?.conversations).toEqual([
      { conversationId: 'conversation-1', epoch: 1, lastSequence: 0 },
    ]);
  });
  const own = message(1, {
    author: visitor,
    text: 'Chào shop',
    clientMessageId: open?.message?.clientMessageId ?? '',
  });
  socket.receive({
    type: 'messages',
    conversationId: 'conversation-1',
    epoch: 1,
    messages: [own],
    more: false,
  });
  expect(sequences(talk)).toEqual([1]);
  expect(talk.state().thread?.outgoing).toEqual([]);
});

test('[part TALK-11] messages written while the conversation is being opened follow in order', async () => {
  const talk = begin();
  talk.start({ visitor: {}, text: 'một' });
  talk.send('hai');
  talk.send('ba');
  const socket = await connected();
  const [open] = socket.frames('open');
  expect(open).not.toHaveProperty('visitor');
  socket.receive({
    type: 'ack',
    id: open?.id ?? '',
    conversationId: 'conversation-1',
    epoch: 1,
    lastSequence: 1,
  });
  await eventually(() => {
    expect(socket.frames('send').map(({ text }) => text)).toEqual(['hai']);
  });
  const [second] = socket.frames('send');
  socket.receive({
    type: 'ack',
    id: second?.id ?? '',
    conversationId: 'conversation-1',
    clientMessageId: second?.clientMessageId ?? '',
    sequence: 2,
    sentAt: '2026-11-23T03:00:01Z',
  });
  expect(socket.frames('send').map(({ text }) => text)).toEqual(['hai', 'ba']);
});

test('[part TALK-11] shows nothing out of order: a gap is asked for first', async () => {
  const { talk, socket } = await talking();
  socket.receive({ type: 'message', conversationId: 'conversation-1', epoch: 1, message: message(3) });
  expect(sequences(talk)).toEqual([1]);
  const resume = socket.frames('resume').at(-1);
  expect(resume?.conversations).toEqual([{ conversationId: 'conversation-1', epoch: 1, lastSequence: 1 }]);
  socket.receive({
    type: 'messages',
    conversationId: 'conversation-1',
    epoch: 1,
    messages: [message(2), message(3)],
    more: false,
  });
  socket.receive({ type: 'message', conversationId: 'conversation-1', epoch: 1, message: message(3) });
  expect(sequences(talk)).toEqual([1, 2, 3]);
});

test('[part TALK-11] a message sent into a broken connection is sent again with the same id, and shown once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { talk, socket } = await talking();
  talk.send('Còn hoa mai không?');
  const [lost] = socket.frames('send');
  socket.drop(1006);
  expect(talk.state().lostAt).not.toBeNull();
  await vi.advanceTimersByTimeAsync(40_000);
  const again = await connected([conversation({ lastSequence: 2 })]);
  expect(talk.state().lostAt).toBeNull();
  const [repeated] = again.frames('send');
  expect(repeated?.clientMessageId).toBe(lost?.clientMessageId);
  const stored = message(2, {
    author: visitor,
    text: 'Còn hoa mai không?',
    clientMessageId: lost?.clientMessageId ?? '',
  });
  again.receive({
    type: 'messages',
    conversationId: 'conversation-1',
    epoch: 1,
    messages: [stored],
    more: false,
  });
  again.receive({
    type: 'ack',
    id: repeated?.id ?? '',
    conversationId: 'conversation-1',
    clientMessageId: lost?.clientMessageId ?? '',
    sequence: 2,
    sentAt: '2026-11-23T03:00:02Z',
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(sequences(talk)).toEqual([1, 2]);
  expect(talk.state().thread?.outgoing).toEqual([]);
});

test('[part TALK-11] what was not confirmed survives the host page loading another page', async () => {
  const { talk } = await talking();
  talk.send('Tin chưa kịp gửi');
  const id = talk.state().thread?.outgoing[0]?.clientMessageId;
  sockets = [];
  const next = begin();
  expect(next.state().screen).toBe('thread');
  const socket = await connected([conversation({ lastSequence: 1 })]);
  expect(socket.frames('send').map(({ clientMessageId, text }) => [clientMessageId, text])).toEqual([
    [id, 'Tin chưa kịp gửi'],
  ]);
});

test('[part TALK-11] an opening cut off by the next page is repeated with its own ids', async () => {
  begin().start({ visitor: { name: 'Lan' }, text: 'Chào shop' });
  const first = await connected();
  sockets = [];
  begin();
  const second = await connected();
  const ids = [first, second].map((socket) => socket.frames('open')[0]?.clientConversationId);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[0]).toBeTruthy();
});

test('a refused message says so and can be tried again', async () => {
  const { talk, socket } = await talking();
  talk.send('dài quá');
  const [frame] = socket.frames('send');
  socket.receive({
    type: 'error',
    id: frame?.id ?? '',
    code: 'message-too-long',
    message: '',
    temporary: false,
  });
  await eventually(() => {
    expect(talk.state().thread?.outgoing[0]).toMatchObject({ state: 'failed', code: 'message-too-long' });
  });
  talk.retry(frame?.clientMessageId ?? '');
  expect(talk.state().thread?.outgoing[0]?.state).toBe('sending');
  expect(socket.frames('send').map(({ clientMessageId }) => clientMessageId)).toEqual([
    frame?.clientMessageId,
    frame?.clientMessageId,
  ]);
});

test('a refused opening can be tried again as a whole', async () => {
  const talk = begin();
  talk.start({ visitor: {}, text: 'Chào' });
  const socket = await connected();
  const [open] = socket.frames('open');
  socket.receive({
    type: 'error',
    id: open?.id ?? '',
    code: 'validation-failed',
    message: '',
    temporary: false,
  });
  await eventually(() => {
    expect(talk.state().thread?.outgoing[0]?.state).toBe('failed');
  });
  talk.retry(open?.message?.clientMessageId ?? '');
  expect(socket.frames('open')).toHaveLength(2);
  expect(socket.frames('open')[1]?.clientConversationId).toBe(open?.clientConversationId);
});

test('[part TALK-1] a known visitor finds the open conversation with its newest messages', async () => {
  known = true;
  const talk = begin();
  const socket = await connected([conversation({ lastSequence: 80, readSequence: 80 })]);
  expect(talk.state().screen).toBe('thread');
  expect(socket.frames('resume')[0]?.conversations).toEqual([
    { conversationId: 'conversation-1', epoch: 1, lastSequence: 30 },
  ]);
  const batch = Array.from({ length: 50 }, (_, index) => message(31 + index));
  socket.receive({
    type: 'messages',
    conversationId: 'conversation-1',
    epoch: 1,
    messages: batch,
    more: false,
  });
  socket.receive({ type: 'ack', id: socket.frames('resume')[0]?.id ?? '' });
  expect(talk.state().thread).toMatchObject({ loading: false, loadedAfter: 30 });
  talk.earlier();
  expect(socket.frames('resume').at(-1)?.conversations[0]?.lastSequence).toBe(0);
  const all = Array.from({ length: 80 }, (_, index) => message(1 + index));
  socket.receive({
    type: 'messages',
    conversationId: 'conversation-1',
    epoch: 1,
    messages: all,
    more: false,
  });
  expect(sequences(talk)).toEqual(all.map(({ sequence }) => sequence));
});

test('[part WIN-11] fetches what is on screen again when another face stands for its agents', async () => {
  const { talk, socket } = await talking();
  socket.receive({ type: 'message', conversationId: 'conversation-1', epoch: 1, message: message(2) });
  socket.receive({ type: 'settings-changed', version: 7, section: 'window' });
  expect(onSettingsChanged).not.toHaveBeenCalled();
  await eventually(() => {
    expect(sockets).toHaveLength(2);
  });
  const department = { kind: 'agent', id: 'department-1', name: 'Bán hàng' } as const;
  const again = await connected([conversation({ lastSequence: 2, agents: [department] })]);
  expect(again.frames('resume')[0]?.conversations[0]?.lastSequence).toBe(0);
  const messages = [message(1, { author: visitor }), message(2, { author: department })];
  again.receive({ type: 'messages', conversationId: 'conversation-1', epoch: 1, messages, more: false });
  expect(talk.state().thread?.messages.map(({ author }) => author.name)).toEqual(['Minh Anh', 'Bán hàng']);
  expect(talk.state().thread?.loading).toBe(false);
});

test('says who is typing', async () => {
  const { talk, socket } = await talking();
  socket.receive({ type: 'typing', conversationId: 'conversation-1', participant: lan, active: true });
  expect(talk.state().thread?.typing).toEqual({ id: 'agent-1', name: 'Thu Lan' });
  socket.receive({ type: 'message', conversationId: 'conversation-1', epoch: 1, message: message(2) });
  expect(talk.state().thread?.typing).toBeNull();
});

test('an older summary changes nothing', async () => {
  const { talk, socket } = await talking();
  socket.receive({ type: 'conversation', conversation: conversation({ version: 5, state: 'closed' }) });
  socket.receive({ type: 'conversation', conversation: conversation({ version: 4, state: 'open' }) });
  expect(talk.state().conversations.map(({ state }) => state)).toEqual(['closed']);
});

test('[part TALK-1] counts what is unread until it is seen, and tells the server', async () => {
  const { talk, socket } = await talking();
  socket.receive({ type: 'message', conversationId: 'conversation-1', epoch: 1, message: message(2) });
  socket.receive({ type: 'message', conversationId: 'conversation-1', epoch: 1, message: message(3) });
  expect(unreadTotal(talk.state())).toBe(2);
  talk.seen();
  expect(unreadTotal(talk.state())).toBe(0);
  expect(socket.frames('read')).toEqual([{ type: 'read', conversationId: 'conversation-1', sequence: 3 }]);
  talk.seen();
  expect(socket.frames('read')).toHaveLength(1);
});

test('the other side’s reading marks arrive', async () => {
  const { talk, socket } = await talking();
  socket.receive({
    type: 'read',
    conversationId: 'conversation-1',
    participant: { kind: 'agent', id: 'agent-1' },
    sequence: 1,
  });
  expect(talk.state().conversations[0]?.otherReadSequence).toBe(1);
});

test('history restored from a backup is loaded anew', async () => {
  const { talk, socket } = await talking();
  socket.receive({ type: 'reload', conversationId: 'conversation-1', epoch: 2 });
  expect(sequences(talk)).toEqual([]);
  await eventually(() => {
    expect(socket.frames('resume').at(-1)?.conversations).toEqual([
      { conversationId: 'conversation-1', epoch: 2, lastSequence: 0 },
    ]);
  });
  socket.receive({
    type: 'messages',
    conversationId: 'conversation-1',
    epoch: 2,
    messages: [message(1)],
    more: false,
  });
  expect(sequences(talk)).toEqual([1]);
});

test('after a closed conversation a new one starts beside it', async () => {
  const { talk, socket } = await talking();
  socket.receive({
    type: 'conversation',
    conversation: conversation({ version: 2, state: 'closed', lastSequence: 1 }),
  });
  talk.showStart();
  talk.start({ visitor: { name: 'Minh Anh' }, text: 'Lần nữa' });
  expect(socket.frames('open')).toHaveLength(2);
  expect(talk.state().thread?.messages).toEqual([]);
  const open = socket.frames('open')[1];
  socket.receive({
    type: 'ack',
    id: open?.id ?? '',
    conversationId: 'conversation-2',
    epoch: 1,
    lastSequence: 1,
  });
  await eventually(() => {
    expect(talk.state().conversations.map(({ id }) => id)).toEqual(['conversation-2', 'conversation-1']);
  });
});

test('typing is told once in a while, and its end', async () => {
  const { talk, socket } = await talking();
  talk.typing(true);
  talk.typing(true);
  talk.typing(false);
  talk.typing(false);
  expect(socket.frames('typing').map(({ active }) => active)).toEqual([true, false]);
});

test('[part GEN-3] a changed widget document is loaded again', async () => {
  const { socket } = await talking();
  socket.receive({ type: 'settings-changed', version: 2 });
  expect(onSettingsChanged).toHaveBeenCalledOnce();
});

test('[part GEN-3] what may have changed while the connection was lost is asked for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { socket } = await talking();
  expect(onSettingsChanged).not.toHaveBeenCalled();
  socket.drop(1006);
  await vi.advanceTimersByTimeAsync(40_000);
  await connected([conversation({ lastSequence: 1 })]);
  expect(onSettingsChanged).toHaveBeenCalledExactlyOnceWith(0);
});

test('[TALK-8] who may not write is told so, and when that is over', async () => {
  known = true;
  const talk = begin();
  const socket = await connected([conversation()]);
  expect(talk.state().blocked).toBe(false);
  socket.receive({ type: 'blocked', active: true });
  expect(talk.state().blocked).toBe(true);
  socket.receive({ type: 'blocked', active: false });
  expect(talk.state().blocked).toBe(false);
});

test('[TALK-3] agents learn of the page while a conversation is open, and of none without', async () => {
  known = true;
  const talk = begin();
  const socket = await connected([conversation({ state: 'closed' })]);
  talk.visited();
  expect(socket.frames('page')).toEqual([]);
  socket.receive({ type: 'conversation', conversation: conversation({ version: 2 }) });
  talk.visited();
  expect(socket.frames('page')).toEqual([
    { type: 'page', page: { url: 'https://hoamai.vn/', title: 'Hoa Mai', referrer: '' } },
  ]);
});

test('[TALK-5] a rating resolves once the server has it', async () => {
  known = true;
  const talk = begin();
  const socket = await connected([conversation({ state: 'closed' })]);
  const rated = talk.rate('conversation-1', 4, 'Nhanh');
  const [frame] = socket.frames('rate');
  expect(frame).toMatchObject({ conversationId: 'conversation-1', score: 4, comment: 'Nhanh' });
  socket.receive({ type: 'ack', id: frame?.id ?? '' });
  await rated;
});

test('[part TALK-1] a message that was edited is shown as it is now, in the thread and in the list', async () => {
  const { talk, socket } = await talking();
  socket.receive({ type: 'message', conversationId: 'conversation-1', epoch: 1, message: message(2) });
  socket.receive({
    type: 'messages',
    conversationId: 'conversation-1',
    epoch: 1,
    messages: [],
    more: false,
    revision: 0,
  });
  socket.receive({
    type: 'message-changed',
    conversationId: 'conversation-1',
    epoch: 1,
    revision: 1,
    message: message(2, { text: 'tin 2 sửa', editedAt: '2026-11-23T03:01:00Z' }),
  });
  expect(talk.state().thread?.messages.at(-1)?.text).toBe('tin 2 sửa');
  expect(talk.state().conversations[0]?.lastMessage?.text).toBe('tin 2 sửa');
});
