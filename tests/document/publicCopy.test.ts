import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analysis/analyse';
import { apply } from '../../src/document/commands';
import type { Diagnosis } from '../../src/document/diagnosis';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { publicCopy } from '../../src/document/publicCopy';
import type { ActorKind } from '../../src/model/lists';
import { buildTerritory } from '../../src/territory/territory';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';
import { smallFile } from '../territory/fixture';

const territory = buildTerritory(smallFile);
const secret = 'CONFIDENTIEL';
const copyOf = (d: Diagnosis) => publicCopy(d, territory).copy;

/** Every place where something internal may stand. */
function fullOf(kind: ActorKind, name: string, lon: number): Diagnosis {
  const said = (what: string) => `${secret} ${what}`;
  const first = diagnosisOf({
    actors: [
      actor('a-1', {
        kind,
        name,
        contact: said('contact'),
        note: said('note'),
        mobilisation: 'contacte',
        links: [`C:/${secret}.pdf`],
      }),
      actor('a-2', { kind: 'mecs', note: said('note') }),
      actor('a-3', { contact: said('contact') }),
    ],
    sites: [
      site('1', lon, '44001', kind === 'mecs' ? { address: said('rue'), name: said('lieu') } : {}),
      site('2', lon, '44002', { address: said('rue'), name: said('foyer') }),
      // The association next door tells the same address.
      site('3', lon, '44002', { actorId: 'a-3', address: said('Rue'), name: said('siège') }),
    ],
    schemes: [
      scheme('1', ['sante'], { note: said('note'), waiting: 3 }),
      scheme('2', ['logement'], { note: said('note'), conditions: said('sonner au 12') }),
    ],
    partnerships: [tie('a-1', 'a-2', { note: said('note'), proof: said('proof') })],
  });
  const signed = { on: '2026-11-22T10:00:00', by: said('auteur') };
  return [
    { type: 'takeSnapshot', name: said('état'), takenOn: '2026-11-01' } as const,
    { type: 'editRecords', kind: 'actors', edits: [{ id: 'a-1', changes: { note: said('autre') } }], ...signed } as const,
    { type: 'setCensus', entries: [{ unitCode: '200000001', domain: 'sante', state: 'complet', by: said('agent') }] } as const,
    { type: 'mergeActors', keepId: 'a-1', dropIds: ['a-3'] } as const,
    { type: 'declareDistinct', pair: ['a-1', 'a-2'] } as const,
  ].reduce<Diagnosis>(apply, first);
}

