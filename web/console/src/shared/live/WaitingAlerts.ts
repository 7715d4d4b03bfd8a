import { createContext, useContext } from 'react';

/** Tells owners that a conversation went to the queue, while it happens. */
export interface WaitingAlerts {
  /** Calls back with the reason. Returns how to stop. */
  onWaiting: (listener: (reason: string) => void) => () => void;
}

const NOBODY: WaitingAlerts = { onWaiting: () => () => undefined };

export const WaitingAlertsContext = createContext<WaitingAlerts>(NOBODY);

export function useWaitingAlerts(): WaitingAlerts {
  return useContext(WaitingAlertsContext);
}
