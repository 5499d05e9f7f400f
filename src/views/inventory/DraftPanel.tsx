import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import type { Draft } from '../../state/store';
import { Button, LinkButton } from '../../ui/Button';
import { DraftFile } from './DraftFile';
import { UpdatePanel } from './UpdatePanel';

/** Files read but not yet in: counts, remarks, guesses to change, then one gesture to accept all. */
export function DraftPanel({ draft }: { readonly draft: Draft }) {
  const text = useText();
  const { acceptDraft, dropDraft, startAfresh } = useServices();
  const { demonstration } = useDiagnosis();
  const isWorking = useApp((s) => s.work !== null);
  const t = text.ui.inventory;
  const hasRows = draft.actors + draft.schemes + draft.partnerships > 0 || draft.files.some((f) => f.rows.kept > 0);
  const hasFigures = Object.values(draft.figures).some((count) => count > 0);
  // Of an update, the records are told below, by what they change.
  const counts = draft.diff ? { figures: draft.figures, actors: 0, schemes: 0, partnerships: 0 } : draft;
  return (
    <div className="stack">
      <section className="draft-bar" aria-label={t.draftTitle}>
        <div>
          <h2>{t.draftTitle}</h2>
          {demonstration && hasRows && !draft.diff && (
            <p className="line">
              {t.fresh} <LinkButton onPress={startAfresh}>{t.freshAction}</LinkButton>
            </p>
          )}
          {(!draft.diff || hasFigures) && <p>{hasRows ? t.draftCounts(counts) : t.nothingKept}</p>}
        </div>
        <div className="drawing-tools">
          <Button onPress={dropDraft}>{t.drop2}</Button>
          <Button variant="primary" isDisabled={!hasRows || isWorking} onPress={acceptDraft}>
            {draft.diff ? text.import.update.accept : t.accept}
          </Button>
        </div>
      </section>
      <UpdatePanel draft={draft} />
      {draft.files.map((file) => (
        <DraftFile
          key={file.name}
          file={file}
          choices={draft.choices}
          isRecalled={draft.recalled.includes(file.name)}
          places={draft.places[file.name]}
        />
      ))}
    </div>
  );
}
