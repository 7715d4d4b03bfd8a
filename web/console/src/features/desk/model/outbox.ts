import * as v from 'valibot';
import { tabStorage } from '../../../shared/lib/storage.ts';
import { attachmentSchema, replySchema } from '../api/schemas.ts';
import type { Outgoing } from './state.ts';

const outboxSchema = v.array(
  v.object({
    clientMessageId: v.string(),
    conversationId: v.string(),
    text: v.string(),
    createdAt: v.string(),
    state: v.picklist(['sending', 'failed']),
    code: v.exactOptional(v.string()),
    attachments: v.exactOptional(v.array(attachmentSchema)),
    replyTo: v.exactOptional(replySchema),
    manner: v.exactOptional(
      v.object({ charged: v.exactOptional(v.literal(true)), mode: v.exactOptional(v.literal('private')) }),
    ),
  }),
);

const keyOf = (meId: string) => `dakenh.outbox.${meId}`;

/** What was not acknowledged yet survives a reload of the tab, and no longer than the tab. */
export function keepOutbox(meId: string, outgoing: readonly Outgoing[]): void {
  if (outgoing.length === 0) tabStorage.remove(keyOf(meId));
  else tabStorage.write(keyOf(meId), JSON.stringify(outgoing));
}

export function keptOutbox(meId: string): Outgoing[] {
  const kept = tabStorage.read(keyOf(meId));
  if (kept === null) return [];
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), outboxSchema), kept);
  return parsed.success ? parsed.output : [];
}
