import { configure, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CannedMessage } from '../../shared/api/canned.ts';
import { FakeSuite, refusal } from '../../test/FakeSuite.ts';
import { show } from '../../test/show.tsx';
import { CannedPage } from './CannedPage.tsx';

const PATH = '/api/config/v1/canned-messages';
const SALES = 'd1';

// Whole pages with dialogs, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

let stored: CannedMessage[];
let deleted: CannedMessage[];
let suite: FakeSuite;

function canned(id: string, name: string, content: string, departmentIds: string[] = []): CannedMessage {
  return { id, name, content, departmentIds, mediaIds: [], version: 3 };
}

function ids(body: unknown): string[] {
  return (body as { ids: string[] }).ids;
}

beforeEach(() => {
  stored = [
    canned('1', 'Chào khách', 'Xin chào {visitor}'),
    canned('2', 'Đặt lịch', 'Mời anh chị chọn giờ', [SALES]),
    canned('3', 'Giờ mở cửa', 'Từ 8 giờ'),
  ];
  deleted = [];
  suite = new FakeSuite()
    .on(`GET ${PATH}`, () => ({ body: { items: stored } }))
    .on('GET /api/config/v1/departments', () => ({ body: { items: [{ id: SALES, name: 'Sales' }] } }))
    .on(`POST ${PATH}/delete`, ({ body }) => {
      deleted = stored.filter((one) => ids(body).includes(one.id));
      stored = stored.filter((one) => !ids(body).includes(one.id));
      return { body: { ids: deleted.map((one) => one.id) } };
    })
    .on(`POST ${PATH}/restore`, ({ body }) => {
      const back = deleted.filter((one) => ids(body).includes(one.id));
      stored = [...stored, ...back];
      return { body: { items: back, failed: [] } };
    });
});

const names = () => [...document.querySelectorAll('li strong')].map((name) => name.textContent);

async function open() {
  await show(<CannedPage />, suite);
  await screen.findByText('Chào khách');
}

