import type { CallMedia, ServerFrame } from '@dakenh/socket';
import type { CallSnapshot, CallWire } from '@dakenh/socket/call';
import { CallSession } from '@dakenh/socket/call';
import { newId } from '../../../shared/lib/ids.ts';

const HERE = 'dakenh.desk.call';

/** Remembers across a reload that this tab was in a call. */
function remember(callId: string | undefined): void {
  if (callId === undefined) window.sessionStorage.removeItem(HERE);
  else window.sessionStorage.setItem(HERE, callId);
}

/** An agent's calls: whatever page of the console is shown, and after a reload too. */
export class DeskCalls {
  readonly session: CallSession;
  private readonly wire: CallWire;
  /** The call this tab answered, to be entered as soon as the server gives it to us. */
  private awaited: string | undefined;

  constructor(wire: CallWire, meId: string) {
    this.wire = wire;
    this.session = new CallSession(wire, (part) => part.kind === 'agent' && part.personId === meId);
  }

  heard(frame: ServerFrame): void {
    this.session.heard(frame);
    const { view, here } = this.session.get();
    if (!view || here) return;
    if (view.state === 'ended') {
      if (window.sessionStorage.getItem(HERE) === view.id) remember(undefined);
      return;
    }
    const wanted = view.id === this.awaited || window.sessionStorage.getItem(HERE) === view.id;
    if (wanted && this.session.me(view)) {
      this.awaited = undefined;
      void this.enter(view.media);
    }
  }

  /** Whether this agent talks already, in this tab or another. */
  get busy(): boolean {
    const { view } = this.session.get();
    const state = view && view.state !== 'ended' ? this.session.me(view)?.state : undefined;
    return state === 'connecting' || state === 'joined';
  }

  /** Opens the microphone, then accepts: nobody answers a call they cannot be heard in. */
  async answer(callId: string, media: CallMedia, accept: () => Promise<boolean>): Promise<boolean> {
    if (!(await this.session.prepare(media))) return false;
    this.awaited = callId;
    try {
      if (await accept()) {
        this.tryEnter(callId, media);
        return true;
      }
    } catch (error) {
      this.giveUp();
      throw error;
    }
    this.giveUp();
    return false;
  }

  /** Calls a visitor back. */
  async start(conversationId: string, media: CallMedia): Promise<boolean> {
    if (!(await this.session.prepare(media))) return false;
    const callId = newId();
    this.awaited = callId;
    try {
      await this.wire.ask({ type: 'call-start', callId, conversationId, media });
      return true;
    } catch (error) {
      this.giveUp();
      throw error;
    }
  }

  /** Takes part in the call that is shown: asked into it, or back in this tab. */
  async enter(media: CallMedia): Promise<void> {
    const { view, local } = this.session.get();
    if (!view || (!local && !(await this.session.prepare(media)))) return;
    try {
      await this.session.join(view.id);
      remember(view.id);
    } catch {
      // Over, or somebody else's by now: what the server shows next says so.
      this.session.release();
    }
  }

  async hangUp(): Promise<void> {
    remember(undefined);
    this.awaited = undefined;
    await this.session.leave();
  }

  async decline(callId: string): Promise<void> {
    await this.wire.ask({ type: 'call-decline', callId });
  }

  async invite(callId: string, agentId: string): Promise<void> {
    await this.wire.ask({ type: 'call-invite', callId, agentId });
  }

  async turnCamera(): Promise<void> {
    const { camera, view } = this.session.get();
    await this.session.setCamera(!camera);
    if (!camera && this.session.get().camera && view?.media === 'audio') {
      await this.wire.ask({ type: 'call-switch', callId: view.id, media: 'video' });
    }
  }

  /** The server may have shown the call before the answer to the accepting came. */
  private tryEnter(callId: string, media: CallMedia): void {
    const { view, here } = this.session.get();
    if (here || view?.id !== callId || this.awaited !== callId || !this.session.me(view)) return;
    this.awaited = undefined;
    void this.enter(media);
  }

  private giveUp(): void {
    this.awaited = undefined;
    this.session.release();
  }
}

/** The kind of call that rings now: offered by routing, or a colleague asks. */
export function ringing(
  offers: readonly { kind?: string; media?: CallMedia }[],
  { view, here }: CallSnapshot,
  me: string | undefined,
): CallMedia | undefined {
  if (here) return undefined;
  const offered = offers.find((offer) => offer.kind === 'call');
  if (offered) return offered.media ?? 'audio';
  return view && view.state !== 'ended' && me === 'invited' ? view.media : undefined;
}
