// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseContent } from '../content.ts';
import { EMPTY_FORM } from '../form.ts';
import type { Away } from './away.ts';
import Offline from './Offline.tsx';

const TEXT = 'Hiện không có ai. Hãy để lại lời nhắn.';
const fetching = vi.fn<typeof fetch>();
let root: HTMLElement;
let away: Away | null = null;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  away = null;
  fetching.mockReset();
  vi.stubGlobal('fetch', fetching);
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

async function draw(staffed: boolean, fields: object[], values = EMPTY_FORM): Promise<void> {
  const items = [{ departmentId: 'd1', defaultDepartment: true, staffed }];
  fetching.mockResolvedValue(new Response(JSON.stringify({ items })));
  const content = parseContent({ window: { fields }, offline: { text: TEXT } });
  await act(async () => {
    render(
      <Offline
        content={content}
        values={values}
        shown={{}}
        onAway={(next) => {
          away = next;
        }}
      />,
      root,
    );
    await Promise.resolve();
  });
  await vi.waitFor(() => {
    expect(fetching).toHaveBeenCalled();
  });
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve));
  });
}

function type(selector: string, value: string): void {
  const field = root.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  act(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('[part TALK-7] with somebody there nothing is asked besides', async () => {
  await draw(true, [{ key: 'name' }]);
  expect(root.textContent).toBe('');
  expect(away).toBeNull();
});

test('[part TALK-7] with nobody there it says so and asks for a message and a way back', async () => {
  await draw(false, [{ key: 'name' }]);
  expect(root.textContent).toContain(TEXT);
  expect(away?.faults()).toEqual({ 'offline-email': 'required', 'offline-message': 'required' });
  type('input[type="email"]', 'hanh@');
  expect(away?.faults()['offline-email']).toBe('email');
  type('input[type="email"]', 'hanh@example.vn');
  type('textarea', 'Gọi lại giúp tôi');
  expect(away?.faults()).toEqual({});
  expect(away?.complete({ visitor: { name: 'Hạnh' }, text: '' })).toEqual({
    offline: true,
    text: 'Gọi lại giúp tôi',
    visitor: { name: 'Hạnh', email: 'hanh@example.vn' },
  });
});

test('[part TALK-7] what the business asks anyway is not asked twice', async () => {
  const fields = [{ key: 'phone' }, { key: 'content' }];
  await draw(false, fields);
  expect(root.querySelectorAll('textarea')).toHaveLength(0);
  expect(away?.faults()).toEqual({ content: 'required', 'offline-email': 'required' });
  await draw(false, fields, {
    ...EMPTY_FORM,
    fields: { phone: '0912345678', content: 'Còn hàng không?' },
  });
  expect(away?.faults()).toEqual({});
  expect(away?.complete({ visitor: { phone: '0912345678' }, text: 'Còn hàng không?' })).toEqual({
    offline: true,
    text: 'Còn hàng không?',
    visitor: { phone: '0912345678' },
  });
});
