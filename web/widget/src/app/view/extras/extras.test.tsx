// @vitest-environment jsdom
import type { Conversation, Message } from '@dakenh/socket';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Thread } from '../../talk/state.ts';
import { INITIAL } from '../../talk/state.ts';
import type { Talk } from '../../talk/talk.ts';
import { RowView } from '../RowView.tsx';
import { loadExtras } from '../useExtras.ts';
import { TalkContext } from '../useTalk.ts';
import type { Tray } from './tray.ts';
import { createTray } from './tray.ts';
import { TrayView } from './TrayView.tsx';

let root: HTMLElement;

beforeEach(async () => {
  vi.stubGlobal('CSSStyleSheet', vi.fn());
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true, configurable: true });
  await loadExtras();
  root = document.createElement('ol');
  document.body.append(root);
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

const talk = { state: () => INITIAL, subscribe: () => () => true } as unknown as Talk;

async function draw(fields: Partial<Message>): Promise<void> {
  const message: Message = {
    id: 'm',
    sequence: 2,
    author: { kind: 'agent', id: 'a', name: 'Lan' },
    kind: 'text',
    text: '',
    sentAt: '2026-11-23T03:00:00Z',
    ...fields,
  };
  await act(() => {
    render(
      <TalkContext.Provider value={talk}>
        <RowView
          row={{ kind: 'message', key: 'k', message, first: true, last: true }}
          summary={undefined}
          lastSequence={2}
          title="Hoa Mai"
        />
      </TalkContext.Provider>,
      root,
    );
  });
}

const file = (url: string) => ({
  id: 'f',
  name: 'áo.png',
  mediaType: 'image/png',
  bytes: 9,
  url,
  width: 8,
  height: 6,
});

test('what is stored but not yet in its place has no menu, and breaks nothing', async () => {
  const conversation = { id: 'c', state: 'open' } as Conversation;
  const state = {
    ...INITIAL,
    conversations: [conversation],
    thread: { conversationId: 'c' } as Thread,
  };
  const running = { state: () => state, subscribe: () => () => true } as unknown as Talk;
  const outgoing = {
    clientMessageId: 'o',
    text: 'Mình muốn xem hoa cưới',
    at: '2026-11-23T03:00:00Z',
    state: 'sending' as const,
    sequence: 2,
  };
  await act(() => {
    render(
      <TalkContext.Provider value={running}>
        <RowView
          row={{ kind: 'outgoing', key: 'o', outgoing, first: true, last: true }}
          summary={conversation}
          lastSequence={0}
          title="Hoa Mai"
        />
      </TalkContext.Provider>,
      root,
    );
  });
  expect(root.querySelector('.bubble')?.textContent).toBe('Mình muốn xem hoa cưới');
  expect(root.querySelector('.menu')).toBeNull();
});

describe('a message', () => {
  test('[part TALK-1] shows pictures and files', async () => {
    await draw({
      attachments: [
        file('/a'),
        { id: 'p', name: 'giá.pdf', mediaType: 'application/pdf', bytes: 2048, url: '/p' },
      ],
    });
    expect(root.querySelector('.picture img')?.getAttribute('src')).toBe('/a');
    expect(root.querySelector('.file a')?.getAttribute('download')).toBe('giá.pdf');
    expect(root.querySelector('.file a')?.textContent).toBe('giá.pdf 2 KB');
    expect(root.querySelector('.bubble')).toBeNull();
  });

  test('shows what it answers, that it was edited or deleted, and reactions', async () => {
    const author = { kind: 'visitor', id: 'v', name: '' } as const;
    await draw({
      text: 'Còn ạ',
      replyTo: { sequence: 1, author, excerpt: 'Còn không?' },
      reactions: [{ emoji: '❤️', by: [author] }],
      editedAt: '2026-11-23T03:01:00Z',
    });
    expect(root.querySelector('.quote')?.textContent).toBe('Trả lời BạnCòn không?');
    expect(root.querySelector('.reactions li')?.getAttribute('aria-label')).toBe('❤️: Bạn');
    expect(root.textContent).toContain('Đã sửa');
    await draw({ deletedAt: '2026-11-23T03:01:00Z' });
    expect(root.querySelector('.gone')?.textContent).toBe('Tin nhắn đã được xóa');
  });

  test.each(['javascript:alert(1)', 'https://evil.example/x', '//evil.example/x', 'data:text/html,x'])(
    'does not follow %s',
    async (url) => {
      await draw({ attachments: [file(url), { ...file(url), id: 'g', mediaType: 'application/pdf' }] });
      for (const element of root.querySelectorAll('[src], a')) {
        expect(element.getAttribute('src') ?? element.getAttribute('href')).toBe('');
      }
    },
  );
});

