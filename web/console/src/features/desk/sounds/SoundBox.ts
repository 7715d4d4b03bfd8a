import type { DeskSound } from './settings.ts';

/** Two of a kind within this time are heard as one. */
const APART_MILLISECONDS = 700;

/** What a tab needs of its browser; tests bring their own. */
export interface Speakers {
  context: () => AudioContext;
  load: (url: string) => Promise<ArrayBuffer>;
  now: () => number;
}

const browser: Speakers = {
  context: () => new AudioContext(),
  load: async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`no sound: ${String(response.status)}`);
    return response.arrayBuffer();
  },
  now: () => performance.now(),
};

/**
 * Plays short sounds at any time. Browsers allow that only after a gesture; Safari even forgets it for audio elements,
 * but not for an audio context that was resumed in one.
 */
export class SoundBox {
  private readonly speakers: Speakers;
  private context: AudioContext | undefined;
  private readonly decoded = new Map<string, Promise<AudioBuffer | undefined>>();
  private readonly lastPlayed = new Map<string, number>();
  private ringer: AudioBufferSourceNode | undefined;
  private rings: string | undefined;

  constructor(speakers: Speakers = browser) {
    this.speakers = speakers;
  }

  /** To be called in a gesture. True once sounds can be heard. */
  async unlock(): Promise<boolean> {
    try {
      this.context ??= this.speakers.context();
      if (this.context.state !== 'running') await this.context.resume();
      return this.context.state === 'running';
    } catch {
      return false;
    }
  }

  /** Gets a sound ready, so that it comes at once when it is needed. */
  prepare(sound: DeskSound | undefined): void {
    if (sound && this.context) void this.buffer(this.context, sound.url);
  }

  /** Plays over and over; undefined, or one at volume 0, ends it. */
  ring(sound: DeskSound | undefined): void {
    const url = sound && sound.volume > 0 ? sound.url : undefined;
    if (url === this.rings) return;
    this.rings = url;
    this.ringer?.stop();
    this.ringer = undefined;
    const { context } = this;
    if (!sound || url === undefined) return;
    if (context?.state !== 'running') {
      // Nobody touched the page yet; the next call to ring begins it.
      this.rings = undefined;
      return;
    }
    void this.buffer(context, url).then((buffer) => {
      if (!buffer || this.rings !== url || this.ringer) return;
      this.ringer = start(context, buffer, sound.volume, true);
    });
  }

  async play(sound: DeskSound | undefined): Promise<void> {
    const { context } = this;
    if (!sound || sound.volume === 0 || context?.state !== 'running') return;
    const now = this.speakers.now();
    const last = this.lastPlayed.get(sound.url);
    if (last !== undefined && now - last < APART_MILLISECONDS) return;
    this.lastPlayed.set(sound.url, now);
    const buffer = await this.buffer(context, sound.url);
    if (!buffer) return;
    start(context, buffer, sound.volume, false);
  }

  private buffer(context: AudioContext, url: string): Promise<AudioBuffer | undefined> {
    const held = this.decoded.get(url);
    if (held) return held;
    const loading = this.speakers
      .load(url)
      .then((bytes) => context.decodeAudioData(bytes))
      .catch(() => {
        // Missing now may be there the next time.
        this.decoded.delete(url);
        return undefined;
      });
    this.decoded.set(url, loading);
    return loading;
  }
}

function start(
  context: AudioContext,
  buffer: AudioBuffer,
  volume: number,
  loop: boolean,
): AudioBufferSourceNode {
  const gain = context.createGain();
  gain.gain.value = volume / 100;
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = loop;
  source.connect(gain).connect(context.destination);
  source.start();
  return source;
}
