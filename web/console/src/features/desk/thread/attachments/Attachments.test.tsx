import type { Message, ServerFrame } from '@dakenh/socket';
import { FakeSocket } from '@dakenh/socket/testing';
import { act, configure, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../../../../shared/session/me.ts';
import { MeContext } from '../../../../shared/session/me.ts';
import { FakeSuite, refusal } from '../../../../test/FakeSuite.ts';
import { show, user } from '../../../../test/show.tsx';
import { Desk } from '../../model/desk.ts';
import { DeskContext } from '../../model/DeskContext.ts';
import { ThreadView } from '../ThreadView.tsx';

const me: Me = {
  id: 'me',
  name: 'Bình',
  email: 'binh@hoasen.vn',
  avatarUrl: undefined,
  roles: ['agent'],
  tenant: { id: 't', name: 'Hoa Sen', widgetKey: 'k', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
  departments: [],
};

const conversation = {
  id: 'c',
  version: 1,
  epoch: 1,
  state: 'open',
  channelKind: 'livetalk',
  visitor: { id: 'v', name: 'chị Lan' },
  agents: [{ id: 'me', name: 'Bình' }],
  lastSequence: 2,
  revision: 3,
  readSequence: 2,
  otherReadSequence: 0,
  openedAt: '2026-11-23T03:00:00Z',
};

const mine = { kind: 'agent', id: 'me', name: 'Bình' } as const;
const hers = { kind: 'visitor', id: 'v', name: 'chị Lan' } as const;

function message(sequence: number, fields: Partial<Message>): Message {
  return {
    id: `m${String(sequence)}`,
    sequence,
    author: hers,
    kind: 'text',
    text: '',
    sentAt: new Date().toISOString(),
    ...fields,
  };
}

const file = (name: string, mediaType: string) => ({
  id: `file-${name}`,
  name,
  mediaType,
  bytes: 2048,
  url: `/api/livetalk/v1/public/attachments/${name}/file?signature=x`,
  ...(mediaType.startsWith('image/') ? { width: 800, height: 600 } : {}),
});

vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

let suite: FakeSuite;
let socket: FakeSocket;

beforeEach(async () => {
  window.sessionStorage.clear();
  suite = new FakeSuite()
    .on('GET /api/livetalk/v1/conversations/c', () => ({ body: conversation }))
    .on('GET /api/livetalk/v1/conversations/c/messages', () => ({
      body: {
        items: [
          message(1, { text: 'Áo này còn không?' }),
          message(2, { author: mine, text: 'Còn ạ', clientMessageId: 'x' }),
        ],
        nextCursor: null,
      },
    }))
    .on('POST /api/livetalk/v1/attachments', () => ({ body: file('áo.png', 'image/png') }));
  const desk = new Desk({
    meId: 'me',
    http: suite,
    url: 'ws://x',
    token: () => Promise.resolve('t'),
    createSocket: (url, protocols) => {
      socket = new FakeSocket(url, protocols);
      return socket as unknown as WebSocket;
    },
  });
  desk.start();
  await waitFor(() => {
    expect(socket).toBeDefined();
  });
  act(() => {
    socket.ready({ me: mine });
  });
  await show(
    <MeContext value={me}>
      <DeskContext value={desk}>
        <ThreadView
          conversationId="c"
          visitorShown={false}
          at={undefined}
          onNewest={vi.fn()}
          onBack={vi.fn()}
          onToggleVisitor={vi.fn()}
        />
      </DeskContext>
    </MeContext>,
    suite,
  );
  await screen.findByTestId('composer');
  receive({ type: 'messages', conversationId: 'c', epoch: 1, messages: [], more: false, revision: 3 });
});

function receive(frame: ServerFrame): void {
  act(() => {
    socket.receive(frame);
  });
}

const box = () => screen.getByTestId('composer');
const picture = () => new File(['x'], 'áo.png', { type: 'image/png' });

describe('files', () => {
  it('[part TALK-3] are uploaded at once and sent with the message', async () => {
    expect(socket.frames('resume').at(-1)?.conversations[0]).toMatchObject({ lastSequence: 2, revision: 3 });
    await userEvent.upload(screen.getByTestId('attach-input'), picture());
    await waitFor(() => {
      expect(screen.getByTestId('pending-file')).toHaveAttribute('data-state', 'ready');
    });
    await user.type(box(), 'Ảnh đây ạ');
    await user.keyboard('{Enter}');
    expect(socket.frames('send')[0]).toMatchObject({ text: 'Ảnh đây ạ', attachmentIds: ['file-áo.png'] });
    expect(screen.queryByTestId('pending-file')).not.toBeInTheDocument();
    expect(screen.getByTestId('files').querySelector('img')).not.toBeNull();
  });

  it('may be pasted, refused and let be; nothing is sent meanwhile', async () => {
    suite.on('POST /api/livetalk/v1/attachments', () => {
      throw refusal(400, 'validation-failed', [{ pointer: '/file', code: 'file-type-unsupported' }]);
    });
    fireEvent.paste(box(), { clipboardData: { files: [picture()] } });
    expect(await screen.findByRole('alert')).toHaveTextContent('Files of this kind are not accepted.');
    await user.type(box(), 'x{Enter}');
    expect(socket.frames('send')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Remove áo.png' }));
    await user.click(screen.getByTestId('composer-send'));
    expect(socket.frames('send')).toHaveLength(1);
  });

  it('larger than 20 MB are not even tried', async () => {
    const huge = picture();
    Object.defineProperty(huge, 'size', { value: 25 * 1024 * 1024 });
    fireEvent.drop(box(), { dataTransfer: { files: [huge], types: ['Files'] } });
    expect(await screen.findByRole('alert')).toHaveTextContent('larger than 20 MB');
    expect(suite.sent('POST', '/attachments')).toEqual([]);
  });

  it('of messages are shown: pictures to be opened, the others to be saved', async () => {
    receive({
      type: 'message',
      conversationId: 'c',
      epoch: 1,
      message: message(3, { attachments: [file('áo.png', 'image/png'), file('giá.pdf', 'application/pdf')] }),
    });
    expect(screen.getByRole('link', { name: /giá\.pdf/ })).toHaveAttribute('download', 'giá.pdf');
    await user.click(screen.getByRole('button', { name: 'View picture áo.png' }));
    expect(await screen.findByTestId('viewed-picture')).toHaveAttribute(
      'src',
      file('áo.png', 'image/png').url,
    );
  });
});

describe('messages', () => {
  it('[part TALK-3] are edited with the arrow key, and the draft comes back', async () => {
    await user.click(box());
    await user.keyboard('{ArrowUp}');
    await waitFor(() => {
      expect(box()).toHaveValue('Còn ạ');
    });
    await user.type(box(), ' nhé{Enter}');
    expect(socket.frames('edit')[0]).toMatchObject({ sequence: 2, text: 'Còn ạ nhé' });
    expect(box()).toHaveValue('');
    receive({
      type: 'message-changed',
      conversationId: 'c',
      epoch: 1,
      revision: 4,
      message: message(2, { author: mine, text: 'Còn ạ nhé', editedAt: '2026-11-23T03:01:00Z' }),
    });
    expect(screen.getByText('Còn ạ nhé')).toBeInTheDocument();
    expect(screen.getByText('Edited')).toBeInTheDocument();
  });

  it('[part TALK-3] are answered, reacted to and deleted by the menu', async () => {
    const actions = screen.getAllByTestId('message-actions');
    await user.click(actions[0] as HTMLElement);
    await user.click(await screen.findByRole('menuitem', { name: 'Reply' }));
    expect(await screen.findByTestId('composer-banner')).toHaveTextContent('Replying to chị Lan');
    await user.type(box(), 'Còn size M{Enter}');
    const [answer] = socket.frames('send');
    expect(answer).toMatchObject({ replyTo: 1 });
    receive({
      type: 'ack',
      id: answer?.id ?? '',
      conversationId: 'c',
      sequence: 3,
      sentAt: new Date().toISOString(),
    });

    await user.click(actions[1] as HTMLElement);
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => {
      expect(socket.frames('delete')[0]).toMatchObject({ sequence: 2 });
    });
    receive({
      type: 'message-changed',
      conversationId: 'c',
      epoch: 1,
      revision: 4,
      message: message(2, { author: mine, deletedAt: '2026-11-23T03:01:00Z' }),
    });
    expect(screen.getByText('This message was deleted')).toBeInTheDocument();
  });

  it('show reactions; a click joins in', async () => {
    receive({
      type: 'message-changed',
      conversationId: 'c',
      epoch: 1,
      revision: 4,
      message: message(2, { author: mine, text: 'Còn ạ', reactions: [{ emoji: '❤️', by: [hers] }] }),
    });
    const heart = screen.getByRole('button', { name: '❤️: chị Lan' });
    expect(heart).toHaveAttribute('aria-pressed', 'false');
    await user.click(heart);
    expect(socket.frames('react')[0]).toMatchObject({ sequence: 2, emoji: '❤️', active: true });
  });
});
