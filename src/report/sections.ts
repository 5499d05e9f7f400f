import type { SectionBuilder } from './input';
import { changes } from './sections/changes';
import { communes } from './sections/communes';
import { continuity } from './sections/continuity';
import { directory } from './sections/directory';
import { documents } from './sections/documents';
import { funding } from './sections/funding';
import { grant } from './sections/grant';
import { legalNeeds } from './sections/legalNeeds';
import { maps } from './sections/maps';
import { method } from './sections/method';
import { mutualAid } from './sections/mutualAid';
import { needs } from './sections/needs';
import { network } from './sections/network';
import { obligations } from './sections/obligations';
import { publicDirectory } from './sections/publicDirectory';
import { sources } from './sections/sources';
import { suggestions } from './sections/suggestions';
import { summary } from './sections/summary';
import { supply } from './sections/supply';
import { unitSheets } from './sections/unitSheets';
import { young } from './sections/young';

/** Everything that a report can print: a new section is a line here, and its rank one in `readings.ts`. */
export const sectionBuilders = [
  summary,
  unitSheets,
  obligations,
  legalNeeds,
  maps,
  needs,
  supply,
  continuity,
  young,
  documents,
  changes,
  mutualAid,
  network,
  suggestions,
  grant,
  funding,
  directory,
  publicDirectory,
  method,
  sources,
  communes,
] as const satisfies readonly SectionBuilder[];

export type SectionId = (typeof sectionBuilders)[number]['id'];

/** The builder of a section; null: an id of another version. */
export const findSection = (id: string): SectionBuilder | null => sectionBuilders.find((s) => s.id === id) ?? null;
