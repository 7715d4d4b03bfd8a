import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WaitingAlerts } from '../../shared/live/WaitingAlerts.ts';
import { WaitingAlertsContext } from '../../shared/live/WaitingAlerts.ts';
import type { Me } from '../../shared/session/me.ts';
import { MeContext } from '../../shared/session/me.ts';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import type { Waiting } from './api.ts';
import { QueueAlert } from './QueueAlert.tsx';
import { QueuePage } from './QueuePage.tsx';

const PATH = '/api/routing/v1/queue';

const ME: Me = {
  id: 'p1',
  name: 'Lan',
  email: 'lan@hoasen.vn',
  roles: ['owner'],
  tenant: { id: 't', name: 'Hoa Sen', widgetKey: 'k', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
  departments: [],
};

const ONE: Waiting = {
  conversationId: 'c1',
  departmentId: 'd1',
  departmentName: 'Sales',
  visitorName: 'Khách 4821',
  channelKind: 'livetalk',
  preview: 'Xin chào',
  openedAt: new Date().toISOString(),
  queuedAt: new Date().toISOString(),
  reason: 'outside-hours',
  position: 1,
};

describe('the queue', () => {
  let suite: FakeSuite;

  beforeEach(() => {
    suite = new FakeSuite().on(`GET ${PATH}`, () => ({ body: { items: [ONE] } }));
  });

  const open = (roles: Me['roles'] = ['owner']) =>
    show(
      <MeContext value={{ ...ME, roles }}>
        <QueuePage />
      </MeContext>,
      suite,
    );

  it('[part DEP-7] tells who waits, where and why', async () => {
    await open();
    const row = within(await screen.findByRole('list', { name: 'Queue' })).getByRole('listitem');
    expect(row).toHaveTextContent('Khách 4821');
    expect(row).toHaveTextContent('Number 1 of Sales');
    expect(row).toHaveTextContent('Outside business hours');
    expect(row).toHaveTextContent('Waiting since just now');
  });

  it('[part DEP-7] lets an owner have everyone asked again', async () => {
    suite.on(`POST ${PATH}/c1/route-again`, () => ({ body: undefined }));
    await open();
    await user.click(await screen.findByRole('button', { name: 'Offer Khách 4821 to everyone again' }));
    await waitFor(() => {
      expect(suite.sent('POST', '/route-again')).toHaveLength(1);
    });
    expect(await screen.findByText('Khách 4821 is being offered again.')).toBeInTheDocument();
  });

  it('[part DEP-7] lets an owner give one to somebody who is there', async () => {
    suite
      .on('GET /api/livetalk/v1/agents', () => ({
        body: {
          items: [
            { id: 'p2', name: 'Minh', state: 'busy' },
            { id: 'p3', name: 'Yến', state: 'offline' },
          ],
        },
      }))
      .on(`POST ${PATH}/c1/assign`, () => ({ body: { conversationId: 'c1', allocationId: 'a1' } }));
    await open();
    await user.click(await screen.findByRole('button', { name: 'Assign Khách 4821 to somebody' }));
    await user.click(await screen.findByRole('combobox', { name: 'Agent' }));
    expect(screen.queryByText('Yến')).not.toBeInTheDocument();
    await user.click(await screen.findByTitle('Minh'));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Assign to…' }));
    await waitFor(() => {
      expect(suite.sent('POST', '/assign')).toMatchObject([{ body: { agentId: 'p2' } }]);
    });
  });

  it('offers agents to take, and says who was first', async () => {
    suite.on(`POST ${PATH}/c1/take`, () => {
      throw refusal(409, 'agent-at-capacity');
    });
    await open(['agent']);
    await user.click(await screen.findByRole('button', { name: 'Take Khách 4821' }));
    expect(
      await screen.findByText('You have as many conversations as you may at a time. Close one first.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Assign/ })).not.toBeInTheDocument();
  });

  it('[part DEP-7] alerts an owner on any page when the whole time went by', async () => {
    const listeners = new Set<(reason: string) => void>();
    const alerts: WaitingAlerts = {
      onWaiting: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    await show(
      <WaitingAlertsContext value={alerts}>
        <QueueAlert />
      </WaitingAlertsContext>,
      suite,
    );
    act(() => {
      for (const listener of listeners) listener('nobody-online');
    });
    expect(screen.queryByText('Nobody has joined a visitor')).not.toBeInTheDocument();
    act(() => {
      for (const listener of listeners) listener('total-time-over');
    });
    expect(await screen.findByText('Nobody has joined a visitor')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'See who waits' })).toBeInTheDocument();
  });

  it('says so when nobody waits', async () => {
    suite.on(`GET ${PATH}`, () => ({ body: { items: [] } }));
    await open();
    expect(await screen.findByText('Nobody is waiting')).toBeInTheDocument();
  });
});
