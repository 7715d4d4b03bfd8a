import type { Conversation } from '@dakenh/socket';
import type { DeskState, ListFilter, View } from './state.ts';

export function isMine(conversation: Conversation, meId: string): boolean {
  return conversation.agents.some((agent) => agent.id === meId);
}

export function belongsTo(view: View, conversation: Conversation, meId: string): boolean {
  switch (view) {
    case 'mine':
      return (
        conversation.state === 'open' && conversation.snoozedUntil === undefined && isMine(conversation, meId)
      );
    case 'waiting':
      return conversation.state === 'open' && (conversation.waiting ?? conversation.agents.length === 0);
    case 'all':
      return true;
    case 'closed':
      return conversation.state === 'closed';
    case 'snoozed':
      return conversation.snoozedUntil !== undefined;
    case 'mentions':
      // Only the server knows who was mentioned where.
      return false;
  }
}

export function passes(filter: ListFilter, conversation: Conversation): boolean {
  const { labelId, departmentId, channelKind } = filter;
  return (
    (labelId === undefined || (conversation.labels ?? []).includes(labelId)) &&
    (departmentId === undefined || conversation.departmentId === departmentId) &&
    (channelKind === undefined || conversation.channelKind === channelKind)
  );
}

export function activityOf(conversation: Conversation): number {
  const instant = conversation.lastMessage?.sentAt ?? conversation.openedAt;
  return new Date(instant).getTime();
}

/** What a list shows: its loaded pages and whatever the socket told about, newest activity first. */
export function inView(
  state: Pick<DeskState, 'conversations' | 'live' | 'meId'>,
  view: View,
  loadedIds: readonly string[],
  filter: ListFilter = {},
): Conversation[] {
  const found: Conversation[] = [];
  const ids = view === 'mentions' ? loadedIds : new Set([...loadedIds, ...state.live]);
  for (const id of ids) {
    const conversation = state.conversations.get(id);
    if (!conversation || !passes(filter, conversation)) continue;
    if (view === 'mentions' || belongsTo(view, conversation, state.meId)) found.push(conversation);
  }
  return found.sort((one, other) => activityOf(other) - activityOf(one) || (one.id < other.id ? 1 : -1));
}

export function unreadOf(conversation: Conversation): number {
  return Math.max(0, conversation.lastSequence - conversation.readSequence);
}

/** Unread messages of the conversations one takes part in: the number on the tab. */
export function unreadTotal(state: DeskState): number {
  let total = 0;
  for (const conversation of state.conversations.values()) {
    if (belongsTo('mine', conversation, state.meId)) total += unreadOf(conversation);
  }
  return total;
}
