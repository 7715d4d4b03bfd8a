import { describe, expect, it, vi } from 'vitest';
import type { Locks } from './leader.ts';
import { Leader } from './leader.ts';
import type { Speakers } from './SoundBox.ts';
import { SoundBox } from './SoundBox.ts';

/** The browser's lock manager for tabs of one test: one holder, the others wait in line. */
class FakeLocks {
  private readonly line: (() => void)[] = [];
  private held = false;

  readonly locks: Locks = {
    request: ((_name: string, options: LockOptions, work: () => Promise<void>) =>
      new Promise<void>((resolve, reject) => {
        const run = () => {
          this.held = true;
          void work().then(() => {
            this.held = false;
            resolve();
            this.line.shift()?.();
          });
        };
        options.signal?.addEventListener('abort', () => {
          const at = this.line.indexOf(run);
          if (at < 0) return;
          this.line.splice(at, 1);
          reject(new DOMException('left', 'AbortError'));
        });
        if (this.held) this.line.push(run);
        else run();
      })) as Locks['request'],
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('of three tabs', () => {
  it('[part SND-1] one rings, and the next one when it is closed', async () => {
    const { locks } = new FakeLocks();
    const tabs = [new Leader(locks), new Leader(locks), new Leader(locks)];
    const leading = () => tabs.map((tab) => tab.leads);
    expect(leading()).toEqual([false, false, false]);
    for (const tab of tabs) tab.takePart();
    tabs[0]?.takePart();
    expect(leading()).toEqual([true, false, false]);
    tabs[1]?.leave();
    tabs[0]?.leave();
    await settled();
    expect(leading()).toEqual([false, false, true]);
  });

  it('each rings where the browser has no locks', () => {
    const tab = new Leader(undefined);
    tab.takePart();
    expect(tab.leads).toBe(true);
  });
});

function speakers() {
  const started: number[] = [];
  let state: AudioContextState = 'suspended';
  let now = 0;
  const load = vi.fn((url: string) =>
    url.includes('missing') ? Promise.reject(new Error('404')) : Promise.resolve(new ArrayBuffer(1)),
  );
  const context = {
    get state() {
      return state;
    },
    resume: () => {
      state = 'running';
      return Promise.resolve();
    },
    destination: {},
    decodeAudioData: () => Promise.resolve({}),
    createGain: () => ({ gain: { value: 1 }, connect: () => undefined }),
    createBufferSource: () => ({
      connect: (gain: { gain: { value: number }; connect: () => void }) => ({
        connect: () => {
          started.push(gain.gain.value);
        },
      }),
      start: () => undefined,
    }),
  } as unknown as AudioContext;
  const made: Speakers = { context: () => context, load, now: () => now };
  return {
    made,
    started,
    load,
    later: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('the sound box', () => {
  const tone = { url: '/tone', volume: 40 };

  it('[part SND-8] is silent until a gesture, then plays at the chosen volume', async () => {
    const { made, started } = speakers();
    const box = new SoundBox(made);
    await box.play(tone);
    expect(started).toEqual([]);
    expect(await box.unlock()).toBe(true);
    await box.play(tone);
    expect(started).toEqual([0.4]);
  });

  it('plays two at once as one, nothing at volume 0 and nothing that is off', async () => {
    const { made, started, later } = speakers();
    const box = new SoundBox(made);
    await box.unlock();
    await Promise.all([box.play(tone), box.play(tone)]);
    expect(started).toHaveLength(1);
    later(800);
    await box.play(tone);
    expect(started).toHaveLength(2);
    await box.play({ url: '/other', volume: 0 });
    await box.play(undefined);
    expect(started).toHaveLength(2);
  });

  it('loads a sound once, and again when it was missing', async () => {
    const { made, started, load, later } = speakers();
    const box = new SoundBox(made);
    await box.unlock();
    box.prepare(tone);
    await box.play(tone);
    expect(load).toHaveBeenCalledTimes(1);
    await box.play({ url: '/missing', volume: 50 });
    later(1000);
    await box.play({ url: '/missing', volume: 50 });
    expect(load).toHaveBeenCalledTimes(3);
    expect(started).toEqual([0.4]);
  });

  it('stays silent in a browser without audio', async () => {
    const box = new SoundBox({
      context: () => {
        throw new Error('no audio');
      },
      load: () => Promise.reject(new Error('never')),
      now: () => 0,
    });
    expect(await box.unlock()).toBe(false);
    await box.play(tone);
  });
});
