import { describe, expect, test } from 'vitest';
import { edgesCsv, nodesCsv } from '../../src/export/edgeCsv';
import { gexfText } from '../../src/export/gexf';
import { graphmlText } from '../../src/export/graphml';
import { exchangeFromInventory } from '../../src/export/networkExchange';
import { inventoryFromExchange } from '../../src/import/exchange';
import { readEdgeCsv } from '../../src/import/formats/edgeCsv';
import { readGexf } from '../../src/import/formats/gexf';
import { readGraphml } from '../../src/import/formats/graphml';
import type { ExchangeGraph, ExchangeReading } from '../../src/model/exchange';
import { type Actor, emptyInventory, type Inventory, type Partnership, type Site } from '../../src/model/inventory';
import type { Result } from '../../src/model/result';
import { demonstration, importAll } from '../import/fixture';

const source = { file: 'acteurs.csv', row: 7 };
/** Every field that an actor and a partnership can have. */
const actor: Required<Actor> = {
  id: 'a',
  name: 'Foyer « Le Relais » & Cie',
  acronym: 'FR',
  kind: 'mission-locale~point-ecoute',
  status: 'association',
  siren: '012345678',
  siret: '01234567800011',
  rna: 'W441000001',
  finess: '440000001',
  network: 'Uriopss',
  mobilisation: 'rencontre',
  figures: [{ what: 'budget', value: 12.5, year: 2025, from: 'rapport' }],
  contact: 'accueil',
  links: ['https://exemple.fr/a|b', 'convention\n2025'],
  verification: 'verifie',
  verifiedOn: '2026-01-02',
  origin: 'annuaire',
  originYear: 2025,
  updatedOn: '2026-02-03',
  note: '=SOMME(A1)',
  source,
};
const other: Actor = { id: 'b', name: 'Autre', kind: 'autre', source: { file: '', row: 0 } };
const tie: Required<Partnership> = {
  id: 'p-1',
  fromId: 'a',
  toId: 'b',
  nature: 'convention',
  intensity: 3,
  status: 'souhaite',
  stated: false,
  direction: 'sens-unique',
  confirmation: 'deux-parties',
  amountEuros: 1200.5,
  year: 2026,
  document: 'Convention cadre',
  startsOn: '2026-01-01',
  endsOn: '2027-01-01',
  proof: 'entretien',
  nextAction: 'relancer',
  nextActionOn: '2026-12-01',
  note: 'à revoir',
  source: { file: 'partenariats.csv', row: 3 },
};
const whole: Inventory = {
  ...emptyInventory,
  actors: [actor, other],
  partnerships: [tie, { ...tie, id: 'p-2', stated: true, direction: 'reciproque' }],
};

const trips: readonly (readonly [string, (g: ExchangeGraph) => Result<ExchangeReading>])[] = [
  ['GEXF', (g) => readGexf(gexfText(g), 'x.gexf')],
  ['GraphML', (g) => readGraphml(graphmlText(g), 'x.graphml')],
  ['CSV', (g) => readEdgeCsv({ text: edgesCsv(g), name: 'liens' }, { text: nodesCsv(g), name: 'noeuds' })],
];
function backFrom(trip: (g: ExchangeGraph) => Result<ExchangeReading>, inventory: Inventory) {
  const read = trip(exchangeFromInventory(inventory));
  if (!read.ok) throw new Error(read.fault);
  expect(read.value.refused).toEqual([]);
  return inventoryFromExchange(read.value.graph, 'x');
}

describe.each(trips)('%s and back', (format, trip) => {
  test('every field of an actor and of a partnership', () => {
    // A CSV cannot tell an empty file name from none.
    const inventory = format === 'CSV' ? { ...whole, actors: [actor, { ...other, source }] } : whole;
    const { inventory: back, refused } = backFrom(trip, inventory);
    expect([back.actors, back.partnerships, refused]).toEqual([inventory.actors, inventory.partnerships, []]);
  });
  test('the demonstration', async () => {
    const { inventory } = await importAll(demonstration());
    expect(inventory.partnerships.length).toBeGreaterThan(20);
    const { inventory: back } = backFrom(trip, inventory);
    expect(back.actors).toEqual(inventory.actors);
    expect(back.partnerships).toEqual(inventory.partnerships);
  });
});

