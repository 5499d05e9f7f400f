import { analyse, holdOf } from '../analysis/analyse';
import { type Comparison, compare } from '../analysis/compare';
import { keptApart } from '../analysis/remember';
import type { Diagnosis } from '../document/diagnosis';
import type { Territory } from '../model/territory';

/**
 * An earlier state of a diagnosis against the present one, both read as the earlier is: mode, references A* and bounds of
 * unknown capacities held, so that what changes is the offer, not the measure.
 */
export function compareStates(earlier: Diagnosis, present: Diagnosis, land: Territory): Comparison {
  const held = keptApart('etat', () => holdOf(earlier, land));
  const side = (name: string, d: Diagnosis) => ({
    analysis: keptApart(name, () => analyse(d, land, held)),
    inventory: d.inventory,
  });
  return compare({ before: side('etat-tenu', earlier), after: side('present-tenu', present) });
}

/** Another diagnosis, on its own territory and under its own settings, against the present one. */
export function compareDiagnoses(other: Diagnosis, theirs: Territory, present: Diagnosis, ours: Territory): Comparison {
  return compare({
    before: { analysis: keptApart('autre', () => analyse(other, theirs)), inventory: other.inventory },
    after: { analysis: analyse(present, ours), inventory: present.inventory },
  });
}
