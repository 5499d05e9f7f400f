import type { Command } from '../document/commands';
import type { Diagnosis } from '../document/diagnosis';
import { type DiagnosisEntry, type DiagnosisSummary, diagnosisId } from '../document/workspace';
import { projectText } from '../storage/projectFile';
import type { Storage } from '../storage/store';
import { keepVersion } from './keptVersions';

const idleMs = 4000;
/** A held undo writes one document, not one by step; less than the second of work that may be lost. */
const undoneMs = 250;

interface Parts {
  readonly storage: Storage;
  readonly present: () => Diagnosis;
  readonly summary: () => DiagnosisSummary;
  /** ISO date and time, to the thousandth. */
  readonly now: () => string;
  /** Told whether what was just done could be written. */
  readonly onKept?: (isKept: boolean) => void;
  /** Told which diagnosis of the workspace is written to; null: none yet. */
  readonly onOpen?: (id: string | null) => void;
}

/** Keeps what is done of the open diagnosis: each command at once in the journal, a checkpoint when nothing moves. */
export class Saving {
  private readonly parts: Parts;
  /** null: the storage does not hold what is open. */
  private entry: DiagnosisEntry | null = null;
  /** As it was opened, until something is done: a version of it is then kept. */
  private found: Diagnosis | null = null;
  private isReadOnly = false;
  private queue: Promise<unknown> = Promise.resolve();
  /** Versions take longer to pack: what is done does not wait for them. */
  private versions: Promise<unknown> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Undone or redone since the last checkpoint: the journal does not lead there. */
  private behind: { readonly entry: DiagnosisEntry; readonly diagnosis: Diagnosis } | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Something was done that is not the untouched demonstration. */
  get holdsWork(): boolean {
    return this.entry !== null;
  }

  get openId(): string | null {
    return this.entry?.id ?? null;
  }

  /** The storage already holds the document that was just opened. `isReadOnly`: another tab writes it. */
  resume(entry: DiagnosisEntry, isReadOnly = false): void {
    this.open(entry, isReadOnly ? null : this.parts.present());
    this.isReadOnly = isReadOnly;
  }

  /** The document that was just opened is a new diagnosis of the workspace. */
  begin(): void {
    this.open(null, null);
    this.checkpoint();
  }

  /** What was just opened is not kept before something is done of it. */
  forget(): void {
    this.open(null, null);
  }

  /** Nothing more is written: another tab goes on. */
  stop(): void {
    clearTimeout(this.timer);
    this.behind = null;
    this.isReadOnly = true;
  }

  /** After a command was applied. */
  step(command: Command, key: string | null): void {
    if (this.isReadOnly) return;
    if (!this.entry || this.behind) {
      this.checkpoint();
      return;
    }
    const { id } = this.touched();
    this.enqueue(() => this.parts.storage.append(id, { command, key }));
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.checkpoint(), idleMs);
  }

  /** After undo or redo: the whole document is written once they pause. */
  moved(): void {
    if (this.isReadOnly) return;
    this.behind = { entry: this.touched(), diagnosis: this.parts.present() };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.checkpoint(), undoneMs);
  }

  /** Writes the whole document now: several commands at once, or another document was opened. */
  checkpoint(): void {
    if (this.isReadOnly) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.behind = null;
    // Of now: another document may be open when its turn comes.
    this.write(this.touched(), this.parts.present());
  }

  /** Tells the list what an analysis has found since. */
  describe(): void {
    if (!this.entry || this.isReadOnly) return;
    this.entry = this.describedOn(this.entry.changedOn, this.entry);
    const { entry } = this;
    this.enqueue(() => this.parts.storage.describe(entry));
  }

  /** Keeps the present as a version, whatever others there are: it is about to give way to an earlier one. */
  async keepPresent(): Promise<void> {
    const { storage, present, now } = this.parts;
    const { openId } = this;
    if (openId !== null) await keepVersion(storage, openId, present(), { on: now(), beforeRestoring: true });
  }

  /** Everything done so far is written when it resolves. */
  async flush(): Promise<void> {
    if (this.timer !== undefined) this.checkpoint();
    await this.queue;
  }

  /** Versions begun so far are written, or have failed, when it resolves. */
  async versionsKept(): Promise<void> {
    await this.versions;
  }

  private write(entry: DiagnosisEntry, diagnosis: Diagnosis): void {
    const { storage } = this.parts;
    this.enqueue(async () => storage.checkpoint(entry, await projectText(diagnosis)));
    this.version(() => keepVersion(storage, entry.id, diagnosis, { on: entry.changedOn }));
  }

  private open(entry: DiagnosisEntry | null, found: Diagnosis | null): void {
    if (this.behind) this.write(this.behind.entry, this.behind.diagnosis);
    this.behind = null;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.entry = entry;
    this.found = found;
    this.isReadOnly = false;
    this.parts.onOpen?.(this.openId);
  }

  /** The entry of the open document, changed now; made at the first change. */
  private touched(): DiagnosisEntry {
    const now = this.parts.now();
    const before = this.entry;
    this.entry = this.describedOn(now, before);
    if (!before) this.parts.onOpen?.(this.openId);
    else if (this.found) {
      const { found } = this;
      this.found = null;
      this.version(() => keepVersion(this.parts.storage, before.id, found, { on: before.changedOn, asFound: true }));
    }
    return this.entry;
  }

  private describedOn(changedOn: string, before: DiagnosisEntry | null): DiagnosisEntry {
    const summary = this.parts.summary();
    const { id, createdOn, summary: known } = before ?? { id: diagnosisId(summary.departement, changedOn), createdOn: changedOn };
    const { needs = null, census = null } = known ?? {};
    return { id, createdOn, changedOn, summary: { ...summary, needs: summary.needs ?? needs, census: summary.census ?? census } };
  }

  private enqueue(work: () => Promise<unknown>): void {
    const { storage, onKept } = this.parts;
    this.queue = this.queue.then(work).then(
      () => onKept?.(storage.isOpen),
      (error: unknown) => {
        console.warn('Maillage: saving failed', error);
        onKept?.(false);
      },
    );
  }

  /** Its failure loses nothing of the document. */
  private version(keep: () => Promise<void>): void {
    this.versions = this.versions.then(keep).catch((error: unknown) => console.warn('Maillage: no version kept', error));
  }
}
