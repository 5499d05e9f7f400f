import { hashOf } from '../model/identity';
import { byKind, inventoryOf, recordsOf } from './anyRecords';
import type { Diagnosis } from './diagnosis';
import { changesBetween, type Signed, withChanges } from './edits';
import { forgetGone, rememberSource } from './sourceValues';

/** The diagnosis with a copy of its records and census, under a name and a date (ISO). */
export function takeSnapshot(d: Diagnosis, name: string, takenOn: string): Diagnosis {
  const { inventory, census, snapshots } = d;
  // Several may bear one name on one day; the id of one that was dropped may be taken again.
  const taken = new Set(snapshots.map((s) => s.id));
  let nth = 0;
  while (taken.has(hashOf(`${takenOn}|${name}|${nth}`))) nth++;
  return { ...d, snapshots: [...snapshots, { id: hashOf(`${takenOn}|${name}|${nth}`), name, takenOn, inventory, census }] };
}

/** The diagnosis without the merges that took away records which are there again. */
function withoutMergesOf(d: Diagnosis): Diagnosis {
  if (!d.aliases && !d.merges && !d.absorbed) return d;
  const back = byKind((kind) => new Set(recordsOf(d.inventory, kind).map((r) => r.id)));
  const { aliases, merges, absorbed } = d;
  return {
    ...d,
    ...(merges ? { merges: merges.filter((m) => !m.dropIds.some((id) => back.actors.has(id))) } : {}),
    ...(absorbed
      ? { absorbed: inventoryOf(byKind((kind) => recordsOf(absorbed, kind).filter((r) => !back[kind].has(r.id)))) }
      : {}),
    ...(aliases
      ? {
          aliases: byKind((kind) =>
            Object.fromEntries(Object.entries(aliases[kind] ?? {}).filter(([from]) => !back[kind].has(from))),
          ),
        }
      : {}),
  };
}

/**
 * The diagnosis with the records and the census of one of its states; unchanged where it has no such state. Where a
 * restored value is not what the source last said, it is remembered as the user's; where it is said who restores, and
 * when, the log tells what that changes of each record.
 */
export function restoreSnapshot(d: Diagnosis, { id, on, by }: { readonly id: string } & Partial<Signed>): Diagnosis {
  const state = d.snapshots.find((s) => s.id === id);
  if (!state) return d;
  const restored = forgetGone(withoutMergesOf(rememberSource(d, { ...d, inventory: state.inventory, census: state.census })));
  if (on === undefined) return restored;
  return withChanges(restored, changesBetween(d.inventory, restored.inventory, by === undefined ? { on } : { on, by }));
}

/** Another version of the diagnosis in the place of this one, but for its title; no named state is lost. */
export function restoreVersion(d: Diagnosis, version: Diagnosis): Diagnosis {
  const here = new Set(d.snapshots.map((s) => s.id));
  const snapshots = [...d.snapshots, ...version.snapshots.filter((s) => !here.has(s.id))];
  return { ...version, title: d.title, snapshots: snapshots.sort((a, b) => (a.takenOn < b.takenOn ? -1 : 1)) };
}
