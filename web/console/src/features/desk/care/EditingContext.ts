import type { Note } from '@dakenh/socket';
import { createContext, useContext } from 'react';

export interface Editing {
  /** The note being changed. */
  note: Note | undefined;
  edit: (note: Note | undefined) => void;
}

/** Which note of the conversation on screen is being changed: the list asks for it, the composer does it. */
export const EditingContext = createContext<Editing>({ note: undefined, edit: () => undefined });

export function useEditing(): Editing {
  return useContext(EditingContext);
}