class FakeRequest {
  static made: FakeRequest[] = [];
  status = 0;
  responseText = '';
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  address = '';
  headers: Record<string, string> = {};
  aborted = false;

  constructor() {
    FakeRequest.made.push(this);
  }
  open(_method: string, address: string): void {
    this.address = address;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  send(): void {
    this.status = 0;
  }
  abort(): void {
    this.aborted = true;
  }
  answer(status: number, body: unknown): void {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

describe('the tray', () => {
  let tray: Tray;

  beforeEach(() => {
    FakeRequest.made = [];
    vi.stubGlobal('XMLHttpRequest', FakeRequest);
    tray = createTray('c', () => Promise.resolve('token'));
  });

  async function add(...files: File[]): Promise<FakeRequest> {
    const before = FakeRequest.made.length;
    tray.add(files);
    await vi.waitFor(() => {
      expect(FakeRequest.made.length).toBeGreaterThan(before);
    });
    return FakeRequest.made.at(-1) as FakeRequest;
  }

  const png = () => new File(['x'], 'áo.png');

  test('[part TALK-1] uploads with progress and gives the files to the message', async () => {
    const request = await add(png());
    expect(request.address).toBe('/api/livetalk/v1/public/attachments?conversationId=c&name=%C3%A1o.png');
    expect(request.headers['Authorization']).toBe('Bearer token');
    request.upload.onprogress?.({ loaded: 1, total: 4 });
    expect(tray.files()[0]).toMatchObject({ state: 'uploading', share: 0.25 });
    request.answer(201, file('/a'));
    expect(tray.files()[0]?.state).toBe('ready');
    expect(tray.take()).toEqual([file('/a')]);
    expect(tray.files()).toEqual([]);
  });

  test('says what is wrong, tries again where that helps, and can be stopped', async () => {
    const refused = await add(png());
    refused.answer(400, { code: 'validation-failed', errors: [{ code: 'file-type-unsupported' }] });
    render(<TrayView tray={tray} />, root);
    expect(root.querySelector('[role=alert]')?.textContent).toBe('Loại tệp này không gửi được.');
    tray.remove(tray.files()[0]?.id ?? '');

    const lost = await add(png());
    lost.onerror?.();
    render(<TrayView tray={tray} />, root);
    expect(root.querySelector('[role=alert] button')).not.toBeNull();
    const before = FakeRequest.made.length;
    tray.retry(tray.files()[0]?.id ?? '');
    await vi.waitFor(() => {
      expect(FakeRequest.made).toHaveLength(before + 1);
    });
    tray.remove(tray.files()[0]?.id ?? '');
    expect(FakeRequest.made.at(-1)?.aborted).toBe(true);
    expect(tray.files()).toEqual([]);
  });

  test('does not try what is too large, empty or one too many', async () => {
    const huge = png();
    Object.defineProperty(huge, 'size', { value: 25 * 1024 * 1024 });
    tray.add([huge, new File([], 'rỗng.txt'), ...Array.from({ length: 9 }, png)]);
    expect(tray.files().map(({ code }) => code)).toEqual([
      'body-too-large',
      'file-empty',
      ...Array.from({ length: 8 }, () => undefined),
      'too-many-files',
    ]);
    await vi.waitFor(() => {
      expect(FakeRequest.made).toHaveLength(8);
    });
  });
});
