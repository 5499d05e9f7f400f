import { analysisFr } from './fr/analysis';
import { compareFr } from './fr/compare';
import { editFr } from './fr/edit';
import { importFr } from './fr/import';
import { listsFr } from './fr/lists';
import { mergeFr } from './fr/merge';
import { modelFr } from './fr/model';
import { qualityFr } from './fr/quality';
import { reportFr } from './fr/report';
import { territoryFr } from './fr/territory';
import { uiFr } from './fr/ui';
import { workspaceFr } from './fr/workspace';

/** Every word shown to the user, in French. One file per area in `text/fr`. */
export const fr = {
  lang: 'fr' as Lang,
  model: modelFr,
  import: importFr,
  analysis: analysisFr,
  compare: compareFr,
  merge: mergeFr,
  lists: listsFr,
  edit: editFr,
  quality: qualityFr,
  report: reportFr,
  territory: territoryFr,
  ui: uiFr,
  workspace: workspaceFr,
};

type Lang = 'fr' | 'en';
/** The shape both languages share: a missing key does not compile. */
export type Text = typeof fr;
