import { useState } from 'react';
import type { Snapshot } from '../../document/diagnosis';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { Button } from '../../ui/Button';
import { FileChooser } from '../../ui/FileDrop';
import { TextInput } from '../../ui/TextInput';
import { ComparisonPart } from './ComparisonPart';
import { Timeline } from './Timeline';

/** What has changed: dated states of the diagnosis, and one of them, or another project, against it. */
export function Evolution() {
  const text = useText();
  const { compareToFile } = useServices();
  const against = useApp((s) => s.against);
  const compared = useApp((s) => s.compared);
  const t = text.compare;
  return (
    <div className="stack evolution">
      <section className="stack tight">
        <h2>{text.workspace.timeline.title}</h2>
        <p className="prose wide small muted">{t.statesNote}</p>
        <NewState />
        <Timeline />
        <p className="prose wide small muted">{text.workspace.timeline.note}</p>
        <div className="line">
          <FileChooser
            label={t.file}
            variant="plain"
            multiple={false}
            accept=".maillage,.json,.gz"
            onFiles={([file]) => file && compareToFile(file)}
          />
          <span className="small muted">{t.fileNote}</span>
        </div>
      </section>
      {against !== null && (
        <section className="stack tight" aria-live="polite">
          {compared ? <ComparisonPart compared={compared} /> : <p>{t.working}</p>}
        </section>
      )}
    </div>
  );
}

/** The first numbered name that no state bears; the date stands beside it wherever it is shown. */
function freeName(snapshots: readonly Snapshot[], numbered: (rank: number) => string): string {
  const taken = new Set(snapshots.map((s) => s.name));
  let rank = 1;
  while (taken.has(numbered(rank))) rank += 1;
  return numbered(rank);
}

function NewState() {
  const text = useText();
  const { dispatch, today } = useServices();
  const { snapshots } = useDiagnosis();
  const [name, setName] = useState('');
  const t = text.compare;
  const take = () => {
    const said = name.trim() || freeName(snapshots, t.numbered);
    dispatch({ type: 'takeSnapshot', name: said, takenOn: today() }, { said: t.taken(said) });
    setName('');
  };
  return (
    <div className="line start">
      <TextInput label={t.name} value={name} onChange={setName} placeholder={t.namePlaceholder} onEnter={take} />
      <Button onPress={take}>{t.take}</Button>
    </div>
  );
}
