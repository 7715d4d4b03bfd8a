import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Composing } from './composing.ts';
import type { Desk } from './desk.ts';
import type { DeskState } from './state.ts';

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('DeskContext is missing');
  return desk;
}

/** Reads part of the live state; `select` must return the held object, not a new one each time. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const desk = useDesk();
  return useSyncExternalStore(desk.subscribe, () => select(desk.getState()));
}

/** Files, and what is answered or edited, in the composer of one conversation. */
export function useComposing(conversationId: string): Composing {
  const { composing } = useDesk();
  return useSyncExternalStore(composing.subscribe, () => composing.of(conversationId));
}
