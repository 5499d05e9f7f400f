import { beforeAll, describe, expect, test } from 'vitest';
import { firstView } from '../../src/state/view';
import { networkModel } from '../../src/views/network/networkModel';
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
