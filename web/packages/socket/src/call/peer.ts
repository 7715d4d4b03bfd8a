import type { CallSignal, IceConfig } from '../frames.ts';

export interface PeerOptions {
  ice: IceConfig;
  /** Gives way when both sides want something at once, and lets the other one begin. */
  polite: boolean;
  audio: MediaStreamTrack | null;
  video: MediaStreamTrack | null;
  send: (signal: CallSignal) => void;
  /** Something about `stream` or `flowing` changed. */
  onChange: () => void;
}

const DISCONNECTED_MILLISECONDS = 3_000;
const LOOK_MILLISECONDS = 400;
const UNANSWERED_MILLISECONDS = 3_000;

/**
 * The connection to one other browser: "perfect negotiation", with the impolite side making the first offer. Both have
 * one place for sound and one for pictures from the beginning, so that muting, cameras and other devices change what is
 * sent without negotiating again.
 */
export class Peer {
  readonly stream = new MediaStream();
  private readonly connection: RTCPeerConnection;
  private readonly options: PeerOptions;
  private tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null };
  private makingOffer = false;
  private ignoring = false;
  private heardMedia = false;
  private closed = false;
  private begun = false;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private looking: ReturnType<typeof setInterval> | undefined;
  private asking: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PeerOptions) {
    this.options = options;
    this.tracks = { audio: options.audio, video: options.video };
    const connection = new RTCPeerConnection({
      iceServers: options.ice.servers,
      iceTransportPolicy: options.ice.relayOnly ? 'relay' : 'all',
    });
    this.connection = connection;
    connection.onicecandidate = ({ candidate }) => {
      if (candidate) options.send({ candidate: told(candidate) });
    };
    connection.ontrack = ({ track }) => {
      this.stream.addTrack(track);
      options.onChange();
    };
    connection.onnegotiationneeded = () => {
      if (this.begun) void this.offer();
    };
    connection.onconnectionstatechange = () => {
      this.connectionChanged();
    };
    this.looking = setInterval(() => {
      void this.look();
    }, LOOK_MILLISECONDS);
    if (!options.polite) this.begin();
  }

  /** Media of the other side arrives. */
  get flowing(): boolean {
    return this.heardMedia && this.connection.connectionState === 'connected';
  }

  async hear(signal: CallSignal): Promise<void> {
    if (this.closed) return;
    if (signal.candidate) {
      await this.connection.addIceCandidate(signal.candidate).catch((error: unknown) => {
        // Candidates of an offer that was not taken mean nothing.
        if (!this.ignoring) throw error;
      });
      return;
    }
    const { description } = signal;
    if (!description) return;
    const offered = description.type === 'offer';
    const collision = offered && (this.makingOffer || this.connection.signalingState !== 'stable');
    this.ignoring = !this.options.polite && collision;
    if (this.ignoring) return;
    // An offer that was asked twice is answered twice.
    if (!offered && this.connection.signalingState !== 'have-local-offer') return;
    await this.connection.setRemoteDescription(description);
    if (!offered) return;
    await this.answerWithMedia();
    await this.connection.setLocalDescription();
    this.sendDescription();
  }

  /** Sends this from now on; null for nothing. */
  async use(kind: 'audio' | 'video', track: MediaStreamTrack | null): Promise<void> {
    this.tracks = { ...this.tracks, [kind]: track };
    const sender = this.transceiver(kind)?.sender;
    if (sender) await sender.replaceTrack(track);
  }

  /** Looks for another way, for instance through another network. */
  restart(): void {
    if (!this.closed && this.begun) this.connection.restartIce();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.patience);
    clearInterval(this.looking);
    clearTimeout(this.asking);
    this.connection.close();
  }

  private begin(): void {
    this.begun = true;
    for (const kind of ['audio', 'video'] as const) {
      const track = this.tracks[kind];
      this.connection.addTransceiver(track ?? kind, { direction: 'sendrecv' });
    }
  }

  /** The places were made by the other side's offer. */
  private async answerWithMedia(): Promise<void> {
    this.begun = true;
    for (const kind of ['audio', 'video'] as const) {
      const place = this.transceiver(kind);
      if (!place) continue;
      place.direction = 'sendrecv';
      if (place.sender.track !== this.tracks[kind]) await place.sender.replaceTrack(this.tracks[kind]);
    }
  }

  private transceiver(kind: string): RTCRtpTransceiver | undefined {
    return this.connection.getTransceivers().find((one) => one.receiver.track.kind === kind);
  }

  private async offer(): Promise<void> {
    try {
      this.makingOffer = true;
      await this.connection.setLocalDescription();
      this.sendDescription();
    } catch (error) {
      // Closed in the middle of it.
      if (!this.closed) throw error;
    } finally {
      this.makingOffer = false;
    }
  }

  /**
   * Signals are not kept for whoever is away, so an offer is repeated until it is answered: the other side may be
   * without its socket just now. What is repeated has all candidates found meanwhile.
   */
  private sendDescription(): void {
    clearTimeout(this.asking);
    const description = this.connection.localDescription;
    if (!description) return;
    this.options.send({ description: { type: description.type, sdp: description.sdp } });
    if (description.type !== 'offer') return;
    this.asking = setTimeout(() => {
      if (this.connection.signalingState === 'have-local-offer') this.sendDescription();
    }, UNANSWERED_MILLISECONDS);
  }

  private connectionChanged(): void {
    clearTimeout(this.patience);
    const state = this.connection.connectionState;
    if (state === 'failed') this.restart();
    if (state === 'disconnected') {
      this.patience = setTimeout(() => {
        this.restart();
      }, DISCONNECTED_MILLISECONDS);
    }
    this.options.onChange();
  }

  /** Connected is not yet heard: only packets that arrive are a call. */
  private async look(): Promise<void> {
    if (this.heardMedia || this.connection.connectionState !== 'connected') return;
    const stats = await this.connection.getStats();
    stats.forEach((entry: { type: string; packetsReceived?: number }) => {
      if (entry.type === 'inbound-rtp' && (entry.packetsReceived ?? 0) > 0) this.heardMedia = true;
    });
    if (!this.heardMedia) return;
    clearInterval(this.looking);
    this.options.onChange();
  }
}

function told(candidate: RTCIceCandidate): NonNullable<CallSignal['candidate']> {
  const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
  return {
    candidate: candidate.candidate,
    ...(sdpMid === null ? {} : { sdpMid }),
    ...(sdpMLineIndex === null ? {} : { sdpMLineIndex }),
    ...(usernameFragment === null ? {} : { usernameFragment }),
  };
}
