import { beforeAll, describe, expect, test } from 'vitest';
import { colourings, numbersOf } from '../../src/analysis/actorTraits';
import { newInNetwork } from '../../src/analysis/compareRecords';
import { readNetwork } from '../../src/analysis/network';
import { looksOf } from '../../src/figures/actorLooks';
import { firstView } from '../../src/state/view';
import { fr } from '../../src/text/fr';
import { type NetworkModelInput, networkModel, tieId } from '../../src/views/network/networkModel';
import { newSpots } from '../../src/views/network/newMarks';
import { geographicPlaces, screenPlaces } from '../../src/views/network/screenPlaces';
import { tie } from '../analysis/fixture';
import { openedDemonstration } from './fixture';

let demo: Awaited<ReturnType<typeof openedDemonstration>>;
let positions: ReturnType<typeof screenPlaces>;
beforeAll(async () => {
  demo = await openedDemonstration();
  positions = screenPlaces(demo.analysis.network, demo.positions);
});
const modelOf = (view = firstView, more: Partial<NetworkModelInput> = {}) => {
  const { diagnosis, territory } = demo;
  const network = more.network ?? demo.analysis.network;
  const { inventory } = diagnosis;
  const { domain, colourBy: by } = view;
  const looks = looksOf({ by, network, inventory, territory, domain, domains: demo.analysis.domains, text: fr });
  const sizes = numbersOf(view.sizeBy, { network, inventory, territory }, null);
  return networkModel({ network, diagnosis, view, places: positions, looks, sizes, ...more });
};

describe('network model', () => {
  test('what the state compared did not have is marked, and nothing without one', () => {
    const { inventory } = demo.diagnosis;
    const gone = demo.analysis.network.ties.find((t) => t.stated)!;
    const before = {
      ...inventory,
      actors: inventory.actors.filter((a) => a.id !== gone.a),
      partnerships: inventory.partnerships.filter((p) => !gone.partnershipIds.includes(p.id)),
    };
    const since = newInNetwork(before, inventory);
    const model = modelOf(firstView, { since });
    expect([...model.nodes, ...model.isolates].filter((n) => n.isNew).map((n) => n.id)).toEqual([gone.a]);
    expect(model.ties.filter((t) => t.isNew).map((t) => t.id)).toEqual([tieId(gone)]);
    const spots = newSpots(model, (id) => {
      const node = model.nodes.find((n) => n.id === id);
      return node ? { x: node.x, y: node.y, r: node.radius } : null;
    });
    expect(spots).toHaveLength(2);
    expect([...modelOf().nodes, ...modelOf().ties].some((d) => d.isNew)).toBe(false);
  });

  test('every actor is drawn or in the tray', () => {
    const model = modelOf();
    expect(model.nodes.length + model.isolates.length).toBe(demo.analysis.network.nodes.length);
    expect(model.isolates.map((a) => a.id).sort()).toEqual([...demo.analysis.network.isolates].sort());
    expect(model.ties).toHaveLength(demo.analysis.network.ties.length);
  });

  test('places lie in the frame and do not change', () => {
    for (const { x, y } of positions.values()) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(1);
    }
    expect([...screenPlaces(demo.analysis.network, demo.positions)]).toEqual([...positions]);
  });

  test('a focus fades the others but never removes them', () => {
    const hub = [...demo.analysis.network.nodes].sort((a, b) => b.degree - a.degree)[0]!;
    const model = modelOf({ ...firstView, focus: { kind: 'actor', id: hub.id } });
    const lit = model.nodes.filter((n) => !n.faded);
    expect(lit).toHaveLength(hub.degree + 1);
    expect(model.nodes).toHaveLength(modelOf().nodes.length);
    expect(model.ties.filter((t) => t.focused)).toHaveLength(hub.degree);
  });

  test('a filter fades what it leaves out', () => {
    const model = modelOf({ ...firstView, domain: 'logement' });
    expect(model.nodes.some((n) => n.faded)).toBe(true);
    expect(model.nodes.some((n) => !n.faded)).toBe(true);
  });

  test.each(colourings)('colours by %s count every actor once', (colourBy) => {
    const model = modelOf({ ...firstView, colourBy });
    expect(model.looks.reduce((sum, c) => sum + c.count, 0)).toBe(demo.analysis.network.nodes.length);
  });

  test('sizes: the most has the largest mark, who has no figure the least, and they are counted', () => {
    const model = modelOf({ ...firstView, sizeBy: 'amount' });
    const radii = model.nodes.map((n) => n.radius);
    expect(Math.max(...radii)).toBeCloseTo(11, 9);
    expect(model.nodes.filter((n) => n.radius === 3).length).toBeGreaterThanOrEqual(model.unsized);
    const amounts = demo.diagnosis.inventory.partnerships.filter((p) => p.amountEuros !== undefined);
    const paid = new Set(amounts.flatMap((p) => [p.fromId, p.toId]));
    expect(model.unsized).toBe(model.nodes.filter((n) => !paid.has(n.id)).length);
  });

  test('a path alone is lit', () => {
    const hub = [...demo.analysis.network.nodes].sort((a, b) => b.degree - a.degree)[0]!;
    const ends = demo.analysis.network.ties.filter((t) => t.a === hub.id || t.b === hub.id).slice(0, 2);
    const other = (t: { a: string; b: string }) => (t.a === hub.id ? t.b : t.a);
    const path = [other(ends[0]!), hub.id, other(ends[1]!)];
    const model = modelOf(firstView, { path });
    expect(new Set(model.nodes.filter((n) => !n.faded).map((n) => n.id))).toEqual(new Set(path));
    expect(model.ties.filter((t) => !t.faded).map((t) => t.id)).toHaveLength(2);
  });

  test('a wished tie is dashed, not counted, and not drawn where the view leaves it out', () => {
    const [a, b] = demo.analysis.network.isolates;
    const { inventory } = demo.diagnosis;
    const partnerships = [...inventory.partnerships, tie(a!, b!, { status: 'souhaite' })];
    const network = readNetwork({ ...inventory, partnerships }, false);
    const places = new Map([...positions, [a!, { x: 0.1, y: 0.1 }], [b!, { x: 0.2, y: 0.2 }]]);
    const drawn = modelOf(firstView, { network, places });
    expect(drawn.ties.filter((t) => t.style === 'pending').map((t) => t.id)).toEqual([[a, b].sort().join('~~')]);
    expect(network.statedEdges).toBe(demo.analysis.network.statedEdges);
    expect(modelOf({ ...firstView, withPending: false }, { network, places }).ties.some((t) => t.style === 'pending')).toBe(
      false,
    );
  });

  test('on the territory: actors with a place in the frame, the others in the tray', () => {
    const { diagnosis, territory, analysis } = demo;
    const { places, ground } = geographicPlaces(analysis.network, diagnosis.inventory, territory, false);
    const placed = new Set(diagnosis.inventory.sites.filter((s) => s.point && !s.neighbour).map((s) => s.actorId));
    expect(new Set(places.keys())).toEqual(placed);
    const model = modelOf({ ...firstView, arrangement: 'places' }, { places, ground });
    expect(model.nodes.length + model.isolates.length).toBe(analysis.network.nodes.length);
    for (const { x, y } of model.nodes) expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThanOrEqual(0);
  });
});
