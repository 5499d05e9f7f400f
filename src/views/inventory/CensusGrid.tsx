import { useMemo, useState } from 'react';
import { readQuality, sumQuality } from '../../analysis/quality';
import type { CensusEntry } from '../../document/diagnosis';
import type { DomainId } from '../../model/domains';
import { type CensusState, censusStates } from '../../model/lists';
import type { Unit } from '../../model/territory';
import { DomainMark } from '../../panels/DomainMark';
import { useDiagnosis, useServices, useText } from '../../panels/useApp';
import { formatDate } from '../../text/format';
import { LinkButton } from '../../ui/Button';
import { CompactSelect } from '../../ui/CompactSelect';
import { TextInput } from '../../ui/TextInput';
import { CensusDialog } from './CensusDialog';
import { useCensusUnits, useQualityFrame } from './useQuality';

/** How complete the inventory is declared to be, by unit and domain; one gesture sets the whole département. */
export function CensusGrid() {
  const text = useText();
  const { dispatch, today } = useServices();
  const { census, settings, inventory } = useDiagnosis();
  const [by, setBy] = useState('');
  const [list, setList] = useState('');
  const units = useCensusUnits();
  const frame = useQualityFrame();
  const [traced, setTraced] = useState<{ readonly unit: Unit; readonly domain: DomainId } | null>(null);
  const left = useMemo(
    () =>
      new Map(
        units.flatMap((u) => {
          const communeCodes = new Set(u.communeCodes);
          return settings.domains.map((domain) => {
            const lines = readQuality(inventory, { communeCodes, domain }, frame);
            return [`${u.code}:${domain}`, sumQuality(lines).left] as const;
          });
        }),
      ),
    [units, settings.domains, inventory, frame],
  );
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
    <>
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
                {settings.domains.map((d) => (
                  <CensusCell
                    key={d}
                    unit={u}
                    domain={d}
                    entry={states.get(`${u.code}:${d}`)}
                    left={left.get(`${u.code}:${d}`) ?? 0}
                    onState={(state) => set([u], d, state)}
                    onTrace={() => setTraced({ unit: u, domain: d })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {traced && (
        <CensusDialog {...traced} entry={states.get(`${traced.unit.code}:${traced.domain}`)} onClose={() => setTraced(null)} />
      )}
    </>
  );
}

interface CellProps {
  readonly unit: Unit;
  readonly domain: DomainId;
  readonly entry: CensusEntry | undefined;
  readonly left: number;
  readonly onState: (state: CensusState) => void;
  readonly onTrace: () => void;
}

/** State of one unit in one domain, when it was declared and with which list, and what is left to do there. */
function CensusCell({ unit, domain, entry, left, onState, onTrace }: CellProps) {
  const text = useText();
  const { store } = useServices();
  const t = text.ui.inventory;
  const short = text.model.domains[domain].short;
  const toWork = () => store.setState((s) => ({ censusView: { ...s.censusView, part: 'work', unit: unit.code, domain } }));
  return (
    <td>
      <CompactSelect
        label={t.censusOf(unit.name, short)}
        className={entry?.state ?? 'non-commence'}
        value={entry?.state ?? 'non-commence'}
        options={censusStates.map((s) => ({ id: s, label: text.model.census[s] }))}
        onChange={onState}
      />
      {entry && (
        <p className="small">
          <LinkButton aria-label={text.quality.traceOf(unit.name, short)} onPress={onTrace}>
            {t.censusTrace(entry.on ? formatDate(entry.on, text.lang) : '', entry.by ?? '', entry.list ?? '') ||
              text.quality.trace}
          </LinkButton>
        </p>
      )}
      {left > 0 && (
        <p className="small">
          <LinkButton aria-label={text.quality.leftOf(unit.name, short, left)} onPress={toWork}>
            {text.quality.leftIn(left)}
          </LinkButton>
        </p>
      )}
    </td>
  );
}
