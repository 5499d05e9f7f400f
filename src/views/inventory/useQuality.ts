import { useMemo } from 'react';
import type { QualityFrame } from '../../analysis/quality';
import { useApp, useServices } from '../../panels/useApp';
import { censusUnits } from '../../territory/territory';
import { useReview } from './useReview';

/** What the work left is counted with: today, the age that is old, the duplicates still to review. */
export function useQualityFrame(): QualityFrame {
  const { today } = useServices();
  const months = useApp((s) => s.censusView.months);
  const review = useReview();
  const date = today();
  return useMemo(
    () => ({
      today: date,
      months,
      duplicates: review && [...review.groups, ...review.doubtful].map((c) => c.ids),
    }),
    [date, months, review],
  );
}

/** Units of the census; none before the territory is there. */
export function useCensusUnits() {
  const territory = useApp((s) => s.territory);
  return useMemo(() => (territory ? censusUnits(territory) : []), [territory]);
}
