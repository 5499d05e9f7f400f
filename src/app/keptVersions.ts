import type { Diagnosis } from '../document/diagnosis';
import { fittingVersions, isVersionDue, versionsToKeep } from '../document/keptVersions';
import type { VersionEntry } from '../document/workspace';
import { packProject } from '../storage/projectFile';
import type { Storage } from '../storage/store';

/** What the versions of one diagnosis may take together. */
const limitBytes = 48e6;

/** Of these versions, those that are too many or too old on a date; versions kept before restoring have their own count. */
function tooMany(versions: readonly VersionEntry[], now: string): string[] {
  const datesOf = (beforeRestoring: boolean) => versions.filter((v) => v.beforeRestoring === beforeRestoring).map((v) => v.on);
  const kept = new Set([...versionsToKeep(datesOf(false), now), ...versionsToKeep(datesOf(true), now)]);
  const fitting = new Set(
    fittingVersions(
      versions.filter((v) => kept.has(v.on)),
      limitBytes,
    ).map((v) => v.on),
  );
  return versions.map((v) => v.on).filter((on) => !fitting.has(on));
}

interface Occasion {
  /** ISO date and time. */
  readonly on: string;
  /** As the diagnosis was left the last time: the end of that day's work. */
  readonly asFound?: boolean;
  readonly beforeRestoring?: boolean;
}

/** Keeps a version of a diagnosis, once in a quarter of an hour unless the occasion is its own; older ones thin out. */
export async function keepVersion(
  storage: Storage,
  id: string,
  diagnosis: Diagnosis,
  { on, asFound = false, beforeRestoring = false }: Occasion,
): Promise<void> {
  const present = await storage.versions(id);
  const last = present.filter((v) => !v.beforeRestoring).at(-1)?.on ?? null;
  const isDue = asFound ? last === null || last < on : isVersionDue(last, on);
  if (!isDue && !beforeRestoring) return;
  const packed = new Uint8Array(await (await packProject(diagnosis)).arrayBuffer());
  const { actors, schemes } = diagnosis.inventory;
  const version = { on, actors: actors.length, schemes: schemes.length, size: packed.length, beforeRestoring };
  await storage.keepVersion({ id, ...version, packed }, tooMany([...present.filter((v) => v.on !== on), version], on));
}
