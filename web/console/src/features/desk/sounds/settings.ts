import { ProblemError } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe } from '../../../shared/api/decode.ts';
import { useHttp } from '../../../shared/api/HttpContext.ts';

const sound = v.object({ url: v.string(), volume: v.number() });

const settings = decoder(
  v.object({
    version: v.number(),
    sounds: v.object({
      message: maybe(sound),
      newConversation: maybe(sound),
      audioCall: maybe(sound),
      videoCall: maybe(sound),
    }),
  }),
);

export type DeskSound = v.InferOutput<typeof sound>;

export const DESK_SETTINGS_KEY = ['desk-settings'] as const;

/** What the owner decided for everybody's desk. */
export function useDeskSettings() {
  const http = useHttp();
  return useQuery({
    queryKey: DESK_SETTINGS_KEY,
    queryFn: async ({ signal }) =>
      (await http.get('/api/config/v1/desk-settings', settings, { signal })).value,
    staleTime: Number.POSITIVE_INFINITY,
    // A desk works without sounds; it asks again when it reconnects.
    retry: (failures, error) => failures < 3 && !(error instanceof ProblemError),
  });
}
