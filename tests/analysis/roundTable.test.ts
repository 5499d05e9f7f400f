import { describe, expect, test } from 'vitest';
import { findNetworks, findSeats } from '../../src/analysis/roundTable';
import { apply } from '../../src/document/commands';
import { emptyDiagnosis } from '../../src/document/diagnosis';
import { emptyInventory } from '../../src/model/inventory';
import { actor, tie } from './fixture';

const inventory = {
  ...emptyInventory,
  actors: [
    actor('d', { kind: 'conseil-departemental' }),
    actor('p', { name: 'Parrains par Mille Nantes' }),
    actor('r', { name: 'Repairs! 44', kind: 'entraide-pairs' }),
    actor('x', { name: 'Club Particle 12' }),
  ],
  partnerships: [tie('d', 'r'), tie('d', 'p', { status: 'souhaite' })],
};

describe('who is missing round the table', () => {
  test('networks are found by whole words of a name; a wished tie is no tie', () => {
    const found = new Map(findNetworks(inventory).map((n) => [n.id, n]));
    expect(found.get('parrains-par-mille')).toMatchObject({ actorIds: ['p'], tiedIds: [] });
    expect(found.get('adepape')).toMatchObject({ actorIds: ['r'], tiedIds: ['r'] });
    expect(found.get('article-1')).toMatchObject({ actorIds: [], verified: false });
  });
  test('an actor of the kind of a network, under another name, is to be confirmed', () => {
    const without = inventory.actors.filter((a) => a.id !== 'r');
    const pupilles = actor('e', { name: 'Entraide des pupilles', kind: 'entraide-pairs' });
    const majeur = actor('m', { name: 'Cause Majeur', kind: 'entraide-pairs' });
    const of = (...actors: typeof without) => new Map(findNetworks({ ...inventory, actors }).map((n) => [n.id, n]));
    expect(of(...without, pupilles, majeur).get('adepape')).toMatchObject({ actorIds: ['e'], isByKind: true });
    expect(of(...without, majeur).get('adepape')).not.toHaveProperty('isByKind');
    expect(of(...inventory.actors, pupilles).get('adepape')).toEqual({
      id: 'adepape',
      verified: true,
      actorIds: ['r'],
      tiedIds: ['r'],
    });
  });
  test('seats by kind of actor; the seats read in the arrêté are the verified ones', () => {
    const seats = findSeats(inventory);
    expect(seats.filter((s) => s.verified).map((s) => s.id)).toEqual(['departement', 'etat', 'region', 'ars']);
    expect(seats.filter((s) => s.actorIds.length > 0).map((s) => s.id)).toEqual(['departement', 'entraide']);
  });
  test('the user puts a network away and adds another', () => {
    const put = (id: string, label: string, hidden?: true) =>
      ({ type: 'setTerm', list: 'networks', id, term: { label, ...(hidden ? { hidden } : {}) }, on: '2026-11-22' }) as const;
    const d = [put('article-1', 'Article 1', true), put('~1', 'Club Particle')].reduce(apply, emptyDiagnosis('44', ''));
    const found = findNetworks(inventory, d.lists);
    expect(found.map((n) => n.id)).not.toContain('article-1');
    expect(found.at(-1)).toEqual({ id: '~1', verified: false, actorIds: ['x'], tiedIds: [] });
  });
});
