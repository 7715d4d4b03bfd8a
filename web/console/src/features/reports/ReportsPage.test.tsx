import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { ReportsPage } from './ReportsPage.tsx';

// Drawing needs sizes that the test browser has not.
vi.mock('../../shared/charts/DayChart.tsx', () => ({
  DayChart: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}));

const PATH = '/api/livetalk/v1/reports';
const SPREAD = { medianSeconds: 80, averageSeconds: 90, slowestTenthSeconds: 200 };
const MEASURES = {
  opened: 4,
  answered: 3,
  closed: 2,
  reopened: 0,
  visitorMessages: 9,
  agentMessages: 7,
  firstResponse: SPREAD,
  handling: null,
  rating: { count: 2, average: 4.5, counts: [0, 0, 0, 1, 1] },
};
const REPORT = {
  from: '2026-11-01',
  to: '2026-11-02',
  timeZone: 'Asia/Ho_Chi_Minh',
  totals: MEASURES,
  days: [{ key: '2026-11-01', measures: MEASURES }],
  agents: [{ key: 'a1', name: 'Lan', measures: MEASURES }, { measures: { ...MEASURES, opened: 1 } }],
  departments: [{ key: 'd1', name: 'Sales', measures: MEASURES }],
  channels: [{ key: 'livetalk', measures: MEASURES }],
};

describe('reports', () => {
  let suite: FakeSuite;

  beforeEach(() => {
    suite = new FakeSuite()
      .on(`GET ${PATH}`, () => ({ body: REPORT }))
      .on('GET /api/livetalk/v1/departments', () => ({ body: { items: [{ id: 'd1', name: 'Sales' }] } }));
  });

  it('[part TALK-9] show the first numbers, the picture and a table for each question', async () => {
    await show(<ReportsPage />, suite);
    const figures = await screen.findByTestId('report-figures');
    expect(figures).toHaveTextContent('75 % were answered');
    expect(figures).toHaveTextContent('1 min 20 s');
    expect(figures).toHaveTextContent('4.5 ★');
    expect(await screen.findByRole('img', { name: /Chart of conversations/ })).toBeInTheDocument();
    const agents = within(screen.getByTestId('report-agents'));
    expect(agents.getByRole('row', { name: /^Lan 4 3 2/ })).toBeInTheDocument();
    expect(agents.getByRole('row', { name: /^Nobody joined 1/ })).toBeInTheDocument();
  });

  it('[part TALK-9] ask again for other days', async () => {
    await show(<ReportsPage />, suite);
    await screen.findByTestId('report-figures');
    const before = suite.sent('GET', PATH).length;
    await user.click(screen.getByText('7 days'));
    await screen.findByTestId('report-figures');
    expect(suite.sent('GET', PATH).length).toBe(before + 1);
  });

  it('say so when there is nothing to report', async () => {
    suite.on(`GET ${PATH}`, () => ({ body: { ...REPORT, totals: { ...MEASURES, opened: 0 } } }));
    await show(<ReportsPage />, suite);
    expect(await screen.findByText('No conversations')).toBeInTheDocument();
  });
});
