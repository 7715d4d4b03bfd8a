import type { OpenFields } from '@dakenh/socket';
import type { SafeStorage } from '../../shared/storage.ts';
import type { Outgoing } from './state.ts';

/**
 * What was written but not confirmed, kept for this tab: the host page may load another page at any moment, and the
 * same ids sent again from there are stored once.
 */
export interface Outbox {
  conversationId: string | null;
  /** Set while the conversation itself is still to be opened. */
  opening: OpenFields | null;
  outgoing: Outgoing[];
}

const LIMIT = 50;

function hasTexts(value: unknown, ...names: string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return names.every((name) => typeof fields[name] === 'string');
}

function isOutgoing(value: unknown): value is Outgoing {
  return hasTexts(value, 'clientMessageId', 'text', 'at', 'state');
}

function isOpening(value: unknown): value is OpenFields {
  return hasTexts(value, 'clientConversationId');
}

export function readOutbox(storage: SafeStorage, name: string): Outbox | null {
  let value: unknown;
  try {
    value = JSON.parse(storage.get(name) ?? 'null');
  } catch {
    // Not ours: as good as empty.
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { conversationId, opening, outgoing }: Record<string, unknown> = { ...value };
  const outbox: Outbox = {
    conversationId: typeof conversationId === 'string' ? conversationId : null,
    opening: isOpening(opening) ? opening : null,
    outgoing: Array.isArray(outgoing) ? outgoing.filter(isOutgoing) : [],
  };
  const addressed = outbox.conversationId !== null || outbox.opening !== null;
  return addressed && (outbox.opening || outbox.outgoing.length > 0) ? outbox : null;
}

export function writeOutbox(storage: SafeStorage, name: string, outbox: Outbox | null): void {
  const { conversationId, opening, outgoing } = outbox ?? {
    conversationId: null,
    opening: null,
    outgoing: [],
  };
  const text = JSON.stringify({ conversationId, opening, outgoing: outgoing.slice(0, LIMIT) });
  storage.set(name, outgoing.length > 0 || opening ? text : null);
}
