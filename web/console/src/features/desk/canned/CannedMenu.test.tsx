import { configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MeContext } from '../../../shared/session/me.ts';
import type { Me } from '../../../shared/session/me.ts';
import { FakeSuite } from '../../../test/FakeSuite.ts';
import { show } from '../../../test/show.tsx';
import { Desk } from '../model/desk.ts';
import { DeskContext } from '../model/DeskContext.ts';
import { Composer } from '../thread/Composer.tsx';

const me: Me = {
  id: 'me',
  name: 'Bình',
  email: 'binh@hoasen.vn',
  avatarUrl: undefined,
  roles: ['agent'],
  tenant: { id: 't', name: 'Hoa Sen', widgetKey: 'k', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
  departments: [{ id: 'sales', name: 'Bán hàng' }],
};

const message = (id: string, name: string, content: string, departmentIds: string[] = []) => ({
  id,
  name,
  content,
  departmentIds,
  mediaIds: [],
  version: 1,
});

// Whole pages, on machines that do other things at the same time.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

let suite: FakeSuite;

beforeEach(async () => {
  suite = new FakeSuite().on('GET /api/config/v1/canned-messages', () => ({
    body: {
      items: [
        message('1', 'Chào khách', 'Chào {visitor}, em là {agent} ở {department}.'),
        message('2', 'Đặt lịch', 'Mời chọn giờ.'),
        message('3', 'Kho', 'Nội bộ', ['store']),
        { ...message('4', 'Ảnh hoa', 'Mời xem ảnh.'), mediaIds: ['m1'] },
      ],
    },
  }));
  const desk = new Desk({ meId: 'me', http: suite, url: 'ws://x', token: () => Promise.resolve(null) });
  desk.dispatch({
    type: 'conversations',
    live: true,
    conversations: [
      {
        id: 'c',
        version: 1,
        epoch: 1,
        state: 'open',
        channelKind: 'livetalk',
        visitor: { id: 'v', name: 'chị Lan' },
        departmentId: 'sales',
        agents: [],
        lastSequence: 0,
        readSequence: 0,
        otherReadSequence: 0,
        openedAt: '2026-11-23T03:00:00Z',
      },
    ],
  });
  await show(
    <MeContext value={me}>
      <DeskContext value={desk}>
        <Composer conversationId="c" online />
      </DeskContext>
    </MeContext>,
    suite,
  );
});

const box = () => screen.getByTestId('composer');
const options = () => screen.queryAllByRole('option').map((one) => one.querySelector('strong')?.textContent);

describe('a slash in the composer', () => {
  it('[part TPL-1] [part TPL-6] finds by name without accents and inserts with names put in', async () => {
    await userEvent.type(box(), 'Dạ, /');
    await waitFor(() => {
      expect(options()).toEqual(['Chào khách', 'Đặt lịch', 'Ảnh hoa']);
    });
    await userEvent.type(box(), 'chao k');
    expect(options()).toEqual(['Chào khách']);
    await userEvent.keyboard('{Enter}');
    expect(box()).toHaveValue('Dạ, Chào chị Lan, em là Bình ở Bán hàng.');
    expect(options()).toEqual([]);
    expect(box()).toHaveFocus();
  });

  it('[part TPL-6] moves with the arrows, says which one, and closes with Escape without leaving', async () => {
    await userEvent.type(box(), '/');
    await waitFor(() => {
      expect(options()).toHaveLength(3);
    });
    await userEvent.keyboard('{ArrowDown}');
    const second = screen.getByRole('option', { selected: true });
    expect(second).toHaveTextContent('Đặt lịch');
    expect(box()).toHaveAttribute('aria-activedescendant', second.id);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Chào khách');
    await userEvent.keyboard('{Escape}');
    expect(options()).toEqual([]);
    expect(box()).toHaveValue('/');
    expect(box()).toHaveFocus();
    await userEvent.type(box(), 'c');
    expect(options()).toEqual([]);
  });

  it('[part TPL-6] brings its pictures along', async () => {
    suite
      .on('GET /api/config/v1/media/m1', () => ({
        body: { url: '/api/config/v1/public/media/m1/x', contentType: 'image/png', fileName: 'hoa.png' },
      }))
      .on('GET /api/config/v1/public/media/m1/x', () => ({ body: 'bytes' }))
      .on('POST /api/livetalk/v1/attachments', () => ({
        body: { id: 'a', name: 'hoa.png', mediaType: 'image/png', bytes: 5, url: '/a' },
      }));
    await userEvent.type(box(), '/anh');
    await waitFor(() => {
      expect(options()).toEqual(['Ảnh hoa']);
    });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(screen.getByTestId('pending-file')).toHaveAttribute('data-state', 'ready');
    });
    expect(screen.getByTestId('pending-file')).toHaveTextContent('hoa.png');
    expect(box()).toHaveValue('Mời xem ảnh.');
  });

  it('inserts by click, and is just a slash when nothing matches', async () => {
    await userEvent.type(box(), '/dat');
    await waitFor(() => {
      expect(options()).toEqual(['Đặt lịch']);
    });
    await userEvent.click(screen.getByText('Đặt lịch'));
    expect(box()).toHaveValue('Mời chọn giờ.');
    await userEvent.clear(box());
    await userEvent.type(box(), '/zzz');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });
});
