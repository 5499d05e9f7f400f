import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colourings, sizings } from '../../src/analysis/actorTraits';
import { domainIds } from '../../src/model/domains';
import { type Filters, facetIds, facets, noFilters } from '../../src/state/facets';
import { readAddress, writeAddress } from '../../src/state/url';
import {
  arrangements,
  documentKinds,
  firstView,
  focusKinds,
  levelKeys,
  mapLayers,
  networkReadings,
  readings,
  screens,
  type View,
} from '../../src/state/view';

const view: fc.Arbitrary<View> = fc.record({
  screen: fc.constantFrom(...screens),
  domain: fc.option(fc.constantFrom(...domainIds)),
  filters: fc.record(
    Object.fromEntries(facetIds.map((id) => [id, fc.subarray<string>([...facets[id].values])])),
  ) as unknown as fc.Arbitrary<Filters>,
  focus: fc.option(fc.record({ kind: fc.constantFrom(...focusKinds), id: fc.string({ minLength: 1, unit: 'grapheme' }) })),
  hiddenLevels: fc.subarray([...levelKeys]),
  layers: fc.subarray([...mapLayers]),
  beside: fc.option(fc.constantFrom(...domainIds, 'etat' as const)),
  asTable: fc.boolean(),
  reading: fc.constantFrom(...readings),
  document: fc.constantFrom(...documentKinds),
  reportUnit: fc.constantFrom(null, '244400404'),
  reportSince: fc.constantFrom(null, 'etat-1'),
  ranking: fc.constantFrom('people' as const, 'rate' as const),
  colourBy: fc.constantFrom(...colourings),
  sizeBy: fc.constantFrom(...sizings),
  arrangement: fc.constantFrom(...arrangements),
  network: fc.constantFrom(...networkReadings),
  around: fc.constantFrom(null, 1, 2, 3),
  pathTo: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
  withoutDepartement: fc.boolean(),
  withPending: fc.boolean(),
  networkOn: fc.constantFrom(null, '2024-12-31'),
  renderer: fc.constantFrom(null, 'webgl' as const, 'canvas' as const),
});

describe('the address', () => {
  test('holds every view and gives it back', () => {
    fc.assert(
      fc.property(view, fc.constantFrom('fr' as const, 'en' as const), (v, lang) => {
        const read = readAddress(writeAddress(v, '2A', lang));
        expect(read.view).toEqual(v);
        expect(read.departement).toBe('2A');
        expect(read.lang).toBe(lang === 'en' ? 'en' : null);
      }),
    );
  });

  test('stays readable', () => {
    const focused: View = { ...firstView, domain: 'sante', focus: { kind: 'unit', id: '244400404' } };
    expect(writeAddress(focused, '44')).toBe('?ecran=carte&dep=44&domaine=sante&focus=epci:244400404');
    const gap: View = { ...firstView, screen: 'gaps', focus: { kind: 'gap', id: 'logement:244400404' } };
    expect(writeAddress(gap, '44')).toBe('?ecran=besoins&dep=44&focus=besoin:logement:244400404');
  });

  test.each([
    ['?ecran=besoins&dep=44&domaines=sante,logement', { screen: 'gaps', domain: null }],
    ['?ecran=carte&domaines=logement', { domain: 'logement' }],
    ['?focus=ept:200054781', { focus: { kind: 'unit', id: '200054781' } }],
    ['?ecran=nulle-part&domaine=rien&focus=:&publics=ase,inconnu', { filters: { ...noFilters, publics: ['ase'] } }],
    ['', {}],
  ])('old or wrong links keep working: %s', (search, expected) => {
    expect(readAddress(search).view).toEqual({ ...firstView, ...expected });
  });

  test.each([
    ['?dep=44', '44'],
    ['?dep=2B', '2B'],
    ['?dep=974', '974'],
    ['?dep=<b>', null],
    ['', null],
  ])('département of %s', (search, code) => {
    expect(readAddress(search).departement).toBe(code);
  });
});
