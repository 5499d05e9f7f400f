import { capacityModeSentence, methodSentence } from '../sentences/coverage';
import { dataYears } from '../state/selectors';
import { useApp, useDiagnosis, useText } from './useApp';

interface Props {
  readonly withCells?: boolean;
  /** What is shown is read by presence, whatever places are known. */
  readonly byPresence?: boolean;
}

/** Method in force and date of the data, under every drawing that shows levels. */
export function MethodLine({ withCells = false, byPresence = false }: Props) {
  const text = useText();
  const analysis = useApp((s) => s.analysis);
  return (
    <>
      {withCells && `${text.ui.map.schematic} · `}
      {analysis && methodSentence(analysis, text)} {analysis && !byPresence && capacityModeSentence(analysis, text)} ·{' '}
      <DataDate />
    </>
  );
}

/** Years told by the sources and date of the last import. */
export function DataDate() {
  const text = useText();
  const { inventory, files } = useDiagnosis();
  const years = dataYears(inventory);
  const imported =
    files
      .map((f) => f.importedOn)
      .sort()
      .at(-1) ?? null;
  return <>{text.ui.dataDate(years, imported)}</>;
}
