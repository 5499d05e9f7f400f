import type { Level } from '../analysis/analysis';
import type { Domain } from '../model/domains';

/** The palette of `design.md`, shared by the screen, the figures and the paper. */
export const palette = {
  ink: '#1d2733',
  muted: '#55606d',
  panel: '#f6f7f8',
  page: '#ffffff',
  hairline: '#d9dee3',
  accent: '#0b5c7a',
  /** Ink at 50 %, for the outlines of the mesh. */
  mesh: '#8e9399',
  /** Edge of a circle on its ground: contrast at least 3 on paper, panel and level 0. */
  edge: '#6b737c',
  /** Ink at 60 %, for stated ties. */
  tie: '#777d85',
  /** Deduced ties, dotted. */
  deduced: '#8b949e',
  /** Lines of the hatching of « données absentes ». */
  hatch: '#b3bac2',
} as const;

export interface LevelStyle {
  readonly fill: string;
  /** Text laid on the fill; contrast at least 4.5. */
  readonly ink: string;
  /** The level in one character: never colour alone. */
  readonly digit: string;
}

/** Fixed colours of the levels 0 to 3, in order; never re-ranked. */
export const levelStyles: readonly [LevelStyle, LevelStyle, LevelStyle, LevelStyle] = [
  { fill: '#eaf2ef', ink: '#1d2733', digit: '0' },
  { fill: '#ecc65b', ink: '#1d2733', digit: '1' },
  { fill: '#d9793a', ink: '#1d2733', digit: '2' },
  { fill: '#86192b', ink: '#ffffff', digit: '3' },
];

/** « Données absentes »: white with grey hatching, and a dash where a level has its digit. */
export const noDataStyle: LevelStyle & { readonly hatch: string; readonly hatchStep: number } = {
  fill: '#ffffff',
  ink: '#55606d',
  digit: '–',
  hatch: palette.hatch,
  hatchStep: 4,
};

/** Style of a level; null is « données absentes ». */
export const levelStyle = (level: Level | null): LevelStyle => (level === null ? noDataStyle : levelStyles[level]);

const round = (value: number): string => String(Math.round(value * 100) / 100);

function polygon(x: number, y: number, r: number, corners: readonly (readonly [number, number])[]): string {
  return `${corners.map(([dx, dy], i) => `${i ? 'L' : 'M'}${round(x + dx * r)} ${round(y + dy * r)}`).join('')}Z`;
}

const arm = 0.36;
const cross: readonly (readonly [number, number])[] = [
  [-arm, -1],
  [arm, -1],
  [arm, -arm],
  [1, -arm],
  [1, arm],
  [arm, arm],
  [arm, 1],
  [-arm, 1],
  [-arm, arm],
  [-1, arm],
  [-1, -arm],
  [-arm, -arm],
];

const star: readonly (readonly [number, number])[] = Array.from({ length: 10 }, (_, i) => {
  const angle = -Math.PI / 2 + (i * Math.PI) / 5;
  const radius = i % 2 ? 0.52 : 1.15;
  return [Math.cos(angle) * radius, Math.sin(angle) * radius] as const;
});

/**
 * Closed SVG path of a domain's mark centred on (x, y). Marks of the same r cover about the same area, so that no
 * domain looks larger than another.
 */
export function markPath(mark: Domain['mark'], x: number, y: number, r: number): string {
  switch (mark) {
    case 'circle':
      return `M${round(x - r)} ${round(y)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`;
    case 'square':
      return polygon(x, y, r * 0.886, [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ]);
    case 'triangle':
      return polygon(x, y, r * 1.3, [
        [0, -1],
        [0.95, 0.65],
        [-0.95, 0.65],
      ]);
    case 'diamond':
      return polygon(x, y, r * 1.25, [
        [0, -1],
        [1, 0],
        [0, 1],
        [-1, 0],
      ]);
    case 'cross':
      return polygon(x, y, r, cross);
    case 'star':
      return polygon(x, y, r * 1.1, star);
  }
}
