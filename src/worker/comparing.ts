import { analyse } from '../analysis/analyse';
import { type Comparison, compare, holdReferences } from '../analysis/compare';
import type { Diagnosis } from '../document/diagnosis';
import type { Territory } from '../model/territory';

/**
 * An earlier state of a diagnosis against the present one, both read under the references A* of the earlier: what changes
 * is then the offer, not the measure.
 */
export function compareStates(earlier: Diagnosis, present: Diagnosis, land: Territory): Comparison {
  const settings = holdReferences(present.settings, analyse(earlier, land));
  const side = (d: Diagnosis) => ({ analysis: analyse({ ...d, settings }, land), inventory: d.inventory });
  return compare({ before: side(earlier), after: side(present) });
}

/** Another diagnosis, on its own territory and under its own settings, against the present one. */
export function compareDiagnoses(other: Diagnosis, theirs: Territory, present: Diagnosis, ours: Territory): Comparison {
  return compare({
    before: { analysis: analyse(other, theirs), inventory: other.inventory },
    after: { analysis: analyse(present, ours), inventory: present.inventory },
  });
}
