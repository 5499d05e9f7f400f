import { hashOf } from '../model/identity';
import type { Diagnosis } from './diagnosis';

/** The diagnosis with a copy of its records and census, under a name and a date (ISO). */
export function takeSnapshot(d: Diagnosis, name: string, takenOn: string): Diagnosis {
  const { inventory, census, snapshots } = d;
  // Several may bear one name on one day.
  const nth = snapshots.filter((s) => s.name === name && s.takenOn === takenOn).length;
  return { ...d, snapshots: [...snapshots, { id: hashOf(`${takenOn}|${name}|${nth}`), name, takenOn, inventory, census }] };
}
