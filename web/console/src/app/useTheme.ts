import { useEffect, useState } from 'react';
import { useMedia } from '../shared/lib/useMedia.ts';
import { browserStorage } from '../shared/lib/storage.ts';
import { applyTokens } from './theme.ts';
import type { ThemeName } from './theme.ts';

const KEY = 'dakenh.theme';

export const THEME_CHOICES = ['light', 'dark', 'system'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

function storedChoice(): ThemeChoice {
  const stored = browserStorage.read(KEY);
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system';
}

/** Called before the first paint, so that a dark room stays dark. */
export function applyStoredTheme(): void {
  const choice = storedChoice();
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  applyTokens(choice === 'system' ? (dark ? 'dark' : 'light') : choice);
}

export function useTheme() {
  const [choice, setChoice] = useState<ThemeChoice>(storedChoice);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const name: ThemeName = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;
  useEffect(() => {
    applyTokens(name);
  }, [name]);
  return {
    name,
    choice,
    choose: (next: ThemeChoice) => {
      setChoice(next);
      browserStorage.write(KEY, next);
    },
  };
}
