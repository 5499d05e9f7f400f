import { useServices, useText } from '../panels/useApp';
import { Button } from '../ui/Button';
import { DialogBox } from '../ui/DialogBox';

/** The diagnosis just opened is being worked on in another tab. */
export default function TabsDialog() {
  const text = useText();
  const { workspace } = useServices();
  const t = text.workspace.tabs;
  return (
    <DialogBox
      title={t.title}
      isOpen
      closeLabel={text.ui.close}
      onClose={workspace.onlyLook}
      actions={
        <>
          <Button onPress={workspace.onlyLook}>{t.look}</Button>
          <Button variant="primary" onPress={workspace.continueHere}>
            {t.here}
          </Button>
        </>
      }
    >
      <p className="prose">{t.why}</p>
    </DialogBox>
  );
}
