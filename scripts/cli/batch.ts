/** Files made one job after another into a folder: what is done is kept, what fails is named, and a second run goes on. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { InputError } from './inputError';

export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Job {
  /** Unique in the folder; the names of its files begin with it. */
  readonly stem: string;
  readonly extension: string;
  /** What it is about, as a failure names it: "CC de Nozay (244400537)". */
  readonly about: string;
  /** SHA-256 of all that its files are made from. */
  readonly of: string;
  readonly make: () => Promise<readonly MadeFile[]>;
}

export interface BatchResult {
  readonly written: number;
  readonly kept: number;
  readonly failures: readonly { readonly about: string; readonly reason: string }[];
}

/** What the folder keeps of a job that was done. */
interface Done {
  readonly of: string;
  readonly files: readonly string[];
}

export const journalName = 'maillage-rapports.json';

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const isDone = (value: unknown): value is Done => {
  const { of, files } = (value ?? {}) as Partial<Record<keyof Done, unknown>>;
  return typeof of === 'string' && Array.isArray(files) && files.every((f) => typeof f === 'string' && basename(f) === f);
};

/** What was done in a folder, by job; a journal that cannot be read counts for nothing: all is made again. */
function readJournal(folder: string): Map<string, Done> {
  try {
    const { done } = JSON.parse(readFileSync(join(folder, journalName), 'utf8')) as { done?: unknown };
    const entries = Object.entries((done ?? {}) as Record<string, unknown>);
    return new Map(entries.filter((entry): entry is [string, Done] => isDone(entry[1])));
  } catch {
    return new Map();
  }
}

/** Writes a file whole or not at all: an interrupted run leaves no half of one under its name. */
export function writeWhole(path: string, body: Uint8Array | string): void {
  const temporary = `${path}.part`;
  try {
    writeFileSync(temporary, body);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeJournal(folder: string, journal: ReadonlyMap<string, Done>): void {
  const done = Object.fromEntries([...journal].sort(([a], [b]) => (a < b ? -1 : 1)));
  writeWhole(join(folder, journalName), `${JSON.stringify({ app: 'maillage', done }, null, 1)}\n`);
}

const systemReasons: Readonly<Record<string, string>> = {
  EISDIR: 'un dossier porte déjà ce nom',
  ENOTDIR: "un fichier tient la place d'un dossier",
  EACCES: "le droit d'écrire manque",
  EPERM: "le droit d'écrire manque",
  EROFS: "ce disque n'accepte pas l'écriture",
  ENOSPC: "il n'y a plus de place sur le disque",
};

/** Why something failed, in French where the system says it by a code. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return systemReasons[code] ?? (error instanceof Error ? error.message : String(error));
}

/** Makes and writes the files of a job, and takes away those of an earlier run that it no longer has. */
async function doJob(folder: string, job: Job, before: Done | undefined): Promise<Done> {
  const made = await job.make();
  for (const { name, bytes } of made) writeWhole(join(folder, name), bytes);
  const files = made.map((f) => f.name);
  const stale = before?.files.filter((name) => !files.includes(name) && name.startsWith(job.stem)) ?? [];
  for (const name of stale) rmSync(join(folder, name), { force: true });
  return { of: job.of, files };
}

/**
 * Does the jobs in order. One whose files are there, made from the same, is kept; one that fails is reported and the
 * others go on. `say` is told each step in French. Throws InputError where nothing at all can be done.
 */
export async function runJobs(folder: string, jobs: readonly Job[], say: (line: string) => void): Promise<BatchResult> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new InputError(`Impossible de créer le dossier « ${folder} » : ${reasonOf(error)}.`);
  }
  const journal = readJournal(folder);
  const failures: { about: string; reason: string }[] = [];
  let written = 0;
  let kept = 0;
  for (const [i, job] of jobs.entries()) {
    const key = `${job.stem}.${job.extension}`;
    const step = `${i + 1}/${jobs.length} : ${key}`;
    const before = journal.get(key);
    if (before?.of === job.of && before.files.every((name) => existsSync(join(folder, name)))) {
      kept += before.files.length;
      say(`${step}, déjà fait`);
      continue;
    }
    say(step);
    try {
      const done = await doJob(folder, job, before);
      journal.set(key, done);
      writeJournal(folder, journal);
      written += done.files.length;
    } catch (error) {
      if (error instanceof InputError) throw error;
      failures.push({ about: job.about, reason: reasonOf(error) });
      say(`${step}, échec : ${reasonOf(error)}`);
    }
  }
  return { written, kept, failures };
}
