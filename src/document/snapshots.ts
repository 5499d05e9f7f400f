import { hashOf } from '../model/identity';
import type { Diagnosis } from './diagnosis';

/** The diagnosis with a copy of its records and census, under a name and a date (ISO). */
export function takeSnapshot(d: Diagnosis, name: string, takenOn: string): Diagnosis {
  const { inventory, census, snapshots } = d;
  // Several may bear one name on one day; the id of one that was dropped may be taken again.
  const taken = new Set(snapshots.map((s) => s.id));
  let nth = 0;
  while (taken.has(hashOf(`${takenOn}|${name}|${nth}`))) nth++;
  return { ...d, snapshots: [...snapshots, { id: hashOf(`${takenOn}|${name}|${nth}`), name, takenOn, inventory, census }] };
}
