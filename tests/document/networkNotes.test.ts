import { describe, expect, test } from 'vitest';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { mergeProjects } from '../../src/document/mergeProjects';
import { decodeProject, encodeProject } from '../../src/document/projectFile';

const start = emptyDiagnosis('44', 'Essai');
const pinned = apply(start, {
  type: 'pinActors',
  pins: [
    { id: 'a', x: 0.1, y: 0.2 },
    { id: 'b', x: 0.5, y: 0.5 },
  ],
});

describe('what the user notes on the network', () => {
  test('an actor placed again is where it was placed last; let go, it is placed no more', () => {
    const again = apply(pinned, { type: 'pinActors', pins: [{ id: 'a', x: 0.9, y: 0.9 }] });
    expect(again.pins).toEqual([
      { id: 'b', x: 0.5, y: 0.5 },
      { id: 'a', x: 0.9, y: 0.9 },
    ]);
    expect(apply(again, { type: 'unpinActors', ids: ['b'] }).pins).toEqual([{ id: 'a', x: 0.9, y: 0.9 }]);
    expect(apply(again, { type: 'unpinActors', ids: null })).toEqual(start);
  });
  test('a suggestion set aside is remembered once, with who and when, and taken up again', () => {
    const aside = apply(start, { type: 'setAside', key: 'lien:a~~b', on: '2026-11-22T10:00:00Z', by: 'Nora' });
    const twice = apply(aside, { type: 'setAside', key: 'lien:a~~b', on: '2026-11-23T10:00:00Z' });
    expect(aside.setAside).toEqual([{ key: 'lien:a~~b', on: '2026-11-22T10:00:00Z', by: 'Nora' }]);
    expect(twice.setAside).toEqual([{ key: 'lien:a~~b', on: '2026-11-23T10:00:00Z' }]);
    expect(apply(twice, { type: 'takeUp', key: 'lien:a~~b' })).toEqual(start);
  });
  test('they are saved, and two that say otherwise are a conflict', () => {
    expect(decodeProject(encodeProject(pinned))).toMatchObject({ ok: true, value: { pins: pinned.pins } });
    const other = apply(start, { type: 'pinActors', pins: [{ id: 'a', x: 0.7, y: 0.2 }] });
    const { merged, conflicts } = mergeProjects(pinned, other);
    expect(merged.pins?.map((p) => p.id).sort()).toEqual(['a', 'b']);
    expect(conflicts).toHaveLength(1);
  });
});
