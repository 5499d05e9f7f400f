import { describe, expect, test } from 'vitest';
import { choicesFor, mappingFrom, mappingFromText, mappingText } from '../../src/state/mappings';
import { importOne } from '../import/fixture';

const terms = { fields: new Set(['name', 'kind', 'domains']), domains: new Set(['sante']), separators: new Set(['oblique']) };

describe('what was decided of a file', () => {
  test('is saved and read back; nothing decided is nothing to save', async () => {
    const { report } = await importOne('Titre;Ville\nUn;Nantes\n');
    expect(mappingFrom(report, { delimiter: ';', domains: [] })).toBeNull();
    const mapping = mappingFrom(report, { fields: { 0: 'name' }, domains: ['sante'], sheet: 'x' })!;
    expect(mapping).toMatchObject({ file: 'essai.csv', headings: ['Titre', 'Ville'], choices: { fields: { 0: 'name' } } });
    expect(mappingFromText(mappingText(mapping), terms)).toEqual(mapping);
  });

  test('what this version does not know is left out; what is no mapping is refused', () => {
    const raw = {
      shape: 's',
      file: 'f.csv',
      headings: ['A'],
      choices: {
        fields: { 0: 'name', 1: 'unknown', x: 'name' },
        domains: ['sante', 'autre'],
        values: { kind: { a: 1 } },
        separators: { domains: 'oblique', kind: 'x' },
      },
    };
    expect(mappingFromText(JSON.stringify(raw), terms)?.choices).toEqual({
      fields: { 0: 'name' },
      domains: ['sante'],
      values: {},
      separators: { domains: 'oblique' },
    });
    for (const text of ['', '[]', '{"shape":1}', 'x']) expect(mappingFromText(text, terms)).toBeNull();
  });

  test('goes to the columns of the same headings when the file has others', async () => {
    const { report } = await importOne('Ville;Titre\nNantes;Un\n');
    const mapping = {
      shape: 'other',
      file: 'f.csv',
      headings: ['Titre', 'Gone'],
      choices: { fields: { 0: 'name', 1: 'kind' } },
    } as const;
    expect(choicesFor(mapping, report)).toEqual({ fields: { 1: 'name' } });
  });
});
