import { describe, expect, test } from 'vitest';
import type { Gap } from '../../src/analysis/analysis';
import { readFunding } from '../../src/analysis/funding';
import { emptyInventory } from '../../src/model/inventory';
import { actor, scheme, tie } from './fixture';

const pay = (from: string, to: string, more = {}) =>
  tie(from, to, { id: `${from}-${to}-${JSON.stringify(more)}`, nature: 'cofinancement', ...more });
const inventory = {
  ...emptyInventory,
  actors: [
    actor('dep', { kind: 'conseil-departemental', name: 'Département' }),
    actor('fse', { kind: 'fonds-europeens', name: 'FSE+' }),
    actor('asso', { kind: 'association' }),
    actor('fjt', { kind: 'habitat-jeunes' }),
  ],
  schemes: [
    // Named by the scheme: two funders, one of them unknown as an actor.
    scheme('1', [], { actorId: 'asso', funders: ['DEPARTEMENT', 'Fondation Rivière'] }),
    // Nothing named: those of its carrier.
    scheme('2', [], { actorId: 'fjt' }),
    scheme('3', [], { actorId: 'asso', funders: ['Mécène'], fundingKinds: ['prive'], fundingEndsOn: '2027-06-30' }),
    scheme('4', [], { actorId: 'asso', funders: ['Mécène'], closed: true }),
  ],
  partnerships: [
    pay('dep', 'fjt', { amountEuros: 1000, year: 2024 }),
    pay('dep', 'fjt', { amountEuros: 500, year: 2024 }),
    pay('dep', 'fjt', { amountEuros: 700, year: 2025, endsOn: '2028-01-01' }),
    pay('fse', 'asso'),
    pay('fse', 'fjt', { status: 'souhaite', amountEuros: 9 }),
  ],
};
const read = readFunding(inventory, [], '2026-11-22');

describe('who pays for what', () => {
  test('public, private and European money are told apart; unknown is unknown', () => {
    expect(read.funders.map((f) => [f.name, f.money, f.carrierIds, f.schemeIds])).toEqual([
      ['Département', 'public', ['asso', 'fjt'], ['d-1']],
      ['FSE+', 'europeen', ['asso'], []],
      ['Fondation Rivière', null, ['asso'], ['d-1']],
      ['Mécène', 'prive', ['asso'], ['d-3', 'd-4']],
    ]);
  });
  test('amounts by year, wished money left out', () => {
    expect(read.flows).toEqual([
      { funder: 'dep', carrierId: 'fjt', year: 2024, euros: 1500 },
      { funder: 'dep', carrierId: 'fjt', year: 2025, euros: 700 },
    ]);
    expect(read).toMatchObject({ ties: 4, withAmount: 3 });
  });
  test('one funder alone: named by the scheme, or of its carrier; closed schemes are not told', () => {
    expect(read.single.map((s) => [s.schemeId, s.funders, s.ofCarrier])).toEqual([
      ['d-2', ['dep'], true],
      ['d-3', ['mecene'], false],
    ]);
    expect(read.unknown).toBe(0);
  });
  test('money that ends within twelve months', () => {
    expect(read.ending.map((s) => s.schemeId)).toEqual(['d-3']);
    expect(readFunding(inventory, [], '2027-07-01').ending.map((s) => [s.schemeId, s.endsOn])).toEqual([['d-2', '2028-01-01']]);
    expect(readFunding(inventory, [], '2026-06-29').ending).toEqual([]);
  });
  test('for a need, the funders of the nearest actors of its domain, each once', () => {
    const gap = {
      id: 'logement:x',
      candidates: [
        { actorId: 'fjt', name: '', minutes: 31 },
        { actorId: 'asso', name: '', minutes: 40 },
      ],
    } as unknown as Gap;
    expect(readFunding(inventory, [gap], '2026-11-22').leads.map((l) => [l.funder, l.actorId, l.minutes])).toEqual([
      ['dep', 'fjt', 31],
      ['fse', 'asso', 40],
      ['fondation riviere', 'asso', 40],
      ['mecene', 'asso', 40],
    ]);
  });
});
