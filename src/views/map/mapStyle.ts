import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { levelStyles, palette } from '../../figures/levels';

const none: FeatureCollection = { type: 'FeatureCollection', features: [] };
const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];
const levelFill: ExpressionSpecification = [
  'case',
  ['!=', ['coalesce', ['feature-state', 'tint'], ''], ''],
  ['to-color', ['feature-state', 'tint'], palette.page],
  [
    'match',
    ['coalesce', ['feature-state', 'level'], -1],
    -2,
    palette.panel,
    ...levelStyles.flatMap((s, level): [number, string] => [level, s.fill]),
    palette.page,
  ],
] as unknown as ExpressionSpecification;

/** Layers from the paper up; every source is filled by the controller. */
export const style: StyleSpecification = {
  version: 8,
  sources: Object.fromEntries(
    ['communes', 'mesh', 'outline', 'sites', 'reach', 'selection', 'zone', 'ties', 'tie-ends', 'reach-edge'].map((id) => [
      id,
      { type: 'geojson' as const, data: none, ...(id === 'communes' ? { promoteId: 'code' } : {}) },
    ]),
  ),
  layers: [
    { id: 'paper', type: 'background', paint: { 'background-color': palette.page } },
    { id: 'levels', type: 'fill', source: 'communes', paint: { 'fill-color': levelFill, 'fill-antialias': false } },
    { id: 'hatch', type: 'fill', source: 'communes', filter: ['==', ['get', 'code'], ''], paint: { 'fill-pattern': 'hatch' } },
    ...levelStyles.map((_, level) => ({
      id: `stripes-${level}`,
      type: 'fill' as const,
      source: 'communes',
      filter: ['==', ['get', 'code'], ''] as ['==', ['get', string], string],
      paint: { 'fill-pattern': `stripes-${level}` },
    })),
    { id: 'hairlines', type: 'line', source: 'communes', paint: { 'line-color': palette.page, 'line-width': 0.6 } },
    { id: 'mesh', type: 'line', source: 'mesh', paint: { 'line-color': palette.mesh, 'line-width': 1.2 } },
    { id: 'outline', type: 'line', source: 'outline', paint: { 'line-color': palette.ink, 'line-width': 1.5 } },
    { id: 'reach', type: 'fill', source: 'reach', paint: { 'fill-color': palette.accent, 'fill-opacity': 0.14 } },
    { id: 'reach-edge', type: 'line', source: 'reach-edge', paint: { 'line-color': palette.accent, 'line-width': 1 } },
    {
      id: 'ring',
      type: 'line',
      source: 'communes',
      paint: { 'line-color': palette.accent, 'line-width': ['case', state('hovered'), 2, 0] },
    },
    {
      id: 'selection-halo',
      type: 'line',
      source: 'selection',
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': palette.page, 'line-width': 5.5 },
    },
    {
      id: 'selection',
      type: 'line',
      source: 'selection',
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': palette.accent, 'line-width': 3 },
    },
    {
      id: 'zone',
      type: 'line',
      source: 'zone',
      paint: { 'line-color': palette.accent, 'line-width': 2, 'line-dasharray': [3.5, 2] },
    },
    ...(['stated', 'deduced', 'pending'] as const).map((style) => ({
      id: `ties-${style}`,
      type: 'line' as const,
      source: 'ties',
      filter: ['==', ['get', 'style'], style] as ['==', ['get', string], string],
      paint: {
        'line-color': palette.ink,
        'line-opacity': 0.6,
        'line-width': ['get', 'width'] as ['get', string],
        ...(style === 'stated' ? {} : { 'line-dasharray': style === 'deduced' ? [1, 2] : [5, 3] }),
      },
    })),
    {
      id: 'tie-ends',
      type: 'circle',
      source: 'tie-ends',
      paint: {
        'circle-color': palette.ink,
        'circle-radius': 3.5,
        'circle-stroke-color': palette.page,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'sites',
      type: 'symbol',
      source: 'sites',
      layout: {
        'icon-image': ['get', 'image'],
        'icon-size': ['get', 'scale'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ],
};
