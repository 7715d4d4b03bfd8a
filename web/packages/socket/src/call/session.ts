import type {
  AckFrame,
  CallAsk,
  CallMedia,
  CallPart,
  CallSignalFrame,
  CallTell,
  CallView,
  IceConfig,
  ServerFrame,
} from '../frames.ts';
import type { Trouble, Wanted } from './devices.ts';
import { openMedia, troubleOf } from './devices.ts';
import { Peer } from './peer.ts';

/** What a call needs of the socket. */
export interface CallWire {
  ask: (frame: CallAsk) => Promise<AckFrame>;
  tell: (frame: CallTell) => boolean;
}

/** Somebody else in the call. */
export interface Remote {
  seat: string;
  part: CallPart;
  stream: MediaStream;
  /** Their media arrives. */
  flowing: boolean;
}

export interface CallSnapshot {
  /** The newest call there is, also once it is over, until it is put away. */
  view: CallView | undefined;
  /** This tab has the media. */
  here: boolean;
  local: MediaStream | undefined;
  microphone: boolean;
  camera: boolean;
  remotes: readonly Remote[];
  /** Was flowing and is not now. */
  interrupted: boolean;
  /** Why there is no microphone, or no camera. */
  trouble: { kind: 'microphone' | 'camera'; why: Trouble } | undefined;
  devices: Wanted;
  /** This device's clock is behind the server's by so much. */
  skewMilliseconds: number;
}

const BEAT_MILLISECONDS = 5_000;

const NOTHING: CallSnapshot = {
  view: undefined,
  here: false,
  local: undefined,
  microphone: true,
  camera: false,
  remotes: [],
  interrupted: false,
  trouble: undefined,
  devices: {},
  skewMilliseconds: 0,
};

/**
 * One person's side of calls: what the server says of them, and the media of the one this tab is in. The server's view
 * leads: whoever has a seat there is connected to, whoever has none any more is let go.
 */
export class CallSession {
  private readonly wire: CallWire;
  private readonly isMe: (part: CallPart) => boolean;
  private readonly listeners = new Set<() => void>();
  private readonly peers = new Map<string, Peer>();
  private snapshot: CallSnapshot = NOTHING;
  private seat: string | undefined;
  /** The server has shown this seat: if it shows another one, another tab took over. */
  private seatSeen = false;
  private ice: IceConfig = { servers: [], relayOnly: false };
  private beating: ReturnType<typeof setInterval> | undefined;
  private flowed = false;
  private told = '';

  constructor(wire: CallWire, isMe: (part: CallPart) => boolean) {
    this.wire = wire;
    this.isMe = isMe;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): CallSnapshot => this.snapshot;

  /** Own part in the call that is shown. */
  me(view = this.snapshot.view): CallPart | undefined {
    return view?.participants.find((part) => part.state !== 'left' && this.isMe(part));
  }

  /** To be told every frame that may concern calls. */
  heard(frame: ServerFrame): void {
    switch (frame.type) {
      case 'ready':
        this.greeted(frame.calls ?? []);
        break;
      case 'call':
        this.seen(frame.call);
        break;
      case 'call-signal':
        this.signalled(frame);
        break;
      default:
        break;
    }
  }

  /** Asks for microphone and camera; true when one can be heard. To be called in a gesture. */
  async prepare(media: CallMedia): Promise<boolean> {
    this.set({ trouble: undefined });
    try {
      const local = await this.open(media);
      this.stopLocal();
      this.set({ local, microphone: true, camera: local.getVideoTracks().length > 0 });
      return true;
    } catch (error) {
      this.set({ trouble: { kind: 'microphone', why: troubleOf(error) } });
      return false;
    }
  }

  private async open(media: CallMedia): Promise<MediaStream> {
    const { devices } = this.snapshot;
    if (media === 'video') {
      try {
        return await openMedia({ audio: true, video: true }, devices);
      } catch (error) {
        // A call without a picture is better than none; a microphone is tried for on its own.
        this.set({ trouble: { kind: 'camera', why: troubleOf(error) } });
      }
    }
    return openMedia({ audio: true, video: false }, devices);
  }

