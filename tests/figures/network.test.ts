import { describe, expect, test } from 'vitest';
import type { NetworkReading } from '../../src/analysis/analysis';
import { layoutNetwork } from '../../src/analysis/layout';
import { figureToSvg } from '../../src/export/svg';
import { actorFamilies, familyOf } from '../../src/figures/actorFamilies';
import { looksOf } from '../../src/figures/actorLooks';
import { buildNetworkFigure } from '../../src/figures/networkFigure';
import { arrangeComponents, placeNodes } from '../../src/figures/networkPlaces';
import type { SceneItem } from '../../src/figures/scene';
import { actorKinds } from '../../src/model/lists';
import { fr } from '../../src/text/fr';
import { inputOf } from '../report/fixture';

const { analysis, diagnosis, territory } = inputOf();
const { inventory } = diagnosis;
const draw = (network: NetworkReading, by: 'domain' | 'kind' = 'domain') => {
  const looks = looksOf({ by, network, inventory, territory, domains: analysis.domains, text: fr });
  return buildNetworkFigure({ analysis: { ...analysis, network }, positions: layoutNetwork(network), text: fr, looks });
};
const words = (items: readonly SceneItem[]) => items.flatMap((i) => (i.kind === 'text' ? [i.text] : []));

describe('network figure', () => {
  test('golden', async () => {
    const figure = draw(analysis.network);
    await expect(figureToSvg(figure, { footer: [figure.source], lang: 'fr' })).toMatchFileSnapshot('golden/network.svg');
  });
  test('a stated tie is solid, a deduced one dotted, and the legend names both', () => {
    const ties = analysis.network.ties.map((tie, i) => ({ ...tie, stated: i === 0 }));
    const figure = draw({ ...analysis.network, ties });
    const lines = figure.scene.items.filter((i) => i.kind === 'line' && i.x1 !== i.x2);
    const dashes = lines.slice(0, 2).map((l) => (l.kind === 'line' ? l.dash !== undefined : null));
    expect(dashes).toEqual([false, true]);
    expect(words(figure.scene.items)).toEqual(
      expect.arrayContaining([fr.report.figures.tieStated, fr.report.figures.tieDeduced]),
    );
  });
  test('the tray names every isolate, or counts those it does not name', () => {
    expect(words(draw(analysis.network).scene.items)).toContain('Association isolée');
    const many = Array.from({ length: 40 }, (_, i) => ({
      id: `i${i}`,
      name: `Seul ${i}`,
      degree: 0,
      component: i + 5,
      domains: [],
    }));
    const network = { ...analysis.network, nodes: [...analysis.network.nodes, ...many], isolates: many.map((n) => n.id) };
    const said = words(draw(network).scene.items);
    expect(said).toContain('40 acteurs sans lien connu dans ces sources');
    expect(said).toContain('et 11 autres');
    expect(said.filter((w) => /^Seul \d+$/.test(w))).toHaveLength(29);
  });
  test('the alternative text says how many actors, ties and isolates', () => {
    expect(draw(analysis.network).alt).toMatch(
      /^Réseau de 4 acteurs et 2 liens, en 2 ensembles séparés\. Acteurs sans lien connu dans ces sources\u00a0: 1\./,
    );
  });
});

describe('places', () => {
  const nodes = Array.from({ length: 60 }, (_, i) => ({
    id: `n${i}`,
    name: `N${i}`,
    degree: 2,
    component: i < 50 ? 0 : 1,
    domains: [],
  }));
  const positions = new Map(
    nodes.map((n, i) => [n.id, i < 50 ? { x: 0.5 + (i % 7) / 1000, y: 0.5 + (i % 5) / 1000 } : { x: 0, y: 0 }]),
  );
  const parts = arrangeComponents(nodes, positions, [0, 0, 480, 400]);
  const places = placeNodes(parts, positions, () => 4);
  test('marks of a crushed layout do not cover one another', () => {
    const all = [...places.values()];
    all.forEach((a, i) => {
      for (const b of all.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(7.5);
    });
  });
  test('each connected part has its own box, the small one below', () => {
    expect(parts.map((p) => [p.ids.length, p.small])).toEqual([
      [50, false],
      [10, true],
    ]);
    const [large, small] = parts;
    for (const id of small!.ids) expect(places.get(id)!.y).toBeGreaterThan(large!.box[3]);
  });
  test('the same network gives the same picture', () => {
    expect([...placeNodes(parts, positions, () => 4)]).toEqual([...places]);
  });
});

describe('families', () => {
  test('every kind of actor is claimed once', () => {
    const claimed = actorFamilies.flatMap((f) => f.kinds as readonly string[]);
    expect([...claimed].sort()).toEqual(actorKinds.map((k) => k.id as string).sort());
  });
  test('no two families look the same', () => {
    expect(new Set(actorFamilies.map((f) => f.color)).size).toBe(actorFamilies.length);
    expect(familyOf('mecs').id).toBe('protection');
  });
});
