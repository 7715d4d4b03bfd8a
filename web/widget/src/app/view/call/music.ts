import type { Sound } from '../../content.ts';

/**
 * What a caller hears until somebody joins. Through an audio context, since phones from Apple leave an element's
 * volume alone; created or resumed within a tap, since browsers let pages be heard only after one.
 */
export interface Music {
  unlock: () => void;
  play: (sound: Sound | undefined) => void;
  stop: () => void;
  /** Whether something should be heard and the browser does not let it. */
  silenced: () => boolean;
}

let context: AudioContext | undefined;

/** To be called within a tap. */
export function unlockAudio(): void {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    // A browser without sound: the words on screen say the same.
    context = undefined;
  }
}

export function createMusic(onChange: () => void): Music {
  let gain: GainNode | undefined;
  let element: HTMLAudioElement | undefined;
  let wanted = '';
  let silenced = false;

  function prepare(): HTMLAudioElement | undefined {
    if (element) return element;
    try {
      context ??= new AudioContext();
      gain = context.createGain();
      element = new Audio();
      element.loop = true;
      context.createMediaElementSource(element).connect(gain).connect(context.destination);
    } catch {
      // A browser without sound: the words on screen say the same.
      element = undefined;
    }
    return element;
  }

  function set(next: boolean): void {
    if (silenced === next) return;
    silenced = next;
    onChange();
  }

  function begin(): void {
    const playing = prepare();
    if (!playing || wanted === '') return;
    void context?.resume();
    playing.play().then(
      () => {
        set(false);
      },
      (error: unknown) => {
        // Stopped before it began is no silence.
        set(error instanceof Error && error.name === 'NotAllowedError' && wanted !== '');
      },
    );
  }

  return {
    unlock: () => {
      prepare();
      void context?.resume();
      if (wanted !== '') begin();
    },
    play: (sound) => {
      if (!sound || sound.volume === 0 || wanted === sound.url) return;
      wanted = sound.url;
      const playing = prepare();
      if (!playing || !gain) return;
      gain.gain.value = sound.volume;
      playing.src = sound.url;
      begin();
    },
    stop: () => {
      if (wanted === '') return;
      wanted = '';
      element?.pause();
      element?.removeAttribute('src');
      set(false);
    },
    silenced: () => silenced,
  };
}
