import type { Http } from '@dakenh/api-client';
import { codeOf, ProblemError } from '@dakenh/api-client';
import type { Attachment, Message } from '@dakenh/socket';
import { newId } from '../../../shared/lib/ids.ts';
import { LARGEST_FILE, loadMedia, uploadAttachment } from '../api/attachments.ts';

/** As many files as one message carries. */
export const MOST_FILES = 10;

/** A file chosen for the next message. */
export interface PendingFile {
  id: string;
  name: string;
  bytes: number;
  state: 'uploading' | 'ready' | 'failed';
  /** The share that left this machine, 0 to 1. */
  share: number;
  attachment?: Attachment;
  /** Why it failed: a problem code, or that of the file itself. */
  code?: string;
}

/** What the composer is about besides words, by conversation. */
export interface Composing {
  files: readonly PendingFile[];
  replyTo?: Message;
  /** A comment is answered so that only its author sees it. */
  alone?: boolean;
  editing?: Message;
}

const NOTHING: Composing = { files: [] };

function reasonOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.errors[0]?.code ?? error.problem.code;
  return codeOf(error);
}

/** Why a file is not even tried. */
function refusal(file: File, before: number): string | undefined {
  if (before >= MOST_FILES) return 'too-many-files';
  if (file.size > LARGEST_FILE) return 'body-too-large';
  return file.size === 0 ? 'file-empty' : undefined;
}

/** Files on their way up and what is being answered or edited; it outlives looking at another conversation. */
export class ComposingBox {
  private readonly listeners = new Set<() => void>();
  private readonly held = new Map<string, Composing>();
  private readonly uploads = new Map<string, { file: File; stop: AbortController }>();
  private readonly http: Http;

  constructor(http: Http) {
    this.http = http;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(conversationId: string): Composing {
    return this.held.get(conversationId) ?? NOTHING;
  }

  /** Begins to upload; what is too large, empty or one too many is not even tried. */
  add(conversationId: string, files: readonly File[]): void {
    for (const file of files) {
      const id = newId();
      const { files: before } = this.of(conversationId);
      const code = refusal(file, before.length);
      const chosen = { id, name: file.name, bytes: file.size, share: 0 };
      const pending: PendingFile = code
        ? { ...chosen, state: 'failed', code }
        : { ...chosen, state: 'uploading' };
      this.set(conversationId, { files: [...before, pending] });
      if (!code) void this.upload(conversationId, id, file);
    }
  }

  /** Pictures of a canned message: copied from the business's public files into this conversation. */
  async addMedia(conversationId: string, mediaIds: readonly string[]): Promise<void> {
    for (const id of mediaIds) {
      this.add(conversationId, [await loadMedia(this.http, id)]);
    }
  }

  /** What was refused for itself is not tried again. */
  retriable(id: string): boolean {
    return this.uploads.has(id);
  }

  retry(conversationId: string, id: string): void {
    const upload = this.uploads.get(id);
    if (!upload) return;
    this.change(conversationId, id, { state: 'uploading', share: 0 });
    void this.upload(conversationId, id, upload.file);
  }

  remove(conversationId: string, id: string): void {
    this.uploads.get(id)?.stop.abort();
    this.uploads.delete(id);
    this.set(conversationId, { files: this.of(conversationId).files.filter((file) => file.id !== id) });
  }

  reply(conversationId: string, replyTo: Message | undefined, alone = false): void {
    const { files } = this.of(conversationId);
    this.replace(conversationId, { files, ...(replyTo ? { replyTo, alone } : {}) });
  }

  edit(conversationId: string, editing: Message | undefined): void {
    const { files } = this.of(conversationId);
    this.replace(conversationId, { files, ...(editing ? { editing } : {}) });
  }

  /** What goes with the message that is being sent; the box is empty then. */
  take(conversationId: string): {
    attachments: Attachment[];
    replyTo: Message | undefined;
    alone: boolean;
  } {
    const { files, replyTo, alone = false } = this.of(conversationId);
    const attachments = files.flatMap((file) => file.attachment ?? []);
    for (const file of files) this.uploads.delete(file.id);
    this.replace(conversationId, NOTHING);
    return { attachments, replyTo, alone };
  }

  private async upload(conversationId: string, id: string, file: File): Promise<void> {
    const stop = new AbortController();
    this.uploads.set(id, { file, stop });
    try {
      const attachment = await uploadAttachment(this.http, conversationId, file, {
        signal: stop.signal,
        onProgress: (share) => {
          this.change(conversationId, id, { share });
        },
      });
      this.uploads.delete(id);
      this.change(conversationId, id, { state: 'ready', share: 1, attachment });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429) {
        this.uploads.delete(id);
      }
      if (!stop.signal.aborted) this.change(conversationId, id, { state: 'failed', code: reasonOf(error) });
    }
  }

  private change(conversationId: string, id: string, change: Partial<PendingFile>): void {
    const { files } = this.of(conversationId);
    this.set(conversationId, {
      files: files.map((file) => (file.id === id ? { ...file, ...change } : file)),
    });
  }

  private set(conversationId: string, change: Partial<Composing>): void {
    this.replace(conversationId, { ...this.of(conversationId), ...change });
  }

  private replace(conversationId: string, next: Composing): void {
    this.held.set(conversationId, next);
    for (const listener of this.listeners) listener();
  }
}
