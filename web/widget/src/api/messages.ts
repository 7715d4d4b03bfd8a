/** What the page's scripts and the app tell each other, beside what loader and app do. */
import { fields } from '../shared/read.ts';

const MARK = 'dakenh.widget.v1';

export interface Call {
  /** 0: nobody waits for an answer. */
  id: number;
  name: 'hello' | 'identify' | 'setPageData' | 'reset';
  value: Record<string, unknown>;
}

export interface Answer {
  id: number;
  /** A problem code; undefined where it went well. */
  error: string | undefined;
  value: Record<string, unknown> | undefined;
}

export type Told =
  | { type: 'loaded' }
  | { type: 'state'; unread: number }
  | { type: 'heard' }
  | { type: 'answer'; answer: Answer };

export function postCall(target: Window, origin: string, call: Call): void {
  target.postMessage({ mark: MARK, type: 'call', call }, origin);
}

export function postAnswer(target: Window, origin: string, answer: Answer): void {
  target.postMessage({ mark: MARK, type: 'answer', answer }, origin);
}

export function parseTold(data: unknown): Told | null {
  const source = fields(data);
  if (source['mark'] !== MARK) return null;
  switch (source['type']) {
    case 'loaded':
    case 'heard':
      return { type: source['type'] };
    case 'state':
      return typeof source['unread'] === 'number' ? { type: 'state', unread: source['unread'] } : null;
    case 'answer': {
      const { id, error, value } = fields(source['answer']);
      if (typeof id !== 'number') return null;
      return {
        type: 'answer',
        answer: {
          id,
          error: typeof error === 'string' ? error : undefined,
          value: value === undefined ? undefined : fields(value),
        },
      };
    }
    default:
      return null;
  }
}

const NAMES = ['hello', 'identify', 'setPageData', 'reset'] as const;

export function parseCall(data: unknown): Call | null {
  const source = fields(data);
  if (source['mark'] !== MARK || source['type'] !== 'call') return null;
  const { id, name, value } = fields(source['call']);
  const known = NAMES.find((one) => one === name);
  return typeof id === 'number' && known ? { id, name: known, value: fields(value) } : null;
}
