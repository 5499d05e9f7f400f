import { Download, Map as MapIcon, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { csvText } from '../../model/csv';
import type { Sector } from '../../model/territory';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { youngWho } from '../../sentences/young';
import { findOpenable } from '../../territory/departements';
import { sectorRows, sectorsFromEpci } from '../../territory/sectors';
import { formatNumber, formatPeople } from '../../text/format';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { TextInput } from '../../ui/TextInput';

/** The user's own cut: names, sizes, the way to the map, and out. */
export function SectorsPart() {
  const text = useText();
  const { store, dispatch, look, focus, download } = useServices();
  const territory = useApp((s) => s.territory);
  const { sectors = [], departement } = useDiagnosis();
  const t = text.territory.sectors;
  const mesh = findOpenable(departement)?.mesh ?? 'epci';
  const draw = (pen: string) => {
    focus(null);
    store.setState({ pen });
    look({ screen: 'map', asTable: false });
  };
  const set = (next: readonly Sector[], said: string) =>
    dispatch({ type: 'setSectors', sectors: next, mesh: next.length > 0 ? 'secteur' : mesh }, { said });
  if (!territory) return null;
  return (
    <section className="stack tight" aria-labelledby="sectors-title">
      <h2 id="sectors-title">{t.title}</h2>
      <p className="muted prose">{t.note}</p>
      {sectors.length === 0 ? <p>{t.empty}</p> : <SectorsTable sectors={sectors} set={set} draw={draw} />}
      <div className="drawing-tools">
        <Button variant="primary" icon={<MapIcon aria-hidden />} onPress={() => draw(sectors[0]?.name ?? '')}>
          {t.drawAll}
        </Button>
        {sectors.length === 0 && (
          <Button onPress={() => set(sectorsFromEpci(territory), t.made(territory.epci.length))}>{t.fromEpci}</Button>
        )}
        {sectors.length > 0 && (
          <>
            <Button
              icon={<Download aria-hidden />}
              onPress={() =>
                download(`${t.file}-${territory.code}.csv`, csvText(sectorRows(territory, sectors)), 'text/csv;charset=utf-8')
              }
            >
              {t.export}
            </Button>
            <Button onPress={() => set([], t.forgotten)}>{t.forget}</Button>
          </>
        )}
      </div>
    </section>
  );
}

interface TableProps {
  readonly sectors: readonly Sector[];
  readonly set: (next: readonly Sector[], said: string) => void;
  readonly draw: (name: string) => void;
}

function SectorsTable({ sectors, set, draw }: TableProps) {
  const text = useText();
  const territory = useApp((s) => s.territory);
  const t = text.territory.sectors;
  const columns = useMemo((): TableColumn<Sector>[] => {
    const young = new Map(territory?.communes.map((c) => [c.code, c.young]));
    const youngOf = (s: Sector) => s.communeCodes.reduce((sum, code) => sum + (young.get(code) ?? 0), 0);
    return [
      {
        key: 'name',
        label: t.name,
        rowHeader: true,
        width: '40%',
        render: (s) => <SectorName name={s.name} isTaken={(n) => sectors.some((o) => o.name === n)} />,
      },
      {
        key: 'communes',
        label: t.communes,
        align: 'end',
        render: (s) => {
          const here = s.communeCodes.filter((code) => young.has(code)).length;
          const beyond = s.communeCodes.length - here;
          return beyond === 0 ? formatNumber(here, text.lang) : t.beyond(here, beyond);
        },
        sort: (s) => s.communeCodes.length,
      },
      {
        key: 'young',
        label: t.young(territory ? youngWho(territory, text).short : ''),
        align: 'end',
        render: (s) => (youngOf(s) === 0 ? '0' : formatPeople(youngOf(s), text.lang)),
        sort: youngOf,
      },
      {
        key: 'actions',
        label: <span className="visually-hidden">{t.draw}</span>,
        align: 'end',
        render: (s) => (
          <span className="line end">
            <Button icon={<Pencil aria-hidden />} aria-label={t.drawOf(s.name)} onPress={() => draw(s.name)}>
              {t.draw}
            </Button>
            <Button
              variant="quiet"
              icon={<Trash2 aria-hidden />}
              aria-label={t.remove(s.name)}
              onPress={() =>
                set(
                  sectors.filter((other) => other !== s),
                  t.removed(s.name),
                )
              }
            />
          </span>
        ),
      },
    ];
  }, [sectors, territory, text, t, set, draw]);
  return (
    <DataTable
      caption={t.title}
      columns={columns}
      rows={sectors}
      rowKey={(s) => String(sectors.indexOf(s))}
      emptyText={t.empty}
    />
  );
}

/** A sector's name, renamed when the field is left or Enter is pressed. */
function SectorName({ name, isTaken }: { readonly name: string; readonly isTaken: (name: string) => boolean }) {
  const text = useText();
  const { dispatch, say } = useServices();
  const [value, setValue] = useState(name);
  useEffect(() => setValue(name), [name]);
  const rename = () => {
    const to = value.trim();
    if (to === name) return;
    if (to === '' || isTaken(to)) {
      setValue(name);
      if (to !== '') say(text.territory.sectors.taken(to));
      return;
    }
    dispatch({ type: 'renameSector', from: name, to }, { said: text.territory.sectors.renamed(to) });
  };
  return (
    <TextInput
      label={text.territory.sectors.nameOf(name)}
      hiddenLabel
      value={value}
      onChange={setValue}
      onEnter={rename}
      onBlur={rename}
    />
  );
}
