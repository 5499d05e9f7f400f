import type { Diagnosis } from './diagnosis';
import type { Signed } from './edits';

/** Where the user placed an actor on the network, in the unit square. */
export interface Pin {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A suggestion that the user set aside, by its key: it is not proposed again. */
export interface SetAside extends Signed {
  readonly key: string;
}

export type NetworkCommand =
  | { readonly type: 'pinActors'; readonly pins: readonly Pin[] }
  /** Nothing: every actor. */
  | { readonly type: 'unpinActors'; readonly ids: readonly string[] | null }
  | ({ readonly type: 'setAside'; readonly key: string } & Signed)
  | { readonly type: 'takeUp'; readonly key: string };

const without = <K extends 'pins' | 'setAside'>(d: Diagnosis, field: K, left: NonNullable<Diagnosis[K]>): Diagnosis => {
  const { [field]: _, ...rest } = d;
  return (left.length > 0 ? { ...rest, [field]: left } : rest) as Diagnosis;
};

/** Changes what the user notes on the network: places of actors, suggestions set aside. */
export function noteNetwork(d: Diagnosis, command: NetworkCommand): Diagnosis {
  const { pins = [], setAside = [] } = d;
  switch (command.type) {
    case 'pinActors': {
      const again = new Set(command.pins.map((p) => p.id));
      return { ...d, pins: [...pins.filter((p) => !again.has(p.id)), ...command.pins] };
    }
    case 'unpinActors':
      return without(d, 'pins', command.ids === null ? [] : pins.filter((p) => !command.ids!.includes(p.id)));
    case 'setAside': {
      const { type: _, ...note } = command;
      return { ...d, setAside: [...setAside.filter((s) => s.key !== note.key), note] };
    }
    case 'takeUp':
      return without(
        d,
        'setAside',
        setAside.filter((s) => s.key !== command.key),
      );
  }
}