describe('canned messages', () => {
  it('[part TPL-2] [part TPL-6] lists names, texts and departments, and finds without accents', async () => {
    await open();
    expect(names()).toEqual(['Chào khách', 'Đặt lịch', 'Giờ mở cửa']);
    expect(await screen.findByText('Sales')).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('Search names and texts'), { target: { value: 'dat' } });
    expect(names()).toEqual(['Đặt lịch']);
    fireEvent.change(screen.getByLabelText('Search names and texts'), { target: { value: 'dat zz' } });
    expect(screen.getByText('No message matches what you search.')).toBeInTheDocument();
  });

  it('[part TPL-1] [part TPL-2] adds one, with variables put in by button', async () => {
    suite.on(`POST ${PATH}`, ({ body }) => {
      const made = { ...(body as CannedMessage), id: '4', version: 1 };
      stored = [...stored, made];
      return { body: made, etag: '"1"' };
    });
    await open();
    fireEvent.click(screen.getByText('Add message'));
    await screen.findByText('New canned message');
    fireEvent.click(screen.getByText('Save'));
    expect(await screen.findByText('Enter a name.')).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Cảm ơn' } });
    fireEvent.change(screen.getByLabelText('Text'), { target: { value: 'Cảm ơn ' } });
    fireEvent.click(screen.getByText('Visitor’s name'));
    fireEvent.click(screen.getByText('Save'));
    await waitFor(() => {
      expect(names()).toContain('Cảm ơn');
    });
    expect(suite.sent('POST', PATH)[0]?.body).toEqual({
      name: 'Cảm ơn',
      content: 'Cảm ơn {visitor}',
      departmentIds: [],
      mediaIds: [],
    });
  });

  it('[part TPL-5] says beside the name that it is taken', async () => {
    suite.on(`PUT ${PATH}/1`, () => {
      throw refusal(409, 'canned-message-name-exists');
    });
    await open();
    fireEvent.click(screen.getByLabelText('Edit Chào khách'));
    await screen.findByText('Edit canned message');
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'đặt lịch' } });
    fireEvent.click(screen.getByText('Save'));
    expect(
      await screen.findByText('Another canned message has this name. Choose another one.'),
    ).toBeInTheDocument();
    expect(suite.sent('PUT', '/1')[0]?.etag).toBe('"3"');
  });

  it('[part GEN-4] shows both versions when somebody else saved meanwhile', async () => {
    let refused = false;
    suite
      .on(`PUT ${PATH}/1`, ({ body, etag }) => {
        if (!refused) {
          refused = true;
          throw refusal(412, 'etag-mismatch');
        }
        return { body: { ...(body as CannedMessage), id: '1', version: 10 }, etag: etag ?? '' };
      })
      .on(`GET ${PATH}/1`, () => ({ body: { ...stored[0], content: 'Theirs', version: 9 }, etag: '"9"' }));
    await open();
    fireEvent.click(screen.getByLabelText('Edit Chào khách'));
    await screen.findByText('Edit canned message');
    fireEvent.change(screen.getByLabelText('Text'), { target: { value: 'Mine' } });
    fireEvent.click(screen.getByText('Save'));
    await screen.findByText('Someone just changed this');
    const row = screen.getByText('Theirs').closest('tr');
    expect(row).toHaveTextContent('Mine');
    expect(row).toHaveTextContent('Theirs');
    fireEvent.click(screen.getByText('Overwrite with mine'));
    await waitFor(() => {
      expect(suite.sent('PUT', '/1').at(-1)).toMatchObject({ etag: '"9"' });
    });
  });

  it('[part TPL-3] deletes one by its bin and takes it back', async () => {
    await open();
    fireEvent.click(screen.getByLabelText('Delete Giờ mở cửa'));
    await waitFor(() => {
      expect(names()).toEqual(['Chào khách', 'Đặt lịch']);
    });
    fireEvent.click(await screen.findByText('Undo'));
    await waitFor(() => {
      expect(names()).toHaveLength(3);
    });
  });

  it('[part TPL-4] deletes what is ticked: one, several or all', async () => {
    await open();
    const menu = screen.getByLabelText('More actions');
    fireEvent.click(screen.getByLabelText('Select Chào khách'));
    fireEvent.click(screen.getByLabelText('Select Đặt lịch'));
    expect(screen.getByText('2 selected')).toBeInTheDocument();
    expect(screen.getByLabelText('Select all')).toBePartiallyChecked();
    fireEvent.click(menu);
    fireEvent.click(await screen.findByText('Delete selected'));
    await waitFor(() => {
      expect(names()).toEqual(['Giờ mở cửa']);
    });
    expect(ids(suite.sent('POST', '/delete')[0]?.body)).toEqual(['1', '2']);

    fireEvent.click(screen.getByLabelText('Select all'));
    fireEvent.click(menu);
    fireEvent.click(await screen.findByText('Delete selected'));
    expect(await screen.findByText('No canned messages yet')).toBeInTheDocument();
  });

  it('never deletes what a search hides', async () => {
    await open();
    fireEvent.click(screen.getByLabelText('Select all'));
    fireEvent.change(screen.getByLabelText('Search names and texts'), { target: { value: 'gio mo' } });
    fireEvent.click(screen.getByLabelText('More actions'));
    fireEvent.click(await screen.findByText('Delete selected'));
    await waitFor(() => {
      expect(ids(suite.sent('POST', '/delete')[0]?.body)).toEqual(['3']);
    });
  });

  it('[part TPL-6] names every fault of a table by its line', async () => {
    suite.on(`POST ${PATH}/import`, () => {
      throw refusal(400, 'validation-failed', [
        { pointer: '/lines/7/departments', code: 'unknown-department' },
        { pointer: '/lines/4/name', code: 'canned-message-name-exists' },
        { pointer: '/lines/5/name', code: 'duplicate' },
      ]);
    });
    await open();
    fireEvent.click(screen.getByLabelText('More actions'));
    fireEvent.click(await screen.findByText('Import CSV'));
    await screen.findByText(/^Import canned messages/);
    await userEvent.upload(
      screen.getByTestId('csv-file'),
      new File(['name,content'], 'mau.csv', { type: 'text/csv' }),
    );
    expect(await screen.findByText('Nothing was added: 3 things to correct.')).toBeInTheDocument();
    const lines = [...document.querySelectorAll('.ant-modal li')].map((item) => item.textContent);
    expect(lines).toEqual([
      'Line 4 · Name Another canned message has this name. Choose another one.',
      'Line 5 · Name An earlier line has the same name.',
      expect.stringMatching(/^Line 7 · Departments /),
    ]);
  });

  it('invites to write the first one, and offers to try again after an error', async () => {
    stored = [];
    const { unmount } = await show(<CannedPage />, suite);
    expect(await screen.findByText('Write the first one')).toBeInTheDocument();
    unmount();
    suite.on(`GET ${PATH}`, () => {
      throw refusal(503, 'storage-unavailable');
    });
    await show(<CannedPage />, suite);
    expect(await screen.findByText('Try again')).toBeInTheDocument();
  });
});
