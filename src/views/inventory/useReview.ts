import { useMemo } from 'react';
import { distinctnessOf } from '../../document/duplicates';
import type { DuplicateReview } from '../../import/linkage/review';
import { useApp, useDiagnosis } from '../../panels/useApp';
import { indexOf } from '../../state/selectors';

/** The duplicates still to review: what was decided since they were looked for is left out at once. */
export function useReview(): DuplicateReview | null {
  const found = useApp((s) => s.duplicates);
  const { inventory, distinctPairs } = useDiagnosis();
  return useMemo(() => {
    if (!found) return null;
    const { actors } = indexOf(inventory);
    const areDistinct = distinctnessOf(distinctPairs ?? []);
    const isOpen = ({ ids }: { readonly ids: readonly string[] }) =>
      ids.every((id) => actors.has(id)) && !ids.some((a) => ids.some((b) => a < b && areDistinct(a, b)));
    return { groups: found.groups.filter(isOpen), doubtful: found.doubtful.filter(isOpen) };
  }, [found, inventory, distinctPairs]);
}
