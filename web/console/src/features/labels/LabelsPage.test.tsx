import { configure, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { BlockedPage } from './BlockedPage.tsx';
import { LabelsPage } from './LabelsPage.tsx';

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const LABELS = '/api/livetalk/v1/labels';

let labels: { id: string; name: string; color: string; version: number }[];
let suite: FakeSuite;

beforeEach(() => {
  labels = [{ id: 'vip', name: 'VIP', color: '#cc0000', version: 3 }];
  suite = new FakeSuite()
    .on(`GET ${LABELS}`, () => ({ body: { items: labels } }))
    .on(`POST ${LABELS}`, ({ body }) => {
      const created = { id: 'new', version: 1, ...Object(body) };
      labels = [...labels, created];
      return { body: created };
    })
    .on(`DELETE ${LABELS}/vip`, () => {
      labels = [];
      return { body: undefined };
    });
});

describe('labels [TALK-3]', () => {
  it('are added, and shown at once', async () => {
    await show(<LabelsPage />, suite);
    await user.type(await screen.findByTestId('new-label'), ' Khiếu nại {Enter}');
    await waitFor(() => {
      expect(screen.getAllByTestId('label-row')).toHaveLength(2);
    });
    expect(suite.sent('POST', '/labels')[0]?.body).toMatchObject({ name: 'Khiếu nại' });
    expect(screen.getByTestId('new-label')).toHaveValue('');
  });

  it('are deleted after a question, in the version that was seen', async () => {
    await show(<LabelsPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Delete label VIP' }));
    expect(suite.sent('DELETE', '/vip')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Delete label' }));
    await waitFor(() => {
      expect(screen.queryAllByTestId('label-row')).toEqual([]);
    });
    expect(suite.sent('DELETE', '/vip')[0]?.etag).toBe('"3"');
  });

  it('say why a name is refused', async () => {
    suite.on(`POST ${LABELS}`, () => Promise.reject(refusal(409, 'label-name-exists')));
    await show(<LabelsPage />, suite);
    await user.type(await screen.findByTestId('new-label'), 'vip{Enter}');
    expect(await screen.findByText('There is a label of this name already.')).toBeInTheDocument();
    expect(screen.getByTestId('new-label')).toHaveValue('vip');
  });
});

describe('blocked visitors [TALK-8]', () => {
  it('are listed with the reason, and let back in', async () => {
    let items = [
      {
        visitorId: 'v1',
        visitorName: 'Khách 1234',
        reason: 'Quảng cáo',
        blockedBy: 'lan',
        blockedByName: 'Lan',
        blockedAt: '2026-11-23T02:00:00Z',
      },
    ];
    suite
      .on('GET /api/livetalk/v1/visitor-blocks', () => ({ body: { items } }))
      .on('DELETE /api/livetalk/v1/visitors/v1/block', () => {
        items = [];
        return { body: undefined };
      });
    await show(<BlockedPage />, suite);
    expect(await screen.findByTestId('blocked-visitor')).toHaveTextContent('Quảng cáo');
    await user.click(screen.getByRole('button', { name: 'Unblock' }));
    expect(await screen.findByText('Nobody is blocked')).toBeInTheDocument();
  });
});
