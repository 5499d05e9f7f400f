import { useApp, useDiagnosis, useServices, useText } from '../panels/useApp';
import { formatNumber } from '../text/format';
import { Button } from '../ui/Button';
import { DialogBox } from '../ui/DialogBox';

/** The demonstration's full notice. */
export function NoticeDialog() {
  const text = useText();
  const { show } = useServices();
  const { inventory } = useDiagnosis();
  const isOpen = useApp((s) => s.dialog === 'notice');
  return (
    <DialogBox title={text.ui.notice.title} isOpen={isOpen} closeLabel={text.ui.close} onClose={() => show(null)}>
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

/** Keys and first gestures. */
export function HelpDialog() {
  const text = useText();
  const { show } = useServices();
  const isOpen = useApp((s) => s.dialog === 'help');
  const t = text.ui.help;
  return (
    <DialogBox
      title={t.title}
      isOpen={isOpen}
      closeLabel={text.ui.close}
      onClose={() => show(null)}
      actions={<Button onPress={() => show('start')}>{t.start}</Button>}
    >
      <ol className="prose numbered">
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>{t.keysTitle}</h3>
      <dl className="facts">
        {t.keys.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </DialogBox>
  );
}
