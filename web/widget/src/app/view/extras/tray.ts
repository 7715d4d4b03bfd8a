import type { Attachment } from '@dakenh/socket';
import { uuid } from '../../uuid.ts';

/** A file chosen for the next message. */
export interface TrayFile {
  id: string;
  file: File;
  state: 'uploading' | 'ready' | 'failed';
  /** The share that left this device, 0 to 1. */
  share: number;
  attachment?: Attachment;
  code?: string;
  /** Trying again may help. */
  again?: boolean;
}

export interface Tray {
  files: () => TrayFile[];
  subscribe: (listener: () => void) => () => void;
  add: (files: File[]) => void;
  retry: (id: string) => void;
  remove: (id: string) => void;
  /** Empties the tray into a message. */
  take: () => Attachment[];
}

const LARGEST = 20 * 1024 * 1024;
const MOST = 10;

/** Chosen files outlive looking at another screen. */
const trays = new Map<string, Tray>();

export function trayOf(conversationId: string, token: () => Promise<string | null>): Tray {
  const held = trays.get(conversationId) ?? createTray(conversationId, token);
  trays.set(conversationId, held);
  return held;
}

function fault(file: File, before: number): string | undefined {
  if (before >= MOST) return 'too-many-files';
  if (file.size > LARGEST) return 'body-too-large';
  return file.size === 0 ? 'file-empty' : undefined;
}

function codeIn(body: string): string {
  try {
    const problem = JSON.parse(body) as { code?: string; errors?: { code?: string }[] };
    return problem.errors?.[0]?.code ?? problem.code ?? 'other';
  } catch {
    // From something between; the sentence for everything else fits.
    return 'other';
  }
}

export function createTray(conversationId: string, token: () => Promise<string | null>): Tray {
  const listeners = new Set<() => void>();
  const requests = new Map<string, XMLHttpRequest>();
  let files: TrayFile[] = [];

  function set(next: TrayFile[]): void {
    files = next;
    for (const listener of listeners) listener();
  }

  function change(id: string, change: Partial<TrayFile>): void {
    set(files.map((held) => (held.id === id ? { ...held, ...change } : held)));
  }

  function failed(id: string, code: string, again: boolean): void {
    change(id, { state: 'failed', code, again });
  }

  async function upload({ id, file }: TrayFile): Promise<void> {
    const bearer = await token().catch(() => null);
    if (bearer === null) {
      failed(id, 'other', true);
      return;
    }
    const request = new XMLHttpRequest();
    requests.set(id, request);
    const query = new URLSearchParams({ conversationId, name: file.name });
    request.open('POST', `/api/livetalk/v1/public/attachments?${query.toString()}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Authorization', `Bearer ${bearer}`);
    request.upload.onprogress = ({ loaded, total }) => {
      change(id, { share: loaded / total });
    };
    request.onload = () => {
      if (request.status === 201) {
        change(id, { state: 'ready', attachment: JSON.parse(request.responseText) as Attachment });
      } else {
        failed(id, codeIn(request.responseText), request.status >= 500 || request.status === 429);
      }
    };
    request.onerror = () => {
      failed(id, 'other', true);
    };
    request.send(file);
  }

  return {
    files: () => files,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (chosen) => {
      for (const file of chosen) {
        const code = fault(file, files.length);
        const held: TrayFile = {
          id: uuid(),
          file,
          share: 0,
          ...(code ? { state: 'failed', code } : { state: 'uploading' }),
        };
        set([...files, held]);
        if (!code) void upload(held);
      }
    },
    retry: (id) => {
      const held = files.find((file) => file.id === id);
      if (!held) return;
      change(id, { state: 'uploading', share: 0 });
      void upload(held);
    },
    remove: (id) => {
      requests.get(id)?.abort();
      requests.delete(id);
      set(files.filter((file) => file.id !== id));
    },
    take: () => {
      const attachments = files.flatMap(({ attachment }) => attachment ?? []);
      requests.clear();
      set([]);
      return attachments;
    },
  };
}
