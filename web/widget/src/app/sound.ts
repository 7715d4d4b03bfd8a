/** The tone for messages from the other side. */
export interface MessageSound {
  use(sound: { url: string; volume: number } | undefined): void;
  play(): void;
}

const APART_MILLISECONDS = 1_000;

export function createMessageSound(create: (url: string) => HTMLAudioElement): MessageSound {
  let audio: HTMLAudioElement | undefined;
  let url = '';
  let playedAt = Number.NEGATIVE_INFINITY;
  return {
    use: (sound) => {
      if (sound?.url !== url) audio = undefined;
      url = sound?.url ?? '';
      if (!sound || sound.volume === 0) {
        audio = undefined;
        return;
      }
      if (!audio) {
        audio = create(sound.url);
        audio.preload = 'none';
      }
      audio.volume = sound.volume;
    },
    play: () => {
      const now = performance.now();
      // A burst of messages is one tone.
      if (!audio || now - playedAt < APART_MILLISECONDS) return;
      playedAt = now;
      audio.currentTime = 0;
      // A browser that wants a gesture first stays silent: the badge and the words still tell.
      audio.play().catch(() => undefined);
    },
  };
}
