import type { SceneItem } from './scene';

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** Path moved by (dx, dy): absolute moves and lines shift, relative arcs follow. The only commands that scenes use. */
function movePath(d: string, dx: number, dy: number): string {
  return d.replace(
    /([ML])(-?[\d.]+) (-?[\d.]+)/g,
    (_, command: string, x: string, y: string) => `${command}${hundredth(Number(x) + dx)} ${hundredth(Number(y) + dy)}`,
  );
}

/** Scene items moved by (dx, dy), to lay several drawings on one page. */
export function moveItems(items: readonly SceneItem[], dx: number, dy: number): SceneItem[] {
  return items.map((item): SceneItem => {
    if (item.kind === 'path') return { ...item, d: movePath(item.d, dx, dy) };
    if (item.kind === 'line') return { ...item, x1: item.x1 + dx, x2: item.x2 + dx, y1: item.y1 + dy, y2: item.y2 + dy };
    return { ...item, x: hundredth(item.x + dx), y: hundredth(item.y + dy) };
  });
}
