/** What a visitor fills in before a conversation, and what of it is still missing. */
import type { Content, Field } from './content.ts';
import { cleanName } from './names.ts';

export interface FormValues {
  /** By the key of the field, so that changed settings lose nothing that was typed. */
  fields: Record<string, string>;
  departmentId: string;
  agentId: string;
}

export const EMPTY_FORM: FormValues = { fields: {}, departmentId: '', agentId: '' };

export type Fault = 'required' | 'phone' | 'email' | 'number' | 'too-long' | 'choose';

/** Name of the choice of department or agent among the faults. */
export const CHOICE = 'choice';

export interface StartFields {
  visitor: { name?: string; phone?: string; email?: string; custom?: Record<string, string> };
  text: string;
  departmentId?: string;
  agentId?: string;
  /** Left while nobody is there. */
  offline?: boolean;
}

const LONGEST = new Map([
  ['name', 100],
  ['phone', 32],
  ['email', 254],
  ['content', 5_000],
]);
const LONGEST_OTHER = 500;

/** Digits as people group them, in Vietnamese or international form. Only a light check: the server is the judge. */
export function isPhone(value: string): boolean {
  if (!/^\+?[\d\s().-]+$/.test(value)) return false;
  const digits = value.replace(/\D/g, '');
  if (value.startsWith('+') || value.startsWith('00')) return digits.length >= 8 && digits.length <= 17;
  return /^(?:0\d{9,10}|84\d{9,10}|1[89]00\d{4,6})$/.test(digits);
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

export function longest(key: string): number {
  return LONGEST.get(key) ?? LONGEST_OTHER;
}

function fault({ key, kind, choices, required }: Field, typed: string): Fault | null {
  const value = typed.trim();
  if (value === '') return required ? 'required' : null;
  if ([...value].length > longest(key)) return 'too-long';
  if (key === 'phone') return isPhone(value) ? null : 'phone';
  if (key === 'email') return EMAIL.test(value) ? null : 'email';
  if (kind === 'number') return /^[+-]?\d+(?:[.,]\d+)?$/.test(value) ? null : 'number';
  if (kind === 'choice' && !choices.includes(value)) return required ? 'required' : null;
  return null;
}

export function faults(content: Content, values: FormValues): Record<string, Fault> {
  const found: Record<string, Fault> = {};
  for (const field of content.fields) {
    const wrong = fault(field, values.fields[field.key] ?? '');
    if (wrong) found[field.key] = wrong;
  }
  if (content.startMode !== 'none' && !chosen(content, values)) found[CHOICE] = 'choose';
  return found;
}

export function chosen(content: Content, values: FormValues): Content['agents'][number] | undefined {
  const among = content.startMode === 'agent' ? content.agents : content.departments;
  const id = content.startMode === 'agent' ? values.agentId : values.departmentId;
  // Whoever is alone needs no choosing.
  return among.length === 1 ? among[0] : among.find((one) => one.id === id);
}

/** Only what is asked is sent, whatever was typed before the settings changed. */
export function startFields(content: Content, values: FormValues): StartFields {
  const asked = content.fields
    .map(({ key }) => [key, (values.fields[key] ?? '').trim()] as const)
    .filter(([, value]) => value !== '');
  const value = (key: string): string => asked.find(([name]) => name === key)?.[1] ?? '';
  const custom = Object.fromEntries(asked.filter(([key]) => !LONGEST.has(key)));
  const name = cleanName(value('name'));
  const choice = content.startMode === 'none' ? undefined : chosen(content, values);
  return {
    visitor: {
      ...(name ? { name } : {}),
      ...(value('phone') ? { phone: value('phone') } : {}),
      ...(value('email') ? { email: value('email') } : {}),
      ...(Object.keys(custom).length > 0 ? { custom } : {}),
    },
    text: value('content'),
    ...(choice && content.startMode === 'department' ? { departmentId: choice.id } : {}),
    ...(choice && content.startMode === 'agent' ? { agentId: choice.id } : {}),
  };
}
