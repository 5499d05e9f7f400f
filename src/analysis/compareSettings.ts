import type { Diagnosis } from '../document/diagnosis';
import { domainIds } from '../model/domains';

/** What a diagnosis is read with, part by part, as values that are equal where the parts are; looks alone are left out. */
const parts = {
  domaines: ({ settings }) => [...settings.domains].sort(),
  maille: ({ settings: { mesh }, sectors }) => [mesh, mesh === 'secteur' && sectors?.map((s) => [s.name, s.communeCodes])],
  seuils: ({ settings }) => domainIds.map((d) => settings.thresholds[d]),
  trajets: ({ settings }) => [settings.detour, settings.speedKmh, settings.accessMinutes],
  places: ({ settings }) => [settings.decay, domainIds.map((d) => [settings.catchments[d], settings.references[d]])],
  perimetre: ({ perimeter }) => perimeter && [...perimeter.communeCodes].sort(),
  jeunes: ({ youngPopulation }) =>
    youngPopulation && Object.entries(youngPopulation.byCommune).sort(([a], [b]) => (a < b ? -1 : 1)),
} satisfies Record<string, (d: Diagnosis) => unknown>;

/** A part of what a diagnosis is read with. */
export type ReadingPart = keyof typeof parts;

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The parts of which two diagnoses of one département do not say the same. */
export const partsApart = (a: Diagnosis, b: Diagnosis): readonly ReadingPart[] =>
  (Object.keys(parts) as ReadingPart[]).filter((part) => !same(parts[part](a), parts[part](b)));

type Roads = Pick<Diagnosis, 'travel' | 'travelExceptions'>;

/** Whether two diagnoses have the same travel data: files, their times, their exceptions. */
export const hasSameTravel = (a: Roads, b: Roads): boolean =>
  (a.travel === b.travel ||
    same(
      (a.travel ?? []).map((m) => [m.file, m.codes, m.minutes]),
      (b.travel ?? []).map((m) => [m.file, m.codes, m.minutes]),
    )) &&
  same(
    (a.travelExceptions ?? []).map((e) => [e.file, e.between, e.minutes]),
    (b.travelExceptions ?? []).map((e) => [e.file, e.between, e.minutes]),
  );
