import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Button } from '../ui/Button';
import { useText } from './useApp';

/** What the map and the network draw on, whatever they draw with. */
export interface Surface<Model> {
  show(model: Model): void;
  panBy(dx: number, dy: number): void;
  zoomBy(factor: number): void;
  reset(): void;
  destroy(): void;
}

/**
 * Opens a surface in an element and keeps it showing the model; `open` must be the same function as long as the
 * surface may stay (useCallback): another one makes a new surface.
 */
export function useSurface<Model>(open: (element: HTMLElement) => Promise<Surface<Model>>, model: Model) {
  const box = useRef<HTMLDivElement>(null);
  const surface = useRef<Surface<Model> | null>(null);
  const latest = useRef(model);
  latest.current = model;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let isGone = false;
    void open(element).then((opened) => {
      if (isGone) return opened.destroy();
      surface.current = opened;
      opened.show(latest.current);
    });
    return () => {
      isGone = true;
      surface.current?.destroy();
      surface.current = null;
    };
  }, [open]);

  useEffect(() => surface.current?.show(model), [model]);
  return { box, surface };
}

type Move = (s: Surface<never>) => void;

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: (s) => s.panBy(60, 0),
  ArrowRight: (s) => s.panBy(-60, 0),
  ArrowUp: (s) => s.panBy(0, 60),
  ArrowDown: (s) => s.panBy(0, -60),
  '+': (s) => s.zoomBy(1.5),
  '=': (s) => s.zoomBy(1.5),
  '-': (s) => s.zoomBy(1 / 1.5),
  '0': (s) => s.reset(),
};

interface Props<Model> {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly surface: RefObject<Surface<Model> | null>;
  readonly label: string;
  readonly className?: string;
  /** What lies over the drawing: hover card, scale. */
  readonly children?: ReactNode;
}

/** The frame of a drawing that moves and zooms by pointer, keys and buttons. */
export function MovableDrawing<Model>({ box, surface, label, className = '', children }: Props<Model>) {
  const text = useText();
  const onKey = (e: KeyboardEvent) => {
    const move = moves[e.key];
    if (!move || !surface.current || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    move(surface.current as Surface<never>);
  };
  return (
    <div className="map-frame">
      <div
        ref={box}
        className={`map-box ${className}`}
        role="application"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows and + − move the drawing; its table says the same
        tabIndex={0}
        onKeyDown={onKey}
      />
      <div className="map-buttons">
        <Button icon={<Plus aria-hidden />} aria-label={text.ui.map.zoomIn} onPress={() => surface.current?.zoomBy(1.5)} />
        <Button icon={<Minus aria-hidden />} aria-label={text.ui.map.zoomOut} onPress={() => surface.current?.zoomBy(1 / 1.5)} />
        <Button icon={<Maximize aria-hidden />} aria-label={text.ui.map.whole} onPress={() => surface.current?.reset()} />
      </div>
      {children}
    </div>
  );
}
