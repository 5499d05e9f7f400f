import { useDiagnosis, useServices, useText } from '../panels/useApp';
import { formatNumber } from '../text/format';
import { DialogBox } from '../ui/DialogBox';

/** The demonstration's full notice. */
export default function NoticeDialog() {
  const text = useText();
  const { show } = useServices();
  const { inventory } = useDiagnosis();
  return (
    <DialogBox title={text.ui.notice.title} isOpen closeLabel={text.ui.close} onClose={() => show(null)}>
      <p className="prose">
        {text.analysis.notice(
          formatNumber(inventory.actors.length, text.lang),
          formatNumber(inventory.partnerships.length, text.lang),
        )}
      </p>
      <p className="prose small muted">
        {text.ui.notice.sources} {text.analysis.noticeSources}
      </p>
    </DialogBox>
  );
}
