import type { Diagnosis } from '../document/diagnosis';
import type { RecordChange } from '../document/reimport';
import type { Point, Scheme } from '../model/inventory';
import { isProtectedSite } from '../model/protection';
import { type InventoryIndex, indexOf } from '../state/selectors';
import { formatNumber } from '../text/format';
import type { Text } from '../text/fr';

type Kind = RecordChange['kind'];

/** Words of a field of a record. */
export function fieldLabel(kind: Kind, field: string, text: Text): string {
  const ties = kind === 'partnerships' ? text.edit.ties : {};
  const labels: Readonly<Record<string, string>> = { ...text.import.fields, ...text.edit.fields, ...ties };
  return labels[field] ?? field;
}

/** Labels of the closed lists, by the field that holds their ids. */
export function listOf(kind: Kind, field: string, text: Text): Readonly<Record<string, string>> | null {
  const { model } = text;
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: model.kinds,
    needs: model.needs,
    fights: model.fights,
    publics: model.publics,
    dedication: model.dedications,
    mode: model.modes,
    mobilisation: model.mobilisations,
    intensity: model.intensities,
    fundingKinds: model.fundingKinds,
    precision: model.precisions,
    verification: model.verifications,
    nature: model.natures,
    domains: Object.fromEntries(Object.entries(model.domains).map(([id, d]) => [id, d.name])),
    direction: model.directions,
    confirmation: model.confirmations,
    status: kind === 'partnerships' ? model.tieStatuses : model.statuses,
  };
  return lists[field] ?? null;
}

/** Schemes that receive people at a site. */
export const schemesAt = (index: InventoryIndex, siteId: string): readonly Scheme[] =>
  [...index.schemes.values()].filter((s) => s.siteIds.includes(siteId));

const placeName = (index: InventoryIndex, id: string): string | undefined => {
  const site = index.sites.get(id);
  const actor = site && index.actors.get(site.actorId);
  // A protected place is told by its commune, whatever is compared.
  return actor && isProtectedSite(actor, site, schemesAt(index, id)) ? site.communeName : (site?.address ?? site?.communeName);
};

const isNothing = (v: unknown): v is null | undefined | '' => v === null || v === undefined || v === '';

const isPoint = (v: unknown): v is Point => typeof v === 'object' && v !== null && 'lon' in v && 'lat' in v;

/** Latitude and longitude to the metre. */
const pointText = ({ lat, lon }: Point, text: Text): string =>
  [lat, lon].map((degrees) => formatNumber(degrees, text.lang, 5)).join(' ; ');

/** A value that is no word of a closed list nor the id of a record: a yes or no, a number, a position; null: a word. */
function plainText(field: string, v: unknown, text: Text): string | null {
  const t = text.import.update;
  if (isNothing(v)) return t.noValue;
  if (typeof v === 'boolean') return v ? t.yes : t.no;
  if (typeof v === 'number' && field !== 'intensity')
    return field.toLowerCase().includes('year') ? String(v) : formatNumber(v, text.lang);
  return isPoint(v) ? pointText(v, text) : null;
}

/** A value of a field as it is read. */
export function valueText(kind: Kind, field: string, value: unknown, index: InventoryIndex, text: Text): string {
  const one = (v: unknown): string => {
    const plain = plainText(field, v, text);
    if (plain !== null) return plain;
    if (typeof v === 'object' && v !== null) return Object.values(v).map(one).join(' ; ');
    const id = String(v);
    return listOf(kind, field, text)?.[id] ?? index.actors.get(id)?.name ?? placeName(index, id) ?? id;
  };
  return Array.isArray(value) ? value.map(one).join(', ') || text.import.update.noValue : one(value);
}

/** What a record is called; of another inventory than the diagnosis's when it is not in it. */
export function recordName(d: Diagnosis, kind: Kind, id: string, text: Text, other?: Diagnosis['inventory']): string {
  const index = indexOf(d.inventory);
  const t = text.import.update;

  const actorName = (actorId: string) =>
    index.actors.get(actorId)?.name ?? other?.actors.find((a) => a.id === actorId)?.name ?? actorId;
  switch (kind) {
    case 'actors':
      return actorName(id);
    case 'sites': {
      const site = index.sites.get(id) ?? other?.sites.find((r) => r.id === id);
      return site ? t.site(actorName(site.actorId)) : id;
    }
    case 'schemes': {
      const scheme = index.schemes.get(id) ?? other?.schemes.find((r) => r.id === id);
      return scheme ? t.scheme(scheme.name, actorName(scheme.actorId)) : id;
    }
    case 'partnerships': {
      const tie = index.partnerships.get(id) ?? other?.partnerships.find((r) => r.id === id);
      return tie ? t.tie(actorName(tie.fromId), actorName(tie.toId)) : id;
    }
  }
}
