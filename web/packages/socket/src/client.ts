import type {
  AckFrame,
  Additions,
  CallAsk,
  CallTell,
  ClientFrame,
  ConversationPosition,
  DeliveredTell,
  ErrorFrame,
  Message,
  MessageChange,
  MessageChangedFrame,
  OpenFields,
  Page,
  Participant,
  PresenceState,
  ServerFrame,
} from './frames.ts';
import { SUBPROTOCOL } from './frames.ts';

/** Why a stopped client gave up; `signed-out` also stands for "no token to be had". */
export type StopReason = 'closed' | 'signed-out' | 'suspended' | 'protocol';

export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'online' }
  | { kind: 'waiting'; retryAt: number }
  | { kind: 'stopped'; reason: StopReason };

export interface SocketHandlers {
  onState?: (state: ConnectionState) => void;
  /** New messages of a tracked conversation: ascending, dense, each exactly once. */
  onMessages?: (conversationId: string, messages: Message[], epoch: number) => void;
  /** Messages of a tracked conversation that were shown and are different now. */
  onChanged?: (conversationId: string, messages: Message[]) => void;
  /** What was shown of this conversation no longer holds: load it anew, then `track` it again. */
  onReload?: (conversationId: string, epoch: number) => void;
  /** Every other frame, and `message` and `message-changed` frames of conversations nobody tracks. */
  onFrame?: (frame: ServerFrame) => void;
}

export interface SocketOptions extends SocketHandlers {
  url: string;
  /**
   * Gives the token for the next connection; `fresh` asks for a new one because the last was refused or ended.
   * `null` means there is none and the client stops; a rejection is taken as passing trouble.
   */
  token: (fresh: boolean) => Promise<string | null>;
  random?: () => number;
  createSocket?: (url: string, protocols: string[]) => WebSocket;
}

export interface SocketClient {
  connect(): void;
  close(): void;
  /** Tries at once instead of waiting for the back-off, or checks that the open socket still answers. */
  wake(): void;
  open(fields: OpenFields): Promise<AckFrame>;
  /** Resolves once stored, however many reconnects that takes; the same `clientMessageId` never stores twice. */
  send(
    conversationId: string,
    clientMessageId: string,
    text: string,
    additions?: Additions,
  ): Promise<AckFrame>;
  /** Edits, deletes or reacts; what became of the message comes by `onChanged`. */
  change(change: MessageChange): Promise<AckFrame>;
  closeConversation(conversationId: string): Promise<AckFrame>;
  /** The page the visitor is on now; lost with a connection, like typing. */
  page(page: Page): void;
  rate(conversationId: string, score: number, comment: string): Promise<AckFrame>;
  presence(state: Exclude<PresenceState, 'offline'>): Promise<AckFrame>;
  /** Something wanted of a call. */
  call(frame: CallAsk): Promise<AckFrame>;
  /** Something nobody answers: of a call, or what has arrived; false without a connection, and then it is lost. */
  tell(frame: CallTell | DeliveredTell): boolean;
  /** Hands a renewed token to the open socket. */
  authenticate(token: string): void;
  read(conversationId: string, sequence: number): void;
  typing(conversationId: string, active: boolean): void;
  /**
   * From here on messages after `lastSequence` come in order; asks at once for those missed. With the revision that
   * held when the messages were loaded, also for what changed of them since.
   */
  track(conversationId: string, epoch: number, lastSequence: number, revision?: number): void;
  untrack(conversationId: string): void;
}

/** An `error` frame that ends a request for good. */
export class SocketError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SocketError';
    this.code = code;
  }
}

type Request = Extract<ClientFrame, { id: string }>;

interface Pending {
  frame: Request;
  /** Requests of one lane go one after the other, so that what was typed first is stored first. */
  lane: string;
  inFlight: boolean;
  failures: number;
  resolve: (ack: AckFrame) => void;
  reject: (error: SocketError) => void;
}

interface Position {
  epoch: number;
  last: number;
  /** Highest sequence known to exist. */
  known: number;
  /** Changes seen so far; undefined until the first answer tells. */
  revision: number | undefined;
  /** Highest revision known to exist. */
  knownRevision: number;
  /** Id of the `resume` on its way for this conversation. */
  resuming: string | undefined;
}

const RESUME_BATCH = 100;
const PONG_MILLISECONDS = 10_000;
const CONNECT_MILLISECONDS = 15_000;
const TOKEN_EXPIRED = 4100;
const STOP_REASONS: Record<number, StopReason> = { 4501: 'signed-out', 4503: 'suspended' };

