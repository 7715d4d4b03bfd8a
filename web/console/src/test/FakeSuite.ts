import type { Http, RequestOptions, Versioned } from '@dakenh/api-client';
import { ProblemError } from '@dakenh/api-client';

export interface Call {
  method: string;
  path: string;
  body: unknown;
  etag: string | undefined;
}

interface Answer {
  body: unknown;
  etag?: string;
}

type Responder = (call: Call) => Answer | Promise<Answer>;

export function refusal(
  status: number,
  code: string,
  errors: { pointer: string; code: string }[] = [],
): ProblemError {
  return new ProblemError({
    status,
    code,
    detail: '',
    traceId: '',
    errors: errors.map((error) => ({ ...error, detail: '' })),
    extensions: {},
  });
}

/** Answers the console's calls from a table of `METHOD /path`, and remembers them. */
export class FakeSuite implements Http {
  readonly calls: Call[] = [];
  private readonly responders = new Map<string, Responder>();

  on(route: string, responder: Responder): this {
    this.responders.set(route, responder);
    return this;
  }

  sent(method: string, ending: string): Call[] {
    return this.calls.filter((call) => call.method === method && call.path.endsWith(ending));
  }

  get<T>(path: string, decode: (body: unknown) => T, options?: RequestOptions): Promise<Versioned<T>> {
    return this.call('GET', path, undefined, decode, options);
  }

  post<T>(path: string, body: unknown, decode: (body: unknown) => T, options?: RequestOptions) {
    return this.call('POST', path, body, decode, options);
  }

  put<T>(path: string, body: unknown, decode: (body: unknown) => T, options?: RequestOptions) {
    return this.call('PUT', path, body, decode, options);
  }

  patch<T>(path: string, body: unknown, decode: (body: unknown) => T, options?: RequestOptions) {
    return this.call('PATCH', path, body, decode, options);
  }

  async delete(path: string, options?: RequestOptions): Promise<void> {
    await this.call('DELETE', path, undefined, () => undefined, options);
  }

  async upload<T>(path: string, file: Blob, decode: (body: unknown) => T): Promise<T> {
    return (await this.call('POST', path, file, decode)).value;
  }

  async download(path: string): Promise<Blob> {
    const { value } = await this.call('GET', path, undefined, String);
    return new Blob([value]);
  }

  private async call<T>(
    method: string,
    path: string,
    body: unknown,
    decode: (body: unknown) => T,
    options: RequestOptions = {},
  ): Promise<Versioned<T>> {
    const call = { method, path, body: structuredClone(body), etag: options.etag };
    this.calls.push(call);
    const responder = this.responders.get(`${method} ${path}`);
    if (!responder) throw refusal(404, 'not-found');
    const answer = await responder(call);
    return { value: decode(answer.body), etag: answer.etag };
  }
}
