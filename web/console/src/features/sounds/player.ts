import { useEffect, useSyncExternalStore } from 'react';

/** One sound at a time on the page: starting one stops the other. */
class Player {
  private readonly listeners = new Set<() => void>();
  private audio: HTMLAudioElement | undefined;
  private playing: string | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Which one is heard. */
  readonly current = (): string | undefined => this.playing;

  /** False when the browser cannot play it. */
  async play(key: string, url: string, volume: number): Promise<boolean> {
    this.stop();
    const audio = new Audio(url);
    audio.volume = volume / 100;
    audio.addEventListener('ended', () => {
      if (this.audio === audio) this.stop();
    });
    this.audio = audio;
    this.set(key);
    try {
      await audio.play();
      return true;
    } catch {
      // Stopped before it began is no failure.
      const failed = this.audio === audio;
      if (failed) this.stop();
      return !failed;
    }
  }

  volume(key: string, volume: number): void {
    if (this.audio && this.playing === key) this.audio.volume = volume / 100;
  }

  stop(): void {
    this.audio?.pause();
    this.audio = undefined;
    this.set(undefined);
  }

  private set(key: string | undefined): void {
    if (this.playing === key) return;
    this.playing = key;
    for (const listener of this.listeners) listener();
  }
}

const player = new Player();

/** The page's player; it falls silent when the page is left. */
export function usePlayer() {
  const current = useSyncExternalStore(player.subscribe, player.current);
  useEffect(
    () => () => {
      player.stop();
    },
    [],
  );
  return { current, player };
}