  /** Takes part with this tab; what `prepare` opened is sent. */
  async join(callId: string): Promise<void> {
    const ack = await this.wire.ask({ type: 'call-join', callId });
    if (ack.seat === undefined) throw new Error('a place in a call without a seat');
    this.dropPeers();
    this.seat = ack.seat;
    this.seatSeen = false;
    this.flowed = false;
    this.ice = ack.ice ?? this.ice;
    this.set({ here: true });
    clearInterval(this.beating);
    this.beating = setInterval(() => {
      this.beat();
    }, BEAT_MILLISECONDS);
    this.beat();
    if (this.snapshot.view) this.connect(this.snapshot.view);
  }

  async leave(): Promise<void> {
    const callId = this.snapshot.view?.id;
    this.release();
    if (callId !== undefined) await this.wire.ask({ type: 'call-leave', callId });
  }

  /** Lets go of everything of a call, without a word to anybody. */
  release(): void {
    clearInterval(this.beating);
    this.dropPeers();
    this.seat = undefined;
    this.stopLocal();
    this.set({ here: false, local: undefined, camera: false, microphone: true, interrupted: false });
  }

  /** What is over need not be shown any more. */
  putAway(): void {
    this.release();
    this.set({ view: undefined, trouble: undefined });
  }

  setMicrophone(on: boolean): void {
    for (const track of this.snapshot.local?.getAudioTracks() ?? []) track.enabled = on;
    this.set({ microphone: on });
    this.beat();
  }

  /** A camera that is off is let go, so that its light goes out. */
  async setCamera(on: boolean): Promise<void> {
    if (!on) {
      await this.swap('video', undefined);
      return;
    }
    try {
      const { devices } = this.snapshot;
      const [track] = (await openMedia({ audio: false, video: true }, devices)).getVideoTracks();
      await this.swap('video', track);
      this.set({ trouble: undefined });
    } catch (error) {
      this.set({ trouble: { kind: 'camera', why: troubleOf(error) } });
    }
  }

  /** Goes on with other devices. */
  async choose(wanted: Wanted): Promise<void> {
    const devices = { ...this.snapshot.devices, ...wanted };
    this.set({ devices });
    try {
      if (wanted.microphone !== undefined && this.snapshot.local) {
        const [track] = (await openMedia({ audio: true, video: false }, devices)).getAudioTracks();
        if (track) track.enabled = this.snapshot.microphone;
        await this.swap('audio', track);
      }
      if (wanted.camera !== undefined && this.snapshot.camera) {
        const [track] = (await openMedia({ audio: false, video: true }, devices)).getVideoTracks();
        await this.swap('video', track);
      }
    } catch (error) {
      const kind = wanted.camera === undefined ? 'microphone' : 'camera';
      this.set({ trouble: { kind, why: troubleOf(error) } });
    }
  }

  /** The network changed, or came back. */
  networkChanged(): void {
    for (const peer of this.peers.values()) peer.restart();
  }

  private greeted(calls: CallView[]): void {
    const { view, here } = this.snapshot;
    const held = calls.find((call) => call.id === view?.id);
    if (view && view.state !== 'ended' && !held) {
      // It ended while nobody could tell.
      this.release();
      this.set({ view: { ...view, state: 'ended', outcome: 'completed' } });
    }
    const shown = held ?? (here ? undefined : calls[0]);
    if (shown) this.seen(shown);
    for (const peer of this.peers.values()) if (!peer.flowing) peer.restart();
    this.told = '';
    this.beat();
  }

  private seen(call: CallView): void {
    const { view, here } = this.snapshot;
    if (view?.id === call.id) {
      if (view.version > call.version) return;
    } else if (here || call.state === 'ended') {
      // In one call there is nothing to be seen of others, nor of one that is over and was put away.
      return;
    }
    const own = this.me(call);
    if (call.state !== 'ended' && !own) {
      // It goes on without us: nothing of it is ours to see.
      if (view?.id !== call.id) return;
      if (here) this.release();
      this.set({ view: undefined });
      return;
    }
    this.set({ view: call, skewMilliseconds: Date.parse(call.serverTime) - Date.now() });
    if (!here) return;
    if (own && own.seat === this.seat) this.seatSeen = true;
    const takenOver = this.seatSeen && own?.seat !== this.seat;
    if (call.state === 'ended' || takenOver) this.release();
    else this.connect(call);
  }

