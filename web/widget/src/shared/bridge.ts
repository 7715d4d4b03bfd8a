import type { Fields } from './read.ts';
import { fields as anyFields } from './read.ts';

/** What loader and app tell each other. Both name the exact origin they talk to and check what they hear. */
const MARK = 'dakenh.widget.v1';

export interface HostPage {
  url: string;
  title: string;
  referrer: string;
}

/** How the window stands on the host page. */
export interface Standing {
  page: HostPage;
  visible: boolean;
  /** The window fills the screen, and what stands beside it elsewhere has no place there. */
  full: boolean;
  /** The popup message that the visitor opened the window by; empty for none. */
  popupId: string;
}

export type ToApp =
  /** `document` is null where the host page could not load it: the app then asks for itself. */
  | ({ type: 'start'; document: Fields | null; kept: Record<string, string> } & Standing)
  | ({ type: 'visible' } & Standing);

export type ToHost =
  | { type: 'loaded' }
  | { type: 'close' }
  /** Someone else said something new; for the page's own scripts, the loader has no use for it. */
  | { type: 'heard' }
  /** `talking`: there is an open conversation worth loading the app for on the next page. */
  | { type: 'state'; unread: number; talking: boolean }
  | { type: 'settings'; document: Fields }
  /** Browsers that block third parties' storage give the frame none: the host page then keeps these for it. */
  | { type: 'keep'; name: KeptName; value: string | null };

/** What the app keeps between pages: the visitor's token for the browser, what is unsent for the tab. */
export type KeptName = 'visitor' | 'outbox';

const LONGEST_KEPT = 500_000;

export function post(target: Window, origin: string, message: ToApp | ToHost): void {
  target.postMessage({ mark: MARK, ...message }, origin);
}

function marked(data: unknown): Record<string, unknown> | null {
  if (typeof data !== 'object' || data === null) return null;
  const fields: Record<string, unknown> = { ...data };
  return fields['mark'] === MARK ? fields : null;
}

function parsePage(value: unknown): HostPage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { url, title, referrer }: Record<string, unknown> = { ...value };
  if (typeof url !== 'string' || typeof title !== 'string' || typeof referrer !== 'string') return null;
  return { url, title, referrer };
}

export function parseToApp(data: unknown): ToApp | null {
  const fields = marked(data);
  const page = parsePage(fields?.['page']);
  const visible = fields?.['visible'];
  if (!fields || !page || typeof visible !== 'boolean') return null;
  const { full, popupId } = fields;
  const standing: Standing = {
    page,
    visible,
    full: full === true,
    popupId: typeof popupId === 'string' ? popupId : '',
  };
  if (fields['type'] === 'visible') return { type: 'visible', ...standing };
  if (fields['type'] !== 'start') return null;
  const document = fields['document'] === null ? null : anyFields(fields['document']);
  return { type: 'start', document, kept: parseKept(fields['kept']), ...standing };
}

function parseKept(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function parseToHost(data: unknown): ToHost | null {
  const fields = marked(data);
  switch (fields?.['type']) {
    case 'loaded':
    case 'close':
      return { type: fields['type'] };
    case 'settings':
      return { type: 'settings', document: anyFields(fields['document']) };
    case 'state': {
      const { unread, talking } = fields;
      if (typeof unread !== 'number' || !Number.isInteger(unread) || unread < 0) return null;
      return typeof talking === 'boolean' ? { type: 'state', unread, talking } : null;
    }
    case 'keep': {
      const { name, value } = fields;
      if (name !== 'visitor' && name !== 'outbox') return null;
      if (value === null) return { type: 'keep', name, value };
      return typeof value === 'string' && value.length <= LONGEST_KEPT ? { type: 'keep', name, value } : null;
    }
    default:
      return null;
  }
}
