import { useId } from 'react';
import type { Figure, Scene, SceneItem } from '../figures/scene';

/** A figure of the report drawn on screen, from the same scene as on paper. */
export function SceneView({ figure }: { readonly figure: Figure }) {
  const hatch = `hatch${useId().replace(/[^\w-]/g, '')}`;
  const { scene } = figure;
  return (
    <svg
      className="scene"
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      role="img"
      aria-label={`${figure.title}. ${figure.alt}`}
    >
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" fill="#fff" />
          <line x1="0" y1="0" x2="0" y2="4" stroke="#b3bac2" strokeWidth="1.2" />
        </pattern>
      </defs>
      <SceneItems scene={scene} hatch={hatch} />
    </svg>
  );
}

const SceneItems = ({ scene, hatch }: { readonly scene: Scene; readonly hatch: string }) =>
  scene.items.map((item, i) => <Item key={i} item={item} hatch={hatch} />);

function Item({ item, hatch }: { readonly item: SceneItem; readonly hatch: string }) {
  if (item.kind === 'text') {
    return (
      <text
        x={item.x}
        y={item.y}
        fontSize={item.size}
        fontWeight={item.weight}
        fill={item.color}
        textAnchor={item.anchor}
        {...(item.halo
          ? { stroke: item.halo, strokeWidth: item.size / 4, paintOrder: 'stroke', strokeLinejoin: 'round' as const }
          : {})}
      >
        {item.text}
      </text>
    );
  }
  const paint = {
    fill: item.pattern === 'hatch' ? `url(#${hatch})` : (item.fill ?? 'none'),
    ...(item.stroke ? { stroke: item.stroke, strokeWidth: item.strokeWidth ?? 1 } : {}),
    ...(item.dash ? { strokeDasharray: item.dash.join(' ') } : {}),
    ...(item.opacity === undefined ? {} : { opacity: item.opacity }),
  };
  const hint = item.hint ? <title>{item.hint}</title> : null;
  switch (item.kind) {
    case 'path':
      return (
        <path d={item.d} fillRule="evenodd" {...paint}>
          {hint}
        </path>
      );
    case 'circle':
      return (
        <circle cx={item.x} cy={item.y} r={item.r} {...paint}>
          {hint}
        </circle>
      );
    case 'line':
      return (
        <line x1={item.x1} y1={item.y1} x2={item.x2} y2={item.y2} {...paint}>
          {hint}
        </line>
      );
    case 'rect':
      return (
        <rect x={item.x} y={item.y} width={item.width} height={item.height} rx={item.radius} {...paint}>
          {hint}
        </rect>
      );
  }
}
