import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { OperatorPage } from './OperatorPage.tsx';

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const tenant = {
  id: 't1',
  name: 'Cà phê Mộc',
  status: 'active',
  statusReason: null,
  widgetKey: 'k',
  createdAt: '2026-11-20T05:00:00Z',
  version: 4,
};

let suite: FakeSuite;

beforeEach(() => {
  suite = new FakeSuite()
    .on('GET /api/config/v1/tenants', () => ({ body: { items: [tenant] } }))
    .on('GET /api/billing/v1/operator/plans', () => ({
      body: {
        items: [
          { code: 'trial', name: 'Trial' },
          { code: 'shop', name: 'Shop' },
        ],
      },
    }))
    .on('GET /api/billing/v1/operator/tenants/t1/entitlement', () => ({ body: { planCode: 'trial' } }))
    .on('POST /api/billing/v1/operator/tenants/t1/plan-changes', () => ({ body: { planCode: 'shop' } }))
    .on('PUT /api/config/v1/tenants/t1/status', () => ({
      body: { ...tenant, status: 'suspended', version: 5 },
    }));
});

describe('the businesses', () => {
  it('are suspended with a reason, as they were shown', async () => {
    await show(<OperatorPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Suspend' }));
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Suspend' });
    expect(confirm).toBeDisabled();
    await user.type(within(dialog).getByLabelText('Reason'), 'Unpaid');
    await user.click(confirm);
    await waitFor(() => {
      expect(suite.sent('PUT', '/status')).toEqual([
        expect.objectContaining({ body: { status: 'suspended', reason: 'Unpaid' }, etag: '"4"' }),
      ]);
    });
    expect(await screen.findByText('Saved.')).toBeInTheDocument();
    expect(suite.sent('GET', '/tenants').length).toBeGreaterThan(1);
  });

  it('are looked at again when somebody else was faster', async () => {
    suite.on('PUT /api/config/v1/tenants/t1/status', () => {
      throw refusal(412, 'etag-mismatch');
    });
    await show(<OperatorPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Suspend' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Reason'), 'Unpaid');
    await user.click(within(dialog).getByRole('button', { name: 'Suspend' }));
    expect(await screen.findByText(/Somebody else just changed/)).toBeInTheDocument();
  });

  it('get another plan', async () => {
    await show(<OperatorPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Change plan' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('Plan now: Trial')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('radio', { name: 'Shop' }));
    await user.click(within(dialog).getByRole('radio', { name: 'From next month on' }));
    await user.type(within(dialog).getByLabelText('Reason'), 'Asked for it');
    await user.click(within(dialog).getByRole('button', { name: 'Change plan' }));
    await waitFor(() => {
      expect(suite.sent('POST', '/plan-changes')).toEqual([
        expect.objectContaining({
          body: { planCode: 'shop', mode: 'next-month', reason: 'Asked for it' },
        }),
      ]);
    });
  });
});