describe('places', () => {
  const site = (actorId: string, id: string): Site => ({
    id,
    actorId,
    communeCode: '44109',
    communeName: 'Nantes',
    point: { lon: -1.55, lat: 47.2 },
    precision: 'adresse',
    source,
  });
  test('of the first site, with domains; read back as a site', () => {
    const graph = exchangeFromInventory({ ...emptyInventory, actors: [other], sites: [site('b', 's')] });
    expect(graph.nodes[0]?.attributes).toMatchObject({ code_insee: '44109', commune: 'Nantes', lon: -1.55, lat: 47.2 });
    expect(inventoryFromExchange(graph, 'x').inventory.sites).toMatchObject([
      { actorId: 'b', communeCode: '44109', point: { lon: -1.55, lat: 47.2 }, precision: 'adresse' },
    ]);
  });
  test('never of a protected place, by its actor or by what receives people there', () => {
    const mecs: Actor = { ...other, id: 'm', kind: 'mecs' };
    const scheme = { id: 'd', actorId: 'b', siteIds: ['s'], name: 'Foyer éducatif', domains: [], needs: [], source };
    const text = gexfText(
      exchangeFromInventory({
        ...emptyInventory,
        actors: [mecs, other],
        sites: [site('m', 't'), site('b', 's')],
        schemes: [scheme],
      }),
    );
    expect(text).not.toMatch(/44109|Nantes|47\.2|-1\.55/);
  });
  test('no place at all, or the protected ones too, when it is asked for', () => {
    const mecs: Actor = { ...other, id: 'm', kind: 'mecs' };
    const inventory = { ...emptyInventory, actors: [mecs, other], sites: [site('m', 't'), site('b', 's')] };
    const lonOf = (places?: 'shown' | 'none' | 'all') =>
      exchangeFromInventory(inventory, places && { places }).nodes.map((n) => n.attributes['lon']);
    expect(lonOf()).toEqual([undefined, -1.55]);
    expect(lonOf('shown')).toEqual([undefined, -1.55]);
    expect(lonOf('none')).toEqual([undefined, undefined]);
    expect(lonOf('all')).toEqual([-1.55, -1.55]);
  });
  test('a second place that is not protected is told', () => {
    const scheme = {
      id: 'd',
      actorId: 'b',
      siteIds: ['s'],
      name: 'Foyer éducatif',
      domains: ['logement' as const],
      needs: [],
      source,
    };
    const second = { ...site('b', 'u'), point: { lon: 1, lat: 2 } };
    const graph = exchangeFromInventory({
      ...emptyInventory,
      actors: [other],
      sites: [site('b', 's'), second],
      schemes: [scheme],
    });
    expect(graph.nodes[0]?.attributes).toMatchObject({ lon: 1, lat: 2, domaines: 'logement' });
  });
});

describe("other programs' graphs", () => {
  test('labels as names, kinds by name, loops refused, weights 1 to 4 as intensities', () => {
    const { inventory, refused } = inventoryFromExchange(
      {
        nodes: [
          { id: '1', label: 'Mission locale du Pays', attributes: { siren: 'x', annee_source: 'récent' } },
          { id: '2', attributes: { Catégorie: 'siao' } },
        ],
        edges: [
          { source: '1', target: '2', directed: true, weight: 4, attributes: { Nature: 'Convention' } },
          { source: '2', target: '2', directed: false, attributes: {} },
          { source: '2', target: '1', directed: false, weight: 7, attributes: {} },
        ],
      },
      'g.gexf',
    );
    expect(inventory.actors).toMatchObject([
      { id: '1', name: 'Mission locale du Pays', kind: 'mission-locale', source: { file: 'g.gexf', row: 1 } },
      { id: '2', name: '2', kind: 'siao' },
    ]);
    expect(inventory.actors[0]).not.toHaveProperty('originYear');
    expect(inventory.partnerships).toMatchObject([
      { fromId: '1', toId: '2', nature: 'convention', direction: 'sens-unique', intensity: 4, status: 'existant', stated: true },
      { fromId: '2', toId: '1', nature: 'autre' },
    ]);
    expect(inventory.partnerships[1]).not.toHaveProperty('intensity');
    expect(refused.map((r) => r.place)).toEqual(['« g.gexf », lien 2']);
  });
});
