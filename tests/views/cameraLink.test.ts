import { describe, expect, test } from 'vitest';
import { type Camera, CameraLink, type MapSurface } from '../../src/views/map/surface';

const here: Camera = { lon: -1.5, lat: 47.2, zoom: 3 };
const there: Camera = { lon: -2.2, lat: 47.3, zoom: 5 };

function surface(): MapSurface & { readonly seen: Camera[] } {
  const seen: Camera[] = [];
  const none = () => {};
  return { seen, follow: (c) => seen.push(c), show: none, panBy: none, zoomBy: none, reset: none, destroy: none };
}

describe('maps that look at the same place', () => {
  test('what one is told, the others follow; who left does not', () => {
    const link = new CameraLink();
    const [a, b, c] = [surface(), surface(), surface()];
    for (const s of [a, b, c]) link.join(s, '44');
    link.leave(c);
    link.tell(a, '44', here);
    expect([a.seen, b.seen, c.seen]).toEqual([[], [here], []]);
  });

  test('a newcomer is handed the present camera, and moves nobody', () => {
    const link = new CameraLink();
    const [a, b] = [surface(), surface()];
    link.join(a, '44');
    expect(a.seen).toEqual([]);
    link.tell(a, '44', here);
    link.tell(a, '44', there);
    link.join(b, '44');
    expect([a.seen, b.seen]).toEqual([[], [there]]);
  });

  test('a camera of another département or renderer is handed to nobody', () => {
    const link = new CameraLink();
    const [a, b] = [surface(), surface()];
    link.join(a, '44');
    link.tell(a, '44', here);
    link.join(b, '35');
    expect(b.seen).toEqual([]);
  });
});
