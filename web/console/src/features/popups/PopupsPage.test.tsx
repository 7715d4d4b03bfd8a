import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Me } from '../../shared/session/me.ts';
import { MeContext } from '../../shared/session/me.ts';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import type { Popups } from './content.ts';
import { PopupsPage } from './PopupsPage.tsx';

const PATH = '/api/config/v1/sections/popups';

const ME: Me = {
  id: 'p',
  name: 'Bảo',
  email: 'bao@hoasen.vn',
  roles: ['owner'],
  tenant: { id: 't', name: 'Hoa Sen', widgetKey: 'wk', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
  departments: [],
};

const STORED: Popups = {
  items: ['Sale', 'Wedding'].map((title, index) => ({
    id: `aaaaaaaa-0000-4000-8000-00000000000${String(index)}`,
    title,
    path: `/${title.toLowerCase()}`,
    content: 'Hello',
    delaySeconds: 5,
    resend: false,
  })),
};

describe('popup messages', () => {
  let suite: FakeSuite;

  beforeEach(() => {
    suite = new FakeSuite()
      .on(`GET ${PATH}`, () => ({
        body: { section: 'popups', version: 1, publishedVersion: 1, published: STORED },
        etag: '"1"',
      }))
      .on('GET /api/config/v1/sections', () => ({ body: { items: [] } }))
      .on(`POST ${PATH}/preview`, () => ({ body: {} }));
  });

  const open = () =>
    show(
      <MeContext value={ME}>
        <PopupsPage />
      </MeContext>,
      suite,
    );
  const rows = () => screen.getAllByRole('button', { expanded: false }).map((row) => row.textContent);

  it('[part POP-1] takes back a deletion, in its old place', async () => {
    await open();
    await user.click(await screen.findByRole('button', { name: 'Delete Sale' }));
    expect(rows()).toEqual([expect.stringContaining('Wedding')]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(rows()).toEqual([expect.stringContaining('Sale'), expect.stringContaining('Wedding')]);
  });

  it('[part POP-1] adds a message opened for editing, and saves it with the others', async () => {
    suite.on(`PUT ${PATH}/draft`, ({ body }) => ({
      body: { section: 'popups', version: 2, publishedVersion: 1, published: STORED, draft: body },
      etag: '"2"',
    }));
    await open();
    await user.click(await screen.findByRole('button', { name: 'Add message' }));
    await user.type(screen.getByLabelText('Title'), 'Prices');
    await user.type(screen.getByLabelText('Page'), '/prices*');
    await user.type(screen.getByLabelText('Content'), 'Questions?');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    await waitFor(() => {
      expect(suite.sent('PUT', '/draft')).toHaveLength(1);
    });
    expect(suite.sent('PUT', '/draft')[0]?.body).toMatchObject({
      items: [
        { title: 'Sale' },
        { title: 'Wedding' },
        { title: 'Prices', path: '/prices*', content: 'Questions?' },
      ],
    });
  });

  it('[part POP-6] explains what the unsaved form shows on a page', async () => {
    suite.on(`POST ${PATH}/explain`, () => ({
      body: {
        normalizedUrl: 'hoasen.vn/sale',
        shows: 'popup',
        popup: { id: STORED.items[0]?.id, title: 'Sale', path: '/sale' },
        afterSeconds: 5,
        reason: 'matched',
        candidates: [
          { id: 'a', title: 'Sale', path: '/sale', matches: true, reason: 'selected' },
          { id: 'b', title: 'Wedding', path: '/wedding', matches: false, reason: 'path-differs' },
        ],
      },
    }));
    await open();
    await user.type(await screen.findByLabelText('Address of the page'), 'https://hoasen.vn/sale');
    await user.click(screen.getByRole('button', { name: 'Check' }));
    expect(await screen.findByText('“Sale” shows after 5 s.')).toBeInTheDocument();
    const each = within(screen.getByRole('list', { name: 'Each message' })).getAllByRole('listitem');
    expect(each.map((item) => item.textContent)).toEqual(['Sale/saleChosen', 'Wedding/weddingAnother path']);
    expect(suite.sent('POST', '/explain')).toMatchObject([
      { body: { url: 'https://hoasen.vn/sale', content: STORED } },
    ]);
  });

  it('says at the closed line of a message that something in it is wrong', async () => {
    const refuse = () => {
      throw refusal(400, 'validation-failed', [{ pointer: '/items/1/path', code: 'duplicate' }]);
    };
    suite.on(`PUT ${PATH}/draft`, refuse).on(`POST ${PATH}/preview`, refuse);
    await open();
    await user.click(await screen.findByRole('button', { name: /^Wedding/ }));
    await user.type(screen.getByLabelText('Page'), '-2');
    await user.click(screen.getByRole('button', { name: 'Save draft' }));
    expect(await screen.findByText('1 thing to correct before saving')).toBeInTheDocument();
    expect(screen.getByLabelText('Page')).toBeInvalid();
    await user.click(screen.getByRole('button', { name: /^Wedding/ }));
    expect(screen.getByRole('button', { name: 'Message “Wedding” › Page' })).toBeInTheDocument();
  });
});
