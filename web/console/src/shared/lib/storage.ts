/** Browser storage that may be blocked or full: then a setting simply lasts as long as the page. */
function guarded(area: () => Storage) {
  return {
    read(key: string): string | null {
      try {
        return area().getItem(key);
      } catch {
        return null;
      }
    },
    write(key: string, value: string): boolean {
      try {
        area().setItem(key, value);
        return true;
      } catch {
        return false;
      }
    },
    remove(key: string): void {
      try {
        area().removeItem(key);
      } catch {
        return;
      }
    },
  };
}

export const browserStorage = guarded(() => window.localStorage);
export const tabStorage = guarded(() => window.sessionStorage);
