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
    .on('GET /api/config/v1/erasures', () => ({ body: { items: [] } }))
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

  it('are erased by whoever types the name, and leave a receipt', async () => {
    const erasure = {
      id: 'e1',
      tenantId: 't1',
      name: 'Cà phê Mộc',
      nameHash: 'abc',
      reason: 'Asked for it',
      requestedBy: null,
      requestedAt: '2026-11-24T05:00:00Z',
      completedAt: null as string | null,
      services: [
        { service: 'billing-minutes-service', state: 'waiting', erasedAt: null, erased: [], kept: [] },
      ] as unknown[],
    };
    let shown = erasure;
    suite
      .on('GET /api/config/v1/tenants', () => ({ body: { items: [{ ...tenant, status: 'suspended' }] } }))
      .on('POST /api/config/v1/tenants/t1/erasures', () => ({ status: 202, body: erasure }))
      .on('GET /api/config/v1/erasures/e1', () => ({ body: shown }));
    await show(<OperatorPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Erase for good' }));
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Erase for good' });
    await user.type(within(dialog).getByLabelText('Reason'), 'Asked for it');
    await user.type(within(dialog).getByLabelText(/Type the name/), 'Cà phê');
    expect(confirm).toBeDisabled();
    await user.type(within(dialog).getByLabelText(/Type the name/), ' Mộc');
    await user.click(confirm);
    await waitFor(() => {
      expect(suite.sent('POST', '/erasures')).toEqual([
        expect.objectContaining({ body: { name: 'Cà phê Mộc', reason: 'Asked for it' } }),
      ]);
    });
    expect(await screen.findByText('Waiting')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Download receipt' })).toBeDisabled();
    shown = {
      ...erasure,
      completedAt: '2026-11-24T05:00:09Z',
      services: [
        {
          service: 'billing-minutes-service',
          state: 'erased',
          erasedAt: '2026-11-24T05:00:08Z',
          erased: [{ what: 'call_record', count: 12 }],
          kept: [{ what: 'ledger_transfer', count: 4 }],
        },
      ],
    };
    expect(await screen.findByText('call_record: 12')).toBeInTheDocument();
    expect(screen.getByText('Kept by law: ledger_transfer: 4')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Download receipt' })).toBeEnabled();
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
