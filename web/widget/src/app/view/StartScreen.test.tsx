// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPreviewTalk } from '../../preview/talk.ts';
import { parseContent } from '../content.ts';
import { language, LanguageContext } from '../locale/language.ts';
import { App } from './App.tsx';
import { TalkContext } from './useTalk.ts';

const talk = createPreviewTalk('vi');
const started = vi.spyOn(talk, 'start');

function show(document_: object, props: { popupId?: string; full?: boolean } = {}): void {
  act(() => {
    render(
      <LanguageContext.Provider value={language('vi')}>
        <TalkContext.Provider value={talk}>
          <App
            content={parseContent(document_)}
            memory={null}
            presences={() => Promise.resolve({ a1: 'online' })}
            popupId={props.popupId ?? ''}
            full={props.full ?? false}
            visible={false}
            onClose={null}
          />
        </TalkContext.Provider>
      </LanguageContext.Provider>,
      document.body,
    );
  });
}

function find<T extends Element>(selector: string): T {
  const found = document.body.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

function write(selector: string, value: string): void {
  const field = find<HTMLInputElement>(selector);
  act(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(selector: string): void {
  act(() => {
    find<HTMLElement>(selector).click();
  });
}

beforeEach(() => {
  started.mockReset().mockImplementation(() => undefined);
  act(() => {
    talk.showStart();
  });
});

afterEach(() => {
  act(() => {
    render(null, document.body);
  });
});

const buttons = [
  {
    function: 'chat',
    label: 'Nhắn',
    labelColor: '#ffffff',
    background: '#b4235a',
    icon: 'lotus',
    color: '#ffe3ee',
  },
  {
    function: 'audio',
    highlighted: true,
    label: 'Gọi',
    labelColor: '#ffffff',
    background: '#ffffff',
    icon: 'phone',
  },
];

test('[part WIN-3] [part WIN-4] words stay words', () => {
  show({ window: { title: '<img src=x onerror=alert(1)>', description: 'Mở <b>7:00</b>' } });
  expect(find('h1').textContent).toBe('<img src=x onerror=alert(1)>');
  expect(find('.hero p').textContent).toBe('Mở <b>7:00</b>');
  expect(document.body.querySelector('img')).toBeNull();
});

test('[part GEN-3] changed settings keep what is being typed', () => {
  show({ window: { fields: [{ key: 'name' }, { key: 'content' }] } });
  write('textarea', 'Mình muốn hỏi');
  const before = find('textarea');
  show({ window: { title: 'Mới', fields: [{ key: 'content', required: true }, { key: 'phone' }] } });
  expect(find<HTMLTextAreaElement>('textarea').value).toBe('Mình muốn hỏi');
  expect(find('textarea')).toBe(before);
});

test('[part WIN-7] nothing begins before what is required is there, and each fault is said at its field', () => {
  show({ window: { fields: [{ key: 'phone', required: true }, { key: 'content' }] }, buttons });
  press('[data-function=chat]');
  expect(started).not.toHaveBeenCalled();
  expect(find('#fault-phone').textContent).toContain('Số điện thoại');
  expect(find('input').getAttribute('aria-describedby')).toBe('fault-phone');
  write('input', '0912 345 678');
  press('[data-function=chat]');
  expect(started).toHaveBeenCalledWith({ visitor: { phone: '0912 345 678' }, text: '' });
});

test('[part ITB-5] the highlighted one stands above the others', () => {
  show({ buttons });
  const rows = [...document.body.querySelectorAll('.acts-row')].map((row) => row.textContent);
  expect(rows).toEqual(['Gọi', 'Nhắn']);
  // White on white is moved until it can be read.
  expect(find<HTMLElement>('[data-function=audio]').style.getPropertyValue('--act-label')).toBe('#111111');
});

test('[part CALL-1] a call is wished for with what was filled in', () => {
  const wished = vi.spyOn(talk, 'wish');
  show({ window: { fields: [{ key: 'name', required: true }] }, buttons });
  press('[data-function=audio]');
  expect(wished).not.toHaveBeenCalled();
  write('input', 'Lan');
  press('[data-function=audio]');
  expect(started).not.toHaveBeenCalled();
  expect(wished).toHaveBeenCalledWith({ media: 'audio', start: { visitor: { name: 'Lan' }, text: '' } });
});

test('[part ITB-2] a whole-button picture is named by its label', () => {
  show({ buttons: [{ function: 'video', label: 'Gọi video', imageUrl: '/m/1' }] });
  expect(find<HTMLImageElement>('.act img').alt).toBe('Gọi video');
});

const agents = [
  { id: 'a1', name: 'Lan', departmentId: 'd' },
  { id: 'a2', name: 'Hùng \u202e<i>', departmentId: 'd' },
];

test('[part WIN-10] the visitor picks an agent; whoever is away is marked', async () => {
  show({ window: { startMode: 'agent', fields: [] }, agents });
  await vi.waitFor(() => {
    expect([...document.body.querySelectorAll('.presence')].map((one) => one.textContent)).toEqual([
      'Trực tuyến',
      'Ngoại tuyến',
    ]);
  });
  press('[data-function=chat]');
  expect(started).not.toHaveBeenCalled();
  press('input[value=a2]');
  press('[data-function=chat]');
  expect(started).toHaveBeenCalledWith({ visitor: {}, text: '', agentId: 'a2' });
});

test('[part POP-4] the message the visitor came by is shown, and named when the conversation begins', () => {
  const popups = [
    { id: 'p', title: 'Ưu đãi', path: '/', content: 'Giảm 10%', delaySeconds: 1, resend: true },
  ];
  show({ window: { fields: [] }, popups }, { popupId: 'p' });
  expect(find('.greeting').textContent).toBe('Giảm 10%');
  press('[data-function=chat]');
  expect(started).toHaveBeenCalledWith({ visitor: {}, text: '', popupId: 'p' });
});

test('[part WIN-15] the signature is on both screens', () => {
  const document_ = {
    window: { signature: { parts: [{ text: 'Theo ' }, { text: 'chúng tôi', link: 'https://hoamai.vn' }] } },
  };
  show(document_);
  expect(find('.signature').textContent).toBe('Theo chúng tôi');
  const link = find<HTMLAnchorElement>('.signature a');
  expect([link.href, link.target, link.rel]).toEqual(['https://hoamai.vn/', '_blank', 'noopener noreferrer']);
  act(() => {
    talk.show('thread');
  });
  expect(find('.thread .signature').textContent).toBe('Theo chúng tôi');
});

test('[part LNK-5] where the window fills the screen the links are in it', () => {
  const links = { layout: 'full', items: [{ kind: 'email', url: 'mailto:a@hoamai.vn', description: 'Thư' }] };
  show({ links });
  expect(document.body.querySelector('.links')).toBeNull();
  show({ links }, { full: true });
  expect(find('.links a').getAttribute('aria-label')).toBe('Thư');
});
