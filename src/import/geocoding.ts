import type { Diagnosis } from '../document/diagnosis';
import type { Inventory, Point, Scheme, Site } from '../model/inventory';
import { type Precision, precisions } from '../model/lists';
import { isProtectedSite } from '../model/protection';
import type { Locator } from '../territory/locate';
import { csv } from './formats/csv';
import { ways } from './formats/finessParts';
import { rna } from './formats/rna';

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
  /** Of the register of associations, where many are the home of a president: never sent. */
  readonly homes: number;
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

/** A test of whether a site's address was stated by the register of associations, itself or by a site joined to it. */
function registerTest({ files, absorbed, aliases }: Located): (site: Site) => boolean {
  const registers = new Set(files.filter((f) => f.format === rna.id).map((f) => f.name));
  const joined = (absorbed?.sites ?? []).filter((s) => registers.has(s.source.file));
  const stated = new Set(joined.map((s) => JSON.stringify([aliases?.sites?.[s.id] ?? s.id, s.address])));
  return (site) => registers.has(site.source.file) || stated.has(JSON.stringify([site.id, site.address]));
}

function schemesBySite({ schemes }: Inventory): ReadonlyMap<string, readonly Scheme[]> {
  const bySite = new Map<string, Scheme[]>();
  for (const scheme of schemes)
    for (const id of scheme.siteIds) {
      const list = bySite.get(id);
      if (list) list.push(scheme);
      else bySite.set(id, [scheme]);
    }
  return bySite;
}

type Located = Pick<Diagnosis, 'inventory' | 'files' | 'absorbed' | 'aliases'>;

/**
 * Sites known at their commune only, or not at all, that state an address; those of protected places, and those that the
 * register of associations states, are withheld.
 */
export function findAddresses(d: Located): AddressesToPlace {
  const { inventory } = d;
  const actors = new Map(inventory.actors.map((a) => [a.id, a]));
  const schemes = schemesBySite(inventory);
  const isOfRegister = registerTest(d);
  const addresses: AddressToPlace[] = [];
  const kept = { withheld: 0, homes: 0 };
  for (const site of inventory.sites) {
    const actor = actors.get(site.actorId);
    const address = cleanAddress(site.address ?? '');
    if (!actor || address === '' || precisions.indexOf(site.precision) < precisions.indexOf('commune')) continue;
    if (isProtectedSite(actor, site, schemes.get(site.id) ?? [])) kept.withheld += 1;
    else if (isOfRegister(site)) kept.homes += 1;
    else
      addresses.push({
        siteId: site.id,
        actorName: actor.name,
        address: [address, site.communeName].filter(Boolean).join(', '),
        communeCode: site.communeCode ?? '',
      });
  }
  return { addresses, ...kept };
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
/** Columns without which an answer is not the service's. */
const answered = ['id', 'result_score', 'result_type'] as const;

/**
 * The service's answer to `requestCsv`, for the same addresses: what is no better than the commune, too doubtful to be
 * shown (score under 0.4), or outside the territory and its border zone is left out. In the order asked; null: the answer
 * is not the service's table.
 */
export function readFound(answer: string, addresses: readonly AddressToPlace[], locator: Locator): FoundPlace[] | null {
  const table = csv.read({ name: '', text: answer, json: undefined }, { delimiter: ',' });
  if ('code' in table) return null;
  const at = new Map(table.header.map((h, i) => [h, i]));
  if (!answered.every((column) => at.has(column))) return null;
  const found = table.rows.flatMap(({ cells }): FoundPlace[] => {
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
  const bySite = new Map([...found].reverse().map((f) => [f.siteId, f]));
  return addresses.flatMap(({ siteId }) => bySite.get(siteId) ?? []);
}
