import { useState } from 'react';
import { Filters } from '../../panels/Filters';
import { useApp, useDiagnosis, useText } from '../../panels/useApp';
import { formatNumber } from '../../text/format';
import { Segmented } from '../../ui/Segmented';
import { ActorsTable } from './ActorsTable';
import { CensusGrid } from './CensusGrid';
import { DraftPanel } from './DraftPanel';
import { FilesPanel } from './FilesPanel';
import { SchemesTable } from './SchemesTable';

const tabs = ['files', 'actors', 'schemes', 'census'] as const;
type Tab = (typeof tabs)[number];

/** Inventaire: what comes in, what is there, how complete it is. */
export default function InventoryView() {
  const text = useText();
  const { inventory } = useDiagnosis();
  const draft = useApp((s) => s.draft);
  const [tab, setTab] = useState<Tab>('files');
  const shown: Tab = draft ? 'files' : tab;
  const counts: Readonly<Record<Tab, string | null>> = {
    files: null,
    actors: formatNumber(inventory.actors.length, text.lang),
    schemes: formatNumber(inventory.schemes.length, text.lang),
    census: null,
  };
  return (
    <>
      {(shown === 'actors' || shown === 'schemes') && <Filters />}
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
              segments={tabs.map((id) => ({
                id,
                label: text.ui.inventory.tabs[id],
                ...(counts[id] === null ? {} : { count: counts[id] }),
              }))}
              value={shown}
              onChange={setTab}
            />
          )}
        </header>
        {draft ? <DraftPanel draft={draft} /> : <TabOf tab={shown} />}
      </section>
    </>
  );
}

function TabOf({ tab }: { readonly tab: Tab }) {
  switch (tab) {
    case 'files':
      return <FilesPanel />;
    case 'actors':
      return <ActorsTable />;
    case 'schemes':
      return <SchemesTable />;
    case 'census':
      return <CensusGrid />;
  }
}
