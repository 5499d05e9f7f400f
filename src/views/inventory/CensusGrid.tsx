import { useMemo, useState } from 'react';
import type { CensusEntry } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
import { type CensusState, censusStates } from '../../model/lists';
import type { Unit } from '../../model/territory';
import { DomainMark } from '../../panels/DomainMark';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { censusUnits } from '../../territory/territory';
import { formatDate } from '../../text/format';
import { CompactSelect } from '../../ui/CompactSelect';
import { TextInput } from '../../ui/TextInput';

/** How complete the inventory is declared to be, by unit and domain; one gesture sets the whole département. */
export function CensusGrid() {
  const text = useText();
  const { dispatch, today } = useServices();
  const territory = useApp((s) => s.territory);
  const { census, settings } = useDiagnosis();
  const [by, setBy] = useState('');
  const [list, setList] = useState('');
  const units = useMemo(() => (territory ? censusUnits(territory) : []), [territory]);
  const states = useMemo(() => new Map(census.map((e) => [`${e.unitCode}:${e.domain}`, e])), [census]);
  const t = text.ui.inventory;
  const set = (targets: readonly Unit[], domain: DomainId, state: CensusState) => {
    const entries = targets.map(
      (u): CensusEntry => ({ unitCode: u.code, domain, state, on: today(), ...(by ? { by } : {}), ...(list ? { list } : {}) }),
    );
    dispatch({ type: 'setCensus', entries }, { said: text.ui.said.censusSet });
  };
  const options = censusStates.map((s) => ({ id: s, label: text.model.census[s] }));
  return (
    <div className="stack fill">
      <p className="muted prose">{t.censusNote}</p>
      <div className="settings-row">
        <TextInput label={t.censusBy} value={by} onChange={setBy} />
        <TextInput label={t.censusList} value={list} onChange={setList} />
        <p className="small muted">{t.censusWho}</p>
      </div>
      <section
        className="table-frame census"
        aria-label={t.censusTitle}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table className="table">
          <caption className="visually-hidden">{t.censusTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{text.ui.table.unit}</th>
              {settings.domains.map((d) => (
                <th scope="col" key={d}>
                  <span className="line">
                    <DomainMark domain={d} />
                    {text.model.domains[d].short}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className="all">
              <th scope="row">
                <strong>{t.censusAll}</strong>
              </th>
              {settings.domains.map((d) => (
                <td key={d}>
                  <CompactSelect
                    label={t.censusAllOf(text.model.domains[d].short)}
                    placeholder="…"
                    value=""
                    options={options}
                    onChange={(state) => set(units, d, state)}
                  />
                </td>
              ))}
            </tr>
            {units.map((u) => (
              <tr key={u.code}>
                <th scope="row">{u.name}</th>
                {settings.domains.map((d) => {
                  const entry = states.get(`${u.code}:${d}`);
                  return (
                    <td key={d}>
                      <CompactSelect
                        label={t.censusOf(u.name, text.model.domains[d].short)}
                        className={entry?.state ?? 'non-commence'}
                        value={entry?.state ?? 'non-commence'}
                        options={options}
                        onChange={(state) => set([u], d, state)}
                      />
                      {entry?.state === 'complet' && (entry.by || entry.list) && (
                        <p className="small muted">
                          {t.censusTrace(entry.on ? formatDate(entry.on, text.lang) : '', entry.by ?? '', entry.list ?? '')}
                        </p>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
