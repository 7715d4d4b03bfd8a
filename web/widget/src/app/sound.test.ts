import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMessageSound } from './sound.ts';

const play = vi.fn<() => Promise<void>>();
const created: { url: string; volume: number; currentTime: number }[] = [];

function audio(url: string): HTMLAudioElement {
  const made = { url, volume: 1, currentTime: 5, preload: '', play };
  created.push(made);
  return made as unknown as HTMLAudioElement;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  created.length = 0;
  play.mockReset().mockResolvedValue();
});
afterEach(() => {
  vi.useRealTimers();
});

test('[part SND-3] plays the chosen tone at the chosen volume, a burst once', () => {
  const sound = createMessageSound(audio);
  sound.use({ url: '/s/a', volume: 0.4 });
  sound.play();
  sound.play();
  expect(play).toHaveBeenCalledOnce();
  expect(created).toMatchObject([{ url: '/s/a', volume: 0.4, currentTime: 0 }]);
  vi.advanceTimersByTime(1_001);
  sound.play();
  expect(play).toHaveBeenCalledTimes(2);
});

test('a browser that wants a gesture first changes nothing else', async () => {
  play.mockRejectedValue(new DOMException('gesture', 'NotAllowedError'));
  const sound = createMessageSound(audio);
  sound.use({ url: '/s/a', volume: 1 });
  sound.play();
  await Promise.resolve();
  expect(play).toHaveBeenCalledOnce();
});

test('off is silent', () => {
  const sound = createMessageSound(audio);
  sound.play();
  sound.use({ url: '/s/a', volume: 0 });
  sound.play();
  sound.use(undefined);
  sound.play();
  expect(play).not.toHaveBeenCalled();
});
