import { configure, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { ReferralPage } from './ReferralPage.tsx';

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const referral = {
  id: 'r1',
  businessName: 'Cà phê Mộc',
  state: 'rewarded',
  rejectionReason: null,
  waitingFor: [],
  rewardedSeconds: 1800,
  registeredAt: '2026-11-20T05:00:00Z',
};

let suite: FakeSuite;

beforeEach(() => {
  suite = new FakeSuite()
    .on('GET /api/referral/v1/code', () => ({
      body: {
        code: 'HOASEN7K',
        url: 'https://dakenh.example/r/HOASEN7K',
        createdAt: '2026-11-01T05:00:00Z',
      },
    }))
    .on('GET /api/referral/v1/summary', () => ({
      body: {
        clicks: 12,
        visitors: 9,
        registered: 1,
        qualified: 0,
        rewarded: 1,
        rejected: 1,
        earnedSeconds: 1800,
        earnedThisMonthSeconds: 1800,
        monthlyCapSeconds: 36_000,
        referrerSeconds: 1800,
        referredSeconds: 900,
      },
    }))
    .on('GET /api/referral/v1/referrals', () => ({ body: { items: [referral] } }));
});

describe('the link [REF-1]', () => {
  it('can be copied, and says what both gain', async () => {
    await show(<ReferralPage />, suite);
    const link = await screen.findByLabelText('Referral link');
    expect(link).toHaveValue('https://dakenh.example/r/HOASEN7K');
    await user.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toBe('https://dakenh.example/r/HOASEN7K');
    expect(await screen.findByText(/You receive 30 min, they receive 15 min/)).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'QR code of the referral link' })).toBeInTheDocument();
  });
});

describe('the history [REF-4]', () => {
  it('says what came of each business, and why', async () => {
    suite.on('GET /api/referral/v1/referrals', () => ({
      body: {
        items: [
          referral,
          { ...referral, id: 'r2', state: 'rejected', rejectionReason: 'same-domain', rewardedSeconds: 0 },
          { ...referral, id: 'r3', state: 'registered', waitingFor: ['verified-email'], rewardedSeconds: 0 },
          { ...referral, id: 'r4', state: 'rejected', rejectionReason: 'of-tomorrow', rewardedSeconds: 0 },
        ],
      },
    }));
    await show(<ReferralPage />, suite);
    const rows = await screen.findAllByTestId('referral-row');
    expect(rows[0]).toHaveTextContent('+30 min');
    expect(rows[1]).toHaveTextContent('Both owners share an e-mail domain');
    expect(rows[2]).toHaveTextContent('Waiting for the e-mail to be verified');
    expect(rows[3]).toHaveTextContent('Not eligible');
  });

  it('invites to begin when it is empty', async () => {
    suite.on('GET /api/referral/v1/referrals', () => ({ body: { items: [] } }));
    await show(<ReferralPage />, suite);
    expect(await screen.findByText('No businesses yet')).toBeInTheDocument();
  });
});
