import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fields } from '../../src/import/columns';
import { domainIds, needIds } from '../../src/model/domains';
import {
  actorKinds,
  censusStates,
  dedications,
  modes,
  natures,
  precisions,
  tieStatuses,
  verifications,
} from '../../src/model/lists';
import { normalise } from '../../src/model/words';
import { importAll } from '../import/fixture';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: {
    readonly required?: true;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}
const names = ['acteurs', 'dispositifs', 'partenariats', 'territoires', 'secteurs', 'jeunes'] as const;
const demonstrated: readonly string[] = names.slice(0, 4);
const schemaOf = (name: string): { fields: Field[] } => JSON.parse(readFileSync(`data/schemas/${name}.json`, 'utf8'));
const enumOf = (schema: string, field: string) => schemaOf(schema).fields.find((f) => f.name === field)!.constraints!.enum;
const known = new Set(
  Object.values(fields)
    .flat()
    .map((h) => normalise(h)),
);

const isNumberWithin = (value: number, c: NonNullable<Field['constraints']>) =>
  !Number.isNaN(value) && value >= (c.minimum ?? Number.NEGATIVE_INFINITY) && value <= (c.maximum ?? Number.POSITIVE_INFINITY);

function faultOf(field: Field, value: string): string | null {
  const c = field.constraints ?? {};
  if (value === '') return c.required ? 'manquant' : null;
  const isFine = [
    !c.enum || c.enum.includes(value),
    !c.pattern || new RegExp(c.pattern).test(value),
    field.type !== 'date' || /^\d{4}-\d{2}-\d{2}$/.test(value),
    !['integer', 'number'].includes(field.type) || isNumberWithin(Number(value), c),
  ];
  return isFine.every(Boolean) ? null : `« ${value} » ne convient pas`;
}

describe.each(names)('data/schemas/%s.json', (name) => {
  const schema = schemaOf(name);
  const rows = (path: string) =>
    Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
  test('every column is one that the import knows', () => {
    expect(schema.fields.map((f) => f.name).filter((n) => !known.has(normalise(n)))).toEqual([]);
  });
  test.each([
    `data/schemas/exemples/${name}.csv`,
    ...(demonstrated.includes(name) ? ['44', '00'].map((d) => `data/demonstration/${d}/${name}.csv`) : []),
  ])('%s is valid', (path) => {
    const faults = rows(path).flatMap((row, i) =>
      Object.entries(row).flatMap(([column, value]) => {
        const field = schema.fields.find((f) => f.name === column);
        const fault = field ? faultOf(field, value) : 'colonne absente du schéma';
        return fault === null ? [] : [`ligne ${i + 2}, ${column} : ${fault}`];
      }),
    );
    expect(faults).toEqual([]);
  });
});

test('lists of the schemas are those of the model', () => {
  expect(enumOf('acteurs', 'categorie')).toEqual(actorKinds.map((k) => k.id));
  expect(enumOf('acteurs', 'precision')).toEqual([...precisions]);
  expect(enumOf('dispositifs', 'dedie')).toEqual([...dedications]);
  expect(enumOf('dispositifs', 'mode')).toEqual([...modes]);
  expect(enumOf('dispositifs', 'verification')).toEqual([...verifications]);
  expect(enumOf('partenariats', 'nature')).toEqual([...natures]);
  expect(enumOf('partenariats', 'statut')).toEqual([...tieStatuses]);
  expect(enumOf('territoires', 'recensement')).toEqual([...censusStates]);
  const pattern = (field: string) => schemaOf('dispositifs').fields.find((f) => f.name === field)!.constraints!.pattern!;
  expect(domainIds.every((d) => new RegExp(pattern('domaines')).test(d))).toBe(true);
  expect(new RegExp(pattern('besoins')).test(needIds.join('|'))).toBe(true);
});

test('the example files import without a remark but on positions', async () => {
  const draft = await importAll(
    Object.fromEntries(names.map((n) => [`${n}.csv`, new Uint8Array(readFileSync(`data/schemas/exemples/${n}.csv`))])),
  );
  expect(draft.files.map((f) => f.rows.kept)).toEqual([3, 2, 2, 2, 2, 2]);
  expect(draft.files.flatMap((f) => f.issues.map((i) => i.code))).toEqual(['places-par-commune']);
});
