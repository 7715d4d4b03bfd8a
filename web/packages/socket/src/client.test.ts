import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionState, SocketClient, SocketOptions } from './client.ts';
import { backOffMilliseconds, createSocketClient, SocketError } from './client.ts';
import { FakeSocket } from './fake-socket.ts';
import type { Message, ServerFrame } from './frames.ts';

const sockets: FakeSocket[] = [];
const states: ConnectionState[] = [];
const shown: { conversationId: string; sequences: number[]; texts: string[] }[] = [];
const reloads: string[] = [];
const changes: { conversationId: string; texts: string[] }[] = [];
const frames: ServerFrame[] = [];
let token: ReturnType<typeof vi.fn<SocketOptions['token']>>;
let client: SocketClient;

function message(sequence: number, text = `m${String(sequence)}`): Message {
  return {
    id: `id-${String(sequence)}`,
    sequence,
    author: { kind: 'visitor', id: 'visitor-1', name: 'Khách' },
    kind: 'text',
    text,
    sentAt: '2026-11-23T03:00:00Z',
  };
}

function push(sequence: number): ServerFrame {
  return { type: 'message', conversationId: 'c', epoch: 1, message: message(sequence) };
}

async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

function socket(index = -1): FakeSocket {
  const found = sockets.at(index);
  if (!found) throw new Error('no connection was made');
  return found;
}

async function connected(): Promise<FakeSocket> {
  client.connect();
  await settle();
  socket().ready();
  return socket();
}

async function reconnected(code = 1006): Promise<FakeSocket> {
  socket().drop(code);
  await vi.advanceTimersByTimeAsync(1000);
  socket().ready();
  return socket();
}

beforeEach(() => {
  vi.useFakeTimers();
  for (const list of [sockets, states, shown, reloads, changes, frames]) list.length = 0;
  token = vi.fn<SocketOptions['token']>(() => Promise.resolve('t'));
  client = createSocketClient({
    url: 'ws://127.0.0.1/ws/agent',
    token,
    random: () => 1,
    createSocket: (url, protocols) => {
      const made = new FakeSocket(url, protocols);
      sockets.push(made);
      return made as unknown as WebSocket;
    },
    onState: (state) => states.push(state),
    onMessages: (conversationId, messages) =>
      shown.push({
        conversationId,
        sequences: messages.map((one) => one.sequence),
        texts: messages.map((one) => one.text),
      }),
    onChanged: (conversationId, messages) =>
      changes.push({ conversationId, texts: messages.map((one) => one.text) }),
    onReload: (conversationId) => reloads.push(conversationId),
    onFrame: (frame) => frames.push(frame),
  });
});

afterEach(() => {
  client.close();
  vi.useRealTimers();
});

const shownSequences = () => shown.flatMap((one) => one.sequences);

