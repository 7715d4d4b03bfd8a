import type { Conversation, DeliveredTell } from './frames.ts';

/** Whoever reads at once says so, and that says it all. */
const FIRST_MILLISECONDS = 300;
/** However much is written, the server hears no more often than this of one conversation. */
const EVERY_MILLISECONDS = 1000;

export interface Receipts {
  /** Something arrived, or may have. */
  look(): void;
  /** After every (re)connection: what was told may have been lost, and the summaries say what is known. */
  forget(): void;
}

/**
 * Tells the server up to where messages have reached this client, so that their authors see it. `conversations` gives
 * those one takes part in and in which the last word is somebody else's; `tell` says whether it could be sent.
 */
export function createReceipts(
  conversations: () => Iterable<Conversation>,
  tell: (frame: DeliveredTell) => boolean,
): Receipts {
  const told = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastAt = 0;

  function due(): Conversation[] {
    return [...conversations()].filter(
      ({ id, lastSequence, readSequence, deliveredSequence = 0 }) =>
        lastSequence > Math.max(readSequence, deliveredSequence, told.get(id) ?? 0),
    );
  }

  function flush(): void {
    timer = undefined;
    lastAt = Date.now();
    for (const { id, lastSequence } of due()) {
      if (tell({ type: 'delivered', conversationId: id, sequence: lastSequence })) told.set(id, lastSequence);
    }
  }

  return {
    look: () => {
      if (timer !== undefined || due().length === 0) return;
      timer = setTimeout(flush, Math.max(FIRST_MILLISECONDS, lastAt + EVERY_MILLISECONDS - Date.now()));
    },
    forget: () => {
      told.clear();
    },
  };
}
