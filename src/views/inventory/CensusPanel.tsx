import { useApp, useServices, useText } from '../../panels/useApp';
import { censusParts } from '../../state/store';
import { Segmented } from '../../ui/Segmented';
import { CensusGrid } from './CensusGrid';
import { WorkPart } from './WorkPart';

/** How complete the inventory is: what was declared of it, what is left to do. */
export function CensusPanel() {
  const text = useText();
  const { store } = useServices();
  const part = useApp((s) => s.censusView.part);
  return (
    <div className="stack fill">
      <Segmented
        label={text.quality.partsLabel}
        segments={censusParts.map((id) => ({ id, label: text.quality.parts[id] }))}
        value={part}
        onChange={(next) => store.setState((s) => ({ censusView: { ...s.censusView, part: next } }))}
      />
      {part === 'state' ? <CensusGrid /> : <WorkPart />}
    </div>
  );
}
