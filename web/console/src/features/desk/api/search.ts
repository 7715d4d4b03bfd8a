import type { Http } from '@dakenh/api-client';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../../shared/api/decode.ts';
import { conversationSchema } from './schemas.ts';

export const SEARCH_PAGE = 20;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const hits = decoder(
  page(
    v.object({
      conversation: conversationSchema,
      /** Of the message; the words are the visitor's name or contact where there is none. */
      sequence: maybe(count),
      author: maybe(v.object({ kind: v.string(), id: v.string(), name: v.fallback(v.string(), '') })),
      at: v.string(),
      excerpt: v.string(),
      highlights: v.array(v.object({ start: count, end: count })),
    }),
  ),
);

/** What stands in any conversation one may see, newest first. */
export async function search(http: Http, q: string, cursor: string | undefined, signal: AbortSignal) {
  const query = { q, limit: SEARCH_PAGE, cursor };
  return (await http.get('/api/livetalk/v1/search', hits, { query, signal })).value;
}

export type SearchHit = Awaited<ReturnType<typeof search>>['items'][number];
