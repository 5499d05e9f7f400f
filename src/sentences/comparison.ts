import { hasSameTravel, partsApart } from '../analysis/compareSettings';
import type { Diagnosis } from '../document/diagnosis';
import { formatNumber, typeset } from '../text/format';
import type { Text } from '../text/fr';

interface Sides {
  readonly other: Diagnosis;
  readonly name: string;
  readonly present: Diagnosis;
}

/** The travel files of a diagnosis, with what each states. */
function travelWords({ travel = [], travelExceptions = [] }: Diagnosis, text: Text): string {
  const t = text.compare.travel;
  const times = travel.map(({ file, minutes }) => {
    const pairs = minutes.filter((m) => m !== null).length;
    return t.times(file, pairs, formatNumber(pairs, text.lang));
  });
  const files = [...new Set(travelExceptions.map((e) => e.file))];
  const exceptions = files.map((file) => t.exceptions(file, travelExceptions.filter((e) => e.file === file).length));
  return [...times, ...exceptions].join(', ') || t.none;
}

/** How two diagnoses are read where that is not as each says: settings that one takes of the other, travel data. */
export function comparisonMethod({ other, name, present }: Sides, text: Text): readonly string[] {
  const t = text.compare;
  const isOneDepartement = other.departement === present.departement;
  const apart = isOneDepartement ? partsApart(other, present) : [];
  const settings = apart.length === 0 ? [] : [t.presentSettings(name, apart.map((part) => t.parts[part]).join(', '))];
  const travel = hasSameTravel(other, present)
    ? []
    : [
        `${t.travel.apart(name, travelWords(other, text), travelWords(present, text))} ${isOneDepartement ? t.travel.present : t.travel.each}`,
      ];
  return [...settings, ...travel].map((sentence) => typeset(sentence, text.lang));
}
