import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const KINDS = ['facebook', 'zalo'] as const;

const channels = decoder(
  page(
    v.object({
      id: v.string(),
      kind: v.picklist(KINDS),
      name: v.string(),
      pictureUrl: maybe(v.string()),
      state: v.string(),
      lastEventAt: maybe(v.string()),
    }),
  ),
);

const providers = decoder(
  page(
    v.object({
      kind: v.picklist(KINDS),
      configured: v.boolean(),
      reachable: maybe(v.boolean()),
    }),
  ),
);

export function useChannels() {
  const http = useHttp();
  return useQuery({
    queryKey: ['channels'],
    queryFn: async ({ signal }) =>
      (await http.get('/api/channels/v1/channels', channels, { query: { limit: 100 }, signal })).value.items,
  });
}

export function useProviders() {
  const http = useHttp();
  return useQuery({
    queryKey: ['providers'],
    queryFn: async ({ signal }) =>
      (await http.get('/api/channels/v1/providers', providers, { signal })).value.items,
  });
}
