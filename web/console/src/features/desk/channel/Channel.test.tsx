import type { Channel, Message, ServerFrame } from '@dakenh/socket';
import { FakeSocket } from '@dakenh/socket/testing';
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../../../shared/session/me.ts';
import { MeContext } from '../../../shared/session/me.ts';
import { FakeSuite, refusal } from '../../../test/FakeSuite.ts';
import { show, user } from '../../../test/show.tsx';
import { Desk } from '../model/desk.ts';
import { DeskContext } from '../model/DeskContext.ts';
import { ThreadView } from '../thread/ThreadView.tsx';

const me: Me = {
  id: 'me',
  name: 'Bình',
  email: 'binh@hoasen.vn',
  avatarUrl: undefined,
  roles: ['agent'],
  tenant: { id: 't', name: 'Hoa Sen', widgetKey: 'k', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
  departments: [],
};
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
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

vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 10_000 });

let suite: FakeSuite;
let socket: FakeSocket;

beforeEach(() => {
  window.sessionStorage.clear();
});

async function open(channel: Partial<Channel>, messages: readonly Message[]) {
  const conversation = {
    id: 'c',
    version: 1,
    epoch: 1,
    state: 'open',
    channelKind: 'facebook',
    visitor: { id: 'v', name: 'chị Lan' },
    agents: [{ id: 'me', name: 'Bình' }],
    lastSequence: messages.length,
    revision: 0,
    readSequence: messages.length,
    otherReadSequence: 0,
    openedAt: '2026-11-23T03:00:00Z',
    channel: {
      id: 'p',
      name: 'Tiệm Hoa Mai',
      state: 'healthy',
      surface: 'chat',
      reply: { freeUntil: inHours(5.5), textLimit: 2000 },
      ...channel,
    },
  };
  suite = new FakeSuite()
    .on('GET /api/livetalk/v1/conversations/c', () => ({ body: conversation }))
    .on('GET /api/livetalk/v1/conversations/c/messages', () => ({ body: { items: messages } }))
    .on('GET /api/livetalk/v1/conversations/c/notes', () => ({ body: { items: [], revision: 0 } }));
  let made: FakeSocket | undefined;
  const desk = new Desk({
    meId: 'me',
    http: suite,
    url: 'ws://x',
    token: () => Promise.resolve('t'),
    createSocket: (url, protocols) => {
      made = new FakeSocket(url, protocols);
      return made as unknown as WebSocket;
    },
  });
  desk.start();
  socket = await waitFor(() => {
    if (!made) throw new Error('no socket yet');
    return made;
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
  await screen.findByTestId('channel-name');
  tell({ type: 'messages', conversationId: 'c', epoch: 1, messages: [], more: false, revision: 0 });
}

function tell(frame: ServerFrame): void {
  act(() => {
    socket.receive(frame);
  });
}

const first = message(1, { text: 'Chào shop', channel: { kind: 'text' } });

describe('a conversation of a Page or OA', () => {
  it('[CHN-10] shows the rule in force, and blocks with the reason what would be refused', async () => {
    await open({}, [first]);
    expect(screen.getByTestId('reply-rule')).toHaveTextContent(/Free to answer, 5 h 2\d min left/u);
    expect(screen.getByTestId('channel-name')).toHaveTextContent('Tiệm Hoa Mai');
  });

  it('[CHN-10] says that the time is over, where one would write', async () => {
    await open({ reply: { freeUntil: inHours(-1), textLimit: 2000 } }, [first]);
    expect(screen.getByTestId('reply-blocked')).toHaveTextContent('The time to answer is over');
    expect(screen.queryByTestId('composer')).not.toBeInTheDocument();
  });

  it('[CHN-10] sends what costs money only once the agent agreed, each time anew', async () => {
    await open(
      { reply: { freeUntil: inHours(-1), limitedUntil: inHours(70), limitedTo: 'charged', textLimit: 2000 } },
      [first],
    );
    await user.type(screen.getByTestId('composer'), 'Dạ còn');
    expect(screen.getByTestId('composer-send')).toBeDisabled();
    await user.click(screen.getByRole('checkbox', { name: 'Agree to send a paid message' }));
    await user.click(screen.getByTestId('composer-send'));
    await waitFor(() => {
      expect(socket.frames('send')).toEqual([expect.objectContaining({ text: 'Dạ còn', charged: true })]);
    });
    expect(screen.getByRole('checkbox', { name: 'Agree to send a paid message' })).not.toBeChecked();
  });

  it('[CHN-7] shows what is none of words', async () => {
    await open({}, [
      message(1, { channel: { kind: 'location', place: { latitude: '10.7', longitude: '106.7' } } }),
      message(2, { channel: { kind: 'unsupported' } }),
      message(3, {
        text: 'Xem giá',
        channel: { kind: 'postback', source: { kind: 'ads', title: 'Giảm giá' } },
      }),
      message(4, {
        channel: {
          kind: 'file',
          missing: [{ id: 'f', kind: 'file', name: 'a.pdf', code: 'media-too-large' }],
        },
      }),
      message(5, {
        author: { kind: 'system', id: 't', name: 'Hoa Mai' },
        text: 'Dạ shop đây',
        channel: { kind: 'text', elsewhere: 'Hộp thư trang' },
      }),
    ]);
    expect(await screen.findByTestId('place')).toContainElement(
      screen.getByRole('link', { name: 'Open the map' }),
    );
    expect(screen.getByRole('link', { name: 'Open the map' })).toHaveAttribute(
      'href',
      'https://www.google.com/maps/search/?api=1&query=10.7%2C106.7',
    );
    expect(screen.getByTestId('unsupported')).toHaveTextContent('Open Facebook to see it');
    expect(screen.getByTestId('source')).toHaveTextContent('Came by an ad Giảm giá');
    expect(screen.getByText('Tapped a button')).toBeVisible();
    expect(screen.getByTestId('missing-file')).toHaveTextContent('Too large to be kept');
    expect(screen.getByText('Hộp thư trang (answered elsewhere)')).toBeVisible();
  });

  it('[CHN-8] follows what is sent, says why it failed and sends it again', async () => {
    const sent = message(2, { author: mine, text: 'Dạ còn', clientMessageId: 'x' });
    await open({}, [first, { ...sent, channel: { delivery: 'sending' } }]);
    expect(await screen.findByTestId('delivery')).toHaveAttribute('data-state', 'sending');
    tell({
      type: 'message-changed',
      conversationId: 'c',
      epoch: 1,
      revision: 1,
      message: {
        ...sent,
        channel: { delivery: 'failed', failureCode: 'provider-unavailable', retryable: true },
      },
    });
    expect(await screen.findByTestId('delivery-failed')).toHaveTextContent('The provider does not answer');
    suite.on('POST /api/livetalk/v1/conversations/c/messages/2/retry', () => ({ body: undefined }));
    await user.click(screen.getByTestId('delivery-retry'));
    await waitFor(() => {
      expect(suite.sent('POST', '/messages/2/retry')[0]?.body).toEqual({ charged: false });
    });
    tell({
      type: 'message-changed',
      conversationId: 'c',
      epoch: 1,
      revision: 2,
      message: { ...sent, channel: { delivery: 'delivered' } },
    });
    expect(await screen.findByTestId('delivery')).toHaveAttribute('data-state', 'delivered');
    tell({ type: 'read', conversationId: 'c', participant: { kind: 'visitor', id: 'v' }, sequence: 2 });
    await waitFor(() => {
      expect(screen.getByTestId('delivery')).toHaveAttribute('data-state', 'read');
    });
  });

  it('[CHN-9] answers a comment for all or alone, hides and likes it', async () => {
    const comment = message(1, {
      text: 'Giá bao nhiêu?',
      channel: { kind: 'comment', comment: { id: '5_7', postId: '9_5', hidden: false, liked: false } },
    });
    await open({ surface: 'comment', reply: { privateReplyUntil: inHours(24), textLimit: 2000 } }, [comment]);
    expect(screen.getByTestId('reply-rule')).toHaveTextContent('Everybody who sees the post');
    suite.on('POST /api/livetalk/v1/conversations/c/messages/1/comment-action', (call) => {
      if ((call.body as { action: string }).action === 'hide') throw refusal(422, 'permission-missing');
      return { body: undefined };
    });
    await user.click(screen.getByTestId('message-actions'));
    await user.click(await screen.findByRole('menuitem', { name: /Like/ }));
    expect(await screen.findByText('Facebook was asked to do so.')).toBeVisible();
    await user.click(screen.getByTestId('message-actions'));
    await user.click(await screen.findByRole('menuitem', { name: /Hide the comment/ }));
    expect(await screen.findByText('The page has not granted the permission to send.')).toBeVisible();
    await user.click(screen.getByTestId('message-actions'));
    await user.click(await screen.findByRole('menuitem', { name: /Reply privately/ }));
    expect(screen.getByTestId('reply-rule')).toHaveTextContent('Only the customer');
    expect(within(screen.getByTestId('composer-banner')).getByText(/Private reply to chị Lan/)).toBeVisible();
    await user.type(screen.getByTestId('composer'), 'Dạ em nhắn chị');
    await user.click(screen.getByTestId('composer-send'));
    await waitFor(() => {
      expect(socket.frames('send')).toEqual([expect.objectContaining({ replyTo: 1, mode: 'private' })]);
    });
  });
});
