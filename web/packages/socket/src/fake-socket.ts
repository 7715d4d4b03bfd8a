import type { ClientFrame, ReadyFrame, ServerFrame } from './frames.ts';

/** The server's end of one connection, for tests. */
export class FakeSocket extends EventTarget {
  readyState = 1;
  readonly sent: ClientFrame[] = [];
  onmessage: ((event: MessageEvent<unknown>) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  readonly url: string;
  readonly protocols: string[];

  constructor(url: string, protocols: string[]) {
    super();
    this.url = url;
    this.protocols = protocols;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientFrame);
  }

  close(): void {
    this.readyState = 3;
  }

  receive(frame: ServerFrame): void {
    this.receiveText(JSON.stringify(frame));
  }

  receiveText(data: string): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }

  ready(fields: Partial<ReadyFrame> = {}): void {
    this.receive({
      type: 'ready',
      connectionId: 'connection',
      serverTime: '2026-11-23T03:00:00Z',
      pingSeconds: 25,
      me: { kind: 'agent', id: 'agent-1', name: 'Lan' },
      conversations: [],
      ...fields,
    });
  }

  drop(code: number): void {
    this.readyState = 3;
    this.onclose?.(Object.assign(new Event('close'), { code, reason: '', wasClean: code !== 1006 }));
  }

  frames<T extends ClientFrame['type']>(type: T): Extract<ClientFrame, { type: T }>[] {
    return this.sent.filter((frame): frame is Extract<ClientFrame, { type: T }> => frame.type === type);
  }
}
