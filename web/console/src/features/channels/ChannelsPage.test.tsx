import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { ChannelsPage } from './ChannelsPage.tsx';

const page = {
  id: 'c1',
  kind: 'facebook',
  name: 'Hoa Mai',
  state: 'permission-missing',
  missingPermissions: ['pages_messaging', 'brand_new'],
  lastErrorCode: 'facebook-190',
  lastErrorAt: '2026-11-23T01:00:00Z',
  version: 4,
};

function suite(channels: readonly object[] = [page]): FakeSuite {
  return new FakeSuite()
    .on('GET /api/channels/v1/channels', () => ({ body: { items: channels } }))
    .on('GET /api/channels/v1/providers', () => ({
      body: {
        items: [
          { kind: 'facebook', configured: true, reachable: true },
          { kind: 'zalo', configured: false },
        ],
      },
    }));
}

const session = (state: string, more: object = {}) => ({
  body: { id: 's1', kind: 'facebook', state, missingPermissions: [], pages: [], channelIds: [], ...more },
});

describe('channels', () => {
  it('[CHN-2] [CHN-6] names what is missing and what went wrong in words', async () => {
    await show(<ChannelsPage />, suite());
    const item = await screen.findByTestId('channel');
    expect(within(item).getByText('Missing a permission')).toBeVisible();
    expect(within(item).getByTestId('missing-permissions')).toHaveTextContent(
      'messages with customers, the permission “brand_new”',
    );
    expect(within(item).getByTestId('last-error')).toHaveTextContent('the link is no longer valid');
    expect(within(item).getByRole('button', { name: 'Sign in again' })).toBeVisible();
  });

  it('[part CHN-6] says when sending goes on and what waits', async () => {
    const health = {
      subscribed: false,
      waitingMessages: 3,
      pausedUntil: new Date(Date.now() + 60_000).toISOString(),
      dataAccessExpiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
    await show(<ChannelsPage />, suite([{ ...page, state: 'healthy', missingPermissions: [], health }]));
    const item = await screen.findByTestId('channel');
    expect(item).toHaveTextContent('does not tell us of new messages');
    expect(item).toHaveTextContent('3 messages wait to be sent');
    expect(item).toHaveTextContent('sending goes on after');
    expect(item).toHaveTextContent('Sign in again before.');
  });

  it('says what to do when nothing is linked, and when the list cannot be loaded', async () => {
    const { unmount } = await show(<ChannelsPage />, suite([]));
    expect(await screen.findByText('No pages linked yet')).toBeVisible();
    unmount();
    const broken = suite().on('GET /api/channels/v1/channels', () => {
      throw refusal(503, 'channel-unavailable');
    });
    await show(<ChannelsPage />, broken);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('[CHN-1] goes to the provider’s dialog; what is not configured cannot be chosen', async () => {
    const assign = vi.fn();
    vi.stubGlobal('location', { ...window.location, assign });
    const http = suite().on('POST /api/channels/v1/link-sessions', () =>
      session('waiting', { dialogUrl: 'https://www.facebook.com/v25.0/dialog/oauth?state=x' }),
    );
    await show(<ChannelsPage />, http);
    await screen.findByTestId('channel');
    await user.click(screen.getByTestId('add-link'));
    expect(
      await screen.findByRole('menuitem', { name: /Zalo Official Account · Not configured/ }),
    ).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('menuitem', { name: 'Sign in with Facebook' }));
    await waitFor(() => {
      expect(assign).toHaveBeenCalledWith('https://www.facebook.com/v25.0/dialog/oauth?state=x');
    });
    expect(http.sent('POST', '/link-sessions')[0]?.body).toEqual({
      kind: 'facebook',
      returnPath: '/settings/channels',
    });
    vi.unstubAllGlobals();
  });

  it('[CHN-1] links the pages one chooses, several at once', async () => {
    const http = suite([])
      .on('GET /api/channels/v1/link-sessions/s1', () =>
        session('choose', {
          pages: [
            { externalId: '1', name: 'Hoa Mai', linkable: true, linked: false },
            { externalId: '2', name: 'Hoa Sen', linkable: true, linked: false },
            {
              externalId: '3',
              name: 'Người khác',
              linkable: false,
              reason: 'linked-elsewhere',
              linked: false,
            },
          ],
        }),
      )
      .on('POST /api/channels/v1/link-sessions/s1/choice', () => ({
        body: { linked: [{ id: 'c1', name: 'Hoa Mai' }], failed: [] },
      }));
    await show(<ChannelsPage />, http, '/?linkSession=s1');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('The page is linked with another business')).toBeVisible();
    expect(within(dialog).getByRole('checkbox', { name: /Người khác/ })).toBeDisabled();
    await user.click(within(dialog).getByRole('checkbox', { name: 'Choose all' }));
    await user.click(within(dialog).getByRole('button', { name: 'Link 2 pages' }));
    await waitFor(() => {
      expect(http.sent('POST', '/choice')[0]?.body).toEqual({ externalIds: ['1', '2'] });
    });
  });

  it.each([
    ['refused', {}, 'You refused in the dialog'],
    ['expired', {}, 'has expired'],
    ['failed', { failureCode: 'linked-elsewhere' }, 'linked with another business'],
    [
      'linked',
      { missingPermissions: ['pages_messaging'] },
      'permissions are missing: messages with customers',
    ],
  ])('says how a dialog ended: %s', async (state, more, text) => {
    const http = suite().on('GET /api/channels/v1/link-sessions/s1', () => session(state, more));
    await show(<ChannelsPage />, http, '/?linkSession=s1');
    expect(await screen.findByTestId('link-outcome')).toHaveTextContent(text);
  });

  it('says that a dialog of another browser changes nothing', async () => {
    await show(<ChannelsPage />, suite(), '/?linkSession=invalid');
    expect(await screen.findByTestId('link-outcome')).toHaveTextContent('This sign-in is not valid');
  });

  it('[CHN-3] [CHN-5] unlinks after a confirmation that says what stays', async () => {
    const http = suite().on('DELETE /api/channels/v1/channels/c1', () => ({ body: undefined }));
    await show(<ChannelsPage />, http);
    await user.click(await screen.findByRole('button', { name: 'Unlink Hoa Mai' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('The history can still be read');
    await user.click(within(dialog).getByRole('button', { name: 'Unlink' }));
    await waitFor(() => {
      expect(http.sent('DELETE', '/channels/c1')[0]?.etag).toBe('"4"');
    });
  });
});
