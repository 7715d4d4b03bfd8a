import { configure, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { MinutesPage } from './MinutesPage.tsx';

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const ENTITLEMENT = {
  planCode: 'trial',
  planName: 'Dùng thử',
  month: '2026-11',
  monthlySecondsGranted: 3600,
  monthlySecondsUsed: 600,
  monthlySecondsLeft: 3000,
  bonusSecondsLeft: 900,
  bonusSecondsUsed: 0,
  heldSeconds: 0,
  overdraftSeconds: 0,
  level: 'ok',
  exhaustedPolicy: 'finish',
  incrementSeconds: 1,
  resetsAt: '2026-11-30T17:00:00Z',
};

const CALL = {
  id: 'c1',
  visitorName: 'Khách 4821',
  media: 'video',
  state: 'ended',
  outcome: 'completed',
  startedAt: '2026-11-23T05:00:00Z',
  joinedAt: '2026-11-23T05:00:12Z',
  durationSeconds: 65,
  chargedSeconds: 120,
  agents: [{ id: 'a1', name: 'Mai Anh' }],
};

const MISSED = {
  ...CALL,
  id: 'c2',
  outcome: 'missed',
  joinedAt: null,
  durationSeconds: 0,
  chargedSeconds: 0,
  agents: [],
};

let suite: FakeSuite;

beforeEach(() => {
  suite = new FakeSuite()
    .on('GET /api/billing/v1/entitlement', () => ({ body: ENTITLEMENT }))
    .on('GET /api/billing/v1/calls', () => ({ body: { items: [CALL, MISSED] } }))
    .on('GET /api/config/v1/staff', () => ({ body: { items: [] } }))
    .on('GET /api/billing/v1/statements', () => ({ body: { items: ['2026-11'] } }))
    .on('GET /api/billing/v1/statements/2026-11', () => ({
      body: {
        month: '2026-11',
        closed: false,
        planName: 'Dùng thử',
        grantedSeconds: 3600,
        usedSeconds: 600,
        usedFromMonthlySeconds: 600,
        usedFromBonusSeconds: 0,
        overdraftSeconds: 0,
        returnedSeconds: 0,
        bonusReceivedSeconds: 900,
        correctionSeconds: 0,
        calls: { all: 2, answered: 1, missed: 1 },
        days: [],
      },
    }));
});

describe('call minutes [MIN-1] [MIN-2]', () => {
  it('show what is left of both kinds', async () => {
    await show(<MinutesPage />, suite);
    expect(
      await screen.findByRole('img', { name: 'Minutes of the month: 50 min of 1 h 00 min left' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Bonus minutes: 15 min left' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByText('Trial plan')).toBeInTheDocument();
  });

  it('keep the name that an operator gave a plan', async () => {
    suite.on('GET /api/billing/v1/entitlement', () => ({ body: { ...ENTITLEMENT, planName: 'Tết 2027' } }));
    await show(<MinutesPage />, suite);
    expect(await screen.findByText('Tết 2027 plan')).toBeInTheDocument();
  });

  it('list calls with who, how long and what they cost', async () => {
    await show(<MinutesPage />, suite);
    const [answered, missed] = await screen.findAllByTestId('call-row');
    expect(answered).toHaveTextContent('Mai Anh');
    expect(answered).toHaveTextContent('1 min 05 s');
    expect(answered).toHaveTextContent('2 min');
    expect(missed).toHaveTextContent('Missed');
    expect(missed).toHaveTextContent('Nobody');
  });

  it('state a month, and say so when it had no calls [MIN-7]', async () => {
    await show(<MinutesPage />, suite);
    await user.click(await screen.findByRole('tab', { name: 'Statement' }));
    expect(await screen.findByText('No calls in this month.')).toBeInTheDocument();
    expect(screen.getByText('Bonus minutes received')).toBeInTheDocument();
  });

  it('say why they cannot be shown, and try again', async () => {
    let away = true;
    suite.on('GET /api/billing/v1/calls', () =>
      away ? Promise.reject(refusal(503, 'storage-unavailable')) : { body: { items: [CALL] } },
    );
    await show(<MinutesPage />, suite);
    const again = await screen.findByRole('button', { name: 'Try again' });
    away = false;
    await user.click(again);
    expect(await screen.findByTestId('call-row')).toBeInTheDocument();
  });
});

describe('warnings [MIN-5]', () => {
  it.each([
    ['warning-80', 'More than 80% of the call minutes are used'],
    ['warning-95', 'Call minutes are nearly used up'],
    ['exhausted', 'No call minutes left'],
  ])('are plain at %s', async (level, title) => {
    suite.on('GET /api/billing/v1/entitlement', () => ({ body: { ...ENTITLEMENT, level } }));
    await show(<MinutesPage />, suite);
    expect(await screen.findByRole('alert')).toHaveTextContent(title);
  });
});
