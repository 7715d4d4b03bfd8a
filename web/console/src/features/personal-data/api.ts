import type { Http } from '@dakenh/api-client';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';

const JOBS = '/api/livetalk/v1/personal-data-jobs';

const receipt = v.object({
  conversations: v.number(),
  messages: v.number(),
  files: v.number(),
  notes: v.number(),
});

const job = v.object({
  id: v.string(),
  kind: v.picklist(['export', 'erase']),
  visitorId: v.string(),
  requestedByName: v.fallback(v.string(), ''),
  requestedAt: v.string(),
  state: v.picklist(['waiting', 'done', 'failed']),
  finishedAt: maybe(v.string()),
  receipt: maybe(receipt),
  fileBytes: maybe(v.number()),
  expiresAt: maybe(v.string()),
});

const jobs = decoder(page(job));

export type Job = v.InferOutput<typeof job>;

export const JOBS_KEY = ['personal-data-jobs'] as const;

export async function loadJobs(http: Http, cursor: string | undefined, signal: AbortSignal) {
  return (await http.get(JOBS, jobs, { query: { cursor, limit: 20 }, signal })).value;
}

export function downloadExport(http: Http, id: string): Promise<Blob> {
  return http.download(`${JOBS}/${id}/file`, { accept: 'application/zip' });
}
