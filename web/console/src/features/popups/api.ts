import type { Contracts, Reads } from '@dakenh/api-client';
import { useMutation } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { sectionPath } from '../../shared/section/contract.ts';
import type { Popups } from './content.ts';

const explanationSchema = v.object({
  normalizedUrl: v.string(),
  shows: v.picklist(['popup', 'fallback', 'nothing']),
  popup: maybe(v.object({ id: v.string(), title: v.string(), path: v.string() })),
  afterSeconds: maybe(v.number()),
  reason: v.string(),
  candidates: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      path: v.string(),
      matches: v.boolean(),
      reason: v.string(),
    }),
  ),
});

export type Explanation = Reads<
  Contracts['config']['PopupExplanation'],
  v.InferOutput<typeof explanationSchema>
>;

/** Asks the server what the form would show on a page. */
export function useExplain() {
  const http = useHttp();
  return useMutation({
    mutationFn: async (question: { url: string; content: Popups }) =>
      (await http.post(`${sectionPath('popups')}/explain`, question, decoder(explanationSchema))).value,
  });
}
