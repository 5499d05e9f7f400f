import { analysisEn } from './en/analysis';
import { compareEn } from './en/compare';
import { editEn } from './en/edit';
import { importEn } from './en/import';
import { listsEn } from './en/lists';
import { mergeEn } from './en/merge';
import { modelEn } from './en/model';
import { qualityEn } from './en/quality';
import { reportEn } from './en/report';
import { territoryEn } from './en/territory';
import { uiEn } from './en/ui';
import { workspaceEn } from './en/workspace';
import type { Text } from './fr';

/** Every word shown to the user, in English; same shape as the French. */
export const en: Text = {
  lang: 'en',
  model: modelEn,
  import: importEn,
  analysis: analysisEn,
  compare: compareEn,
  merge: mergeEn,
  lists: listsEn,
  edit: editEn,
  quality: qualityEn,
  report: reportEn,
  territory: territoryEn,
  ui: uiEn,
  workspace: workspaceEn,
};
