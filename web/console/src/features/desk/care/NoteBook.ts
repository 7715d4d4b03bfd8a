import type { Note } from '@dakenh/socket';

interface Page {
  revision: number;
  notes: ReadonlyMap<string, Note>;
  sorted: readonly Note[];
}

const EMPTY: Page = { revision: 0, notes: new Map(), sorted: [] };

/**
 * Notes and activity by conversation. Each change of a note has the next revision: a frame that continues what is held
 * is taken, one beyond it says that something was missed, and what was missed is asked for.
 */
export class NoteBook {
  private readonly pages = new Map<string, Page>();
  private readonly listeners = new Set<() => void>();
  private readonly watched = new Map<string, number>();
  private readonly loading = new Set<string>();
  private readonly again = new Set<string>();
  private readonly load: (conversationId: string, afterRevision: number) => Promise<readonly Note[]>;

  constructor(load: (conversationId: string, afterRevision: number) => Promise<readonly Note[]>) {
    this.load = load;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** In their order; the same array until something changes. */
  of(conversationId: string): readonly Note[] {
    return (this.pages.get(conversationId) ?? EMPTY).sorted;
  }

  /** Follows a conversation while it is on screen; returns how to stop. */
  watch(conversationId: string): () => void {
    this.watched.set(conversationId, (this.watched.get(conversationId) ?? 0) + 1);
    this.fetch(conversationId);
    return () => {
      const left = (this.watched.get(conversationId) ?? 1) - 1;
      if (left > 0) this.watched.set(conversationId, left);
      else this.watched.delete(conversationId);
    };
  }

  /** After every (re)connection. */
  refresh(): void {
    for (const conversationId of this.watched.keys()) this.fetch(conversationId);
  }

  receive(note: Note): void {
    const { conversationId } = note;
    const page = this.pages.get(conversationId);
    if (!page) return;
    if (note.revision === page.revision + 1) this.take(conversationId, [note]);
    else if (note.revision > page.revision) this.fetch(conversationId);
  }

  /** What an own request brought, before the socket tells. */
  told(note: Note): void {
    this.receive(note);
    if (!this.pages.has(note.conversationId)) this.fetch(note.conversationId);
  }

  private fetch(conversationId: string): void {
    if (this.loading.has(conversationId)) {
      this.again.add(conversationId);
      return;
    }
    this.loading.add(conversationId);
    const after = (this.pages.get(conversationId) ?? EMPTY).revision;
    this.load(conversationId, after)
      .then((notes) => {
        this.take(conversationId, notes);
      })
      .catch(() => {
        // Away or not to be seen any more: the next connection, or the next note, asks again.
      })
      .finally(() => {
        this.loading.delete(conversationId);
        if (this.again.delete(conversationId)) this.fetch(conversationId);
      });
  }

  private take(conversationId: string, news: readonly Note[]): void {
    const held = this.pages.get(conversationId);
    const base = held ?? EMPTY;
    if (held && news.length === 0) return;
    const notes = new Map(base.notes);
    let { revision } = base;
    for (const note of news) {
      const known = notes.get(note.id);
      if (!known || known.revision < note.revision) notes.set(note.id, note);
      revision = Math.max(revision, note.revision);
    }
    const sorted = [...notes.values()].sort((one, other) => one.sequence - other.sequence);
    this.pages.set(conversationId, { revision, notes, sorted });
    for (const listener of this.listeners) listener();
  }
}

/** The notes that stand behind one message and before the next. */
export function notesBetween(notes: readonly Note[], after: number, before: number): readonly Note[] {
  return notes.filter(
    ({ afterSequence, deletedAt }) =>
      deletedAt === undefined && afterSequence >= after && afterSequence < before,
  );
}
