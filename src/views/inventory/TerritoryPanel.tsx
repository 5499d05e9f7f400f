import { BorderPart } from './BorderPart';
import { PerimeterPart } from './PerimeterPart';
import { SectorsPart } from './SectorsPart';
import { YoungPart } from './YoungPart';

/** The ground of the diagnosis: its sectors, the numbers of its young people, its perimeter, what is known beyond it. */
export function TerritoryPanel() {
  return (
    <div className="stack fill territory-panel">
      <SectorsPart />
      <YoungPart />
      <PerimeterPart />
      <BorderPart />
    </div>
  );
}
