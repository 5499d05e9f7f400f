import { useEffect } from 'react';
import { useServices, useText } from '../../panels/useApp';
import { DialogBox } from '../../ui/DialogBox';
import { NewDiagnosis } from './NewDiagnosis';
import { Portfolio } from './Portfolio';
import { SearchAll } from './SearchAll';

/** The diagnoses of this browser: a table of them, a search across them, a new one. */
export default function WorkspaceDialog() {
  const text = useText();
  const { show, workspace } = useServices();
  const t = text.workspace;
  useEffect(() => workspace.refresh(), [workspace]);
  return (
    <DialogBox title={t.title} isOpen wide closeLabel={text.ui.close} onClose={() => show(null)}>
      <SearchAll />
      <Portfolio />
      <NewDiagnosis />
      <p className="small muted">{t.note}</p>
    </DialogBox>
  );
}
