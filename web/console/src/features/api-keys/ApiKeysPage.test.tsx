import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { ApiKeysPage } from './ApiKeysPage.tsx';

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const KEYS = '/api/config/v1/api-keys';

const warehouse = {
  id: 'k1',
  name: 'Kho',
  prefix: 'dk_3f9k2m8x1qab',
  scopes: ['reports:read'],
  createdBy: { id: 'hoa', name: 'Hoa' },
  createdAt: '2026-11-20T02:00:00Z',
};

let keys: object[];
let suite: FakeSuite;

beforeEach(() => {
  keys = [];
  suite = new FakeSuite()
    .on(`GET ${KEYS}`, () => ({ body: { items: keys } }))
    .on('GET /api/livetalk/v1/api-key-uses', () => ({ body: { items: [] } }))
    .on(`POST ${KEYS}`, () => {
      keys = [warehouse];
      return { body: { ...warehouse, key: 'dk_3f9k2m8x1qab_bi-mat' } };
    })
    .on(`POST ${KEYS}/k1/revoke`, () => {
      keys = [{ ...warehouse, revokedAt: '2026-11-23T02:00:00Z' }];
      return { body: keys[0] };
    });
});

describe('API keys [part INT-5]', () => {
  it('are made for chosen things, shown once, and not again', async () => {
    await show(<ApiKeysPage />, suite);
    expect(await screen.findByText('No keys yet')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Make a key' }));
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    expect(await screen.findByText('Choose at least one.')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Name'), ' Kho ');
    await user.click(screen.getByLabelText('Read reports'));
    await user.click(screen.getByRole('button', { name: 'Make the key' }));

    expect(await screen.findByTestId('secret')).toHaveValue('dk_3f9k2m8x1qab_bi-mat');
    expect(suite.sent('POST', '/api-keys')[0]?.body).toEqual({ name: 'Kho', scopes: ['reports:read'] });
    await user.keyboard('{Escape}');
    expect(screen.getByTestId('secret')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    await waitFor(() => {
      expect(screen.queryByTestId('secret')).toBeNull();
    });
    const row = within(await screen.findByTestId('api-key'));
    expect(row.getByText('dk_3f9k2m8x1qab…')).toBeInTheDocument();
    expect(row.getByText('Read reports')).toBeInTheDocument();
  });

  it('are revoked after a question', async () => {
    keys = [warehouse];
    await show(<ApiKeysPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Revoke key Kho' }));
    expect(suite.sent('POST', '/revoke')).toEqual([]);
    await user.click(await screen.findByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText('Revoked')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Revoke key Kho' })).toBeNull();
  });

  it('say when there are enough', async () => {
    suite.on(`POST ${KEYS}`, () => Promise.reject(refusal(422, 'api-key-limit-reached')));
    await show(<ApiKeysPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Make a key' }));
    await user.type(screen.getByLabelText('Name'), 'Kho');
    await user.click(screen.getByLabelText('Read reports'));
    await user.click(screen.getByRole('button', { name: 'Make the key' }));
    expect(await screen.findByText('There are 20 keys already. Revoke one first.')).toBeInTheDocument();
  });
});
