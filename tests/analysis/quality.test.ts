import { describe, expect, test } from 'vitest';
import { monthsBefore, type QualityFrame, type QualityScope, readQuality, sumQuality } from '../../src/analysis/quality';
import type { Inventory } from '../../src/model/inventory';
import { actor, scheme, site, tie } from './fixture';

const frame: QualityFrame = { today: '2026-11-22', months: 12, duplicates: [['a-1', 'a-2']] };
const everything: QualityScope = { communeCodes: null, domain: null };

const inventory: Inventory = {
  actors: [
    actor('a-1', { status: 'association', updatedOn: '2026-01-10', verification: 'verifie' }),
    actor('a-2', { updatedOn: '2025-11-21', verification: 'a-verifier' }),
    actor('a-3', { originYear: 2024 }),
  ],
  sites: [
    site('1', -1.9, '44001', { address: '1 rue Haute' }),
    site('2', -1.7, '44003', { precision: 'commune' }),
    site('3', -1.6, '44004', { actorId: 'a-3' }),
  ],
  schemes: [
    scheme('1', ['sante'], { places: 4, updatedOn: '2024-01-01', verifiedOn: '2026-11-01', verification: 'verifie' }),
    scheme('2', ['logement'], { toVerify: ['ageMin'] }),
    scheme('3', ['sante'], { siteIds: [], mode: 'distance' }),
    scheme('4', ['sante'], { actorId: 'a-3', siteIds: [] }),
    scheme('5', ['sante'], { closed: true }),
  ],
  partnerships: [
    tie('a-1', 'a-2', { endsOn: '2026-11-21', year: 2020 }),
    tie('a-1', 'a-3', { endsOn: '2027-11-22' }),
    tie('a-2', 'a-3', { endsOn: '2027-11-23' }),
    tie('a-3', 'a-2', { status: 'termine', endsOn: '2020-01-01' }),
  ],
};

const read = (scope = everything, with_: Partial<QualityFrame> = {}) =>
  new Map(readQuality(inventory, scope, { ...frame, ...with_ }).map((l) => [l.id, l]));

describe('what is left to do', () => {
  test.each([
    ['sites:position', 3, ['s-2']],
    // One is reached from afar, one is closed.
    ['schemes:no-site', 3, ['d-4']],
    // Of those whose verification is known: where nothing is said, the field is missing, and nothing is done.
    ['schemes:to-verify', 2, ['d-2']],
    // Verified this month, whatever the date of its source.
    ['schemes:old', 1, []],
    // A day over the year; the end of 2024.
    ['actors:old', 3, ['a-2', 'a-3']],
    ['actors:to-verify', 2, ['a-2']],
    ['partnerships:ended', 3, ['p-a-1-a-2']],
    ['partnerships:ending', 3, ['p-a-1-a-3']],
    ['actors:duplicate', 3, ['a-1', 'a-2']],
    ['schemes:field:places', 4, ['d-2', 'd-3', 'd-4']],
    ['actors:field:status', 3, ['a-2', 'a-3']],
    ['sites:field:address', 3, ['s-2', 's-3']],
    ['partnerships:field:year', 3, ['p-a-1-a-3', 'p-a-2-a-3']],
  ])('%s', (id, total, left) => {
    expect(read().get(id)).toMatchObject({ total, left, done: total - left.length });
  });

  test('an empty list states nothing', () => {
    const none = { ...inventory, schemes: [scheme('9', [])] };
    const line = readQuality(none, everything, frame).find((l) => l.id === 'schemes:field:domains');
    expect(line?.left).toEqual(['d-9']);
  });

  test('in one unit and one domain: its schemes, their sites, their actors, the ties of these', () => {
    const lines = read({ communeCodes: new Set(['44001', '44002']), domain: 'sante' });
    expect(lines.get('schemes:field:places')).toMatchObject({ total: 1, left: [] });
    expect(lines.get('sites:position')).toMatchObject({ total: 1, left: [] });
    expect(lines.get('actors:field:status')).toMatchObject({ total: 1, left: [] });
    expect(lines.get('partnerships:field:year')).toMatchObject({ total: 2, left: ['p-a-1-a-3'] });
    expect(read({ communeCodes: new Set(['44001']), domain: 'logement' }).size).toBe(0);
  });

  test('done and left make the total, in every scope', () => {
    for (const domain of [null, 'sante', 'logement'] as const)
      for (const communeCodes of [null, new Set(['44001']), new Set(['44003', '44004'])]) {
        const lines = [...read({ communeCodes, domain }).values()];
        for (const line of lines) expect(line.done + line.left.length).toBe(line.total);
        const sum = sumQuality(lines);
        expect(sum.done + sum.left).toBe(sum.total);
      }
  });

  test('a record that is completed leaves its line, and the total stays', () => {
    const before = sumQuality([...read().values()]);
    const schemes = inventory.schemes.map((s) => (s.id === 'd-2' ? { ...s, places: 0 } : s));
    const after = sumQuality(readQuality({ ...inventory, schemes }, everything, frame));
    expect(after).toEqual({ total: before.total, done: before.done + 1, left: before.left - 1 });
  });

  test('duplicates not looked for yet are told by no line', () => {
    expect(read(everything, { duplicates: null }).has('actors:duplicate')).toBe(false);
  });

  test('months are counted to the day, a shorter month by its last', () => {
    expect(monthsBefore('2026-11-22', 12)).toBe('2025-11-22');
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsBefore('2026-01-31', 2)).toBe('2025-11-30');
    expect(monthsBefore('2026-11-22', -12)).toBe('2027-11-22');
  });
});