describe('the public copy', () => {
  test('tells nothing internal, whoever the actor is and wherever it is', () => {
    const kinds: readonly ActorKind[] = ['mecs', 'association', 'chrs', 'violences', 'autre'];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom('Acteur', 'CHRS Les Lilas', 'Foyer de l’enfance', 'SOS Femmes'),
        fc.double({ min: -1.9, max: -1.6, noNaN: true }),
        (kind, name, lon) => {
          const d = fullOf(kind, name, lon);
          expect(encodeProject(d)).toContain(secret);
          const copy = copyOf(d);
          expect(encodeProject(copy)).not.toContain(secret);
          for (const key of ['changes', 'merges', 'absorbed', 'aliases', 'imported', 'distinctPairs'])
            expect(copy).not.toHaveProperty(key);
          expect(copy.snapshots).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a protected place is at its commune’s point; another keeps its own', () => {
    const d = diagnosisOf({
      actors: [actor('a-1', { kind: 'mecs' }), actor('a-2'), actor('a-3', { kind: 'chrs' })],
      sites: [
        site('1', -1.8512, '44001', { address: '3 rue Cachée' }),
        site('2', -1.7512, '44002', { address: '5 rue Haute' }),
        site('3', -1.6512, '99999'),
      ],
    });
    const { copy, hiddenSites } = publicCopy(d, territory);
    expect(hiddenSites).toBe(2);
    expect(copy.inventory.sites).toMatchObject([
      { id: 's-1', communeCode: '44001', point: { lon: -1.9, lat: 47 }, precision: 'commune' },
      { id: 's-2', address: '5 rue Haute', point: { lon: -1.7512, lat: 47 }, precision: 'adresse' },
      { id: 's-3', precision: 'inconnue' },
    ]);
    expect(copy.inventory.sites[2]).not.toHaveProperty('point');
    expect(encodeProject(copy)).not.toContain('Cachée');
  });

  test('a protected place without a position gets none, and of its actor no free text is told', () => {
    const { point: _, ...nowhere } = site('1', 0, '44001');
    const conditions = 'appeler, puis 3 rue Cachée';
    const copy = copyOf(
      diagnosisOf({
        actors: [actor('a-1', { kind: 'mecs' }), actor('a-2')],
        sites: [nowhere],
        schemes: [
          scheme('1', ['logement'], { siteIds: [], conditions }),
          scheme('2', ['logement'], { siteIds: [], conditions: 'sur rendez-vous' }),
        ],
      }),
    );
    expect(copy.inventory.sites[0]).toMatchObject({ precision: 'inconnue' });
    expect(copy.inventory.sites[0]).not.toHaveProperty('point');
    expect(copy.inventory.schemes.map((s) => s.conditions)).toEqual([undefined, 'sur rendez-vous']);
  });

  test('protected places that the user chose to show are hidden all the same', () => {
    const shown = diagnosisOf(
      { actors: [actor('a-1', { kind: 'mecs' })], sites: [site('1', -1.85, '44001')] },
      { showProtectedPlaces: true },
    );
    const copy = copyOf(shown);
    expect(copy.settings.showProtectedPlaces).toBe(false);
    expect(copy.inventory.sites[0]!.point).toEqual({ lon: -1.9, lat: 47 });
  });

  test('counts of fewer than five people are left out, and the next one where a subtraction would give them back', () => {
    const count = (unitCode: string, people: number) =>
      ({ unitCode, unitName: unitCode, group: 'ase', people, source: 'essai' }) as const;
    const d: Diagnosis = {
      ...diagnosisOf({
        actors: [
          actor('a-1', {
            figures: [
              { what: 'personnes', value: 4 },
              { what: 'personnes', value: 5 },
              { what: 'budget', value: 3 },
            ],
          }),
        ],
        schemes: [
          scheme('1', ['sante'], { siteIds: [], waiting: 4, places: 10, occupancy: 0.3 }),
          scheme('2', ['sante'], { actorId: 'a-1', siteIds: [], waiting: 0, places: 10, occupancy: 0.5 }),
        ],
      }),
      youngCounts: [count('44', 40), count('200000001', 3), count('200000002', 37)],
    };
    const { copy, hiddenCounts } = publicCopy(d, territory);
    expect(copy.youngCounts!.map((c) => c.unitCode)).toEqual(['44']);
    expect(copy.inventory.actors[0]!.figures!.map((f) => f.value)).toEqual([5, 3]);
    const [few, others] = copy.inventory.schemes;
    expect(few).not.toHaveProperty('waiting');
    expect(few).not.toHaveProperty('occupancy');
    expect(others).toMatchObject({ waiting: 0, occupancy: 0.5 });
    expect(hiddenCounts).toBe(5);
  });

  test('opens as any project; levels are those of the diagnosis', () => {
    const d = fullOf('mecs', 'Acteur', -1.75);
    const copy = copyOf(d);
    expect(decodeProject(encodeProject(copy))).toEqual({ ok: true, value: copy });
    const levels = (of: Diagnosis) =>
      analyse(of, territory).communes.map((c) => [c.domains.logement?.level, c.domains.logement?.minutes]);
    expect(levels(copy)).toEqual(levels(d));
    expect(copyOf(copy)).toEqual(copy);
  });
});
