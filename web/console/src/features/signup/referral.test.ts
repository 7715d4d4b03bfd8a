import { describe, expect, it } from 'vitest';
import { referralOf } from './referral.ts';

const VISIT = '01934b7e-6b1c-7c3f-8a52-2f3e4d5c6b7a';
const OTHER = '01934b7e-6b1c-7c3f-8a52-2f3e4d5c6b7b';

describe('who brought a business', () => {
  it('[part REF-2] is the link that was followed last', () => {
    expect(referralOf(`?ref=HOASEN7K&visit=${VISIT}`, `dakenh_referral=CAPHE234.${OTHER}`)).toEqual({
      referralCode: 'HOASEN7K',
      referralVisit: VISIT,
    });
  });

  it('[part REF-2] is what the browser kept of an earlier one', () => {
    expect(referralOf('', `a=b; dakenh_referral=CAPHE234.${OTHER}`)).toEqual({
      referralCode: 'CAPHE234',
      referralVisit: OTHER,
    });
  });

  it('never keeps anybody from signing up', () => {
    expect(referralOf('?ref=%3Cscript%3E', 'dakenh_referral=')).toEqual({});
    expect(referralOf('?ref=HOASEN7K&visit=1', '')).toEqual({ referralCode: 'HOASEN7K' });
  });
});
