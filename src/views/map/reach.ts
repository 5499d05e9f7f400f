import type { Analysis, PlacedScheme, TravelReading } from '../../analysis/analysis';
import { travelOf } from '../../analysis/travel';
import type { Diagnosis } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
import type { MultiPolygon, Territory } from '../../model/territory';
import { kmWithin } from '../../state/selectors';
import { outlineOf } from './ground';
import { ringAround } from './layers';
import type { Line } from './mapModel';

/** An area that an offer reaches, and its outline. */
export interface Reach {
  readonly shape: MultiPolygon;
  readonly edge: readonly Line[];
}

/** Times of a file, or exceptions, are in force: a straight line says no more what is within reach. */
export const isStated = ({ files, exceptions }: TravelReading): boolean => files.length > 0 || exceptions > 0;

interface Input {
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis;
  readonly territory: Territory;
}

/**
 * What these places reach within the second threshold of a domain: a disc around each, as the crow flies; with travel
 * times of the user, the communes that these put within reach of one of them.
 */
export function reachOf(focused: readonly PlacedScheme[], domain: DomainId, input: Input): readonly Reach[] {
  const { analysis, diagnosis, territory } = input;
  const { settings } = analysis;
  const places = focused.filter((p) => p.domains.includes(domain));
  if (places.length === 0) return [];
  const limit = settings.thresholds[domain][1];
  if (!diagnosis.travel?.length && !diagnosis.travelExceptions?.length)
    return places.map(({ point: { lon, lat } }) => {
      const ring = ringAround(lon, lat, kmWithin(limit, settings), 128);
      return { shape: [[ring]] as unknown as MultiPolygon, edge: [ring] };
    });
  const travel = travelOf({ ...diagnosis, settings }, territory);
  const cells = territory.cells.filter((_, i) => places.some((p) => travel.to(territory.communes[i]!, p) <= limit));
  return [{ shape: cells.flat(), edge: outlineOf(cells) }];
}
