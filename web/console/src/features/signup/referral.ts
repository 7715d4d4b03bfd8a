import type { Referral } from './api.ts';

const COOKIE = 'dakenh_referral';
const CODE = /^[A-Za-z0-9]{4,32}$/;
const VISIT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function of(code: string | null | undefined, visit: string | null | undefined): Referral {
  if (!code || !CODE.test(code)) return {};
  return visit && VISIT.test(visit) ? { referralCode: code, referralVisit: visit } : { referralCode: code };
}

/** Who brought this business: the link that was just followed, else what the browser kept of one for 30 days. */
export function referralOf(search: string, cookies: string): Referral {
  const query = new URLSearchParams(search);
  const followed = of(query.get('ref'), query.get('visit'));
  if (followed.referralCode !== undefined) return followed;
  const kept = cookies
    .split('; ')
    .find((each) => each.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)
    .split('.');
  return of(kept?.[0], kept?.[1]);
}
