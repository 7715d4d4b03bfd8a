import { useSyncExternalStore } from 'react';
import { useDesk } from '../model/DeskContext.ts';

export function useCall() {
  const { session } = useDesk().calls;
  return useSyncExternalStore(session.subscribe, session.get);
}
