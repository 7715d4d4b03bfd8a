import type { Conversation } from '@dakenh/socket';
import type { DeskState } from './state.ts';

/** Something an agent should hear of. */
export type Arrival = 'message' | 'offer';

/**
 * What came between two states: messages of visitors in conversations one knew already, and offers. Comparing states
 * rather than listening to frames counts each once, however it came: pushed, resumed after a pause, or loaded.
 */
export function arrivals(before: DeskState, after: DeskState): Arrival[] {
  const found: Arrival[] = [];
  if (before.offers !== after.offers) {
    const known = new Set(before.offers.map((offer) => offer.id));
    const fresh = after.offers.filter((offer) => offer.kind !== 'call' && !known.has(offer.id));
    // The tone of new conversations is the website's; a customer of a Page or OA has sent a message.
    if (fresh.some((offer) => offer.channelKind === 'livetalk')) found.push('offer');
    else if (fresh.length > 0) found.push('message');
  }
  if (before.conversations !== after.conversations) {
    for (const [id, conversation] of after.conversations) {
      const held = before.conversations.get(id);
      const { lastMessage } = conversation;
      if (!held || held === conversation || !lastMessage || !concerns(held, after.meId)) continue;
      if (lastMessage.author.kind === 'visitor' && lastMessage.sequence > held.lastSequence) {
        if (!found.includes('message')) found.push('message');
        break;
      }
    }
  }
  return found;
}

/** Colleagues hear of their own; for the first message of a conversation its offer rings, to whom it is offered. */
function concerns(held: Conversation, meId: string): boolean {
  if (held.agents.length === 0) return held.lastSequence > 0;
  return held.agents.some((agent) => agent.id === meId);
}
