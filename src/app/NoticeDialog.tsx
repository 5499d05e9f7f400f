import { useDiagnosis, useServices, useText } from '../panels/useApp';
import { noticeOf } from '../sentences/notice';
import { formatNumber } from '../text/format';
import { DialogBox } from '../ui/DialogBox';

/** The full notice of a demonstration. */
export default function NoticeDialog() {
  const text = useText();
  const { show } = useServices();
  const diagnosis = useDiagnosis();
  const notice = noticeOf(diagnosis, text);
  if (!notice) return null;
  const { inventory } = diagnosis;
  return (
    <DialogBox title={notice.heading} isOpen closeLabel={text.ui.close} onClose={() => show(null)}>
      <p className="prose">
        {notice.full(formatNumber(inventory.actors.length, text.lang), formatNumber(inventory.partnerships.length, text.lang))}
      </p>
      <p className="prose small muted">
        {text.ui.notice.sources} {notice.sources}
      </p>
    </DialogBox>
  );
}
