import type { Http } from '@dakenh/api-client';
import { etagOf } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const LABELS = '/api/livetalk/v1/labels';

const labelSchema = v.object({ id: v.string(), name: v.string(), color: v.string(), version: v.number() });
const label = decoder(labelSchema);
const labels = decoder(page(labelSchema));
const blocks = decoder(
  page(
    v.object({
      visitorId: v.string(),
      visitorName: v.fallback(v.string(), ''),
      reason: v.fallback(v.string(), ''),
      blockedByName: v.fallback(v.string(), ''),
      blockedAt: v.string(),
      expiresAt: maybe(v.string()),
    }),
  ),
);

export type Label = v.InferOutput<typeof labelSchema>;

/** Shared with the desk, which shows them. */
export const LABELS_KEY = ['labels'] as const;

export function useLabels() {
  const http = useHttp();
  return useQuery({
    queryKey: LABELS_KEY,
    queryFn: async ({ signal }) => (await http.get(LABELS, labels, { signal })).value.items,
  });
}

export interface LabelDraft {
  name: string;
  color: string;
}

export async function createLabel(http: Http, draft: LabelDraft) {
  return (await http.post(LABELS, draft, label)).value;
}

export async function changeLabel(http: Http, held: Label, draft: LabelDraft) {
  return (await http.put(`${LABELS}/${held.id}`, draft, label, { etag: etagOf(held.version) })).value;
}

export async function deleteLabel(http: Http, held: Label) {
  await http.delete(`${LABELS}/${held.id}`, { etag: etagOf(held.version) });
}

export async function loadBlocked(http: Http, cursor: string | undefined, signal: AbortSignal) {
  const query = { cursor, limit: 50 };
  return (await http.get('/api/livetalk/v1/visitor-blocks', blocks, { query, signal })).value;
}

export async function liftBlock(http: Http, visitorId: string) {
  await http.delete(`/api/livetalk/v1/visitors/${visitorId}/block`);
}
