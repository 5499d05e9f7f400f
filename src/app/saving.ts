import type { Command } from '../document/commands';
import type { Diagnosis } from '../document/diagnosis';
import { projectText } from '../storage/projectFile';
import type { Storage } from '../storage/store';

const idleMs = 4000;

/** Keeps what is done: each command at once in the journal, a checkpoint when nothing moves. */
export class Saving {
  private readonly storage: Storage;
  private readonly present: () => Diagnosis;
  private readonly onKept: (isKept: boolean) => void;
  /** The storage holds a checkpoint of this document. */
  private isBased = false;
  private queue: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `onKept` is told whether what was just done could be written. */
  constructor(storage: Storage, present: () => Diagnosis, onKept: (isKept: boolean) => void = () => {}) {
    this.storage = storage;
    this.present = present;
    this.onKept = onKept;
  }

  /** Something was done that is not the untouched demonstration. */
  get holdsWork(): boolean {
    return this.isBased;
  }

  /** The storage already holds a checkpoint of the document that was just opened. */
  resume(): void {
    this.isBased = true;
  }

  /** After a command was applied. */
  step(command: Command, key: string | null): void {
    if (!this.isBased) {
      this.checkpoint();
      return;
    }
    this.enqueue(() => this.storage.append({ command, key }));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.checkpoint(), idleMs);
  }

  /** Writes the whole document now: after undo, redo, or another document was opened. */
  checkpoint(): void {
    clearTimeout(this.timer);
    this.isBased = true;
    this.enqueue(async () => this.storage.checkpoint(await projectText(this.present())));
  }

  /** Forgets the saved document: the untouched demonstration needs none. */
  forget(): void {
    clearTimeout(this.timer);
    this.isBased = false;
    this.enqueue(() => this.storage.clear());
  }

  private enqueue(work: () => Promise<unknown>): void {
    this.queue = this.queue.then(work).then(
      () => this.onKept(this.storage.isOpen || !this.isBased),
      (error: unknown) => {
        console.warn('Maillage: saving failed', error);
        this.onKept(false);
      },
    );
  }
}
