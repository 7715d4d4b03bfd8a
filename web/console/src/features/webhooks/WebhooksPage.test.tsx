import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { WebhooksPage } from './WebhooksPage.tsx';

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const HOOKS = '/api/livetalk/v1/webhooks';

const shop = {
  id: 'w1',
  name: 'Kho',
  url: 'https://example.vn/hook',
  events: ['message.received'],
  state: 'active',
  version: 4,
};

const failed = {
  id: 'd1',
  eventId: 'e1',
  type: 'message.received',
  occurredAt: '2026-11-23T02:00:00Z',
  state: 'failed',
  attempts: 10,
  status: 503,
  durationMilliseconds: 120,
  answer: '<b>hỏng</b>',
};

let hooks: object[];
let suite: FakeSuite;

beforeEach(() => {
  hooks = [shop];
  suite = new FakeSuite()
    .on(`GET ${HOOKS}`, () => ({ body: { items: hooks } }))
    .on(`GET ${HOOKS}/w1/deliveries`, () => ({ body: { items: [failed] } }))
    .on(`POST ${HOOKS}`, () => {
      hooks = [shop];
      return { body: { ...shop, secret: 'whsec_bi-mat' } };
    })
    .on(`PUT ${HOOKS}/w1`, () => ({ body: { ...shop, version: 5 } }))
    .on(`POST ${HOOKS}/w1/test`, () => ({ body: { ...failed, type: 'test', state: 'waiting' } }))
    .on(`POST ${HOOKS}/w1/secret/rotate`, () => ({ body: { ...shop, secret: 'whsec_moi' } }))
    .on(`POST ${HOOKS}/w1/deliveries/d1/replay`, () => ({ body: { ...failed, state: 'waiting' } }))
    .on(`DELETE ${HOOKS}/w1`, () => {
      hooks = [];
      return { body: undefined };
    });
});

describe('webhooks [part INT-5]', () => {
  it('are added for chosen events, and show their secret once', async () => {
    hooks = [];
    await show(<WebhooksPage />, suite);
    expect(await screen.findByText('No webhooks yet')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add webhook' }));
    await user.type(screen.getByLabelText('Name'), 'Kho');
    await user.type(screen.getByLabelText('Address'), ' https://example.vn/hook ');
    await user.click(screen.getByLabelText('Call ended'));
    await user.click(screen.getByRole('button', { name: 'Save' }));

    expect(await screen.findByTestId('secret')).toHaveValue('whsec_bi-mat');
    expect(suite.sent('POST', '/webhooks')[0]?.body).toEqual({
      name: 'Kho',
      url: 'https://example.vn/hook',
      events: ['message.received', 'call.ended'],
      active: true,
    });
    await user.click(screen.getByRole('button', { name: 'I have kept it' }));
    expect(await screen.findByTestId('webhook')).toHaveTextContent('https://example.vn/hook');
  });

  it('say beside the field that an address is in a private network', async () => {
    suite.on(`PUT ${HOOKS}/w1`, () =>
      Promise.reject(refusal(400, 'validation-failed', [{ pointer: '/url', code: 'address-private' }])),
    );
    await show(<WebhooksPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Edit webhook Kho' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('This address is in a private network and cannot be reached.'),
    ).toBeInTheDocument();
    expect(suite.sent('PUT', '/w1')[0]?.etag).toBe('"4"');
  });

  it('have a log in which each delivery can be sent again', async () => {
    await show(<WebhooksPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Delivery log' }));
    const row = within(await screen.findByTestId('delivery'));
    expect(row.getByText('Not delivered')).toBeInTheDocument();
    expect(row.getByText('503 after 120 ms')).toBeInTheDocument();
    expect(row.getByText('<b>hỏng</b>')).toBeInTheDocument();
    await user.click(row.getByRole('button', { name: 'Send again' }));
    expect(await screen.findByText('It is being sent again.')).toBeInTheDocument();
    expect(suite.sent('POST', '/d1/replay')).toHaveLength(1);
  });

  it('send a test and open the log', async () => {
    await show(<WebhooksPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Send a test' }));
    expect(await screen.findByTestId('delivery')).toBeInTheDocument();
  });

  it('replace the secret after a question', async () => {
    await show(<WebhooksPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Replace secret' }));
    const question = within(await screen.findByRole('dialog'));
    await user.click(question.getByRole('button', { name: 'Replace secret' }));
    expect(await screen.findByTestId('secret')).toHaveValue('whsec_moi');
  });

  it('that were switched off say why and go on again', async () => {
    hooks = [{ ...shop, state: 'disabled', disabledBecause: 'failing', disabledAt: '2026-11-23T02:00:00Z' }];
    await show(<WebhooksPage />, suite);
    expect(await screen.findByText('Switched off as it failed')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing could be delivered for days');
    await user.click(screen.getByRole('button', { name: 'Switch on again' }));
    await waitFor(() => {
      expect(suite.sent('PUT', '/w1')[0]?.body).toMatchObject({ active: true });
    });
  });

  it('are deleted in the version that was seen', async () => {
    await show(<WebhooksPage />, suite);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    const question = within(await screen.findByRole('dialog'));
    await user.click(question.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('No webhooks yet')).toBeInTheDocument();
    expect(suite.sent('DELETE', '/w1')[0]?.etag).toBe('"4"');
  });
});
