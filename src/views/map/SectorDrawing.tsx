import { Check, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Commune, Sector, Territory } from '../../model/territory';
import { DrawingFrame } from '../../panels/DrawingFrame';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { youngWho } from '../../sentences/young';
import { assignCommunes, sectorNames } from '../../territory/sectors';
import { formatNumber, formatPeople } from '../../text/format';
import { Button } from '../../ui/Button';
import { CompactSelect } from '../../ui/CompactSelect';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { Segmented } from '../../ui/Segmented';
import { TextInput } from '../../ui/TextInput';
import { MapDrawing } from './MapDrawing';
import { sectorModel, sectorTints } from './sectorModel';

type Stroke = 'commune' | 'epci';

/** Sectors of work drawn on the map: a click puts a commune, or its whole intercommunality, in the chosen sector. */
export function SectorDrawing({ territory, pen }: { readonly territory: Territory; readonly pen: string }) {
  const text = useText();
  const { dispatch, say } = useServices();
  const view = useApp((s) => s.view);
  const { sectors = [] } = useDiagnosis();
  const [stroke, setStroke] = useState<Stroke>('commune');
  const model = useMemo(() => sectorModel({ territory, sectors, pen }), [territory, sectors, pen]);
  const names = useMemo(() => sectorNames(sectors), [sectors]);
  const t = text.territory.sectors;
  const assign = (name: string, codes: readonly string[]) => {
    // The sector may have gone, by undo or from the list, since it was chosen.
    if (sectors.some((s) => s.name === name))
      dispatch({ type: 'setSectors', sectors: assignCommunes(sectors, name, codes), mesh: 'secteur' });
    else say(t.first);
  };
  const touched = (code: string) =>
    stroke === 'commune' ? [code] : (territory.epci.find((u) => u.communeCodes.includes(code))?.communeCodes ?? [code]);
  const title = t.drawTitle(territory.name);
  return (
    <>
      <SectorTools territory={territory} sectors={sectors} pen={pen} stroke={stroke} onStroke={setStroke} />
      <DrawingFrame
        title={title}
        subtitle={t.drawNote}
        drawingWord={text.ui.map.word}
        legend={<SectorLegend territory={territory} sectors={sectors} />}
        method={territory.schematic ? text.analysis.schematic : ''}
      >
        {view.asTable ? (
          <SectorTable territory={territory} sectors={sectors} onAssign={(code, name) => assign(name, [code])} />
        ) : (
          <MapDrawing
            model={model}
            renderer={view.renderer}
            territory={territory.code}
            title={title}
            onSelect={(target) => target?.kind === 'commune' && assign(pen, touched(target.code))}
            hover={(target) =>
              target.kind === 'commune' && (
                <>
                  <strong>{territory.communes.find((c) => c.code === target.code)?.name}</strong>
                  <span className="muted small">{names.get(target.code) ?? t.none}</span>
                </>
              )
            }
          />
        )}
      </DrawingFrame>
    </>
  );
}

interface ToolsProps {
  readonly territory: Territory;
  readonly sectors: readonly Sector[];
  readonly pen: string;
  readonly stroke: Stroke;
  readonly onStroke: (stroke: Stroke) => void;
}

