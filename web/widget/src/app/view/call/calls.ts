import type { CallMedia, CallView, ServerFrame } from '@dakenh/socket';
import { SocketError } from '@dakenh/socket';
import type { CallSnapshot } from '@dakenh/socket/call';
import { CallSession } from '@dakenh/socket/call';
import { safeStorage } from '../../../shared/storage.ts';
import type { CallWish } from '../../talk/state.ts';
import type { Talk } from '../../talk/talk.ts';
import { uuid } from '../../uuid.ts';
import type { Music } from './music.ts';
import { createMusic } from './music.ts';

export interface CallsState extends CallSnapshot {
  /** What was pressed, until there is a call. */
  wish: CallWish | undefined;
  asking: boolean;
  /** Why there is no call; empty for none. */
  refused: string;
  silenced: boolean;
}

export interface Calls {
  state: () => CallsState;
  subscribe: (listener: () => void) => () => void;
  session: CallSession;
  music: Music;
  begin: (wish: CallWish) => void;
  /** Takes part in the call there is: answers it, or comes back to it. */
  enter: (media: CallMedia) => void;
  hangUp: () => void;
  decline: () => void;
  /** Back to the chat; `write`: with what was filled in. */
  dismiss: (write: boolean) => void;
}

/** So that a page that is loaded again goes on with the call it was in. */
const HERE = 'dakenh.call';

function create(talk: Talk): Calls {
  const listeners = new Set<() => void>();
  const tab = safeStorage('sessionStorage');
  const session = new CallSession(
    { ask: (frame) => talk.socket.call(frame), tell: (frame) => talk.socket.tell(frame) },
    (part) => part.kind === 'visitor',
  );
  const music = createMusic(tell);
  let wish: CallWish | undefined;
  let asking = false;
  let refused = '';
  /** The call that was asked for and is to be entered as soon as the server shows it. */
  let awaited = '';

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function refuse(code?: string): void {
    awaited = '';
    asking = false;
    refused = code || 'other';
    session.release();
    tell();
  }

  function heard(frame: ServerFrame): void {
    session.heard(frame);
    const { view, here } = session.get();
    if (!view || here) return;
    if (view.state === 'ended') {
      tab.set(HERE, null);
      return;
    }
    // Only where the microphone may be used without another question, or the tab would ask out of the blue.
    if (view.id === awaited || tab.get(HERE) === view.id) {
      awaited = '';
      void enter(view.media);
    }
  }

  async function enter(media: CallMedia): Promise<void> {
    const { view, local } = session.get();
    if (!view) return;
    asking = !local;
    tell();
    const ready = local ? true : await session.prepare(media);
    asking = false;
    tell();
    if (!ready) return;
    try {
      await session.join(view.id);
      tab.set(HERE, view.id);
    } catch (error) {
      refuse(error instanceof SocketError ? error.code : '');
    }
  }

  async function begin(wanted: CallWish): Promise<void> {
    wish = wanted;
    refused = '';
    asking = true;
    session.putAway();
    tell();
    const ready = await session.prepare(wanted.media);
    asking = false;
    tell();
    if (!ready || wish !== wanted) return;
    const callId = uuid();
    awaited = callId;
    const { media, start } = wanted;
    const { thread } = talk.state();
    if (start) talk.start({ ...start, call: { callId, media } }, refuse);
    else if (thread?.conversationId) {
      talk.socket
        .call({ type: 'call-start', callId, conversationId: thread.conversationId, media })
        .catch((error: unknown) => {
          refuse(error instanceof SocketError ? error.code : '');
        });
    }
  }

  session.subscribe(() => {
    const { view } = session.get();
    if (view && view.state !== 'ended') wish = undefined;
    tell();
  });
  talk.onFrame(heard);
  addEventListener('online', () => {
    session.networkChanged();
  });

  return {
    state: () => ({ ...session.get(), wish, asking, refused, silenced: music.silenced() }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    session,
    music,
    begin: (wanted) => {
      void begin(wanted);
    },
    enter: (media) => {
      void enter(media);
    },
    hangUp: () => {
      tab.set(HERE, null);
      awaited = '';
      session.leave().catch(() => {
        // Over already is what was wanted.
        session.release();
      });
    },
    decline: () => {
      const callId = session.get().view?.id;
      if (callId === undefined) return;
      talk.socket.call({ type: 'call-decline', callId }).catch(() => {
        session.release();
      });
    },
    dismiss: (write) => {
      const start = wish?.start;
      awaited = '';
      wish = undefined;
      refused = '';
      session.putAway();
      talk.wish(null);
      if (write && start) talk.start(start);
      tell();
    },
  };
}

const made = new WeakMap<Talk, Calls>();

/** One for each talk, whichever part asks first. */
export function callsOf(talk: Talk): Calls {
  const known = made.get(talk);
  if (known) return known;
  const calls = create(talk);
  made.set(talk, calls);
  const { calling } = talk.state();
  if (calling && 'id' in calling) calls.session.heard(shown(calling));
  return calls;
}

/** The call as it was told before this part was fetched. */
function shown(call: CallView): ServerFrame {
  return { type: 'call', call };
}
