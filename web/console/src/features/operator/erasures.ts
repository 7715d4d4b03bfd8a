import type { Contracts, Http, Reads } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { usePages } from '../../shared/history/usePages.ts';

const ERASURES = '/api/config/v1/erasures';
const WATCH_MILLISECONDS = 2000;

export const ERASURES_KEY = 'operator-erasures';

const counted = v.object({ what: v.string(), count: v.number() });

const erasureSchema = v.object({
  id: v.string(),
  tenantId: v.string(),
  name: maybe(v.string()),
  nameHash: v.string(),
  reason: v.string(),
  requestedBy: maybe(v.string()),
  requestedAt: v.string(),
  completedAt: maybe(v.string()),
  services: v.array(
    v.object({
      service: v.string(),
      state: v.picklist(['waiting', 'erased']),
      erasedAt: maybe(v.string()),
      erased: v.array(counted),
      kept: v.array(counted),
    }),
  ),
});

type Read = v.InferOutput<typeof erasureSchema>;

export type Erasure = Reads<Omit<Contracts['config']['ErasureView'], 'services'>, Omit<Read, 'services'>> &
  Pick<Read, 'services'>;

const erasure = decoder(erasureSchema);
const erasures = decoder(page(erasureSchema));

/** Asks for the business to be erased, or finds what was asked before; gives its id. */
export async function eraseTenant(http: Http, tenantId: string, body: { name: string; reason: string }) {
  const path = `/api/config/v1/tenants/${tenantId}/erasures`;
  return (await http.post(path, body, erasure)).value.id;
}

export function useErasures() {
  return usePages({ key: ERASURES_KEY, path: ERASURES, decode: erasures, filter: {}, limit: 10 });
}

/** Looks again until it is over. */
export function useErasure(id: string) {
  const http = useHttp();
  return useQuery({
    queryKey: [ERASURES_KEY, 'one', id],
    queryFn: async ({ signal }) => (await http.get(`${ERASURES}/${id}`, erasure, { signal })).value,
    refetchInterval: ({ state }) => (state.data?.completedAt === undefined ? WATCH_MILLISECONDS : false),
  });
}

/** The receipt as the server gives it. */
export async function receiptOf(http: Http, id: string) {
  return (await http.get(`${ERASURES}/${id}/receipt`, erasure)).value;
}
