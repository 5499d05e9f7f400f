import { formatNumber } from '../text/format';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';
import { useApp, useServices, useText } from './useApp';

/** Work under way, in words, with the way to stop it. */
export function WorkLine() {
  const text = useText();
  const { cancelReading, cancelReport } = useServices();
  const work = useApp((s) => s.work);
  if (!work) return null;
  const label =
    work.kind === 'reading'
      ? text.ui.work.reading(work.file, work.total > 0 ? formatNumber(work.total, text.lang) : null)
      : text.ui.work[work.kind];
  return (
    <section className="work-line" aria-label={text.ui.work.label}>
      <Progress label={label} share={work.total > 0 ? Math.min(1, work.done / work.total) : null} />
      {work.kind === 'reading' && <Button onPress={cancelReading}>{text.ui.work.cancel}</Button>}
      {work.kind === 'report' && <Button onPress={cancelReport}>{text.ui.work.cancelReport}</Button>}
    </section>
  );
}
