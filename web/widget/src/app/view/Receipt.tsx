import type { Conversation } from '@dakenh/socket';
import { createReceipts } from '@dakenh/socket';
import type { JSX } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import { useLanguage } from '../locale/language.ts';
import { addStyle } from '../style.ts';
import type { Talk } from '../talk/talk.ts';
import css from './receipt.css?inline';
import { useTalk } from './useTalk.ts';

addStyle(css);

interface ReceiptProps {
  /** Of the last message written here; without one there is nothing to show, only to tell. */
  sequence?: number;
  summary?: Conversation | undefined;
}

const TEXTS = {
  vi: { sent: 'Đã gửi', delivered: 'Đã nhận', seen: 'Đã xem' },
  en: { sent: 'Sent', delivered: 'Delivered', seen: 'Seen' },
};
const TICK = 'm2 8 4 4 7-8';
const TICKS = `${TICK}M10 11l1 1 7-8`;

/** Of each conversation: up to where somebody of the business has it, as told since the last summary. */
const arrived = new Map<string, number>();
const watched = new WeakSet<Talk>();

/** Says what has reached this window, open or not, and hears what has reached the others. */
function watch(talk: Talk): void {
  if (watched.has(talk)) return;
  watched.add(talk);
  const receipts = createReceipts(
    () => talk.state().conversations.filter((held) => held.lastMessage?.author.kind !== 'visitor'),
    (frame) => talk.socket.tell(frame),
  );
  talk.onFrame((frame) => {
    if (frame.type === 'ready') {
      receipts.forget();
      receipts.look();
    } else if (frame.type === 'delivered' && frame.participant.kind !== 'visitor') {
      arrived.set(frame.conversationId, Math.max(arrived.get(frame.conversationId) ?? 0, frame.sequence));
    }
  });
  talk.subscribe(receipts.look);
  receipts.look();
}

export default function Receipt({ sequence, summary }: ReceiptProps): JSX.Element | null {
  const talk = useTalk();
  const { locale } = useLanguage();
  const [, show] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    watch(talk);
    return talk.onFrame((frame) => {
      if (frame.type === 'delivered') show(undefined);
    });
  }, [talk]);
  if (sequence === undefined) return null;
  const { id = '', otherReadSequence = 0, otherDeliveredSequence = 0 } = summary ?? {};
  const has = Math.max(otherDeliveredSequence, arrived.get(id) ?? 0);
  const state = otherReadSequence >= sequence ? 'seen' : has >= sequence ? 'delivered' : 'sent';
  return (
    <span class="receipt" data-state={state}>
      {' · '}
      <svg viewBox="0 0 20 16" aria-hidden="true">
        <path d={state === 'sent' ? TICK : TICKS} />
      </svg>{' '}
      {TEXTS[locale][state]}
    </span>
  );
}
