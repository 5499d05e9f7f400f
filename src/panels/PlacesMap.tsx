import { useMemo } from 'react';
import { buildPlacesFigure } from '../figures/placesFigure';
import { SceneView } from './SceneView';
import { useApp, useText } from './useApp';

const size = { width: 260, height: 200 };

/** A small map of where places fall: longitude, latitude, 1 where it is not the commune's point. */
export function PlacesMap({ places }: { readonly places: Float32Array }) {
  const text = useText();
  const territory = useApp((s) => s.territory);
  const figure = useMemo(() => territory && buildPlacesFigure({ territory, places, text, size }), [territory, places, text]);
  if (!figure) return null;
  return (
    <figure className="draft-places">
      <SceneView figure={figure} />
      <figcaption className="small muted">{figure.alt}</figcaption>
    </figure>
  );
}
