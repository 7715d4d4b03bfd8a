import { describe, expect, it } from 'vitest';
import type { CommonWords, SectionWords } from './words.ts';
import { labelOf, valueOf } from './words.ts';

const ID = 'aaaaaaaa-0000-4000-8000-000000000001';
const CONTENT = { items: [{ id: ID, title: 'Khuyến mãi', path: '/sale' }], fields: [{ key: 'phone' }] };

const WORDS: SectionWords = {
  labels: {
    '/title': 'Tiêu đề',
    '/items': 'Danh sách',
    '/items/*': 'Thông điệp',
    '/items/*/path': 'Đường dẫn',
    '/fields/*': 'Hộp kí tự',
    '/fields/*/shown': 'Hiển thị',
    '/start': 'Bắt đầu',
    '/start/contents': 'Nội dung',
    '/start/contents/*': 'Tin',
  },
  values: { '/corner': { 'top-left': 'Trên trái' } },
  names: { phone: 'Số điện thoại' },
};

const COMMON: CommonWords = {
  on: 'Bật',
  off: 'Tắt',
  empty: '(trống)',
  file: '(tệp)',
  item: (position) => `Mục ${String(position)}`,
  number: String,
};

const label = (pointer: string, contents: unknown[] = [CONTENT]) => labelOf(WORDS, COMMON, pointer, contents);
const value = (pointer: string, of: unknown) => valueOf(WORDS, COMMON, pointer, of, [CONTENT]);

describe('labels of pointers', () => {
  it.each([
    ['/title', 'Tiêu đề'],
    ['/items', 'Danh sách'],
    ['/items/0', 'Thông điệp “Khuyến mãi”'],
    ['/items/0/path', 'Thông điệp “Khuyến mãi” › Đường dẫn'],
    [`/items/${ID}/path`, 'Thông điệp “Khuyến mãi” › Đường dẫn'],
    ['/items/7/path', 'Thông điệp 8 › Đường dẫn'],
    ['/fields/0/shown', 'Hộp kí tự “Số điện thoại” › Hiển thị'],
    ['/start/contents', 'Bắt đầu › Nội dung'],
    ['/start/contents/2', 'Bắt đầu › Tin 3'],
  ])('%s is %s', (pointer, expected) => {
    expect(label(pointer)).toBe(expected);
  });
});

describe('values in words', () => {
  it.each([
    ['/on', true, 'Bật'],
    ['/on', false, 'Tắt'],
    ['/title', '', '(trống)'],
    ['/title', undefined, '(trống)'],
    ['/delay', 60, '60'],
    ['/corner', 'top-left', 'Trên trái'],
    ['/mediaId', 'bbbbbbbb-0000-4000-8000-000000000001', '(tệp)'],
    ['/items', [ID], '1. Khuyến mãi'],
    ['/fields', ['phone', 'other'], '1. Số điện thoại; 2. other'],
    ['/items/0', { id: ID, path: '/sale' }, 'Đường dẫn: /sale'],
  ])('%s %s is %s', (pointer, of, expected) => {
    expect(value(pointer, of)).toBe(expected);
  });
});
