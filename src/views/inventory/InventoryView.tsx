import { Filters } from '../../panels/Filters';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { type InventoryTab, inventoryTabs } from '../../state/store';
import { formatNumber } from '../../text/format';
import { Segmented } from '../../ui/Segmented';
import { CensusPanel } from './CensusPanel';
import { DraftPanel } from './DraftPanel';
import { DuplicatesPanel } from './DuplicatesPanel';
import { FilesPanel } from './FilesPanel';
import { RecordsTable } from './RecordsTable';
import { TerritoryPanel } from './TerritoryPanel';
import { useReview } from './useReview';

/** Inventaire: what comes in, what is there, how complete it is. */
export default function InventoryView() {
  const text = useText();
  const { inventory } = useDiagnosis();
  const draft = useApp((s) => s.draft);
  const { store } = useServices();
  const tab = useApp((s) => s.inventoryTab);
  const review = useReview();
  const shown: InventoryTab = draft ? 'files' : tab;
  const counts: Readonly<Record<InventoryTab, string | null>> = {
    files: null,
    actors: formatNumber(inventory.actors.length, text.lang),
    schemes: formatNumber(inventory.schemes.length, text.lang),
    sites: formatNumber(inventory.sites.length, text.lang),
    partnerships: formatNumber(inventory.partnerships.length, text.lang),
    duplicates: review && formatNumber(review.groups.length + review.doubtful.length, text.lang),
    census: null,
    territory: null,
  };
  const tabLabels = {
    ...text.ui.inventory.tabs,
    ...text.edit.kinds,
    duplicates: text.import.duplicates.tab,
    territory: text.territory.tab,
  };
  return (
    <>
      {isOfRecords(shown) && <Filters />}
      <section className="drawing" aria-labelledby="inventory-title">
        <header className="drawing-head">
          <div>
            <h1 id="inventory-title">{text.ui.inventory.title}</h1>
            <p className="muted">
              {text.ui.inventory.subtitle(inventory.actors.length, inventory.schemes.length, inventory.partnerships.length)}
            </p>
          </div>
          {!draft && (
            <Segmented
              label={text.ui.inventory.tabsLabel}
              segments={inventoryTabs.map((id) => ({
                id,
                label: tabLabels[id],
                ...(counts[id] === null ? {} : { count: counts[id] }),
              }))}
              value={shown}
              onChange={(inventoryTab) => store.setState({ inventoryTab })}
            />
          )}
        </header>
        {draft ? <DraftPanel draft={draft} /> : <TabOf tab={shown} />}
      </section>
    </>
  );
}

const isOfRecords = (tab: InventoryTab): boolean => ['actors', 'schemes', 'sites', 'partnerships'].includes(tab);

function TabOf({ tab }: { readonly tab: InventoryTab }) {
  switch (tab) {
    case 'files':
      return <FilesPanel />;
    case 'actors':
    case 'schemes':
    case 'sites':
    case 'partnerships':
      return <RecordsTable key={tab} kind={tab} />;
    case 'duplicates':
      return <DuplicatesPanel />;
    case 'census':
      return <CensusPanel />;
    case 'territory':
      return <TerritoryPanel />;
  }
}
