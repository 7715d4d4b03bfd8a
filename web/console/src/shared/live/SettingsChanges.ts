import { createContext, useContext } from 'react';

/** Tells what owners of the business applied, while it happens. */
export interface SettingsChanges {
  /**
   * Calls back with the section that was applied, or without one when any may have been, unheard. Returns how to
   * stop.
   */
  onChange: (listener: (section?: string) => void) => () => void;
}

const NOBODY: SettingsChanges = { onChange: () => () => undefined };

export const SettingsChangesContext = createContext<SettingsChanges>(NOBODY);

export function useSettingsChanges(): SettingsChanges {
  return useContext(SettingsChangesContext);
}