  /** Everybody with a seat is connected to, and nobody else. */
  private connect(call: CallView): void {
    const others = new Set<string>();
    for (const part of call.participants) {
      if (this.isMe(part) || part.seat === undefined) continue;
      if (part.state !== 'connecting' && part.state !== 'joined') continue;
      others.add(part.seat);
      this.peer(call.id, part.seat);
    }
    for (const [seat, peer] of this.peers) {
      if (others.has(seat)) continue;
      peer.close();
      this.peers.delete(seat);
    }
    this.refresh();
  }

  private peer(callId: string, other: string): Peer | undefined {
    const { seat } = this;
    if (seat === undefined) return undefined;
    const known = this.peers.get(other);
    if (known) return known;
    const { local } = this.snapshot;
    const made = new Peer({
      ice: this.ice,
      polite: seat < other,
      audio: local?.getAudioTracks()[0] ?? null,
      video: local?.getVideoTracks()[0] ?? null,
      send: (signal) => {
        this.wire.tell({ type: 'call-signal', callId, seat, to: other, ...signal });
      },
      onChange: () => {
        this.refresh();
      },
    });
    this.peers.set(other, made);
    return made;
  }

  private signalled({ callId, from, to, ...signal }: CallSignalFrame): void {
    if (to !== this.seat) return;
    const peer = this.peer(callId, from);
    peer?.hear(signal).catch(() => {
      // Nothing this browser can use: another offer may be.
      peer.restart();
    });
  }

  private refresh(): void {
    const { view } = this.snapshot;
    const remotes: Remote[] = [];
    for (const part of view?.participants ?? []) {
      const peer = part.seat === undefined ? undefined : this.peers.get(part.seat);
      if (peer && part.seat !== undefined) {
        remotes.push({ seat: part.seat, part, stream: peer.stream, flowing: peer.flowing });
      }
    }
    const flows = remotes.some((remote) => remote.flowing);
    this.flowed ||= flows;
    this.set({ remotes, interrupted: this.flowed && !flows && remotes.length > 0 });
    this.beat(true);
  }

  /** `news`: only if something changed since the last time. */
  private beat(news = false): void {
    const { view, here, microphone, camera, remotes } = this.snapshot;
    const { seat } = this;
    if (!view || !here || seat === undefined) return;
    const connected = remotes.some((remote) => remote.flowing);
    const state = `${seat} ${String(connected)} ${String(microphone)} ${String(camera)}`;
    if (news && state === this.told) return;
    const callId = view.id;
    if (this.wire.tell({ type: 'call-beat', callId, seat, connected, microphone, camera })) this.told = state;
  }

  private async swap(kind: 'audio' | 'video', track: MediaStreamTrack | undefined): Promise<void> {
    const { local } = this.snapshot;
    if (!local) {
      track?.stop();
      return;
    }
    const before = kind === 'audio' ? local.getAudioTracks() : local.getVideoTracks();
    for (const old of before) {
      old.stop();
      local.removeTrack(old);
    }
    if (track) local.addTrack(track);
    for (const peer of this.peers.values()) await peer.use(kind, track ?? null);
    // Another object, so that views notice.
    this.set({ local: new MediaStream(local.getTracks()), ...(kind === 'video' ? { camera: !!track } : {}) });
    this.beat();
  }

  private stopLocal(): void {
    for (const track of this.snapshot.local?.getTracks() ?? []) track.stop();
  }

  private dropPeers(): void {
    for (const peer of this.peers.values()) peer.close();
    this.peers.clear();
    this.set({ remotes: [] });
  }

  private set(change: Partial<CallSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}
