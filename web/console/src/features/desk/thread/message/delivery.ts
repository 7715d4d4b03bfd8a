import type { Conversation, Message } from '@dakenh/socket';

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'delivered' | 'read';

type Marks = Pick<Conversation, 'otherReadSequence' | 'otherDeliveredSequence'>;

/** How far a stored message came: by the marks of its conversation, or as its Page or OA tells; null: it did not go out. */
export function deliveryOf(message: Message, channelled: boolean, marks: Marks): DeliveryState | null {
  const read = message.sequence <= marks.otherReadSequence;
  if (!channelled) {
    if (read) return 'read';
    return message.sequence <= (marks.otherDeliveredSequence ?? 0) ? 'delivered' : 'sent';
  }
  // No part yet: the connector has not been heard of it.
  const delivery = message.channel?.delivery ?? 'sending';
  if (delivery === 'failed') return null;
  return read && delivery !== 'sending' ? 'read' : delivery;
}
