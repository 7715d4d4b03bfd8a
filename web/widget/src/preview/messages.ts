/** What the console and the preview tell each other; both are pages of one origin and take nothing from any other. */
import type { Fields } from '../shared/read.ts';
import { fields, oneOf } from '../shared/read.ts';
import type { Place } from '../shared/shell.ts';

const MARK = 'dakenh.preview.v1';

export const SCREENS = ['launcher', 'start', 'chat'] as const;
export type Screen = (typeof SCREENS)[number];
export type Device = 'desktop' | 'phone';

export interface Show {
  bootstrap: Fields;
  device: Device;
  screen: Screen;
}

export type FromPreview =
  | { type: 'ready' }
  | ({ type: 'moved'; device: Device; done: boolean } & Place)
  /** To the frame inside the preview's own window. */
  | ({ type: 'show' } & Show);

export function tell(target: Window, message: FromPreview): void {
  target.postMessage({ mark: MARK, ...message }, location.origin);
}

export function parseShow(data: unknown): Show | null {
  const message = fields(data);
  if (message['mark'] !== MARK || message['type'] !== 'show') return null;
  return {
    bootstrap: fields(message['bootstrap']),
    device: oneOf(message['device'], ['desktop', 'phone']),
    screen: oneOf(message['screen'], SCREENS),
  };
}

/** Listens to the page around this one alone. */
export function onShow(heard: (show: Show) => void): void {
  addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== location.origin) return;
    const show = parseShow(event.data);
    if (show) heard(show);
  });
}