/** Which sector is drawn, a new one, how much a click takes, and the end of it. */
function SectorTools({ territory, sectors, pen, stroke, onStroke }: ToolsProps) {
  const text = useText();
  const { store, dispatch } = useServices();
  const [name, setName] = useState('');
  const t = text.territory.sectors;
  const choose = (next: string | null) => store.setState({ pen: next });
  const add = () => {
    const wanted = name.trim();
    if (wanted === '') return;
    if (!sectors.some((s) => s.name === wanted))
      dispatch({ type: 'setSectors', sectors: [...sectors, { name: wanted, communeCodes: [] }], mesh: 'secteur' });
    choose(wanted);
    setName('');
  };
  const sector = sectors.find((s) => s.name === pen);
  const own = new Set(sector?.communeCodes);
  const here = territory.communes.filter((c) => own.has(c.code));
  const young = here.reduce((sum, c) => sum + c.young, 0);
  return (
    <section className="filters sector-tools" aria-label={t.tools}>
      {sectors.length > 0 && (
        <CompactSelect
          label={t.pen}
          options={sectors.map((s) => ({ id: s.name, label: s.name }))}
          value={sector ? pen : ''}
          {...(sector ? {} : { placeholder: t.choose })}
          onChange={choose}
        />
      )}
      <span className="line">
        <TextInput label={t.newName} hiddenLabel placeholder={t.newName} value={name} onChange={setName} onEnter={add} />
        <Button icon={<Plus aria-hidden />} onPress={add} isDisabled={name.trim() === ''}>
          {t.add}
        </Button>
      </span>
      <Segmented<Stroke>
        label={t.stroke}
        segments={[
          { id: 'commune', label: t.byCommune },
          { id: 'epci', label: t.byEpci },
        ]}
        value={stroke}
        onChange={onStroke}
      />
      <span className="small muted" role="status">
        {sector
          ? t.state(sector.name, here.length, young < 5 ? '' : formatPeople(young, text.lang), youngWho(territory, text).many)
          : t.first}
      </span>
      <Button variant="primary" icon={<Check aria-hidden />} onPress={() => choose(null)}>
        {t.done}
      </Button>
    </section>
  );
}

/** Each sector with its tint and its communes, and how many communes are in none. */
function SectorLegend({ territory, sectors }: Pick<ToolsProps, 'territory' | 'sectors'>) {
  const text = useText();
  const t = text.territory.sectors;
  const names = sectorNames(sectors);
  const tints = useMemo(() => sectorTints({ territory, sectors }), [territory, sectors]);
  const left = territory.communes.filter((c) => !names.has(c.code)).length;
  return (
    <ul className="sector-legend small">
      {sectors.map((s) => (
        <li key={s.name}>
          <span className="swatch" style={{ background: tints.get(s.name) }} aria-hidden />
          {s.name} ({formatNumber(s.communeCodes.length, text.lang)})
        </li>
      ))}
      <li className="muted">{t.left(left)}</li>
    </ul>
  );
}

interface TableProps extends Pick<ToolsProps, 'territory' | 'sectors'> {
  readonly onAssign: (code: string, name: string) => void;
}

const nowhere = '—';

/** The same by keyboard: a sector chosen for each commune. */
function SectorTable({ territory, sectors, onAssign }: TableProps) {
  const text = useText();
  const t = text.territory.sectors;
  const names = useMemo(() => sectorNames(sectors), [sectors]);
  const byName = useMemo(() => [...territory.communes].sort((a, b) => a.name.localeCompare(b.name, 'fr')), [territory]);
  const units = useMemo(() => new Map(territory.epci.map((u) => [u.code, u.name])), [territory]);
  const columns = useMemo((): TableColumn<Commune>[] => {
    const options = [{ id: nowhere, label: t.none }, ...sectors.map((s) => ({ id: s.name, label: s.name }))];
    const unitName = (c: Commune) => units.get(c.epciCode ?? '') ?? '';
    return [
      {
        key: 'name',
        label: text.ui.table.commune,
        rowHeader: true,
        width: '28%',
        render: (c) => c.name,
        sort: (c) => c.name,
      },
      { key: 'unit', label: text.ui.table.unit, width: '32%', render: unitName, sort: unitName },
      {
        key: 'young',
        label: youngWho(territory, text).short,
        width: '12%',
        align: 'end',
        render: (c) => formatPeople(c.young, text.lang),
        sort: (c) => c.young,
      },
      {
        key: 'sector',
        label: t.sector,
        render: (c) => (
          <CompactSelect
            label={t.sectorOf(c.name)}
            options={options}
            value={names.get(c.code) ?? nowhere}
            onChange={(id) => {
              const present = names.get(c.code);
              if (id === nowhere && present !== undefined) onAssign(c.code, present);
              else if (id !== nowhere && id !== present) onAssign(c.code, id);
            }}
          />
        ),
        sort: (c) => names.get(c.code) ?? null,
      },
    ];
  }, [sectors, names, units, text, t, onAssign, territory]);
  return (
    <DataTable
      caption={t.drawTitle(territory.name)}
      columns={columns}
      rows={byName}
      rowKey={(c) => c.code}
      emptyText=""
      maxHeight="100%"
    />
  );
}
