/** What the host page's scripts ask of the app: fetched when they ask. */
import type { Call } from '../api/messages.ts';
import { parseCall, postAnswer } from '../api/messages.ts';
import { fields, text } from '../shared/read.ts';
import type { SafeStorage } from '../shared/storage.ts';
import type { Talk } from './talk/talk.ts';

export interface ToldOptions {
  hostOrigin: string;
  talk: Pick<Talk, 'token' | 'connect'>;
  browser: SafeStorage;
  visitorName: string;
  tab: SafeStorage;
  outboxName: string;
  /** The frame as if it were opened for the first time. */
  reload: () => void;
}

class Refused extends Error {}

const NAME = 'dakenh.name';

async function ask(token: string | null, method: string, path: string, body: unknown): Promise<Response> {
  const response = await fetch(`/api/livetalk/v1/public/${path}`, {
    method,
    credentials: 'omit',
    headers: { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return response;
  const problem = fields(await response.json().catch(() => null));
  throw new Refused(text(problem['code']) || 'unavailable');
}

function visitorOf(session: string | null): string {
  try {
    return text(fields(JSON.parse(session ?? 'null'))['visitorId']);
  } catch {
    return '';
  }
}

async function identify(options: ToldOptions, value: Record<string, unknown>): Promise<() => void> {
  const { talk, browser, visitorName, tab, outboxName } = options;
  const token = await talk.token();
  const { externalId, hash, name, email, phone } = value;
  const response = await ask(token, 'POST', 'identities', { externalId, hash, name, email, phone });
  const session = await response.text();
  const before = visitorOf(browser.get(visitorName));
  browser.set(visitorName, session);
  if (text(name) !== '') browser.set(NAME, text(name));
  if (visitorOf(session) === before) {
    return () => {
      talk.connect();
    };
  }
  // What one person has not sent yet is not another's to send.
  tab.set(outboxName, null);
  return options.reload;
}

/** A text for each name, whatever was given. */
function texts(value: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => ['string', 'number', 'boolean'].includes(typeof one))
      .map(([name, one]) => [name, String(one)]),
  );
}

async function carryOut(options: ToldOptions, { name, value }: Call): Promise<() => void> {
  switch (name) {
    case 'identify':
      return identify(options, value);
    case 'setPageData':
      await ask(await options.talk.token(), 'PUT', 'visitor-data', { data: texts(value) });
      return () => undefined;
    case 'reset':
      options.browser.set(options.visitorName, null);
      options.browser.set(NAME, null);
      options.tab.set(options.outboxName, null);
      return options.reload;
    case 'hello':
      window.parent.postMessage({ mark: 'dakenh.widget.v1', type: 'loaded' }, options.hostOrigin);
      return () => undefined;
  }
}

/** One after the other: an identity first, then what is said of it. */
let before: Promise<unknown> = Promise.resolve();

export function heard(data: unknown, options: ToldOptions): Promise<void> {
  const call = parseCall(data);
  if (!call) return Promise.resolve();
  const answer = (error: string | undefined): void => {
    postAnswer(window.parent, options.hostOrigin, { id: call.id, error, value: undefined });
  };
  const done = before.then(async () => {
    try {
      const then = await carryOut(options, call);
      answer(undefined);
      then();
    } catch (error) {
      answer(error instanceof Refused ? error.message : 'unavailable');
    }
  });
  before = done;
  return done;
}
