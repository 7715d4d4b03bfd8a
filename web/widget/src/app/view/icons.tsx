import type { JSX } from 'preact';

const PATHS = {
  back: 'M15.4 5.4 14 4l-8 8 8 8 1.4-1.4L8.8 12Z',
  close: 'm18.3 7.1-1.4-1.4L12 10.6 7.1 5.7 5.7 7.1l4.9 4.9-4.9 4.9 1.4 1.4 4.9-4.9 4.9 4.9 1.4-1.4-4.9-4.9Z',
  send: 'M3.4 20.4 21.3 12 3.4 3.6 3.3 10.2 15 12 3.3 13.8Z',
  emoji:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16ZM8.5 11a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm7 0a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM12 17.5c2.3 0 4.3-1.4 5.1-3.5H6.9c.8 2.1 2.8 3.5 5.1 3.5Z',
  end: 'M10 4H5v16h5v-2H7V6h3V4Zm6.6 3.6L15.2 9l2 2H9v2h8.2l-2 2 1.4 1.4L21 12Z',
  down: 'M12 16.2 5.3 9.5l1.4-1.4L12 13.4l5.3-5.3 1.4 1.4Z',
  next: 'm8.6 18.6 1.4 1.4 8-8-8-8-1.4 1.4 6.6 6.6Z',
  warning: 'M1 21h22L12 2 1 21Zm12-3h-2v-2h2v2Zm0-4h-2v-4h2v4Z',
};

export function Icon({ name }: { name: keyof typeof PATHS }): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
