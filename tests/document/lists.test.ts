import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { ownTermId } from '../../src/document/lists';
import { decodeProject, encodeProject } from '../../src/document/projectFile';
import { isProtectedKind } from '../../src/model/lists';
import { schemeTypes } from '../../src/model/schemeTypes';
import { facets } from '../../src/state/facets';
import { proposedTerms } from '../../src/state/listTerms';
import { en } from '../../src/text/en';
import { fr } from '../../src/text/fr';
import { termLabel, withOwnTerms } from '../../src/text/terms';
import { actor, scheme } from '../analysis/fixture';

const on = '2026-11-22';
const bare = emptyDiagnosis('44', 'Essai');
const house = ownTermId('mecs', 'Maison des jeunes majeurs');
const named = apply(bare, { type: 'setTerm', list: 'kinds', id: 'mecs', term: { label: 'Maison d’enfants' }, on });
const added = apply(named, { type: 'setTerm', list: 'kinds', id: house, term: { label: 'Maison des jeunes majeurs' }, on });
const without = apply(added, { type: 'setTerm', list: 'kinds', id: 'crous', term: { label: 'Crous', hidden: true }, on });

describe('reference lists', () => {
  test('each change is one version, and one that changes nothing is none', () => {
    expect([named, added, without].map((d) => d.lists!.version)).toEqual([1, 2, 3]);
    expect(apply(without, { type: 'setTerm', list: 'kinds', id: 'crous', term: { label: 'Crous', hidden: true }, on })).toBe(
      without,
    );
    expect(apply(bare, { type: 'setTerm', list: 'types', id: 'aemo', term: null, on })).toBe(bare);
  });
  test('words and what is proposed follow; records that have a term put away keep it', () => {
    const text = withOwnTerms(fr, without.lists);
    expect(text.model.kinds.mecs).toBe('Maison d’enfants');
    expect(withOwnTerms(fr, without.lists)).toBe(text);
    expect(termLabel(text.model.kinds, house as `mecs~${string}`)).toBe('Maison des jeunes majeurs');
    expect(proposedTerms('kinds', without.lists)).toContain(house);
    expect(proposedTerms('kinds', without.lists)).not.toContain('crous');
    expect(termLabel(text.model.kinds, 'crous')).toBe('Crous');
    const back = apply(without, { type: 'setTerm', list: 'kinds', id: 'mecs', term: null, on });
    expect(withOwnTerms(fr, back.lists).model.kinds.mecs).toBe(fr.model.kinds.mecs);
  });
  test('a term of the user counts as the one it is like: protection, filters', () => {
    const kind = house as `mecs~${string}`;
    expect(isProtectedKind(kind)).toBe(true);
    expect(facets.kinds.of(scheme('x', []), actor('a-x', { kind }))).toEqual(['mecs']);
  });
  test('two people who add the same term meet, and it is kept in the project file', () => {
    expect(ownTermId('mecs', ' maison des JEUNES majeurs')).toBe(house);
    const d = { ...without, inventory: { ...without.inventory, actors: [actor('a-x', { kind: house as `mecs~${string}` })] } };
    expect(decodeProject(encodeProject(d))).toEqual({ ok: true, value: d });
    const damaged = encodeProject(d).replace(house, 'inconnu~x');
    expect(decodeProject(damaged).ok).toBe(false);
  });
  test('every type shipped has a word in both languages, and a domain', () => {
    for (const { id, domains } of schemeTypes) {
      expect(fr.model.schemeTypes[id]).toBeTruthy();
      expect(en.model.schemeTypes[id]).toBeTruthy();
      expect(domains.length).toBeGreaterThan(0);
    }
  });
});
