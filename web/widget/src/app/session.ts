import type { SafeStorage } from '../shared/storage.ts';

/** Who this browser is to the tenant, for as long as it keeps the token. */
interface Session {
  visitorToken: string;
  visitorId: string;
  expiresAt: string;
}

export interface Sessions {
  /** A token good for at least a minute; `null` when there is none to be had. Rejects on passing trouble. */
  token(fresh: boolean): Promise<string | null>;
  /** Whether this visitor was here before. */
  known(): boolean;
  /** Milliseconds until the token should be renewed. */
  renewalDue(): number;
}

const MARGIN_MILLISECONDS = 60_000;

function parse(value: unknown): Session | null {
  if (typeof value !== 'object' || value === null) return null;
  const { visitorToken, visitorId, expiresAt }: Record<string, unknown> = { ...value };
  if (typeof visitorToken !== 'string' || typeof visitorId !== 'string' || typeof expiresAt !== 'string') {
    return null;
  }
  return Number.isNaN(Date.parse(expiresAt)) ? null : { visitorToken, visitorId, expiresAt };
}

function parseJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // Someone else's value under our name: as good as none.
    return null;
  }
}

export function createSessions(widgetKey: string, name: string, storage: SafeStorage): Sessions {
  // Read anew each time: another tab may have renewed it.
  const stored = (): Session | null => parse(parseJson(storage.get(name)));
  const left = (session: Session): number => Date.parse(session.expiresAt) - MARGIN_MILLISECONDS - Date.now();

  async function request(visitorToken: string | undefined): Promise<Response> {
    return fetch('/api/livetalk/v1/public/visitor-sessions', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ widgetKey, visitorToken }),
    });
  }

  let asking: Promise<string | null> | undefined;

  async function obtain(fresh: boolean): Promise<string | null> {
    const before = stored();
    if (before && !fresh && left(before) > 0) return before.visitorToken;
    let response = await request(before?.visitorToken);
    // A token that is not genuine any more (keys changed, other suite on this origin): begin as someone new.
    if (before && [400, 401, 422].includes(response.status)) response = await request(undefined);
    // No such widget, or a business that is not served at the moment.
    if (response.status === 404 || response.status === 403) return null;
    const session = response.ok ? parse(await response.json()) : null;
    if (!session) throw new Error(`visitor session: HTTP ${response.status}`);
    storage.set(name, JSON.stringify(session));
    return session.visitorToken;
  }

  return {
    known: () => stored() !== null,
    renewalDue: () => {
      const session = stored();
      return session ? Math.max(0, left(session)) : Number.POSITIVE_INFINITY;
    },
    // Who asks while another does is the same visitor.
    token: (fresh) =>
      (asking ??= obtain(fresh).finally(() => {
        asking = undefined;
      })),
  };
}
