import { useApp, useServices, useText } from '../../panels/useApp';
import { censusParts } from '../../state/store';
import { Segmented } from '../../ui/Segmented';
import { CensusGrid } from './CensusGrid';
import { DocumentsPart } from './DocumentsPart';
import { WorkPart } from './WorkPart';

/** How complete the inventory is: what was declared of it, what is left to do, the documents it is read against. */
export function CensusPanel() {
  const text = useText();
  const { store } = useServices();
  const part = useApp((s) => s.censusView.part);
  return (
    <div className="stack fill">
      <div>
        <Segmented
          label={text.quality.partsLabel}
          segments={censusParts.map((id) => ({ id, label: text.quality.parts[id] }))}
          value={part}
          onChange={(next) => store.setState((s) => ({ censusView: { ...s.censusView, part: next } }))}
        />
      </div>
      {part === 'state' && <CensusGrid />}
      {part === 'work' && <WorkPart />}
      {part === 'documents' && <DocumentsPart />}
    </div>
  );
}
