import type { Contracts, Reads } from '@dakenh/api-client';
import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { usePages } from '../../shared/history/usePages.ts';

const BILLING = '/api/billing/v1';
/** Calls run while the page is open; this often what they hold is read anew. */
const FRESH_MS = 15_000;

const entitlementSchema = v.object({
  planCode: v.string(),
  planName: v.string(),
  month: v.string(),
  monthlySecondsGranted: v.number(),
  monthlySecondsUsed: v.number(),
  monthlySecondsLeft: v.number(),
  bonusSecondsLeft: v.number(),
  bonusSecondsUsed: v.number(),
  heldSeconds: v.number(),
  overdraftSeconds: v.number(),
  level: v.string(),
  exhaustedPolicy: v.string(),
  incrementSeconds: v.number(),
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

const callSchema = v.object({
  id: v.string(),
  visitorName: v.string(),
  media: v.string(),
  state: v.string(),
  outcome: maybe(v.string()),
  startedAt: v.string(),
  joinedAt: maybe(v.string()),
  durationSeconds: v.number(),
  chargedSeconds: v.number(),
  fault: maybe(v.string()),
  agents: v.array(v.object({ id: v.string(), name: v.string() })),
});

export type Call = v.InferOutput<typeof callSchema>;

const daySchema = v.object({
  date: v.string(),
  audioSeconds: v.number(),
  videoSeconds: v.number(),
  answered: v.number(),
  missed: v.number(),
});

export type StatementDay = v.InferOutput<typeof daySchema>;

const statementSchema = v.object({
  month: v.string(),
  closed: v.boolean(),
  planName: v.string(),
  grantedSeconds: v.number(),
  usedSeconds: v.number(),
  usedFromMonthlySeconds: v.number(),
  usedFromBonusSeconds: v.number(),
  overdraftSeconds: v.number(),
  returnedSeconds: v.number(),
  bonusReceivedSeconds: v.number(),
  correctionSeconds: v.number(),
  calls: v.object({ all: v.number(), answered: v.number(), missed: v.number() }),
  days: v.array(daySchema),
});

export type Statement = v.InferOutput<typeof statementSchema>;

const entitlement = decoder(entitlementSchema);
const entries = decoder(page(entrySchema));
const calls = decoder(page(callSchema));
const months = decoder(v.object({ items: v.array(v.string()) }));
const statement = decoder(statementSchema);

export interface CallFilter {
  from?: string | undefined;
  to?: string | undefined;
  media?: string | undefined;
  agentId?: string | undefined;
  outcome?: string | undefined;
}

export function useEntitlement() {
  const http = useHttp();
  return useQuery({
    queryKey: ['entitlement'],
    queryFn: async ({ signal }) => (await http.get(`${BILLING}/entitlement`, entitlement, { signal })).value,
    refetchInterval: FRESH_MS,
  });
}

export function useCalls(filter: CallFilter) {
  return usePages({ key: 'calls', path: `${BILLING}/calls`, decode: calls, filter, limit: 20 });
}

export function useCallsFile() {
  const http = useHttp();
  return (filter: CallFilter) =>
    http.download(`${BILLING}/calls.csv`, { query: { ...filter }, accept: 'text/csv' });
}

export function useMonths() {
  const http = useHttp();
  return useQuery({
    queryKey: ['statements'],
    queryFn: async ({ signal }) => (await http.get(`${BILLING}/statements`, months, { signal })).value.items,
  });
}

export function useStatement(month: string | undefined) {
  const http = useHttp();
  return useQuery({
    queryKey: ['statement', month],
    enabled: month !== undefined,
    queryFn: async ({ signal }) =>
      (await http.get(`${BILLING}/statements/${month ?? ''}`, statement, { signal })).value,
  });
}

export function useLedgerEntries() {
  return usePages({ key: 'ledger-entries', path: `${BILLING}/ledger-entries`, decode: entries, limit: 20 });
}