describe('connecting', () => {
  it('carries the token as a subprotocol and is online with the first ready', async () => {
    client.connect();
    await settle();
    expect(socket().protocols).toEqual(['dakenh.v1', 'token.t']);
    expect(socket().url).toBe('ws://127.0.0.1/ws/agent');
    expect(states.at(-1)).toEqual({ kind: 'connecting' });
    socket().ready();
    expect(states.at(-1)).toEqual({ kind: 'online' });
    expect(frames.map((frame) => frame.type)).toEqual(['ready']);
  });

  it('backs off with full jitter up to thirty seconds', () => {
    const longest = [0, 1, 2, 5, 6, 7, 40].map((attempt) => backOffMilliseconds(attempt, () => 1));
    expect(longest).toEqual([500, 1000, 2000, 16_000, 30_000, 30_000, 30_000]);
    expect(backOffMilliseconds(5, () => 0)).toBe(0);
    expect(backOffMilliseconds(5, () => 0.5)).toBe(8000);
  });

  it('comes back within a second of a lost connection, then ever more slowly', async () => {
    await connected();
    socket().drop(1006);
    expect(states.at(-1)).toEqual({ kind: 'waiting', retryAt: Date.now() + 500 });
    await vi.advanceTimersByTimeAsync(500);
    expect(sockets).toHaveLength(2);
    socket().drop(1006);
    expect(states.at(-1)).toEqual({ kind: 'waiting', retryAt: Date.now() + 1000 });
    await vi.advanceTimersByTimeAsync(1000);
    socket().drop(1006);
    expect(states.at(-1)).toEqual({ kind: 'waiting', retryAt: Date.now() + 2000 });
  });

  it('waits the delay a draining server announced', async () => {
    await connected();
    socket().receive({ type: 'reconnect', afterMilliseconds: 3210 });
    socket().drop(4000);
    expect(states.at(-1)).toEqual({ kind: 'waiting', retryAt: Date.now() + 3210 });
  });

  it('gets a fresh token and reconnects at once when the token expired', async () => {
    await connected();
    socket().drop(4100);
    await settle();
    expect(token).toHaveBeenLastCalledWith(true);
    expect(sockets).toHaveLength(2);
  });

  it('rules the token out when the upgrade keeps being refused', async () => {
    client.connect();
    for (let attempt = 0; attempt < 3; attempt++) {
      await vi.advanceTimersByTimeAsync(5000);
      socket().drop(1006);
    }
    await vi.advanceTimersByTimeAsync(5000);
    expect(token.mock.calls).toEqual([[false], [false], [false], [true]]);
  });

  it.each([
    [4500, 'protocol'],
    [4501, 'signed-out'],
    [4502, 'protocol'],
    [4503, 'suspended'],
  ])('does not come back after %d', async (code, reason) => {
    await connected();
    socket().drop(code);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(states.at(-1)).toEqual({ kind: 'stopped', reason });
    expect(sockets).toHaveLength(1);
  });

  it('stops when there is no token, and tries again when the token could not be had for now', async () => {
    token.mockRejectedValueOnce(new Error('network'));
    client.connect();
    await settle();
    expect(states.at(-1)?.kind).toBe('waiting');
    token.mockResolvedValueOnce(null);
    await vi.advanceTimersByTimeAsync(500);
    expect(states.at(-1)).toEqual({ kind: 'stopped', reason: 'signed-out' });
    expect(sockets).toHaveLength(0);
  });

  it('pings in the rhythm of the server and takes silence for a lost connection', async () => {
    await connected();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(socket().frames('ping')).toHaveLength(1);
    socket().receive({ type: 'pong' });
    await vi.advanceTimersByTimeAsync(25_000);
    expect(socket().frames('ping')).toHaveLength(2);
    expect(states.at(-1)).toEqual({ kind: 'online' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-1)?.kind).toBe('waiting');
    expect(socket(0).readyState).toBe(3);
  });

  it('wakes from the back-off at once', async () => {
    await connected();
    for (let attempt = 0; attempt < 4; attempt++) {
      socket().drop(1006);
      client.wake();
      await settle();
    }
    expect(sockets).toHaveLength(5);
  });

  it('hands a renewed token to the open socket', async () => {
    await connected();
    client.authenticate('renewed');
    expect(socket().frames('authenticate')).toMatchObject([{ token: 'renewed' }]);
  });
});

