import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import type { Diagnosis, ReferenceDocument } from '../../src/document/diagnosis';
import { push, start, undo } from '../../src/document/history';
import { mergeProjects } from '../../src/document/mergeProjects';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { documentId, objectivesOf } from '../../src/document/register';
import { buildReport } from '../../src/report/buildReport';
import { lintReport } from '../../src/report/lint';
import { objectiveSentence } from '../../src/sentences/objectives';
import { fr } from '../../src/text/fr';
import { diagnosisOf } from '../analysis/fixture';
import { allTexts, blocksOf, inputOf, smallDiagnosis } from '../report/fixture';

const sample = diagnosisOf({});
const schema: ReferenceDocument = {
  id: documentId({ kind: 'schema', title: 'Schéma 2024-2028' }),
  kind: 'schema',
  title: 'Schéma 2024-2028',
  date: '2024-06-01',
  link: 'https://exemple.fr/schema.pdf',
  objectives: [
    { text: 'ouvrir dix places en FJT', needs: ['logement:200000002'] },
    { text: 'un référent santé par territoire', needs: ['sante:44'] },
  ],
};
const withDocument = (d: Diagnosis, { id, ...document }: ReferenceDocument) => apply(d, { type: 'setDocument', id, document });

describe('the register of documents', () => {
  test('a document is entered, changed in its place, taken away; each can be undone', () => {
    const first = withDocument(sample, schema);
    expect(first.documents).toEqual([schema]);
    const second = withDocument(first, { id: 'x', kind: 'pacte', title: 'Pacte', objectives: [] });
    const changed = withDocument(second, { ...schema, title: 'Schéma révisé' });
    expect(changed.documents!.map((d) => d.title)).toEqual(['Schéma révisé', 'Pacte']);
    expect(undo(push(start(second), changed)).present.documents).toEqual(second.documents);
    const gone = apply(first, { type: 'setDocument', id: schema.id, document: null });
    expect(gone).toEqual(sample);
    expect(apply(sample, { type: 'setDocument', id: 'nothing', document: null })).toBe(sample);
  });

  test('it is kept in the project file; a file of before opens without', () => {
    const d = withDocument(sample, schema);
    expect(decodeProject(encodeProject(d))).toEqual({ ok: true, value: d });
    const before = decodeProject(encodeProject(sample));
    expect(before.ok && before.value.documents).toBe(undefined);
  });

  test('two registers become one; what both say otherwise is asked', () => {
    const mine = withDocument(sample, schema);
    const pact: ReferenceDocument = { id: 'x', kind: 'pacte', title: 'Pacte', objectives: [] };
    const theirs = withDocument(withDocument(sample, { ...schema, date: '2025-01-01' }), pact);
    const { merged, conflicts } = mergeProjects(mine, theirs);
    expect(merged.documents).toEqual([schema, pact]);
    expect(conflicts).toMatchObject([{ part: 'rest', name: 'Schéma 2024-2028', suggested: 'mine' }]);
    const chosen = mergeProjects(mine, theirs, { [conflicts[0]!.key]: 'theirs' });
    expect(chosen.merged.documents![0]!.date).toBe('2025-01-01');
    expect(mergeProjects(mine, mine).merged).toEqual(mine);
    expect(mergeProjects(sample, mine).merged.documents).toEqual([schema]);
  });

  test('an objective is told of the need it addresses, and of those of its domain where it is for the whole territory', () => {
    const told = (gapId: string) => objectivesOf([schema], gapId, '44').map((o) => objectiveSentence(o, fr));
    expect(told('logement:200000002')).toEqual([
      'Objectif du schéma départemental\u00a0: ouvrir dix places en FJT («\u00a0Schéma 2024-2028\u00a0», 1 juin 2024)',
    ]);
    expect(told('logement:200000001')).toEqual([]);
    expect(told('sante:200000001')).toHaveLength(1);
    expect(objectivesOf(undefined, 'sante:200000001', '44')).toEqual([]);
  });
});

describe('the section of the report', () => {
  test('says nothing without a document', () => {
    expect(buildReport(inputOf()).sections.some((s) => s.id === 'documents')).toBe(false);
  });

  test('lists the documents, their objectives, and how many needs these address', () => {
    const input = inputOf(withDocument(smallDiagnosis, schema));
    const report = buildReport(input);
    expect(lintReport(report).ok).toBe(true);
    const [table] = blocksOf(report, 'table').filter((t) => t.id === 'objectifs');
    expect(table!.rows.map((r) => r[0])).toEqual(['ouvrir dix places en FJT', 'un référent santé par territoire']);
    const covered = input.analysis.gaps.filter((g) => g.domain === 'sante' || g.id === 'logement:200000002').length;
    expect(covered).toBeGreaterThan(0);
    const said = allTexts(report).find((t) => t.includes('par au moins un objectif'));
    expect(said?.match(/\d+/g)).toEqual([String(covered), String(input.analysis.gaps.length)]);
  });
});
