/** Web storage that goes on in memory where the browser blocks it, or it is full. */
export interface SafeStorage {
  get(name: string): string | null;
  /** `null` removes. */
  set(name: string, value: string | null): void;
  /** Takes over what someone else kept for us, where our own storage is blocked. */
  adopt(kept: Record<string, string>): void;
}

/** `keep` is told what our own storage would not take. */
export function safeStorage(
  kind: 'localStorage' | 'sessionStorage',
  keep: (name: string, value: string | null) => void = () => undefined,
): SafeStorage {
  const memory = new Map<string, string>();

  /** Merely reading the property throws where cookies are blocked. */
  function use<T>(action: (storage: Storage) => T, blocked: T): T {
    try {
      return action(window[kind]);
    } catch {
      return blocked;
    }
  }

  return {
    get: (name) => memory.get(name) ?? use((storage) => storage.getItem(name), null),
    set: (name, value) => {
      memory.delete(name);
      const stored = use((storage) => {
        if (value === null) storage.removeItem(name);
        else storage.setItem(name, value);
        return true;
      }, false);
      if (stored) return;
      if (value !== null) memory.set(name, value);
      keep(name, value);
    },
    adopt: (kept) => {
      const works = use((storage) => storage.length >= 0, false);
      if (!works) for (const [name, value] of Object.entries(kept)) memory.set(name, value);
    },
  };
}
