import { csv } from './formats/csv';
import { geojson } from './formats/geojson';
import type { Format } from './table';

/** Formats in the order in which they are tried; the last takes what is left. */
export const formats: readonly Format[] = [geojson, csv];
