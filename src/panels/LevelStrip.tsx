import { useId } from 'react';
import type { UnitDomain } from '../analysis/analysis';
import { formatShare } from '../text/format';
import { sharesOf } from './matrixRows';
import { useText } from './useApp';

const fills = ['var(--level-0)', 'var(--level-1)', 'var(--level-2)', 'var(--level-3)'] as const;

/** How the young people of a unit share out over the levels, as one strip; nothing where they are too few. */
export function LevelStrip({ reading }: { readonly reading: UnitDomain }) {
  const text = useText();
  const hatch = useId();
  const shares = sharesOf(reading);
  if (!shares) return null;
  const words = shares.flatMap((share, k) =>
    share > 0 ? [text.ui.matrix.share(formatShare(share, text.lang), k < 4 ? String(k) : null)] : [],
  );
  const starts = shares.map((_, k) => 100 * shares.slice(0, k).reduce((a, b) => a + b, 0));
  return (
    <svg className="level-strip" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={words.join(', ')}>
      <pattern id={hatch} width="3" height="6" patternUnits="userSpaceOnUse" patternTransform="skewX(-20)">
        <rect width="3" height="6" fill="#fff" />
        <rect width="1" height="6" fill="#b3bac2" />
      </pattern>
      {shares.map((share, k) =>
        share > 0 ? <rect key={k} x={starts[k]} width={100 * share} height={6} fill={fills[k] ?? `url(#${hatch})`} /> : null,
      )}
    </svg>
  );
}
