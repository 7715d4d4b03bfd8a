import { expect, test } from 'vitest';
import { parseContent } from './content.ts';
import { EMPTY_FORM, faults, isPhone, startFields } from './form.ts';

const content = parseContent({
  window: {
    startMode: 'department',
    fields: [
      { key: 'name', required: true },
      { key: 'phone', required: true },
      { key: 'email' },
      { key: 'custom-so', label: 'Số bó', kind: 'number' },
      { key: 'custom-dip', label: 'Dịp', kind: 'choice', choices: ['Cưới', 'Sinh nhật'], required: true },
      { key: 'content' },
    ],
  },
  departments: [
    { id: 'd1', name: 'Bán hàng' },
    { id: 'd2', name: 'Giao hàng' },
  ],
});

const filled = {
  ...EMPTY_FORM,
  departmentId: 'd2',
  fields: {
    name: '  Minh\u202e Anh ',
    phone: '0912 345 678',
    'custom-dip': 'Cưới',
    'custom-cu': 'không còn hỏi',
    content: ' Chào ',
  },
};

test('[part WIN-7] names what is missing', () => {
  expect(faults(content, EMPTY_FORM)).toEqual({
    name: 'required',
    phone: 'required',
    'custom-dip': 'required',
    choice: 'choose',
  });
  expect(faults(content, filled)).toEqual({});
});

test('[part WIN-6] names what cannot be right', () => {
  const fields = { ...filled.fields, phone: '12', email: 'a@', 'custom-so': 'ba', 'custom-dip': 'Giỗ' };
  expect(faults(content, { ...filled, fields })).toEqual({
    phone: 'phone',
    email: 'email',
    'custom-so': 'number',
    'custom-dip': 'required',
  });
  expect(faults(content, { ...filled, fields: { ...filled.fields, name: 'x'.repeat(101) } })).toEqual({
    name: 'too-long',
  });
});

test('[part WIN-9] sends what is asked and nothing else', () => {
  expect(startFields(content, filled)).toEqual({
    visitor: { name: 'Minh Anh', phone: '0912 345 678', custom: { 'custom-dip': 'Cưới' } },
    text: 'Chào',
    departmentId: 'd2',
  });
});

test('[part WIN-10] whoever is alone needs no choosing', () => {
  const alone = parseContent({
    window: { startMode: 'agent', fields: [] },
    agents: [{ id: 'a1', name: 'Lan', departmentId: 'd1' }],
  });
  expect(faults(alone, EMPTY_FORM)).toEqual({});
  expect(startFields(alone, EMPTY_FORM)).toEqual({ visitor: {}, text: '', agentId: 'a1' });
});

test.each([
  ['0912345678', true],
  ['0912 345 678', true],
  ['(024) 3825.1234', true],
  ['+84 912-345-678', true],
  ['84912345678', true],
  ['+14155552671', true],
  ['0912', false],
  ['gọi tôi', false],
  ['09123456789012', false],
])('[part WIN-6] %s is a phone number: %s', (written, right) => {
  expect(isPhone(written)).toBe(right);
});
