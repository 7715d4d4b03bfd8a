import { describe, expect, it } from 'vitest';
import type { CannedMessage } from '../../../shared/api/canned.ts';
import { askedAt, filled, inScope, matching } from './insertion.ts';

function canned(name: string, content = 'x', departmentIds: string[] = []): CannedMessage {
  return { id: name, name, content, departmentIds, mediaIds: [], version: 1 };
}

const asked = (text: string) => askedAt(text, text.length);

describe('a slash', () => {
  it('[part TPL-6] asks at the beginning and behind a space, with a name of several words', () => {
    expect(asked('/')).toEqual({ from: 0, to: 1, search: '' });
    expect(asked('Dạ /gio mo')).toEqual({ from: 3, to: 10, search: 'gio mo' });
    expect(asked('Dạ\n/x')).toEqual({ from: 3, to: 5, search: 'x' });
    expect(askedAt('/ch sau', 3)).toEqual({ from: 0, to: 3, search: 'ch' });
  });

  it('is just a slash in addresses, dates and on earlier lines', () => {
    for (const text of ['https://a.vn/b', '12/11', '/a\nb', 'và/hoặc', '/a/b', '']) {
      expect(asked(text), text).toBeUndefined();
    }
  });
});

describe('the list', () => {
  const all = [canned('Đặt lịch'), canned('Giờ mở cửa', 'đặt trước'), canned('Khi đặt hàng'), canned('Chào')];

  it('[part TPL-6] finds without accents; names that begin so come first, texts last', () => {
    expect(matching(all, 'DAT').map((one) => one.name)).toEqual(['Đặt lịch', 'Khi đặt hàng', 'Giờ mở cửa']);
    expect(matching(all, '')).toHaveLength(4);
    expect(matching(all, 'zzz')).toEqual([]);
  });

  it('[part TPL-6] leaves out what other departments use', () => {
    const some = [canned('a'), canned('b', 'x', ['sales']), canned('c', 'x', ['store'])];
    expect(inScope(some, 'sales').map((one) => one.name)).toEqual(['a', 'b']);
    expect(inScope(some, undefined)).toHaveLength(3);
  });
});

it('[part TPL-6] puts names in, each time, and touches no other braces', () => {
  const names = { visitor: 'Chị $& Lan', agent: 'Bình', department: 'Bán hàng' };
  expect(filled('{visitor}! {agent} – {department}, {visitor} {x} {constructor}', names)).toBe(
    'Chị $& Lan! Bình – Bán hàng, Chị $& Lan {x} {constructor}',
  );
});
