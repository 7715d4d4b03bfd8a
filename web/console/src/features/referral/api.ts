import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { decoder, maybe, page } from '../../shared/api/decode.ts';
import { useHttp } from '../../shared/api/HttpContext.ts';

const code = decoder(v.object({ code: v.string(), url: v.string(), createdAt: v.string() }));

const STATES = ['registered', 'qualified', 'rewarded', 'rejected'] as const;

const referrals = decoder(
  page(
    v.object({
      id: v.string(),
      state: v.picklist(STATES),
      businessName: maybe(v.string()),
      registeredAt: v.string(),
    }),
  ),
);

export function useReferralCode() {
  const http = useHttp();
  return useQuery({
    queryKey: ['referral-code'],
    queryFn: async ({ signal }) => (await http.get('/api/referral/v1/code', code, { signal })).value,
  });
}

export function useReferrals() {
  const http = useHttp();
  return useQuery({
    queryKey: ['referrals'],
    queryFn: async ({ signal }) =>
      (await http.get('/api/referral/v1/referrals', referrals, { query: { limit: 100 }, signal })).value
        .items,
  });
}