describe('requests', () => {
  it('[part TALK-11] sends an unacknowledged message again with the same id after a reconnect', async () => {
    await connected();
    const sent = client.send('c', 'm-1', 'Xin chào');
    expect(socket().frames('send')).toMatchObject([{ clientMessageId: 'm-1', text: 'Xin chào' }]);
    const second = await reconnected();
    expect(second.frames('send')).toEqual(socket(0).frames('send'));
    const id = second.frames('send')[0]?.id ?? '';
    second.receive({
      type: 'ack',
      id,
      conversationId: 'c',
      clientMessageId: 'm-1',
      sequence: 1,
      sentAt: 'x',
    });
    await expect(sent).resolves.toMatchObject({ sequence: 1 });
    const third = await reconnected();
    expect(third.frames('send')).toEqual([]);
  });

  it('[part TALK-11] keeps what was written offline and sends it in the order of writing', async () => {
    await connected();
    socket().drop(1006);
    const results = ['m-1', 'm-2', 'm-3'].map((id) => client.send('c', id, id));
    await vi.advanceTimersByTimeAsync(500);
    socket().ready();
    for (let index = 0; index < 3; index++) {
      const frame = socket().frames('send').at(-1);
      expect(socket().frames('send')).toHaveLength(index + 1);
      socket().receive({ type: 'ack', id: frame?.id ?? '', sequence: index + 1, sentAt: 'x' });
      await settle();
    }
    await Promise.all(results);
    expect(
      socket()
        .frames('send')
        .map((frame) => frame.clientMessageId),
    ).toEqual(['m-1', 'm-2', 'm-3']);
  });

  it('holds back only the conversation that waits for an answer', async () => {
    await connected();
    void client.send('c', 'm-1', 'a');
    void client.send('c', 'm-2', 'b');
    void client.send('d', 'm-3', 'c');
    expect(
      socket()
        .frames('send')
        .map((frame) => frame.clientMessageId),
    ).toEqual(['m-1', 'm-3']);
  });

  it('tries again after a temporary error without letting a later message overtake', async () => {
    await connected();
    void client.send('c', 'm-1', 'a');
    void client.send('c', 'm-2', 'b');
    const id = socket().frames('send')[0]?.id ?? '';
    socket().receive({ type: 'error', id, code: 'storage-unavailable', message: 'later', temporary: true });
    expect(socket().frames('send')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(
      socket()
        .frames('send')
        .map((frame) => frame.clientMessageId),
    ).toEqual(['m-1', 'm-1']);
  });

  it('rejects on a final error and goes on with the next', async () => {
    await connected();
    const first = client.send('c', 'm-1', 'a');
    void client.send('c', 'm-2', 'b');
    const id = socket().frames('send')[0]?.id ?? '';
    socket().receive({ type: 'error', id, code: 'conversation-closed', message: 'closed', temporary: false });
    await expect(first).rejects.toEqual(new SocketError('conversation-closed', 'closed'));
    expect(socket().frames('send').at(-1)).toMatchObject({ clientMessageId: 'm-2' });
  });

  it('passes errors that answer no request on', async () => {
    await connected();
    socket().receive({ type: 'error', code: 'unknown-frame-type', message: 'what', temporary: false });
    expect(frames.at(-1)).toMatchObject({ type: 'error', code: 'unknown-frame-type' });
  });
});

describe('following a conversation', () => {
  it('[part TALK-11] drops what was shown before', async () => {
    await connected();
    client.track('c', 1, 2);
    for (const sequence of [2, 3, 3, 1, 4]) socket().receive(push(sequence));
    expect(shownSequences()).toEqual([3, 4]);
  });

  it('[part TALK-11] shows nothing out of order and fills a gap with resume', async () => {
    await connected();
    client.track('c', 1, 1);
    socket().receive({ type: 'messages', conversationId: 'c', epoch: 1, messages: [], more: false });
    socket().receive(push(4));
    socket().receive(push(5));
    expect(shownSequences()).toEqual([]);
    const resumes = socket().frames('resume');
    expect(resumes).toHaveLength(2);
    expect(resumes[1]?.conversations).toEqual([{ conversationId: 'c', epoch: 1, lastSequence: 1 }]);
    const messages = [2, 3, 4, 5].map((sequence) => message(sequence));
    socket().receive({ type: 'messages', conversationId: 'c', epoch: 1, messages, more: false });
    expect(shownSequences()).toEqual([2, 3, 4, 5]);
    expect(socket().frames('resume')).toHaveLength(2);
  });

  it('asks again for a long gap, and for what came after the answer was made', async () => {
    await connected();
    client.track('c', 1, 0);
    socket().receive(push(5));
    const first = [1, 2].map((sequence) => message(sequence));
    socket().receive({ type: 'messages', conversationId: 'c', epoch: 1, messages: first, more: true });
    expect(socket().frames('resume').at(-1)?.conversations[0]?.lastSequence).toBe(2);
    const second = [3, 4].map((sequence) => message(sequence));
    socket().receive({ type: 'messages', conversationId: 'c', epoch: 1, messages: second, more: false });
    expect(socket().frames('resume').at(-1)?.conversations[0]?.lastSequence).toBe(4);
    socket().receive({
      type: 'messages',
      conversationId: 'c',
      epoch: 1,
      messages: [message(5)],
      more: false,
    });
    expect(shownSequences()).toEqual([1, 2, 3, 4, 5]);
  });

  it('[part TALK-11] resumes every followed conversation after a reconnect, at most a hundred in a frame', async () => {
    await connected();
    for (let index = 0; index < 150; index++) client.track(`c${String(index)}`, 1, index);
    const second = await reconnected();
    expect(second.frames('resume').map((frame) => frame.conversations.length)).toEqual([100, 50]);
    expect(second.frames('resume')[0]?.conversations[7]).toEqual({
      conversationId: 'c7',
      epoch: 1,
      lastSequence: 7,
    });
  });

  it('[part TALK-11] asks for everything once more when ready is said again', async () => {
    await connected();
    client.track('c', 1, 1);
    expect(socket().frames('resume')).toHaveLength(1);

    socket().ready();

    expect(sockets).toHaveLength(1);
    expect(socket().frames('resume')).toHaveLength(2);
    expect(socket().frames('resume')[1]?.conversations).toEqual([
      { conversationId: 'c', epoch: 1, lastSequence: 1 },
    ]);
    expect(states.at(-1)).toEqual({ kind: 'online' });
  });

  it('asks again when the answer to a resume was a temporary error', async () => {
    await connected();
    client.track('c', 1, 3);
    const id = socket().frames('resume')[0]?.id ?? '';
    socket().receive({ type: 'error', id, code: 'storage-unavailable', message: 'later', temporary: true });
    await vi.advanceTimersByTimeAsync(1500);
    expect(socket().frames('resume')).toHaveLength(2);
    expect(socket().frames('resume')[1]?.conversations).toEqual([
      { conversationId: 'c', epoch: 1, lastSequence: 3 },
    ]);
  });

  it('has a conversation loaded anew when its epoch changed or its gap cannot be filled', async () => {
    await connected();
    client.track('c', 1, 3);
    socket().receive({ type: 'message', conversationId: 'c', epoch: 2, message: message(1) });
    client.track('d', 1, 3);
    socket().receive({ type: 'reload', conversationId: 'd', epoch: 1 });
    expect(reloads).toEqual(['c', 'd']);
    expect(shown).toEqual([]);
  });

  it.each([['before'], ['after']])(
    'shows an own message once when the echo comes %s the acknowledgement',
    async (when) => {
      await connected();
      client.track('c', 1, 0);
      const sent = client.send('c', 'm-1', ' Dạ vâng ');
      const id = socket().frames('send')[0]?.id ?? '';
      const echo: ServerFrame = {
        type: 'message',
        conversationId: 'c',
        epoch: 1,
        message: { ...message(1, 'Dạ vâng'), clientMessageId: 'm-1' },
      };
      if (when === 'before') socket().receive(echo);
      socket().receive({ type: 'ack', id, clientMessageId: 'm-1', sequence: 1, sentAt: 'x' });
      await sent;
      if (when === 'after') socket().receive(echo);
      expect(shown).toEqual([{ conversationId: 'c', sequences: [1], texts: ['Dạ vâng'] }]);
    },
  );

  it('passes messages of conversations nobody follows on as frames', async () => {
    await connected();
    socket().receive(push(9));
    expect(frames.at(-1)).toEqual(push(9));
    expect(shown).toEqual([]);
  });

  it('starts over on a broken frame and loses nothing', async () => {
    await connected();
    client.track('c', 1, 3);
    socket().receiveText('{"type":"mess');
    expect(states.at(-1)?.kind).toBe('waiting');
    await vi.advanceTimersByTimeAsync(500);
    socket().ready();
    expect(socket().frames('resume')[0]?.conversations[0]?.lastSequence).toBe(3);
  });
});

describe('changes of messages', () => {
  function changed(revision: number, sequence: number, text: string): ServerFrame {
    return {
      type: 'message-changed',
      conversationId: 'c',
      epoch: 1,
      revision,
      message: message(sequence, text),
    };
  }

  function filled(fields: { revision: number; changes?: Message[]; more?: boolean }): ServerFrame {
    return { type: 'messages', conversationId: 'c', epoch: 1, messages: [], more: false, ...fields };
  }

  const lastPosition = () => socket().frames('resume').at(-1)?.conversations[0];

  it('are shown in their order, and dropped when they were seen', async () => {
    await connected();
    client.track('c', 1, 3, 5);
    expect(lastPosition()).toEqual({ conversationId: 'c', epoch: 1, lastSequence: 3, revision: 5 });
    socket().receive(filled({ revision: 5 }));
    socket().receive(changed(6, 2, 'hai'));
    socket().receive(changed(6, 2, 'hai'));
    socket().receive(changed(4, 2, 'cũ'));
    expect(changes).toEqual([{ conversationId: 'c', texts: ['hai'] }]);
    expect(socket().frames('resume')).toHaveLength(1);
  });

  it('[part TALK-11] that were missed are asked for, after a gap and after a reconnect', async () => {
    await connected();
    client.track('c', 1, 3);
    expect(lastPosition()).toEqual({ conversationId: 'c', epoch: 1, lastSequence: 3 });
    socket().receive(filled({ revision: 5 }));
    socket().receive(changed(8, 2, 'tám'));
    expect(changes).toEqual([]);
    expect(lastPosition()?.revision).toBe(5);
    socket().receive(filled({ revision: 8, changes: [message(1, 'một'), message(2, 'tám')] }));
    expect(changes.at(-1)?.texts).toEqual(['một', 'tám']);
    await reconnected();
    expect(lastPosition()?.revision).toBe(8);
  });

  it('come in pieces when there are many', async () => {
    await connected();
    client.track('c', 1, 3, 0);
    socket().receive(filled({ revision: 100, changes: [message(1, 'a')], more: true }));
    expect(lastPosition()?.revision).toBe(100);
    socket().receive(filled({ revision: 120, changes: [message(2, 'b')] }));
    expect(changes.flatMap((one) => one.texts)).toEqual(['a', 'b']);
    expect(socket().frames('resume')).toHaveLength(2);
  });

  it('of messages that are not here bring the message as it is', async () => {
    await connected();
    client.track('c', 1, 3, 0);
    socket().receive(filled({ revision: 0 }));
    socket().receive(changed(1, 4, 'bốn sửa'));
    expect(lastPosition()).toEqual({ conversationId: 'c', epoch: 1, lastSequence: 3, revision: 1 });
  });

  it('of conversations nobody tracks are handed on', async () => {
    await connected();
    socket().receive(changed(1, 4, 'x'));
    expect(frames.at(-1)?.type).toBe('message-changed');
  });

  it('carries files and what is answered, and shows them with the ack', async () => {
    await connected();
    client.track('c', 1, 3, 0);
    socket().receive(filled({ revision: 0 }));
    const file = { id: 'f', name: 'a.png', mediaType: 'image/png', bytes: 9, url: '/x' };
    const replyTo = { sequence: 2, author: message(2).author, excerpt: 'm2' };
    const sent = client.send('c', 'mine', ' ảnh ', { attachments: [file], replyTo });
    const [frame] = socket().frames('send');
    expect(frame).toMatchObject({ text: ' ảnh ', attachmentIds: ['f'], replyTo: 2 });
    shown.length = 0;
    socket().receive({ type: 'ack', id: frame?.id ?? '', sequence: 4, sentAt: '2026-11-23T03:00:00Z' });
    await sent;
    expect(shown).toEqual([{ conversationId: 'c', sequences: [4], texts: ['ảnh'] }]);
    const edit = client.change({ type: 'edit', conversationId: 'c', sequence: 4, text: 'mới' });
    const [wanted] = socket().frames('edit');
    expect(wanted).toMatchObject({ conversationId: 'c', sequence: 4, text: 'mới' });
    socket().receive({ type: 'ack', id: wanted?.id ?? '' });
    await edit;
  });
});
