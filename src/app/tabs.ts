const lockOf = (id: string) => `maillage:${id}`;
/** A page that is loaded again may find its own lock of a moment ago. */
const ownMs = 500;
/** How long the other tab has to write what it holds before this one goes on without it. */
const patienceMs = 4000;

interface Parts {
  /** Another tab asks to go on with the diagnosis written here: everything must be on the disk when it resolves. */
  readonly onAsked: () => Promise<void>;
  /** It is written elsewhere from now on. */
  readonly onLost: () => void;
}

/**
 * One tab at a time writes a diagnosis: it holds the lock of its id. Where the browser knows no locks every tab believes
 * itself alone.
 */
export class Tabs {
  private readonly parts: Parts;
  private readonly locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('maillage');
  private held: { readonly id: string; readonly release: () => void } | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
    this.channel?.addEventListener('message', ({ data }: MessageEvent<{ readonly wanted?: string }>) => {
      if (this.held && data.wanted === this.held.id) void this.yieldTo(this.held.id);
    });
  }

  /** Takes a diagnosis for this tab; false: another tab has it. What this tab had before is let go; null: nothing is taken. */
  async claim(id: string | null): Promise<boolean> {
    if (id !== null && this.held?.id === id) return true;
    this.release();
    return id === null || (await this.take(id, { ifAvailable: true })) || this.take(id, { signal: AbortSignal.timeout(ownMs) });
  }

  /** Takes it from the other tab, which is asked to write first, then made to. */
  async takeOver(id: string): Promise<void> {
    this.release();
    this.channel?.postMessage({ wanted: id });
    const isLeft = await this.take(id, { signal: AbortSignal.timeout(patienceMs) });
    if (!isLeft) await this.take(id, { steal: true });
  }

  /** Does something to a diagnosis that no other tab has open; false, and nothing done, where one has. */
  async whileFree(id: string, work: () => Promise<unknown>): Promise<boolean> {
    if (!this.locks || this.held?.id === id) {
      await work();
      return true;
    }
    const request = (options: LockOptions) =>
      this.locks!.request(lockOf(id), options, async (lock) => {
        if (lock) await work();
        return lock !== null;
      });
    if (await request({ ifAvailable: true })) return true;
    // What this tab did of it just before may still be letting it go.
    const signal = AbortSignal.timeout(ownMs);
    return request({ signal }).catch((error: unknown) => {
      if (error === signal.reason) return false;
      throw error;
    });
  }

  private async yieldTo(id: string): Promise<void> {
    await this.parts.onAsked();
    if (this.held?.id !== id) return;
    this.release();
    this.parts.onLost();
  }

  private release(): void {
    this.held?.release();
    this.held = null;
  }

  /** Asks for the lock; true once it is held, false where it could not be had. It is held until it is released. */
  private take(id: string, options: LockOptions): Promise<boolean> {
    const { locks } = this;
    if (!locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (!lock) return void resolve(false);
        return new Promise<void>((release) => {
          this.held = { id, release };
          resolve(true);
        });
      };
      locks.request(lockOf(id), options, hold).catch(() => {
        // Refused in time, or held and then taken by another tab that could not wait.
        resolve(false);
        if (this.held?.id !== id) return;
        this.held = null;
        this.parts.onLost();
      });
    });
  }
}
