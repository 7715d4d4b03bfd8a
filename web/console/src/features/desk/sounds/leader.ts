const LOCK = 'dakenh.desk.sounds';

/** The part of the browser's lock manager that is needed here. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Of several tabs one rings. Only tabs that may play take part, so a tab nobody has touched yet never leads in silence;
 * when the leading tab closes, the next one leads.
 */
export class Leader {
  private leading = false;
  private asked = false;
  private readonly locks: Locks | undefined;
  private readonly gone = new AbortController();

  private readonly onLead: () => void;

  constructor(locks: Locks | undefined, onLead: () => void = () => undefined) {
    this.locks = locks;
    this.onLead = onLead;
  }

  get leads(): boolean {
    return this.leading;
  }

  takePart(): void {
    if (this.asked) return;
    this.asked = true;
    if (!this.locks) {
      this.leading = true;
      this.onLead();
      return;
    }
    this.locks
      .request(LOCK, { signal: this.gone.signal }, () => {
        this.leading = true;
        this.onLead();
        return new Promise<void>((resolve) => {
          this.gone.signal.addEventListener('abort', () => {
            resolve();
          });
        });
      })
      .catch(() => {
        // Left before it was this tab's turn.
        this.leading = false;
      });
  }

  leave(): void {
    this.leading = false;
    this.gone.abort();
  }
}
