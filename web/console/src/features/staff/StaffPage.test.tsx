import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffMember } from '../../shared/api/staff.ts';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show, user } from '../../test/show.tsx';
import { EditPerson } from './components/EditPerson.tsx';

const STAFF = '/api/config/v1/staff';
const DEPARTMENTS = '/api/config/v1/departments';
const OLD = '/api/config/v1/public/media/m0/aa';

const LAN: StaffMember = {
  id: 'p1',
  name: 'Lan',
  email: 'lan@hoasen.vn',
  role: 'agent',
  active: true,
  avatarUrl: OLD,
  version: 3,
};

const rest = { allocationMode: 'all', passOnSeconds: 20, totalSeconds: 300, preferPreviousAgent: false };
const SALES = { id: 'd1', name: 'Sales', agentIds: ['p1', 'p2'], default: true, version: 5, ...rest };
const WEDDINGS = { id: 'd2', name: 'Weddings', agentIds: ['p2'], default: false, version: 7, ...rest };

const picture = (id: string, url: string) => ({
  id,
  url,
  purpose: 'image',
  kind: 'image',
  contentType: 'image/png',
  bytes: 4,
});

describe('a person', () => {
  let suite: FakeSuite;
  let closed: boolean;

  beforeEach(() => {
    closed = false;
    suite = new FakeSuite()
      .on(`GET ${DEPARTMENTS}`, () => ({ body: { items: [SALES, WEDDINGS] } }))
      .on(`GET ${DEPARTMENTS}/d1`, () => ({ body: SALES, etag: '"5"' }))
      .on(`GET ${DEPARTMENTS}/d2`, () => ({ body: WEDDINGS, etag: '"7"' }))
      .on(`PUT ${DEPARTMENTS}/d1`, ({ body }) => ({ body: { ...SALES, ...(body as object), version: 6 } }))
      .on(`PUT ${DEPARTMENTS}/d2`, ({ body }) => ({ body: { ...WEDDINGS, ...(body as object), version: 8 } }))
      .on('GET /api/config/v1/media/m0', () => ({ body: picture('m0', OLD) }))
      .on(`PATCH ${STAFF}/p1`, ({ body }) => ({ body: { ...LAN, ...(body as object), version: 4 } }));
  });

  async function open() {
    await show(
      <EditPerson
        person={LAN}
        self={false}
        onClose={() => {
          closed = true;
        }}
      />,
      suite,
    );
    await screen.findByText('Sales');
  }

  const save = () => user.click(screen.getByRole('button', { name: 'Save' }));
  const choose = async (name: string) => {
    await user.click(screen.getByRole('combobox', { name: 'Departments' }));
    await user.click(await screen.findByTitle(name));
  };

  it('[part TEN-2] gets another picture', async () => {
    const url = '/api/config/v1/public/media/m1/bb';
    suite.on('POST /api/config/v1/media', () => ({ body: picture('m1', url) }));
    await open();
    expect(await screen.findByRole('img', { name: 'Picture' })).toHaveAttribute('src', OLD);
    await user.upload(screen.getByTestId('media-file'), new File(['fake'], 'lan.png', { type: 'image/png' }));
    await waitFor(() => {
      expect(screen.getByRole('img', { name: 'Picture' })).toHaveAttribute('src', url);
    });
    await save();
    await waitFor(() => {
      expect(closed).toBe(true);
    });
    expect(suite.sent('PATCH', '/p1')).toMatchObject([{ etag: '"3"', body: { avatarUrl: url } }]);
    expect(suite.sent('PUT', '/d')).toEqual([]);
  });

  it('[part TEN-2] moves between departments and leaves the rest of them as it was', async () => {
    await open();
    await user.click(screen.getByRole('combobox', { name: 'Departments' }));
    await user.keyboard('{Backspace}');
    await choose('Weddings');
    await save();
    await waitFor(() => {
      expect(closed).toBe(true);
    });
    expect(suite.sent('PUT', '/d1')).toMatchObject([{ etag: '"5"' }]);
    expect(suite.sent('PUT', '/d1')[0]?.body).toEqual({
      name: 'Sales',
      agentIds: ['p2'],
      default: true,
      ...rest,
    });
    expect(suite.sent('PUT', '/d2')[0]?.body).toMatchObject({ agentIds: ['p2', 'p1'] });
  });

  it('[part TEN-2] stays in a department that would be left without anybody', async () => {
    suite.on(`PUT ${DEPARTMENTS}/d2`, () => {
      throw refusal(409, 'conflict');
    });
    await open();
    await choose('Weddings');
    await save();
    expect(await screen.findByText(/Weddings could not be changed/)).toBeInTheDocument();
    expect(closed).toBe(false);
  });

  it('[part TEN-2] is deactivated once that was confirmed', async () => {
    await open();
    await user.click(screen.getByRole('button', { name: 'Deactivate' }));
    expect(await screen.findAllByText('Deactivate Lan?')).not.toEqual([]);
    expect(suite.sent('PATCH', '/p1')).toEqual([]);
    const confirm = screen.getAllByRole('button', { name: 'Deactivate' }).at(-1);
    if (!confirm) throw new Error('nothing to confirm with');
    await user.click(confirm);
    await waitFor(() => {
      expect(suite.sent('PATCH', '/p1')).toMatchObject([{ body: { active: false } }]);
    });
  });
});
