import { useTranslation } from 'react-i18next';
import { channelsVi } from './locale.ts';

type State = keyof typeof channelsVi.states;
type Permission = keyof typeof channelsVi.permissions;
type ErrorWord = keyof typeof channelsVi.errors;

function isState(state: string): state is State {
  return Object.hasOwn(channelsVi.states, state);
}

function isErrorWord(code: string): code is ErrorWord {
  return Object.hasOwn(channelsVi.errors, code);
}

export function stateOf(state: string): State {
  return isState(state) ? state : 'other';
}

function isPermission(name: string): name is Permission {
  return Object.hasOwn(channelsVi.permissions, name);
}

/** Codes of the providers that say the token is no good, and those that say "slower". */
const TOKEN = /^(facebook-(102|190|458|459|460|463|464|467|492)|zalo-(124|216|219|220|223|14\d{3}))/u;
const LIMIT = /^(facebook-(4|17|32|341|613|80001|80006)|zalo-(32|211))$/u;

function wordOf(code: string): ErrorWord {
  if (isErrorWord(code)) return code;
  if (code.endsWith('-unreachable')) return 'unreachable';
  if (TOKEN.test(code)) return 'token';
  if (LIMIT.test(code)) return 'limit';
  return 'other';
}

/** What providers say in codes, in words. */
export function useChannelWords() {
  const { t } = useTranslation('channels');
  return {
    state: (state: string) => t(`states.${stateOf(state)}`),
    permissions: (names: readonly string[]) =>
      names.map((name) => t(`permissions.${isPermission(name) ? name : 'other'}`, { name })).join(', '),
    error: (code: string) => t(`errors.${wordOf(code)}`, { code }),
  };
}
