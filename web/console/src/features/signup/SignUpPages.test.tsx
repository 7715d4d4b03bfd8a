import { configure, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { ConfirmPage } from './ConfirmPage.tsx';
import { InvitationPage } from './InvitationPage.tsx';
import { SignUpPage } from './SignUpPage.tsx';

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

const SIGN_UPS = '/api/config/v1/public/sign-ups';
const waiting = {
  state: 'waiting',
  businessName: 'Mai Flowers',
  ownerName: 'Mary Jones',
  email: 'mary@mai.example',
};

let suite: FakeSuite;

beforeEach(() => {
  suite = new FakeSuite();
  window.location.hash = '';
});

async function fill() {
  await user.type(screen.getByLabelText('Name of the business'), 'Mai Flowers');
  await user.type(screen.getByLabelText('Your full name'), 'Mary Jones');
  await user.type(screen.getByLabelText('E-mail'), ' mary@mai.example');
  await user.type(screen.getByLabelText('Password'), 'flowers all year');
}

describe('signing up', () => {
  it('[part TEN-1] says the rules first and sends what was typed', async () => {
    suite.on(`POST ${SIGN_UPS}`, () => ({ body: { id: 's1', expiresAt: '2026-11-24T05:00:00Z' } }));
    await show(<SignUpPage />, suite);
    expect(screen.getByText(/At least 8 characters/u)).toBeVisible();

    await fill();
    await user.click(screen.getByRole('button', { name: 'Sign up' }));

    await vi.waitFor(() => {
      expect(suite.sent('POST', '/sign-ups')).toHaveLength(1);
    });
    expect(suite.sent('POST', '/sign-ups')[0]?.body).toEqual({
      name: 'Mai Flowers',
      ownerName: 'Mary Jones',
      email: 'mary@mai.example',
      password: 'flowers all year',
      locale: 'en',
    });
  });

  it('[part TEN-1] puts what the server refuses beside its field', async () => {
    suite.on(`POST ${SIGN_UPS}`, () => {
      throw refusal(400, 'validation-failed', [{ pointer: '/email', code: 'disposable-address' }]);
    });
    await show(<SignUpPage />, suite);

    await fill();
    await user.click(screen.getByRole('button', { name: 'Sign up' }));

    expect(await screen.findByText(/Throw-away addresses/u)).toBeVisible();
    expect(screen.queryByRole('alert', { name: /unexpected/u })).toBeNull();
  });
});

describe('the link in the letter', () => {
  it('[part TEN-1] confirms by the button only', async () => {
    window.location.hash = '#secret';
    suite
      .on(`POST ${SIGN_UPS}/lookup`, () => ({ body: waiting }))
      .on(`POST ${SIGN_UPS}/confirm`, () => ({ body: { ...waiting, state: 'confirmed' } }));
    await show(<ConfirmPage />, suite);

    expect(await screen.findByRole('heading', { name: 'Open Mai Flowers' })).toBeVisible();
    expect(suite.sent('POST', '/confirm')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Confirm and begin' }));

    expect(await screen.findByRole('heading', { name: 'Mai Flowers is ready' })).toBeVisible();
    expect(suite.sent('POST', '/confirm')[0]?.body).toEqual({ token: 'secret' });
  });

  it('says what to do when it has ended', async () => {
    await show(<ConfirmPage />, suite);
    expect(await screen.findByRole('heading', { name: 'This link works no more' })).toBeVisible();
  });

  it('can be tried again while the server is away', async () => {
    let away = true;
    suite.on(`POST ${SIGN_UPS}/lookup`, () => {
      if (away) throw refusal(503, 'storage-unavailable');
      return { body: waiting };
    });
    await show(<ConfirmPage />, suite);
    await user.click(
      await screen.findByRole('button', { name: 'Try again' }).then((button) => {
        away = false;
        return button;
      }),
    );
    expect(await screen.findByRole('heading', { name: 'Open Mai Flowers' })).toBeVisible();
  });

  it('[part TEN-2] of an invitation leads to a password of one’s own', async () => {
    window.location.hash = '#secret';
    const body = { businessName: 'Mai Flowers', name: 'Lan', email: 'lan@mai.example' };
    suite
      .on('POST /api/config/v1/public/invitations/lookup', () => ({ body }))
      .on('POST /api/config/v1/public/invitations/accept', () => ({ body }));
    await show(<InvitationPage />, suite);

    await user.type(await screen.findByLabelText('Password'), 'flowers all year');
    await user.click(screen.getByRole('button', { name: 'Set the password' }));

    expect(await screen.findByRole('heading', { name: 'The password is set' })).toBeVisible();
    expect(suite.sent('POST', '/accept')[0]?.body).toEqual({
      token: 'secret',
      password: 'flowers all year',
    });
  });
});
