import { expect, test, vi } from 'vitest';
import type { AckFrame, CallAsk, CallPart, CallTell, CallView } from '../frames.ts';
import { CallSession } from './session.ts';

const part = (change: Partial<CallPart> = {}): CallPart => ({
  id: 'p1',
  kind: 'visitor',
  personId: 'v',
  name: 'Lan',
  state: 'connecting',
  microphone: true,
  camera: false,
  ...change,
});

const view = (change: Partial<CallView> = {}): CallView => ({
  id: 'call',
  version: 1,
  conversationId: 'c',
  visitorName: 'Lan',
  media: 'audio',
  state: 'ringing',
  startedBy: 'visitor',
  participants: [part()],
  startedAt: '2026-11-23T02:00:00Z',
  serverTime: new Date().toISOString(),
  ...change,
});

function session() {
  const asked: CallAsk[] = [];
  const told: CallTell[] = [];
  const made = new CallSession(
    {
      ask: (frame) => {
        asked.push(frame);
        const ack: AckFrame = { type: 'ack', id: '1', seat: 's1', ice: { servers: [], relayOnly: false } };
        return Promise.resolve(ack);
      },
      tell: (frame) => {
        told.push(frame);
        return true;
      },
    },
    (one) => one.kind === 'visitor',
  );
  return { made, asked, told };
}

test('of two views of a call the newer one holds, in whatever order they come', () => {
  const { made } = session();
  made.heard({ type: 'call', call: view({ version: 3, state: 'claimed' }) });
  made.heard({ type: 'call', call: view({ version: 2 }) });
  expect(made.get().view?.state).toBe('claimed');
});

test('a call that is over and was put away does not come back', () => {
  const { made } = session();
  made.heard({ type: 'call', call: view() });
  made.heard({ type: 'call', call: view({ version: 2, state: 'ended', outcome: 'missed' }) });
  expect(made.get().view?.outcome).toBe('missed');
  made.putAway();
  made.heard({ type: 'call', call: view({ version: 3, state: 'ended', outcome: 'missed' }) });
  expect(made.get().view).toBeUndefined();
});

test('who takes part says so at once and goes on saying it', async () => {
  vi.useFakeTimers();
  const { made, told } = session();
  made.heard({ type: 'call', call: view() });
  await made.join('call');
  expect(told).toEqual([
    { type: 'call-beat', callId: 'call', seat: 's1', connected: false, microphone: true, camera: false },
  ]);
  vi.advanceTimersByTime(5_000);
  expect(told).toHaveLength(2);
  made.release();
  vi.advanceTimersByTime(20_000);
  expect(told).toHaveLength(2);
  vi.useRealTimers();
});

test('another tab that takes over ends the call here, and only once the server showed this one', async () => {
  const { made } = session();
  made.heard({ type: 'call', call: view() });
  await made.join('call');
  made.heard({ type: 'call', call: view({ version: 2, participants: [part({ seat: 'older' })] }) });
  expect(made.get().here).toBe(true);
  made.heard({ type: 'call', call: view({ version: 3, participants: [part({ seat: 's1' })] }) });
  made.heard({ type: 'call', call: view({ version: 4, participants: [part({ seat: 's2' })] }) });
  expect(made.get().here).toBe(false);
  expect(made.get().view?.state).toBe('ringing');
});

test('a call that ended while the connection was lost is over', async () => {
  const { made } = session();
  made.heard({ type: 'call', call: view() });
  await made.join('call');
  made.heard({
    type: 'ready',
    connectionId: 'x',
    serverTime: new Date().toISOString(),
    pingSeconds: 25,
    me: { kind: 'visitor', id: 'v', name: 'Lan' },
    conversations: [],
  });
  expect(made.get().view?.state).toBe('ended');
  expect(made.get().here).toBe(false);
});

test('without a microphone it says why', async () => {
  const { made } = session();
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    },
  });
  expect(await made.prepare('audio')).toBe(false);
  expect(made.get().trouble).toEqual({ kind: 'microphone', why: 'denied' });
  vi.unstubAllGlobals();
});
