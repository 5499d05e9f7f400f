import { type GeoProjection, geoConicConformal, geoTransverseMercator } from 'd3-geo';
import type { Territory } from '../model/territory';
import { coordinatesOf } from './outline';

/** Central meridians of the UTM zones in legal use overseas (decree 2000-1276): Antilles 20 N, Guyane 22 N, Réunion 40 S, Mayotte 38 S. */
const overseasMeridians: Readonly<Record<string, number>> = { '971': -63, '972': -63, '973': -51, '974': 57, '976': 45 };

/**
 * The département's legal projection (Lambert-93, or its UTM zone overseas) as a d3 projection fitted to the
 * outline in a frame, in the frame's units.
 */
export function projectionFor(
  territory: Pick<Territory, 'code' | 'outline'>,
  frame: { readonly width: number; readonly height: number; readonly padding: number },
): GeoProjection {
  const meridian = overseasMeridians[territory.code];
  const projection =
    meridian === undefined
      ? geoConicConformal().parallels([44, 49]).rotate([-3, 0]).center([0, 46.5])
      : geoTransverseMercator().rotate([-meridian, 0]);
  const { width, height, padding } = frame;
  // Fitted on points, not on the polygon: d3 reads ring order the other way round than GeoJSON.
  return projection.fitExtent(
    [
      [padding, padding],
      [width - padding, height - padding],
    ],
    { type: 'MultiPoint', coordinates: coordinatesOf(territory.outline) },
  );
}
