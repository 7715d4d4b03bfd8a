import { sendFile } from './upload.ts';
import { NetworkError, parseProblem, ProblemError, UnexpectedAnswerError } from './problem.ts';

/** Turns the untyped body into what the caller expects, or throws. */
export type Decode<T> = (body: unknown) => T;

export interface HttpOptions {
  /** Current access token, or null when nobody is signed in; `fresh` after a 401. */
  token: (fresh: boolean) => Promise<string | null>;
  /** The token was refused even after it was renewed. */
  onSignedOut?: () => void;
  fetch?: typeof fetch;
}

export interface UploadOptions {
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal | undefined;
  /** The share that left this machine, 0 to 1. */
  onProgress?: (share: number) => void;
}

export interface RequestOptions {
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal | undefined;
  /** Sent as `If-Match`. */
  etag?: string | undefined;
  /** Sent as `Idempotency-Key`: the same key for every try of one creation. */
  idempotencyKey?: string | undefined;
  /** Sent as `Accept`; JSON when absent. */
  accept?: string | undefined;
}

/** A loaded entity with the ETag to send back on save. */
export interface Versioned<T> {
  value: T;
  etag: string | undefined;
}

export interface Http {
  get<T>(path: string, decode: Decode<T>, options?: RequestOptions): Promise<Versioned<T>>;
  post<T>(path: string, body: unknown, decode: Decode<T>, options?: RequestOptions): Promise<Versioned<T>>;
  put<T>(path: string, body: unknown, decode: Decode<T>, options?: RequestOptions): Promise<Versioned<T>>;
  /** A JSON merge patch. */
  patch<T>(path: string, body: unknown, decode: Decode<T>, options?: RequestOptions): Promise<Versioned<T>>;
  delete(path: string, options?: RequestOptions): Promise<void>;
  /** The bytes of a file, as they are. */
  upload<T>(path: string, file: Blob, decode: Decode<T>, options?: UploadOptions): Promise<T>;
  /** An answer that is a file, such as CSV. */
  download(path: string, options?: RequestOptions): Promise<Blob>;
}

/** The strong ETag of an entity whose `version` came in a list. */
export function etagOf(version: number): string {
  return `"${String(version)}"`;
}

/** For answers without a body. */
export const nothing: Decode<undefined> = () => undefined;

function address(path: string, query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** A body that is no JSON comes from something between; the status still tells what happened. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function failure(response: Response): Promise<ProblemError> {
  // A body that is no JSON comes from something between; the status still tells what happened.
  const body = await bodyOf(response).catch(() => undefined);
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new ProblemError(
    parseProblem(response.status, body),
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

export function createHttp(options: HttpOptions): Http {
  const send = options.fetch ?? ((input, init) => fetch(input, init));

  async function attempt(
    method: string,
    path: string,
    body: unknown,
    request: RequestOptions,
    fresh: boolean,
  ): Promise<Response> {
    const token = await options.token(fresh);
    const headers = new Headers({ Accept: request.accept ?? 'application/json' });
    if (token !== null) headers.set('Authorization', `Bearer ${token}`);
    if (request.etag !== undefined) headers.set('If-Match', request.etag);
    if (request.idempotencyKey !== undefined) headers.set('Idempotency-Key', request.idempotencyKey);
    if (body !== undefined) {
      headers.set('Content-Type', method === 'PATCH' ? 'application/merge-patch+json' : 'application/json');
    }
    try {
      return await send(address(path, request.query), {
        method,
        headers,
        signal: request.signal ?? null,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (cause) {
      if (request.signal?.aborted) throw cause;
      throw new NetworkError(cause);
    }
  }

  async function respond(
    method: string,
    path: string,
    body: unknown,
    request: RequestOptions,
  ): Promise<Response> {
    let response = await attempt(method, path, body, request, false);
    if (response.status === 401) response = await attempt(method, path, body, request, true);
    if (response.status === 401) options.onSignedOut?.();
    if (!response.ok) throw await failure(response);
    return response;
  }

  async function call<T>(
    method: string,
    path: string,
    body: unknown,
    decode: Decode<T>,
    request: RequestOptions = {},
  ): Promise<Versioned<T>> {
    const response = await respond(method, path, body, request);
    try {
      return { value: decode(await bodyOf(response)), etag: response.headers.get('ETag') ?? undefined };
    } catch (cause) {
      throw new UnexpectedAnswerError(cause);
    }
  }

  return {
    get: (path, decode, request) => call('GET', path, undefined, decode, request),
    post: (path, body, decode, request) => call('POST', path, body, decode, request),
    put: (path, body, decode, request) => call('PUT', path, body, decode, request),
    patch: (path, body, decode, request) => call('PATCH', path, body, decode, request),
    delete: async (path, request) => {
      await call('DELETE', path, undefined, nothing, request);
    },
    upload: async (path, file, decode, request = {}) => {
      let sent = await sendFile(address(path, request.query), file, await options.token(false), request);
      if (sent.status === 401) {
        sent = await sendFile(address(path, request.query), file, await options.token(true), request);
      }
      if (sent.status === 401) options.onSignedOut?.();
      if (sent.status >= 400) throw new ProblemError(parseProblem(sent.status, parsed(sent.body)));
      try {
        return decode(JSON.parse(sent.body));
      } catch (cause) {
        throw new UnexpectedAnswerError(cause);
      }
    },
    download: async (path, request = {}) => (await respond('GET', path, undefined, request)).blob(),
  };
}
