import type { Diagnosis } from '../document/diagnosis';
import type { Point } from '../model/inventory';
import { isProtectedKind, type Precision, precisions } from '../model/lists';
import type { Locator } from '../territory/locate';
import { csv } from './formats/csv';
import { ways } from './formats/finessParts';

/** An address of a structure that has no position of its own yet. */
export interface AddressToPlace {
  readonly siteId: string;
  readonly actorName: string;
  /** As it will be sent: without post-office boxes, street types written out, commune at its end. */
  readonly address: string;
  readonly communeCode: string;
}

export interface AddressesToPlace {
  readonly addresses: readonly AddressToPlace[];
  /** Places of child protection, violence and the like: never sent. */
  readonly withheld: number;
}

/** Post-office boxes, racing codes and what follows CEDEX are no address of a building; abbreviated street types are written out. */
export function cleanAddress(address: string): string {
  return address
    .replace(/\s+/g, ' ')
    .replace(/\b(BP|CS|TSA)\s*\d[\d ]*/gi, ' ')
    .replace(/\bCEDEX\b.*$/i, ' ')
    .replace(/^(\d+\s*(?:bis|ter|quater|[a-d])?)[\s,]+([A-Z]{1,4})\.? /i, (all, number: string, way: string) => {
      const whole = ways[way.toUpperCase()];
      return whole === undefined ? all : `${number} ${whole} `;
    })
    .replace(/\s+/g, ' ')
    .replace(/( ?, ?)+/g, ', ')
    .replace(/^[ ,]+|[ ,]+$/g, '');
}

/** Sites known at their commune only, or not at all, that state an address; those of protected places are withheld. */
export function findAddresses({ inventory }: Pick<Diagnosis, 'inventory'>): AddressesToPlace {
  const actors = new Map(inventory.actors.map((a) => [a.id, a]));
  const addresses: AddressToPlace[] = [];
  let withheld = 0;
  for (const site of inventory.sites) {
    const actor = actors.get(site.actorId);
    const address = cleanAddress(site.address ?? '');
    if (!actor || address === '' || precisions.indexOf(site.precision) < precisions.indexOf('commune')) continue;
    if (isProtectedKind(actor.kind)) withheld += 1;
    else
      addresses.push({
        siteId: site.id,
        actorName: actor.name,
        address: [address, site.communeName].filter(Boolean).join(', '),
        communeCode: site.communeCode ?? '',
      });
  }
  return { addresses, withheld };
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The only thing that is sent: rank, address, code of the commune; neither a name nor an identifier. */
export const requestCsv = (addresses: readonly AddressToPlace[]): string =>
  `id,adresse,citycode\n${addresses.map((a, i) => `${i},${quoted(a.address)},${a.communeCode}\n`).join('')}`;

/** What the service found for an address. */
export interface FoundPlace {
  readonly siteId: string;
  readonly point: Point;
  readonly precision: Precision;
  /** Of the point, where the site stated none. */
  readonly commune?: { readonly communeCode: string; readonly communeName: string };
  /** The address as the service writes it. */
  readonly label: string;
  /** 0 to 1. */
  readonly score: number;
  /** Score above 0.75 (the practice of data·inclusion), a street or better, in the commune stated. */
  readonly isSure: boolean;
}

const precisionOf: Readonly<Record<string, Precision>> = { housenumber: 'adresse', street: 'rue', locality: 'lieu-dit' };
const sureFrom = 0.75;
const leastScore = 0.4;

/**
 * The service's answer to `requestCsv`, for the same addresses: what is no better than the commune, too doubtful to be
 * shown (score under 0.4), or outside the territory and its border zone is left out.
 */
export function readFound(answer: string, addresses: readonly AddressToPlace[], locator: Locator): FoundPlace[] {
  const table = csv.read({ name: '', text: answer, json: undefined }, { delimiter: ',' });
  if ('code' in table) return [];
  const at = new Map(table.header.map((h, i) => [h, i]));
  return table.rows.flatMap(({ cells }): FoundPlace[] => {
    const cell = (name: string) => cells[at.get(name) ?? -1] ?? '';
    const asked = cell('id') === '' ? undefined : addresses[Number(cell('id'))];
    const precision = precisionOf[cell('result_type')];
    const [lon, lat] = [cell('longitude') || cell('result_longitude'), cell('latitude') || cell('result_latitude')];
    const score = Number(cell('result_score'));
    if (!asked || !precision || lon === '' || lat === '' || !(score >= leastScore)) return [];
    const point = { lon: Number(lon), lat: Number(lat) };
    const home = locator.byPoint(point);
    if (typeof home !== 'object') return [];
    const isInCommune =
      asked.communeCode === '' || home.communeCode === asked.communeCode || cell('result_citycode') === asked.communeCode;
    const isSure = score > sureFrom && isInCommune;
    const { communeCode, communeName } = home;
    const commune = asked.communeCode === '' && communeCode && communeName ? { commune: { communeCode, communeName } } : {};
    return [{ siteId: asked.siteId, point, precision, ...commune, label: cell('result_label'), score, isSure }];
  });
}
