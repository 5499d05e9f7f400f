import { csv } from './formats/csv';
import { dataInclusionServices, dataInclusionStructures } from './formats/dataInclusion';
import { dila } from './formats/dila';
import { finess2026 } from './formats/finess2026';
import { finessLegacy } from './formats/finessLegacy';
import { geojson } from './formats/geojson';
import { gogocarto, gogocartoTable } from './formats/gogocarto';
import { jaune } from './formats/jaune';
import { json } from './formats/json';
import { missionsLocales } from './formats/missionsLocales';
import { rna } from './formats/rna';
import { osrmTable, valhallaMatrix } from './formats/routing';
import { scdl } from './formats/scdl';
import { travelExceptions } from './formats/travelExceptions';
import { travelMatrix } from './formats/travelMatrix';
import type { Format, Shape } from './table';

/** Formats in the order in which they are tried; the last takes what is left. */
export const formats: readonly Format[] = [
  finess2026,
  gogocarto,
  osrmTable,
  valhallaMatrix,
  geojson,
  dila,
  json,
  finessLegacy,
  csv,
];

/** Kinds of table, tried on whatever a format has read; none is fine. */
export const shapes: readonly Shape[] = [
  dataInclusionServices,
  dataInclusionStructures,
  scdl,
  jaune,
  missionsLocales,
  gogocartoTable,
  rna,
  travelMatrix,
  travelExceptions,
];
