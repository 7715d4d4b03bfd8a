/** What is wrong with one place of the body; `pointer` is a JSON pointer such as `/agentIds/0`. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** An RFC 9457 body as docs/http-api.md describes it. `code` is the key of the translated message. */
export interface Problem {
  status: number;
  code: string;
  detail: string;
  traceId: string;
  errors: FieldProblem[];
  /** Further members, such as `acceptedBy`. */
  extensions: Record<string, unknown>;
}

/** The server answered with a failure. */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** From `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(`${String(problem.status)} ${problem.code}`);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer came: offline, the gateway is down, or the answer broke off. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NetworkError';
  }
}

/** The answer came, but is not what the contract says. */
export class UnexpectedAnswerError extends Error {
  constructor(cause: unknown) {
    super('unexpected answer', { cause });
    this.name = 'UnexpectedAnswerError';
  }
}

/** The code of a failure: the server's own, or one of `network-error`, `unexpected-answer`. */
export function codeOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.code;
  if (error instanceof NetworkError) return 'network-error';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unexpected-answer';
}

export function isProblem(error: unknown, code: string): error is ProblemError {
  return error instanceof ProblemError && error.problem.code === code;
}

const CODE_BY_STATUS: Record<number, string> = {
  401: 'token-missing',
  403: 'role-required',
  404: 'not-found',
  412: 'etag-mismatch',
  413: 'body-too-large',
  429: 'rate-limited',
  502: 'service-unavailable',
  503: 'service-unavailable',
  504: 'service-unavailable',
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const KNOWN_MEMBERS = new Set(['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId', 'errors']);

/** Reads any failure body; one that is not a problem (a proxy's page, say) gets its code from the status. */
export function parseProblem(status: number, body: unknown): Problem {
  const members = isRecord(body) ? body : {};
  const errors = Array.isArray(members['errors']) ? members['errors'].filter(isRecord) : [];
  return {
    status,
    code: text(members['code']) || (CODE_BY_STATUS[status] ?? 'internal-error'),
    detail: text(members['detail']),
    traceId: text(members['traceId']),
    errors: errors.map((error) => ({
      pointer: text(error['pointer']),
      code: text(error['code']),
      detail: text(error['detail']),
    })),
    extensions: Object.fromEntries(Object.entries(members).filter(([name]) => !KNOWN_MEMBERS.has(name))),
  };
}
