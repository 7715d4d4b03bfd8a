import type { Note } from '@dakenh/socket';
import { useEffect, useSyncExternalStore } from 'react';
import { useDesk } from '../model/DeskContext.ts';

/** Notes and activity of the conversation on screen, kept current. */
export function useNotes(conversationId: string): readonly Note[] {
  const { notes } = useDesk();
  useEffect(() => notes.watch(conversationId), [notes, conversationId]);
  return useSyncExternalStore(notes.subscribe, () => notes.of(conversationId));
}
