import type { Conversation } from '@dakenh/socket';
import { isMine } from '../model/select.ts';
import type { DeskState } from '../model/state.ts';

/** Own conversations in which a visitor said something between two states. */
export function newlyHeard(before: DeskState, after: DeskState): Conversation[] {
  if (before.conversations === after.conversations) return [];
  const found: Conversation[] = [];
  for (const [id, conversation] of after.conversations) {
    const held = before.conversations.get(id);
    const { lastMessage } = conversation;
    if (!held || held === conversation || lastMessage?.author.kind !== 'visitor') continue;
    if (lastMessage.sequence > held.lastSequence && isMine(conversation, after.meId))
      found.push(conversation);
  }
  return found;
}
