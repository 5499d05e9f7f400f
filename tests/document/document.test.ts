import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Command } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { canRedo, canUndo, push, redo, start, undo } from '../../src/document/history';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { commandFrom } from '../../src/import/accept';
import { domainIds } from '../../src/model/domains';
import { actor, diagnosisOf, scheme, site, tie } from '../analysis/fixture';
import { demonstration, importAll } from '../import/fixture';

const sample = diagnosisOf({
  actors: [actor('a-x'), actor('a-y', { source: { file: 'autre.csv', row: 2 } })],
  sites: [site('x', -1.9, '44001')],
  schemes: [scheme('x', [])],
  partnerships: [tie('a-x', 'a-y')],
});

describe('commands', () => {
  test('the same inventory twice adds nothing', () => {
    const command: Command = { type: 'addInventory', inventory: sample.inventory, census: sample.census, files: [] };
    expect(apply(sample, command).inventory).toEqual(sample.inventory);
  });
  test('a domain for the schemes of a file, in one gesture', () => {
    const d = apply(sample, { type: 'assignDomains', file: 'essai.csv', domains: ['sante'] });
    expect(d.inventory.schemes.map((s) => s.domains)).toEqual([['sante']]);
    expect(apply(sample, { type: 'assignDomains', file: 'autre.csv', domains: ['sante'] }).inventory.schemes[0]!.domains).toEqual(
      [],
    );
  });
  test('a domain given to a file leaves those that its schemes have already', () => {
    const mine = diagnosisOf({ actors: [actor('a-x')], schemes: [scheme('x', []), scheme('y', ['emploi'])] });
    const d = apply(mine, { type: 'assignDomains', file: 'essai.csv', domains: ['sante'] });
    expect(d.inventory.schemes.map((s) => s.domains)).toEqual([['sante'], ['emploi']]);
  });
  test('removing a file leaves no tie or scheme without its actor', () => {
    const d = apply(sample, { type: 'removeFile', name: 'autre.csv' });
    expect(d.inventory.actors.map((a) => a.id)).toEqual(['a-x']);
    expect(d.inventory.partnerships).toEqual([]);
    expect(d.inventory.schemes).toHaveLength(1);
    expect(apply(sample, { type: 'removeFile', name: 'essai.csv' }).inventory).toMatchObject({
      schemes: [],
      sites: [],
      partnerships: [],
    });
  });
  test('a census entry replaces the one before; « non commencé » takes it away', () => {
    const one = apply(sample, {
      type: 'setCensus',
      entries: [{ unitCode: '200000001', domain: 'sante', state: 'complet', by: 'X' }],
    });
    expect(one.census.filter((e) => e.unitCode === '200000001' && e.domain === 'sante')).toEqual([
      { unitCode: '200000001', domain: 'sante', state: 'complet', by: 'X' },
    ]);
    const none = apply(one, { type: 'setCensus', entries: [{ unitCode: '200000001', domain: 'sante', state: 'non-commence' }] });
    expect(none.census.some((e) => e.unitCode === '200000001' && e.domain === 'sante')).toBe(false);
  });
  test('what is given is left as it was', () => {
    const frozen = JSON.stringify(sample);
    apply(sample, { type: 'rename', title: 'Autre' });
    apply(sample, { type: 'changeSettings', settings: { detour: 1.5 } });
    expect(JSON.stringify(sample)).toBe(frozen);
  });
});

describe('history', () => {
  test('steps with the same key are one step', () => {
    let h = start(0);
    h = push(h, 1, 'slider');
    h = push(h, 2, 'slider');
    h = push(h, 3);
    expect([undo(h).present, undo(undo(h)).present, canUndo(undo(undo(h)))]).toEqual([2, 0, false]);
  });
  test('any steps, then as many undos: the start; then redos: the end', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.option(fc.constantFrom('a', 'b')))), (steps) => {
        const first = start<number>(Number.NaN);
        const last = steps.reduce((h, [value, key]) => push(h, value, key), first);
        let back = last;
        while (canUndo(back)) back = undo(back);
        expect(back.present).toBeNaN();
        while (canRedo(back)) back = redo(back);
        expect(back.present).toBe(last.present);
      }),
    );
  });
});

const command = fc.oneof(
  fc.record({ type: fc.constant('rename' as const), title: fc.string() }),
  fc.record({
    type: fc.constant('assignDomains' as const),
    file: fc.constantFrom('essai.csv', 'autre.csv'),
    domains: fc.subarray([...domainIds]),
  }),
  fc.record({ type: fc.constant('removeFile' as const), name: fc.constantFrom('essai.csv', 'autre.csv', 'x') }),
  fc.record({
    type: fc.constant('changeSettings' as const),
    settings: fc.record({ speedKmh: fc.integer({ min: 10, max: 90 }) }),
  }),
);

describe('the project file', () => {
  test('load ∘ save is the identity after any commands', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 6 }), (commands) => {
        const d = commands.reduce((doc, c) => apply(doc, c as Command), sample);
        expect(decodeProject(encodeProject(d))).toEqual({ ok: true, value: d });
      }),
    );
  });
  test('holds the whole demonstration', async () => {
    const d = apply(emptyDiagnosis('44', 'Essai'), commandFrom(await importAll(demonstration()), '2026-11-22'));
    expect(decodeProject(encodeProject(d))).toEqual({ ok: true, value: d });
  });
  test.each([
    ['{', 'not-json'],
    ['{"app":"autre"}', 'not-maillage'],
    ['[]', 'not-maillage'],
    ['{"app":"maillage","version":99,"diagnosis":{}}', 'newer-version'],
    ['{"app":"maillage","version":1,"diagnosis":{"departement":44}}', 'damaged'],
  ])('%s is refused: %s', (json, code) => {
    expect(decodeProject(json)).toMatchObject({ ok: false, fault: { code } });
  });
  test('a damaged one says where', () => {
    const broken = encodeProject(sample).replace('"Acteur a-x"', '12');
    expect(decodeProject(broken)).toMatchObject({
      ok: false,
      fault: { code: 'damaged', detail: 'diagnosis › inventory › actors › 0 › name' },
    });
  });
  test.each(readdirSync('tests/fixtures/saved'))('a file of an earlier version opens: %s', (name) => {
    expect(decodeProject(readFileSync(`tests/fixtures/saved/${name}`, 'utf8'))).toMatchObject({ ok: true });
  });
});
