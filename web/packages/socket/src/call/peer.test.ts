import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallSignal } from '../frames.ts';
import { Peer } from './peer.ts';

/** As much of a browser's connection as an offer and its answer need. */
class FakeConnection extends EventTarget {
  static last: FakeConnection;
  signalingState: RTCSignalingState = 'stable';
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: RTCSessionDescriptionInit | null = null;
  readonly answered: RTCSessionDescriptionInit[] = [];
  onnegotiationneeded: (() => void) | null = null;
  private needed = false;

  constructor() {
    super();
    FakeConnection.last = this;
  }

  addTransceiver(): void {
    if (this.needed) return;
    this.needed = true;
    queueMicrotask(() => this.onnegotiationneeded?.());
  }

  getTransceivers(): [] {
    return [];
  }

  setLocalDescription(): Promise<void> {
    const offers = this.signalingState === 'stable';
    this.localDescription = { type: offers ? 'offer' : 'answer', sdp: 'mine' };
    this.signalingState = offers ? 'have-local-offer' : 'stable';
    return Promise.resolve();
  }

  setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    if (description.type === 'answer') this.answered.push(description);
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    return Promise.resolve();
  }

  close(): void {
    this.signalingState = 'closed';
  }
}

async function peer(polite: boolean) {
  const sent: (string | undefined)[] = [];
  const made = new Peer({
    ice: { servers: [], relayOnly: false },
    polite,
    audio: null,
    video: null,
    send: (signal: CallSignal) => sent.push(signal.description?.type),
    onChange: () => undefined,
  });
  await vi.advanceTimersByTimeAsync(0);
  return { made, sent };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MediaStream', EventTarget);
  vi.stubGlobal('RTCPeerConnection', FakeConnection);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('an offer nobody heard is made again until it is answered', async () => {
  const { made, sent } = await peer(false);
  const before = sent.length;
  expect(sent.at(-1)).toBe('offer');
  await vi.advanceTimersByTimeAsync(6_000);
  expect(sent).toHaveLength(before + 2);
  await made.hear({ description: { type: 'answer', sdp: 'theirs' } });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(before + 2);
  made.close();
});

test('the second answer to an offer that was made twice changes nothing', async () => {
  const { made } = await peer(false);
  await made.hear({ description: { type: 'answer', sdp: 'first' } });
  await made.hear({ description: { type: 'answer', sdp: 'second' } });
  expect(FakeConnection.last.answered).toEqual([{ type: 'answer', sdp: 'first' }]);
  made.close();
});

test('who is let go asks no more', async () => {
  const { made, sent } = await peer(false);
  const before = sent.length;
  made.close();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toHaveLength(before);
});

test('an answer is said once, and by the polite side only after an offer', async () => {
  const { made, sent } = await peer(true);
  expect(sent).toEqual([]);
  await made.hear({ description: { type: 'offer', sdp: 'theirs' } });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(sent).toEqual(['answer']);
  made.close();
});
