import { useSyncExternalStore } from 'react';

/** What Chromium hands over where the page may become an app; other browsers have it in a menu of theirs. */
interface InstallPrompt extends Event {
  prompt: () => Promise<unknown>;
}

let offered: InstallPrompt | undefined;
const listeners = new Set<() => void>();

function tell(next: InstallPrompt | undefined): void {
  offered = next;
  for (const listener of listeners) listener();
}

function isPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event && typeof event.prompt === 'function';
}

/** It comes once, early, and only who listens by then can use it. */
export function listenForInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (isPrompt(event)) tell(event);
  });
  window.addEventListener('appinstalled', () => {
    tell(undefined);
  });
}

/** Asks the browser to install the desk; undefined where that is not on offer. */
export function useInstall(): (() => void) | undefined {
  const prompt = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offered,
  );
  if (!prompt) return undefined;
  return () => {
    tell(undefined);
    void prompt.prompt();
  };
}
