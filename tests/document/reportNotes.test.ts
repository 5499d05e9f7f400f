import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import { type Diagnosis, emptyDiagnosis } from '../../src/document/diagnosis';
import { mergeProjects } from '../../src/document/mergeProjects';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { publicCopy } from '../../src/document/publicCopy';
import { choiceOf } from '../../src/document/reportNotes';

const empty = emptyDiagnosis('44', 'Essai');
const write = (d: Diagnosis, key: string, text: string | null, of = 'calculé') =>
  apply(d, { type: 'writeText', reading: 'commission', key, text, of });

describe('words of the user in the reports', () => {
  test('one text a place and a reading; the last one holds', () => {
    const twice = write(write(empty, 'synthese/intro', 'Un'), 'synthese/intro', 'Deux');
    expect(twice.reportTexts).toEqual([{ reading: 'commission', key: 'synthese/intro', text: 'Deux', of: 'calculé' }]);
    const other = apply(twice, { type: 'writeText', reading: 'fondation', key: 'synthese/intro', text: 'Trois', of: '' });
    expect(other.reportTexts).toHaveLength(2);
  });
  test('taken away, nothing is left of it', () => {
    expect(write(write(empty, 'titre', 'Un'), 'titre', null)).toEqual(empty);
  });
});

describe('how a reading is put together', () => {
  test('kept by reading, and forgotten when it says nothing', () => {
    const chosen = apply(empty, {
      type: 'setReading',
      choice: { reading: 'reseau', sections: ['entraide', 'sources'], hideNames: true },
    });
    expect(choiceOf(chosen, 'reseau')).toEqual({ reading: 'reseau', sections: ['entraide', 'sources'], hideNames: true });
    expect(choiceOf(chosen, 'public')).toEqual({ reading: 'public' });
    expect(apply(chosen, { type: 'setReading', choice: { reading: 'reseau' } })).toEqual(empty);
  });
});

describe('with the diagnosis', () => {
  const written = apply(write(empty, 'synthese/intro', 'Nos mots'), {
    type: 'setReading',
    choice: { reading: 'commission', landscape: true },
  });
  test('a project file holds both', () => {
    const read = decodeProject(encodeProject(written));
    expect(read.ok && read.value).toMatchObject({ reportTexts: written.reportTexts, readings: written.readings });
  });
  test('two people who wrote at different places keep both; at the same place it is a conflict', () => {
    const a = write(empty, 'synthese/intro', 'Anne');
    const b = write(write(empty, 'synthese/intro', 'Brice'), 'methode/intro', 'Brice');
    const { merged, conflicts } = mergeProjects(a, b);
    expect(merged.reportTexts!.map((t) => t.key).sort()).toEqual(['methode/intro', 'synthese/intro']);
    expect(conflicts).toHaveLength(1);
    expect(mergeProjects(written, written).conflicts).toEqual([]);
  });
  test('a public copy holds none: they are drafts of the team', () => {
    const { copy } = publicCopy(written, { communes: [], border: [], wholeCode: '44' });
    expect(copy.reportTexts).toBeUndefined();
    expect(copy.readings).toBeUndefined();
  });
});
