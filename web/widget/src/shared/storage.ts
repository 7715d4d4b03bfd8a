/** Web storage that goes on in memory where the browser blocks it, or it is full. */
export interface SafeStorage {
  get(name: string): string | null;
  /** `null` removes. */
  set(name: string, value: string | null): void;
}

export function safeStorage(kind: 'localStorage' | 'sessionStorage'): SafeStorage {
  const memory = new Map<string, string>();
  return {
    get: (name) => {
      const kept = memory.get(name);
      if (kept !== undefined) return kept;
      try {
        // Merely reading the property throws where cookies are blocked.
        return window[kind].getItem(name);
      } catch {
        return null;
      }
    },
    set: (name, value) => {
      memory.delete(name);
      try {
        if (value === null) window[kind].removeItem(name);
        else window[kind].setItem(name, value);
      } catch {
        if (value !== null) memory.set(name, value);
      }
    },
  };
}
