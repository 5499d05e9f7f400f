import type { SectionBuilder } from './input';
import { communes } from './sections/communes';
import { continuity } from './sections/continuity';
import { directory } from './sections/directory';
import { documents } from './sections/documents';
import { maps } from './sections/maps';
import { method } from './sections/method';
import { needs } from './sections/needs';
import { network } from './sections/network';
import { sources } from './sections/sources';
import { summary } from './sections/summary';
import { supply } from './sections/supply';
import { young } from './sections/young';

/** Sections of the report, in order: a new one is a line here. */
export const sectionBuilders: readonly SectionBuilder[] = [
  summary,
  maps,
  needs,
  supply,
  continuity,
  young,
  documents,
  network,
  directory,
  method,
  sources,
  communes,
];
