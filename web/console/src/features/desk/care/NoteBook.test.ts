import type { Note } from '@dakenh/socket';
import { describe, expect, it, vi } from 'vitest';
import { NoteBook, notesBetween } from './NoteBook.ts';

function note(revision: number, change: Partial<Note> = {}): Note {
  return {
    id: `n${String(revision)}`,
    conversationId: 'c',
    sequence: revision,
    revision,
    kind: 'note',
    author: { kind: 'agent', id: 'lan', name: 'Lan' },
    text: `ghi chú ${String(revision)}`,
    afterSequence: revision,
    clientNoteId: `k${String(revision)}`,
    createdAt: '2026-11-23T02:00:00Z',
    ...change,
  };
}

describe('notes of a conversation [TALK-3]', () => {
  it('are loaded once and then follow the frames', async () => {
    const load = vi.fn(() => Promise.resolve([note(1), note(2)]));
    const book = new NoteBook(load);
    book.watch('c');
    await vi.waitFor(() => {
      expect(book.of('c')).toHaveLength(2);
    });
    book.receive(note(3));
    expect(book.of('c').map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    book.receive(note(4, { id: 'n1', sequence: 1, text: 'sửa lại' }));
    expect(book.of('c')[0]?.text).toBe('sửa lại');
    book.receive(note(3));
    expect(book.of('c')).toHaveLength(3);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('ask for what is missing between', async () => {
    const server = [note(1)];
    const load = vi.fn((_: string, after: number) =>
      Promise.resolve(server.filter(({ revision }) => revision > after)),
    );
    const book = new NoteBook(load);
    book.watch('c');
    await vi.waitFor(() => {
      expect(book.of('c')).toHaveLength(1);
    });
    server.push(note(2), note(3));
    book.receive(note(3));
    await vi.waitFor(() => {
      expect(book.of('c')).toHaveLength(3);
    });
    expect(load).toHaveBeenLastCalledWith('c', 1);
  });

  it('are asked for again after a pause, but only those on screen', async () => {
    const load = vi.fn(() => Promise.resolve([]));
    const book = new NoteBook(load);
    const leave = book.watch('c');
    const left = book.watch('d');
    left();
    await vi.waitFor(() => {
      expect(load).toHaveBeenCalledTimes(2);
    });
    load.mockClear();
    await Promise.resolve();
    book.refresh();
    await vi.waitFor(() => {
      expect(load).toHaveBeenCalledTimes(1);
    });
    expect(load).toHaveBeenCalledWith('c', 0);
    leave();
  });

  it('stand behind their message, deleted ones nowhere', () => {
    const notes = [note(1), note(2), note(3, { deletedAt: '2026-11-23T03:00:00Z' })];
    expect(notesBetween(notes, 1, 2).map(({ id }) => id)).toEqual(['n1']);
    expect(notesBetween(notes, 2, Number.POSITIVE_INFINITY).map(({ id }) => id)).toEqual(['n2']);
  });
});
