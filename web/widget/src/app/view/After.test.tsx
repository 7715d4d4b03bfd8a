// @vitest-environment jsdom
import type { Conversation } from '@dakenh/socket';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { INITIAL } from '../talk/state.ts';
import type { Talk } from '../talk/talk.ts';
import After from './After.tsx';
import { TalkContext } from './useTalk.ts';

let root: HTMLElement;
const rate = vi.fn<(id: string, score: number, comment: string) => Promise<unknown>>();

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  rate.mockReset();
});

afterEach(() => {
  render(null, root);
  root.remove();
});

function over(fields: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c1',
    version: 1,
    epoch: 1,
    state: 'closed',
    channelKind: 'livetalk',
    visitor: { id: 'v', name: 'Minh Anh' },
    agents: [{ id: 'lan', name: 'Lan' }],
    lastSequence: 2,
    readSequence: 2,
    otherReadSequence: 2,
    openedAt: '2026-11-23T03:00:00Z',
    ...fields,
  };
}

function draw(summary: Conversation, onGoOn = (): void => undefined): void {
  const talk = { state: () => INITIAL, subscribe: () => () => true, rate } as unknown as Talk;
  act(() => {
    render(
      <TalkContext.Provider value={talk}>
        <After summary={summary} onGoOn={onGoOn} />
      </TalkContext.Provider>,
      root,
    );
  });
}

function stars(): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[role="radio"]')];
}

test('[TALK-5] stars and words are sent together, and thanked for', async () => {
  rate.mockResolvedValue(undefined);
  draw(over());
  act(() => {
    stars()[3]?.click();
  });
  expect(stars().map((star) => star.getAttribute('aria-checked'))).toEqual([
    'false',
    'false',
    'false',
    'true',
    'false',
  ]);
  const words = root.querySelector('textarea');
  act(() => {
    if (words) words.value = ' Rất nhanh ';
    words?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await Promise.resolve();
  });
  expect(rate).toHaveBeenCalledWith('c1', 4, 'Rất nhanh');
  await vi.waitFor(() => {
    expect(root.querySelector('[role="status"]')?.textContent).toContain('Cảm ơn');
  });
});

test('[TALK-5] a rating that did not arrive can be sent again', async () => {
  rate.mockRejectedValue(new Error('gone'));
  draw(over());
  act(() => {
    stars()[0]?.click();
  });
  await act(async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await Promise.resolve();
  });
  await vi.waitFor(() => {
    expect(root.querySelector('[role="alert"]')).not.toBeNull();
  });
  expect(root.querySelector<HTMLButtonElement>('button[type="submit"]')?.disabled).toBe(false);
});

test('[TALK-5] nobody is asked about agents who were not there', () => {
  const goOn = vi.fn();
  draw(over({ agents: [] }), goOn);
  expect(stars()).toEqual([]);
  root.querySelector('button')?.click();
  expect(goOn).toHaveBeenCalledTimes(1);
});
