import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';
import { usePages } from '../../shared/history/usePages.ts';

const REFERRAL = '/api/referral/v1';

const code = decoder(v.object({ code: v.string(), url: v.string(), createdAt: v.string() }));

export const STATES = ['registered', 'qualified', 'rewarded', 'rejected'] as const;
export type ReferralState = (typeof STATES)[number];

const referralSchema = v.object({
  id: v.string(),
  state: v.picklist(STATES),
  businessName: v.string(),
  rejectionReason: maybe(v.string()),
  waitingFor: v.array(v.string()),
  rewardedSeconds: v.number(),
  registeredAt: v.string(),
});

export type Referral = v.InferOutput<typeof referralSchema>;

const summarySchema = v.object({
  clicks: v.number(),
  visitors: v.number(),
  registered: v.number(),
  qualified: v.number(),
  rewarded: v.number(),
  rejected: v.number(),
  earnedSeconds: v.number(),
  earnedThisMonthSeconds: v.number(),
  monthlyCapSeconds: v.number(),
  referrerSeconds: v.number(),
  referredSeconds: v.number(),
});

export type Summary = v.InferOutput<typeof summarySchema>;

const referrals = decoder(page(referralSchema));
const summary = decoder(summarySchema);

export function useReferralCode() {
  const http = useHttp();
  return useQuery({
    queryKey: ['referral-code'],
    queryFn: async ({ signal }) => (await http.get(`${REFERRAL}/code`, code, { signal })).value,
  });
}

export function useSummary() {
  const http = useHttp();
  return useQuery({
    queryKey: ['referral-summary'],
    queryFn: async ({ signal }) => (await http.get(`${REFERRAL}/summary`, summary, { signal })).value,
  });
}

export function useReferrals(state: ReferralState | undefined) {
  return usePages({
    key: 'referrals',
    path: `${REFERRAL}/referrals`,
    decode: referrals,
    filter: { state },
    limit: 20,
  });
}
