import { Download, Redo2, Undo2 } from 'lucide-react';
import { type RefObject, useMemo } from 'react';
import { canRedo, canUndo } from '../document/history';
import { type OutputRequest, useApp, useDiagnosis, useServices, useText } from '../panels/useApp';
import { noticeOf } from '../sentences/notice';
import { type SearchHit, searchRecords } from '../state/selectors';
import type { Focus } from '../state/view';
import { departements, fictional, findOpenable } from '../territory/departements';
import { Button } from '../ui/Button';
import { MenuButton } from '../ui/MenuButton';
import { SearchBox } from '../ui/SearchBox';
import { SelectField } from '../ui/SelectField';

const outputs = [
  'report-pdf',
  'fiche-png',
  'diagnostic',
  'project',
  'public-copy',
] as const satisfies readonly OutputRequest['output'][];
const options = departements.map((d) => ({ id: d.code, label: `${d.name} (${d.code})` }));

/** The bar on top: territory, search, undo and redo, what can be taken out. */
export function TopBar({ searchRef }: { readonly searchRef: RefObject<HTMLInputElement | null> }) {
  const text = useText();
  const { openDepartement, openDemonstration, takeOut } = useServices();
  const diagnosis = useDiagnosis();
  const isWorking = useApp((s) => s.work !== null);
  // The département's own name stands beside it already.
  const named = diagnosis.title !== findOpenable(diagnosis.departement)?.name;
  const choices = useMemo(
    () => [
      { id: 'demonstration', label: text.ui.bar.demonstration },
      ...options,
      { id: fictional.code, label: text.ui.bar.fictional(fictional.name) },
    ],
    [text],
  );
  return (
    <header className="top-bar">
      <a className="brand" href="?" aria-label={text.ui.bar.home}>
        <img src="./favicon.svg" alt="" width={24} height={24} />
        Maillage
      </a>
      <SelectField
        label={text.ui.bar.departement}
        hiddenLabel
        options={choices}
        value={diagnosis.departement}
        onChange={(code) =>
          code === 'demonstration' ? openDemonstration('44') : code !== diagnosis.departement && openDepartement(code)
        }
      />
      <p className="document-title" title={diagnosis.title}>
        {noticeOf(diagnosis, text)?.tag ?? (named ? diagnosis.title : null)}
        {diagnosis.perimeter && <span className="tag">{diagnosis.perimeter.name}</span>}
      </p>
      <GlobalSearch searchRef={searchRef} />
      <Steps />
      <MenuButton
        label={text.ui.bar.export}
        icon={<Download aria-hidden />}
        entries={outputs.map((id) => ({
          id,
          label: id === 'public-copy' ? text.quality.publicCopy.output : text.ui.outputs[id],
          isDisabled: isWorking,
        }))}
        onAction={(id) => takeOut({ output: id as (typeof outputs)[number] })}
      />
    </header>
  );
}

function Steps() {
  const text = useText();
  const { undo, redo } = useServices();
  const history = useApp((s) => s.history);
  return (
    <div className="steps">
      <Button
        variant="quiet"
        icon={<Undo2 aria-hidden />}
        aria-label={text.ui.bar.undo}
        isDisabled={!canUndo(history)}
        onPress={undo}
      />
      <Button
        variant="quiet"
        icon={<Redo2 aria-hidden />}
        aria-label={text.ui.bar.redo}
        isDisabled={!canRedo(history)}
        onPress={redo}
      />
    </div>
  );
}

const keyOf = (hit: SearchHit) => `${hit.focus.kind}|${hit.focus.id}`;

function GlobalSearch({ searchRef }: { readonly searchRef: RefObject<HTMLInputElement | null> }) {
  const text = useText();
  const { focus } = useServices();
  const territory = useApp((s) => s.territory);
  const { inventory } = useDiagnosis();
  return (
    <SearchBox
      label={text.ui.bar.search}
      placeholder={text.ui.bar.searchHint}
      emptyText={text.ui.bar.nothingFound}
      inputRef={searchRef}
      find={(query) =>
        searchRecords(query, territory, inventory).map((h) => ({
          id: keyOf(h),
          label: h.label,
          detail: text.ui.card.kinds[h.detail],
        }))
      }
      onChoose={(key) => {
        const bar = key.indexOf('|');
        focus({ kind: key.slice(0, bar) as Focus['kind'], id: key.slice(bar + 1) });
        // The card takes the keyboard: what was found is read next, and Escape closes it.
        requestAnimationFrame(() => document.querySelector<HTMLElement>('.focus-card h2')?.focus());
      }}
    />
  );
}
