import { describe, expect, it, vi } from 'vitest';
import { createHttp, etagOf } from './http.ts';
import { codeOf, isProblem, NetworkError, ProblemError, UnexpectedAnswerError } from './problem.ts';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

function client(...answers: (Response | Error)[]) {
  const fetched = vi.fn<typeof fetch>(() => {
    const next = answers.shift();
    if (next === undefined) throw new Error('one call too many');
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  });
  const token = vi.fn((fresh: boolean) => Promise.resolve(fresh ? 'renewed' : 'old'));
  const onSignedOut = vi.fn();
  const http = createHttp({ token, onSignedOut, fetch: fetched });
  const request = (index: number) => new Request('http://x', fetched.mock.calls[index]?.[1]);
  return { http, fetched, request, onSignedOut };
}

const identity = (body: unknown) => body;

describe('http', () => {
  it('sends the token and returns the value with its ETag', async () => {
    const { http, fetched, request } = client(answer(200, { a: 1 }, { ETag: '"3"' }));
    await expect(http.get('/x', identity, { query: { limit: 5, cursor: undefined } })).resolves.toEqual({
      value: { a: 1 },
      etag: '"3"',
    });
    expect(fetched.mock.calls[0]?.[0]).toBe('/x?limit=5');
    expect(request(0).headers.get('Authorization')).toBe('Bearer old');
  });

  it('sends If-Match, Idempotency-Key and merge patches', async () => {
    const { http, request } = client(answer(200, {}), answer(201, {}));
    await http.patch('/x', { name: null }, identity, { etag: etagOf(7) });
    await http.post('/x', {}, identity, { idempotencyKey: 'key' });
    expect(request(0).headers.get('If-Match')).toBe('"7"');
    expect(request(0).headers.get('Content-Type')).toBe('application/merge-patch+json');
    expect(request(1).headers.get('Idempotency-Key')).toBe('key');
    expect(request(1).headers.get('Content-Type')).toBe('application/json');
  });

  it('renews the token once on 401 and gives up when that does not help', async () => {
    const renewed = client(answer(401, {}), answer(204, undefined));
    await renewed.http.delete('/x');
    expect(renewed.request(1).headers.get('Authorization')).toBe('Bearer renewed');
    expect(renewed.onSignedOut).not.toHaveBeenCalled();

    const refused = client(answer(401, {}), answer(401, { code: 'token-invalid' }));
    await expect(refused.http.get('/x', identity)).rejects.toSatisfy((error) =>
      isProblem(error, 'token-invalid'),
    );
    expect(refused.onSignedOut).toHaveBeenCalledOnce();
  });

  it('throws problems with their code, field errors and further members', async () => {
    const body = {
      type: 'https://dakenh.io/problems/offer-already-resolved',
      title: 'x',
      status: 409,
      detail: 'taken',
      code: 'offer-already-resolved',
      traceId: 't',
      errors: [{ pointer: '/name', code: 'size', detail: 'too long' }],
      acceptedBy: { id: '1', name: 'Lan' },
    };
    const { http } = client(answer(409, body, { 'Retry-After': '3' }));
    const error = await http.post('/x', {}, identity).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      retryAfterSeconds: 3,
      problem: {
        status: 409,
        code: 'offer-already-resolved',
        errors: [{ pointer: '/name', code: 'size', detail: 'too long' }],
        extensions: { acceptedBy: { id: '1', name: 'Lan' } },
      },
    });
  });

  it.each([
    [502, 'service-unavailable'],
    [418, 'internal-error'],
    [404, 'not-found'],
  ])('names a failure with status %d and no problem body %s', async (status, code) => {
    const { http } = client(new Response('<html>', { status }));
    const error = await http.get('/x', identity).catch((thrown: unknown) => thrown);
    expect(codeOf(error)).toBe(code);
  });

  it('tells no answer from a wrong one', async () => {
    const offline = client(new TypeError('fetch failed'));
    await expect(offline.http.get('/x', identity)).rejects.toBeInstanceOf(NetworkError);
    const wrong = client(new Response('not json', { status: 200 }));
    await expect(wrong.http.get('/x', identity)).rejects.toBeInstanceOf(UnexpectedAnswerError);
    expect(codeOf(new NetworkError(undefined))).toBe('network-error');
  });
});
