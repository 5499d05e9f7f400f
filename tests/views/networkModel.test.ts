import { beforeAll, describe, expect, test } from 'vitest';
import { newInNetwork } from '../../src/analysis/compareRecords';
import { firstView } from '../../src/state/view';
import { networkModel, tieId } from '../../src/views/network/networkModel';
import { newSpots } from '../../src/views/network/newMarks';
import { screenPlaces } from '../../src/views/network/screenPlaces';
import { openedDemonstration } from './fixture';

let demo: Awaited<ReturnType<typeof openedDemonstration>>;
let positions: ReturnType<typeof screenPlaces>;
beforeAll(async () => {
  demo = await openedDemonstration();
  positions = screenPlaces(demo.analysis.network, demo.positions);
});
const modelOf = (view = firstView) => networkModel({ ...demo, positions, view });

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
    const model = networkModel({ ...demo, positions, view: firstView, since });
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

  test.each(['domain', 'kind'] as const)('colours by %s count every actor once', (colourBy) => {
    const model = modelOf({ ...firstView, colourBy });
    expect(model.colors.reduce((sum, c) => sum + c.count, 0)).toBe(demo.analysis.network.nodes.length);
  });
});
