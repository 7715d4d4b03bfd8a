import { createContext, useContext } from 'react';
import type { ThemeChoice } from './useTheme.ts';

export interface ThemeControl {
  choice: ThemeChoice;
  choose: (choice: ThemeChoice) => void;
}

export const ThemeContext = createContext<ThemeControl | undefined>(undefined);

export function useThemeControl(): ThemeControl {
  const control = useContext(ThemeContext);
  if (!control) throw new Error('ThemeContext is missing');
  return control;
}
