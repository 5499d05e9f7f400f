import { useServices, useText } from '../panels/useApp';
import { Button } from '../ui/Button';
import { DialogBox } from '../ui/DialogBox';

/** Keys and first gestures. */
export default function HelpDialog() {
  const text = useText();
  const { show } = useServices();
  const t = text.ui.help;
  return (
    <DialogBox
      title={t.title}
      isOpen
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
