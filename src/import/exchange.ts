import type { ExchangeAttributes, ExchangeEdge, ExchangeGraph, ExchangeNode, ExchangeRefusal } from '../model/exchange';
import { actorFields, type ExchangeField, sourceFields, tieFields } from '../model/exchangeFields';
import { idOf } from '../model/identity';
import type { Actor, Inventory, Partnership, Point, Site, Source } from '../model/inventory';
import {
  actorKinds,
  confirmations,
  directions,
  figureKinds,
  intensities,
  legalStatuses,
  mobilisations,
  natures,
  precisions,
  tieStatuses,
  verifications,
} from '../model/lists';
import { normalise } from '../model/words';
import { known } from './cells';
import { kindFromName, terms } from './terms';

type Value = ExchangeAttributes[string] | undefined;
type Check = (value: unknown) => boolean;

const isText: Check = (v) => typeof v === 'string' && v !== '';
const isNumber: Check = (v) => typeof v === 'number' && Number.isFinite(v);
const isDay: Check = (v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v);
const isOneOf =
  (list: readonly unknown[]): Check =>
  (v) =>
    list.includes(v);
/** A term of a closed list, or one of the user's own that counts as it. */
const isTermOf =
  (list: readonly string[]): Check =>
  (v) =>
    typeof v === 'string' && list.includes(v.split('~', 1)[0]!);
const isTexts: Check = (v) => Array.isArray(v) && v.every(isText);
const isFigures: Check = (v) =>
  Array.isArray(v) && v.every((f) => typeof f === 'object' && f !== null && figureKinds.includes(f.what) && isNumber(f.value));

/** What an attribute must be to enter a record; any text elsewhere. */
const checks: Readonly<Partial<Record<keyof Actor | keyof Partnership, Check>>> = {
  kind: isTermOf(actorKinds.map((k) => k.id)),
  status: isOneOf(legalStatuses),
  mobilisation: isOneOf(mobilisations),
  figures: isFigures,
  links: isTexts,
  verification: isOneOf(verifications),
  verifiedOn: isDay,
  originYear: isNumber,
  updatedOn: isText,
  nature: isTermOf(natures),
  intensity: isOneOf(intensities),
  direction: isOneOf(directions),
  confirmation: isOneOf(confirmations),
  amountEuros: isNumber,
  year: isNumber,
};

/** A CSV gives figures as texts. */
const asNumber = (value: Value): Value =>
  typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;

function parsed(value: Value, isList: boolean): unknown {
  if (!isList || typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

/** The properties of a record that the attributes tell; what is not of the right kind is left out. */
function recordOf<T extends object, K extends keyof T & string>(
  attributes: ExchangeAttributes,
  fields: readonly ExchangeField<K>[],
): Partial<Pick<T, K>> {
  const out: Partial<Pick<T, K>> = {};
  for (const { key, name, isList } of fields) {
    const check = checks[key as keyof typeof checks] ?? isText;
    const value = parsed(attributes[name], isList === true);
    const found = [value, asNumber(value as Value)].find(check);
    if (found !== undefined) out[key] = found as T[K];
  }
  return out;
}

function sourceOf(attributes: ExchangeAttributes, fileName: string, row: number): Source {
  const [file, line] = [attributes[sourceFields.file], asNumber(attributes[sourceFields.row])];
  return typeof file === 'string' && typeof line === 'number' ? { file, row: line } : { file: fileName, row };
}

/** The value of an attribute by its own name, or by one that differs in case and accents only. */
const termIn = <T>(attributes: ExchangeAttributes, name: string, read: (text: string) => T | null): T | null => {
  const key = Object.keys(attributes).find((k) => normalise(k) === normalise(name));
  return key === undefined ? null : read(String(attributes[key]));
};

function actorOf({ id, label, attributes }: ExchangeNode, source: Source): Actor {
  const name = label === undefined || label === '' ? id : label;
  const kind = termIn(attributes, 'categorie', terms.kind) ?? kindFromName(name);
  return { id, name, kind, ...recordOf<Actor, (typeof actorFields)[number]['key']>(attributes, actorFields), source };
}

function pointOf(attributes: ExchangeAttributes): Point | undefined {
  const [lon, lat] = [
    asNumber(attributes['lon'] ?? attributes['longitude']),
    asNumber(attributes['lat'] ?? attributes['latitude']),
  ];
  if (typeof lon !== 'number' || typeof lat !== 'number') return undefined;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : undefined;
}

function siteOf({ id, attributes }: ExchangeNode, source: Source): Site | null {
  const point = pointOf(attributes);
  const [code, name] = [attributes['code_insee'], attributes['commune']];
  const communeCode = code === undefined ? undefined : String(code);
  if (!point && communeCode === undefined) return null;
  const told = precisions.find((p) => p === attributes['precision']);
  return known({
    id: idOf('s', `${id}|${point ? `${point.lon},${point.lat}` : communeCode}`),
    actorId: id,
    communeCode,
    communeName: typeof name === 'string' ? name : undefined,
    point,
    precision: told ?? (point ? 'adresse' : 'commune'),
    source,
  });
}

function tieOf(edge: ExchangeEdge, id: string, source: Source): Partnership {
  const { attributes, weight, directed } = edge;
  const intensity = intensities.find((i) => i === weight);
  return {
    ...(directed ? { direction: 'sens-unique' as const } : {}),
    ...(intensity === undefined ? {} : { intensity }),
    nature: termIn(attributes, 'nature', terms.nature) ?? 'autre',
    ...recordOf<Partnership, (typeof tieFields)[number]['key']>(attributes, tieFields),
    status: tieStatuses.find((s) => s === attributes['statut']) ?? 'existant',
    id,
    fromId: edge.source,
    toId: edge.target,
    stated: !normalise(String(attributes[sourceFields.stated] ?? '')).startsWith('dedui'),
    source,
  };
}

/**
 * Actors, their places and partnerships of a graph. What we wrote comes back as it was; of other programs' graphs: labels
 * as names, kinds guessed from them, ties in force and stated. A tie of an actor with itself is refused.
 */
export function inventoryFromExchange(
  { nodes, edges }: ExchangeGraph,
  fileName: string,
): { readonly inventory: Inventory; readonly refused: readonly ExchangeRefusal[] } {
  const actors: Actor[] = [];
  const sites: Site[] = [];
  nodes.forEach((node, i) => {
    const source = sourceOf(node.attributes, fileName, i + 1);
    const site = siteOf(node, { file: fileName, row: i + 1 });
    actors.push(actorOf(node, source));
    if (site) sites.push(site);
  });
  const partnerships = new Map<string, Partnership>();
  const refused: ExchangeRefusal[] = [];
  edges.forEach((edge, i) => {
    const place = `« ${fileName} », lien ${i + 1}`;
    if (edge.source === edge.target) {
      refused.push({ what: 'edge', place, reason: `lien d'un acteur avec lui-même (« ${edge.source.slice(0, 80)} »)` });
      return;
    }
    const told = edge.id !== undefined && !partnerships.has(edge.id) ? edge.id : undefined;
    const id = told ?? idOf('p', [fileName, edge.source, edge.target, i].join('|'));
    partnerships.set(id, tieOf(edge, id, sourceOf(edge.attributes, fileName, i + 1)));
  });
  return { inventory: { actors, sites, schemes: [], partnerships: [...partnerships.values()] }, refused };
}
