import { useDiagnosis, useServices, useText } from '../panels/useApp';
import { Button } from '../ui/Button';
import { DialogBox } from '../ui/DialogBox';

/** Another document is about to take the place of the work in progress. */
export default function ReplaceDialog() {
  const text = useText();
  const { show, replace } = useServices();
  const { title, inventory } = useDiagnosis();
  const t = text.ui.replace;
  const { counts } = text.ui;
  const { actors, schemes, partnerships } = inventory;
  const held = [counts.actors(actors.length), counts.schemes(schemes.length), counts.ties(partnerships.length)].join(', ');
  return (
    <DialogBox
      title={t.title}
      isOpen
      closeLabel={text.ui.close}
      onClose={() => show(null)}
      actions={
        <>
          <Button onPress={() => show(null)}>{t.stay}</Button>
          <Button onPress={() => replace('drop')}>{t.drop}</Button>
          <Button variant="primary" onPress={() => replace('save')}>
            {t.save}
          </Button>
        </>
      }
    >
      <p className="prose">{t.question(title, held)}</p>
    </DialogBox>
  );
}
