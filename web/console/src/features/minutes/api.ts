import type { Contracts, Reads } from '@dakenh/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const entitlementSchema = v.object({
  planCode: v.string(),
  month: v.string(),
  monthlySecondsGranted: v.number(),
  monthlySecondsUsed: v.number(),
  monthlySecondsLeft: v.number(),
  bonusSecondsLeft: v.number(),
  resetsAt: v.string(),
});

export type Entitlement = Reads<
  Contracts['billing']['EntitlementView'],
  v.InferOutput<typeof entitlementSchema>
>;

const entrySchema = v.object({
  id: v.string(),
  account: v.string(),
  seconds: v.number(),
  balanceAfterSeconds: v.number(),
  cause: v.string(),
  occurredAt: v.string(),
});

export type LedgerEntry = Reads<Contracts['billing']['LedgerEntryView'], v.InferOutput<typeof entrySchema>>;

const entitlement = decoder(entitlementSchema);
const entries = decoder(page(entrySchema));

export function useEntitlement() {
  const http = useHttp();
  return useQuery({
    queryKey: ['entitlement'],
    queryFn: async ({ signal }) =>
      (await http.get('/api/billing/v1/entitlement', entitlement, { signal })).value,
  });
}

export function useLedgerEntries() {
  const http = useHttp();
  return useInfiniteQuery({
    queryKey: ['ledger-entries'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: 20, cursor: pageParam };
      return (await http.get('/api/billing/v1/ledger-entries', entries, { query, signal })).value;
    },
    getNextPageParam: (last) => last.nextCursor,
  });
}
