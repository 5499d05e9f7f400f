import { useState } from 'react';
import { useApp, useServices, useText } from '../../panels/useApp';
import { formatDate } from '../../text/format';
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

function NewState() {
  const text = useText();
  const { dispatch, today } = useServices();
  const [name, setName] = useState('');
  const t = text.compare;
  const take = () => {
    const said = name.trim() || formatDate(today(), text.lang);
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
