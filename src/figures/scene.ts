/** A figure as plain data, in points, origin top left; drawn the same on screen, in PDF, SVG and PNG. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly items: readonly SceneItem[];
}

interface Paint {
  readonly fill?: string;
  /** Hatching instead of a flat fill: grey lines on white. */
  readonly pattern?: 'hatch';
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  /** What the pointer meets on screen: "commune:44001", "site:…", "actor:…". */
  readonly target?: string;
  /** Short plain description shown on hover. */
  readonly hint?: string;
}

export type SceneItem =
  | ({ readonly kind: 'path'; readonly d: string } & Paint)
  | ({ readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number } & Paint)
  | ({ readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number } & Paint)
  | ({
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius?: number;
    } & Paint)
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight: 400 | 600;
      readonly color: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly halo?: string;
    };

/** What every figure carries: its drawing, its words, and where its values can be read. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  /** What the figure shows, for who cannot see it. */
  readonly alt: string;
  readonly source: string;
  /** Id of the table that holds the values. */
  readonly tableId?: string;
  readonly scene: Scene;
}
