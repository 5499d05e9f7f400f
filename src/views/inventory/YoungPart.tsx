import { useMemo, useState } from 'react';
import { unitsOf } from '../../analysis/analyse';
import { type Unit, type YoungCount, type YoungGroup, youngGroups } from '../../model/territory';
import { DemandField } from '../../panels/DemandField';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { youngSource } from '../../sentences/young';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { NumberInput, TextInput } from '../../ui/TextInput';

/** Where the 18-24 come from, and the young people of ASE and PJJ that the département counts. */
export function YoungPart() {
  const text = useText();
  const { dispatch } = useServices();
  const analysis = useApp((s) => s.analysis);
  const { youngPopulation } = useDiagnosis();
  const t = text.territory.young;
  return (
    <section className="stack tight" aria-labelledby="young-title">
      <h2 id="young-title">{t.title}</h2>
      <h3>{t.population}</h3>
      <p className="muted prose">
        {analysis && analysis.youngFrom !== 'estimate' ? t.census(youngSource(analysis, text)) : t.estimate}
      </p>
      {youngPopulation && (
        <div>
          <Button onPress={() => dispatch({ type: 'setYoungPopulation', youngPopulation: null }, { said: t.forgotten })}>
            {t.forget}
          </Button>
        </div>
      )}
      <h3>{t.counts}</h3>
      <p className="muted prose">{t.countsNote}</p>
      <CountsTable />
      <DemandField />
    </section>
  );
}

/** What a number is counted for. */
type Counted = Pick<Unit, 'code' | 'name'>;

function CountsTable() {
  const text = useText();
  const { dispatch } = useServices();
  const territory = useApp((s) => s.territory);
  const { youngCounts, settings, sectors } = useDiagnosis();
  const [ages, setAges] = useState('16-21 ans');
  const [year, setYear] = useState('');
  const t = text.territory.young;
  const units = useMemo((): readonly Counted[] => {
    if (!territory) return [];
    const whole = unitsOf(territory, 'departement');
    const groups = settings.mesh === 'departement' ? [] : unitsOf(territory, settings.mesh, sectors);
    // Never commune by commune: a number so small could point at somebody.
    const shown = [...whole, ...groups.filter((u) => u.kind !== 'commune')];
    const known = new Set(shown.map((u) => u.code));
    // Numbers of another mesh stay in sight, to be changed or taken away.
    const others = new Map((youngCounts ?? []).filter((c) => !known.has(c.unitCode)).map((c) => [c.unitCode, c.unitName]));
    return [...shown, ...[...others].map(([code, name]) => ({ code, name }))];
  }, [territory, settings.mesh, sectors, youngCounts]);
  const columns = useMemo((): TableColumn<Counted>[] => {
    const found = new Map((youngCounts ?? []).map((c) => [`${c.unitCode}:${c.group}`, c]));
    const countOf = (unit: Counted, group: YoungGroup): YoungCount | undefined => found.get(`${unit.code}:${group}`);
    const set = (unit: Counted, group: YoungGroup, people: number | null) => {
      const stated = { ...(ages.trim() ? { ages: ages.trim() } : {}), ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}) };
      const count = { unitCode: unit.code, unitName: unit.name, group, people, ...stated, source: '' };
      if (people !== (countOf(unit, group)?.people ?? null))
        dispatch({ type: 'setYoungCounts', counts: [count] }, { said: people === null ? t.removed : t.saved });
    };
    const originOf = (unit: Counted) => {
      const counts = youngGroups.flatMap((g) => countOf(unit, g) ?? []);
      return [...new Set(counts.map((c) => t.cardValue(c.source || t.entered, c.ages ?? '', c.year ? String(c.year) : '')))].join(
        ' · ',
      );
    };
    return [
      { key: 'unit', label: t.unit, rowHeader: true, width: '38%', render: (u) => u.name },
      ...youngGroups.map(
        (group): TableColumn<Counted> => ({
          key: group,
          label: t.group[group],
          align: 'end',
          width: '14%',
          render: (u) => (
            <NumberInput
              label={t.countOf(t.group[group], u.name)}
              hiddenLabel
              value={countOf(u, group)?.people ?? Number.NaN}
              min={0}
              max={99_999}
              step={1}
              onChange={(people) => set(u, group, people)}
              onEmpty={() => set(u, group, null)}
            />
          ),
        }),
      ),
      { key: 'origin', label: t.origin, render: (u) => <span className="muted small">{originOf(u)}</span> },
    ];
  }, [youngCounts, ages, year, t, dispatch]);
  return (
    <>
      <div className="settings-row">
        <TextInput label={t.ages} value={ages} onChange={setAges} />
        <TextInput label={t.year} value={year} onChange={setYear} />
      </div>
      <DataTable caption={t.counts} columns={columns} rows={units} rowKey={(u) => u.code} emptyText="" maxHeight="420px" />
    </>
  );
}
