import type { Contracts, Reads } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, page } from './decode.ts';
import { useHttp } from './HttpContext.ts';

/** Canned messages, as the console edits and the desk inserts them. */
export const cannedSchema = v.object({
  id: v.string(),
  name: v.string(),
  content: v.string(),
  departmentIds: v.array(v.string()),
  mediaIds: v.array(v.string()),
  version: v.number(),
});

export type CannedMessage = Reads<Contracts['config']['CannedView'], v.InferOutput<typeof cannedSchema>>;

export const CANNED_PATH = '/api/config/v1/canned-messages';
export const CANNED_KEY = ['canned-messages'] as const;
/** The server's own bounds. */
export const CANNED_MOST = 500;

const several = decoder(page(cannedSchema));

/** All that the signed-in person may use, by name; at most as many as one page holds. */
export function useCannedMessages(enabled = true) {
  const http = useHttp();
  return useQuery({
    queryKey: CANNED_KEY,
    enabled,
    queryFn: async ({ signal }) =>
      (await http.get(CANNED_PATH, several, { query: { limit: CANNED_MOST }, signal })).value.items,
    staleTime: 60_000,
  });
}