/** `random(0, min(30 s, 0.5 s × 2^attempt))`: full jitter keeps a crowd from coming back in step. */
export function backOffMilliseconds(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(30_000, 500 * 2 ** Math.min(attempt, 10)));
}

/**
 * A reconnecting `dakenh.v1` client. It keeps every unanswered request and sends it again after a reconnect, follows
 * the dense sequence of each tracked conversation and fills gaps with `resume`.
 */
export function createSocketClient(options: SocketOptions): SocketClient {
  const random = options.random ?? Math.random;
  const createSocket = options.createSocket ?? ((url, protocols) => new WebSocket(url, protocols));
  const pending = new Map<string, Pending>();
  const positions = new Map<string, Position>();

  let socket: WebSocket | undefined;
  let me: Participant | undefined;
  let state: ConnectionState = { kind: 'stopped', reason: 'closed' };
  /** Counts connections, so that answers meant for an earlier one are not taken for this one's. */
  let generation = 0;
  let attempt = 0;
  let nextId = 0;
  let freshToken = false;
  let announcedDelay: number | undefined;
  let pingMilliseconds = 25_000;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  let pingTimer: ReturnType<typeof setTimeout> | undefined;
  let deadline: ReturnType<typeof setTimeout> | undefined;

  function enter(next: ConnectionState): void {
    state = next;
    options.onState?.(next);
  }

  function transmit(frame: ClientFrame): boolean {
    if (state.kind !== 'online' || socket?.readyState !== 1) return false;
    socket.send(JSON.stringify(frame));
    return true;
  }

  function connect(): void {
    clearTimeout(reconnectTimer);
    const mine = ++generation;
    enter({ kind: 'connecting' });
    options.token(freshToken).then(
      (token) => {
        if (mine !== generation) return;
        if (token === null) stop('signed-out');
        else openSocket(mine, token);
      },
      () => {
        if (mine === generation) retry(undefined);
      },
    );
  }

  function openSocket(mine: number, token: string): void {
    const opened = createSocket(options.url, [SUBPROTOCOL, `token.${token}`]);
    socket = opened;
    expect(CONNECT_MILLISECONDS);
    opened.onmessage = (event: MessageEvent<unknown>) => {
      if (mine === generation) receive(event.data);
    };
    opened.onclose = (event) => {
      if (mine === generation) closed(event.code);
    };
  }

  /** Something must arrive within this time, or the connection counts as lost. */
  function expect(milliseconds: number): void {
    clearTimeout(deadline);
    deadline = setTimeout(() => {
      closed(4001);
    }, milliseconds);
  }

  function abandon(): void {
    generation++;
    clearTimeout(pingTimer);
    clearTimeout(deadline);
    clearTimeout(reconnectTimer);
    for (const request of pending.values()) request.inFlight = false;
    for (const position of positions.values()) position.resuming = undefined;
    const old = socket;
    socket = undefined;
    if (old && old.readyState < 2) old.close(1000);
  }

  function closed(code: number): void {
    const wasOnline = state.kind === 'online';
    abandon();
    if (code >= 4500 && code < 5000) {
      freshToken = true;
      stop(STOP_REASONS[code] ?? 'protocol');
      return;
    }
    if (code === TOKEN_EXPIRED) {
      freshToken = true;
      if (wasOnline) {
        retry(0);
        return;
      }
    } else {
      // To a browser a refused upgrade looks like any lost connection: rule the token out now and then.
      freshToken = !wasOnline && attempt % 3 === 2;
    }
    retry(announcedDelay);
  }

  function retry(delay: number | undefined): void {
    const milliseconds = delay ?? backOffMilliseconds(attempt, random);
    attempt++;
    announcedDelay = undefined;
    enter({ kind: 'waiting', retryAt: Date.now() + milliseconds });
    reconnectTimer = setTimeout(connect, milliseconds);
  }

  function stop(reason: StopReason): void {
    abandon();
    enter({ kind: 'stopped', reason });
  }

  function ping(): void {
    if (transmit({ type: 'ping' })) expect(PONG_MILLISECONDS);
  }

  function schedulePing(): void {
    clearTimeout(pingTimer);
    pingTimer = setTimeout(() => {
      ping();
      schedulePing();
    }, pingMilliseconds);
  }

  function receive(data: unknown): void {
    let frame: ServerFrame;
    try {
      frame = JSON.parse(String(data)) as ServerFrame;
    } catch {
      // Half a frame means the transport is broken: a new connection and a resume heal it.
      closed(4001);
      return;
    }
    clearTimeout(deadline);
    switch (frame.type) {
      case 'ready':
        me = frame.me;
        attempt = 0;
        freshToken = false;
        pingMilliseconds = frame.pingSeconds * 1000;
        enter({ kind: 'online' });
        schedulePing();
        options.onFrame?.(frame);
        // It may be said again on an open socket: what a resume under way was told may be too old.
        for (const position of positions.values()) position.resuming = undefined;
        resume([...positions.keys()]);
        flush();
        return;
      case 'ack':
        endResume(frame.id);
        settle(frame.id)?.resolve(frame);
        flush();
        return;
      case 'error':
        refused(frame);
        return;
      case 'message':
        arrived(frame.conversationId, frame.epoch, [frame.message], frame);
        return;
      case 'messages':
        filled(frame);
        return;
      case 'message-changed':
        changed(frame);
        return;
      case 'reload':
        positions.delete(frame.conversationId);
        options.onReload?.(frame.conversationId, frame.epoch);
        return;
      case 'reconnect':
        announcedDelay = frame.afterMilliseconds;
        return;
      case 'pong':
        return;
      default:
        options.onFrame?.(frame);
    }
  }

  function settle(id: string): Pending | undefined {
    const request = pending.get(id);
    pending.delete(id);
    return request;
  }

  function refused(frame: ErrorFrame): void {
    const { id, temporary } = frame;
    const request = id === undefined ? undefined : pending.get(id);
    const unfilled = id === undefined ? [] : endResume(id);
    if (request && !temporary) {
      settle(request.frame.id)?.reject(new SocketError(frame.code, frame.message));
      flush();
    } else if (temporary && (request || unfilled.length > 0)) {
      const mine = generation;
      const delay = 500 + backOffMilliseconds(request ? request.failures++ : 1, random);
      setTimeout(() => {
        if (mine !== generation) return;
        if (request) request.inFlight = false;
        flush();
        resume(unfilled);
      }, delay);
    } else {
      options.onFrame?.(frame);
    }
  }

  /** Sends the first unanswered request of each lane. */
  function flush(): void {
    const busy = new Set<string>();
    for (const request of pending.values()) {
      if (!request.inFlight && !busy.has(request.lane)) request.inFlight = transmit(request.frame);
      busy.add(request.lane);
    }
  }

  function request(lane: string, build: (id: string) => Request): Promise<AckFrame> {
    return new Promise((resolve, reject) => {
      const frame = build(`c${String(++nextId)}`);
      pending.set(frame.id, { frame, lane, inFlight: false, failures: 0, resolve, reject });
      flush();
    });
  }

  function resume(conversationIds: string[]): void {
    const wanted = conversationIds.filter((id) => positions.get(id)?.resuming === undefined);
    for (let start = 0; start < wanted.length; start += RESUME_BATCH) {
      const id = `r${String(++nextId)}`;
      const conversations: ConversationPosition[] = [];
      for (const conversationId of wanted.slice(start, start + RESUME_BATCH)) {
        const position = positions.get(conversationId);
        if (!position) continue;
        position.resuming = id;
        const { epoch, last, revision } = position;
        conversations.push({
          conversationId,
          epoch,
          lastSequence: last,
          ...(revision === undefined ? {} : { revision }),
        });
      }
      if (!transmit({ type: 'resume', id, conversations })) endResume(id);
    }
  }

  /** Ends what is left of this resume and names the conversations it had not filled. */
  function endResume(id: string): string[] {
    const unfilled: string[] = [];
    for (const [conversationId, position] of positions) {
      if (position.resuming !== id) continue;
      position.resuming = undefined;
      unfilled.push(conversationId);
    }
    return unfilled;
  }

  /** Shows what continues the dense sequence, drops what was shown, and asks for what is missing between. */
  function arrived(
    conversationId: string,
    epoch: number,
    messages: Message[],
    untracked?: ServerFrame,
  ): void {
    const position = positions.get(conversationId);
    if (!position) {
      if (untracked) options.onFrame?.(untracked);
      return;
    }
    if (outdated(conversationId, position, epoch)) return;
    const next: Message[] = [];
    for (const message of messages) {
      position.known = Math.max(position.known, message.sequence);
      if (message.sequence !== position.last + 1) continue;
      position.last = message.sequence;
      next.push(message);
    }
    if (next.length > 0) options.onMessages?.(conversationId, next, epoch);
    catchUp(conversationId, position);
  }

  function outdated(conversationId: string, position: Position, epoch: number): boolean {
    if (position.epoch === epoch) return false;
    positions.delete(conversationId);
    options.onReload?.(conversationId, epoch);
    return true;
  }

  function catchUp(conversationId: string, position: Position): void {
    const { known, last, revision, knownRevision } = position;
    if (known > last || (revision !== undefined && knownRevision > revision)) resume([conversationId]);
  }

  /** Changes are counted like messages: the next one is shown, a gap is asked for, what was seen is dropped. */
  function changed(frame: MessageChangedFrame): void {
    const { conversationId, epoch, revision, message } = frame;
    const position = positions.get(conversationId);
    if (!position) {
      options.onFrame?.(frame);
      return;
    }
    if (outdated(conversationId, position, epoch)) return;
    position.known = Math.max(position.known, message.sequence);
    position.knownRevision = Math.max(position.knownRevision, revision);
    if (revision - 1 === position.revision) {
      position.revision = revision;
      options.onChanged?.(conversationId, [message]);
    }
    catchUp(conversationId, position);
  }

  function filled(frame: Extract<ServerFrame, { type: 'messages' }>): void {
    const { conversationId, epoch, messages, changes = [], revision } = frame;
    const position = positions.get(conversationId);
    if (!position) return;
    position.resuming = undefined;
    const { last: lastBefore, revision: revisionBefore } = position;
    if (revision !== undefined && position.epoch === epoch) {
      position.revision = Math.max(revision, revisionBefore ?? 0);
      if (changes.length > 0) options.onChanged?.(conversationId, changes);
    }
    arrived(conversationId, epoch, messages);
    const further = position.last !== lastBefore || position.revision !== revisionBefore;
    if (frame.more && further) resume([conversationId]);
  }

  /** Whether or not the server echoes it, an acknowledged message is shown exactly once. */
  function stored(
    conversationId: string,
    clientMessageId: string,
    content: Additions & { text: string },
    ack: AckFrame,
  ): void {
    const position = positions.get(conversationId);
    if (!position || !me || ack.sequence === undefined || ack.sentAt === undefined) return;
    const { sequence, sentAt } = ack;
    const own = { id: clientMessageId, sequence, author: me, kind: 'text', clientMessageId, sentAt } as const;
    arrived(conversationId, position.epoch, [{ ...own, ...content }]);
  }

  function wake(): void {
    if (state.kind === 'online') ping();
    else if (state.kind === 'waiting') connect();
  }

  return {
    connect,
    close: () => {
      stop('closed');
    },
    wake,
    open: (fields) => request('open', (id) => ({ type: 'open', id, ...fields })),
    send: async (conversationId, clientMessageId, text, additions = {}) => {
      const { attachments, replyTo } = additions;
      const ack = await request(conversationId, (id) => ({
        type: 'send',
        id,
        conversationId,
        clientMessageId,
        text,
        ...(attachments ? { attachmentIds: attachments.map((file) => file.id) } : {}),
        ...(replyTo ? { replyTo: replyTo.sequence } : {}),
        ...additions.manner,
      }));
      stored(conversationId, clientMessageId, { ...additions, text: text.trim() }, ack);
      return ack;
    },
    change: (change) => request(change.conversationId, (id) => ({ id, ...change })),
    closeConversation: (conversationId) =>
      request(conversationId, (id) => ({ type: 'close', id, conversationId })),
    page: (page) => {
      transmit({ type: 'page', page });
    },
    rate: (conversationId, score, comment) =>
      request(conversationId, (id) => ({ type: 'rate', id, conversationId, score, comment })),
    presence: (declared) => request('presence', (id) => ({ type: 'presence', id, state: declared })),
    call: (frame) => request('call', (id) => ({ ...frame, id })),
    tell: transmit,
    authenticate: (token) => {
      transmit({ type: 'authenticate', id: `a${String(++nextId)}`, token });
    },
    read: (conversationId, sequence) => {
      transmit({ type: 'read', conversationId, sequence });
    },
    typing: (conversationId, active) => {
      transmit({ type: 'typing', conversationId, active });
    },
    track: (conversationId, epoch, lastSequence, revision) => {
      positions.set(conversationId, {
        epoch,
        last: lastSequence,
        known: lastSequence,
        revision,
        knownRevision: revision ?? 0,
        resuming: undefined,
      });
      resume([conversationId]);
    },
    untrack: (conversationId) => {
      positions.delete(conversationId);
    },
  };
}
