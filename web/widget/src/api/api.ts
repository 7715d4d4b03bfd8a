/**
 * What the host page's own scripts may do with the widget: `dakenh('open')` and the like. Loaded by the loader only on
 * pages that use it. It stands beside the loader and touches nothing of it but what anybody on the page could: its
 * button and its frame.
 */
import { calls } from './calls.ts';
import type { Answer, Call, Told } from './messages.ts';
import { parseTold, postCall } from './messages.ts';

const EVENTS = ['ready', 'opened', 'closed', 'message', 'unread'] as const;
type EventName = (typeof EVENTS)[number];
type Listener = (detail: Record<string, unknown>) => void;

/** `dakenh(command, …)`; before this is loaded a stub of the page keeps the calls in `q`. */
interface Queue {
  (...call: unknown[]): unknown;
  q?: ArrayLike<unknown>[];
}

export function install(page: Window & { dakenh?: Queue }, host: Element, origin: string): void {
  const root = host.shadowRoot;
  const launcher = root?.querySelector<HTMLElement>('.launcher');
  const panel = root?.querySelector<HTMLElement>('.window');
  if (!root || !launcher || !panel) return;
  const listeners = new Map<EventName, Set<Listener>>(EVENTS.map((name) => [name, new Set()]));
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let unread = 0;
  /** The app in its frame listens. */
  let listening = false;
  /** Said again to an app that was loaded anew; the app itself knows whether anything changes. */
  let identity: Record<string, unknown> | null = null;
  let unsent: Call[] = [];

  function tell(name: EventName, detail: Record<string, unknown> = {}): void {
    for (const listener of listeners.get(name) ?? []) {
      try {
        listener(detail);
      } catch (error) {
        // A page's own mistake must stop neither us nor its other listeners.
        setTimeout(() => {
          throw error;
        });
      }
    }
  }

  const frame = (): Window | null => root.querySelector('iframe')?.contentWindow ?? null;
  const open = (): boolean => launcher.getAttribute('aria-expanded') === 'true';
  const set = (wanted: boolean): void => {
    if (open() !== wanted) launcher.click();
  };

  function flush(): void {
    const window = frame();
    if (!listening || !window) return;
    for (const call of unsent) postCall(window, origin, call);
    unsent = [];
  }

  /** Goes to the app once it is there: nothing of it is loaded for this. */
  function send(call: Omit<Call, 'id'>): Promise<Record<string, unknown>> {
    const id = ++lastId;
    unsent.push({ ...call, id });
    flush();
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ error, value }) => {
        waiting.delete(id);
        if (error === undefined) resolve(value ?? {});
        else reject(Object.assign(new Error(`dakenh: ${error}`), { code: error }));
      });
    });
  }

  function heard(told: Told): void {
    switch (told.type) {
      case 'loaded':
        listening = true;
        // What was identified before the app was loaded anew is said again; the answer went to whoever asked first.
        if (identity && !unsent.some(({ name }) => name === 'identify')) {
          unsent.unshift({ id: 0, name: 'identify', value: identity });
        }
        flush();
        break;
      case 'state':
        if (told.unread === unread) break;
        unread = told.unread;
        tell('unread', { unread });
        break;
      case 'heard':
        tell('message', { unread });
        break;
      case 'answer':
        waiting.get(told.answer.id)?.(told.answer);
        break;
    }
  }

  page.addEventListener('message', (event) => {
    if (event.source === null || event.source !== frame() || event.origin !== origin) return;
    const told = parseTold(event.data);
    if (told) heard(told);
  });
  new MutationObserver(() => {
    tell(open() ? 'opened' : 'closed');
  }).observe(launcher, { attributeFilter: ['aria-expanded'] });

  const commands = calls({
    open: () => {
      set(true);
    },
    close: () => {
      set(false);
    },
    toggle: () => {
      set(!open());
    },
    isOpen: open,
    identify: (value) => {
      identity = value;
      return send({ name: 'identify', value });
    },
    setPageData: (value) => send({ name: 'setPageData', value }),
    reset: () => {
      identity = null;
      return send({ name: 'reset', value: {} });
    },
    on: (name, listener) => {
      const known = EVENTS.find((event) => event === name);
      if (known === undefined) throw new Error(`dakenh: no event ${name}`);
      listeners.get(known)?.add(listener);
      // Whoever comes late hears it all the same.
      if (known === 'ready') listener({});
      return () => listeners.get(known)?.delete(listener);
    },
  });

  const queued = page.dakenh?.q ?? [];
  const api = Object.assign((...call: unknown[]) => commands.run(call), commands.named);
  page.dakenh = api;
  // The app may have been loaded before this was: it answers to the name, or comes later and says so itself.
  const window = frame();
  if (window) postCall(window, origin, { id: 0, name: 'hello', value: {} });
  for (const call of queued)
    void Promise.resolve(commands.run([...Array.from(call)])).catch(commands.complain);
}

const host = typeof document === 'undefined' ? null : document.querySelector('dakenh-widget');
if (host) install(window, host, new URL(import.meta.url).origin);
