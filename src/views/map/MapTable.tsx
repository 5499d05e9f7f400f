import { useMemo } from 'react';
import type { Analysis, CommuneReading } from '../../analysis/analysis';
import type { DomainId } from '../../model/domains';
import { LevelBadge } from '../../panels/LevelBadge';
import { useApp, useServices, useText } from '../../panels/useApp';
import { confidenceText, minutesText, reachText } from '../../panels/words';
import { youngWho } from '../../sentences/young';
import { formatPeople, formatShare } from '../../text/format';
import type { Text } from '../../text/fr';
import { LinkButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';

function columnsOf(
  analysis: Analysis,
  domain: DomainId,
  text: Text,
  open: (code: string) => void,
): TableColumn<CommuneReading>[] {
  const units = new Map(analysis.units.map((u) => [u.code, u.name]));
  const t = text.ui.table;
  const of = (c: CommuneReading) => c.domains[domain];
  return [
    {
      key: 'name',
      label: t.commune,
      rowHeader: true,
      width: '18%',
      render: (c) => <LinkButton onPress={() => open(c.code)}>{c.name}</LinkButton>,
      sort: (c) => c.name,
    },
    {
      key: 'unit',
      label: t.unit,
      width: '18%',
      render: (c) => units.get(c.unitCode),
      sort: (c) => units.get(c.unitCode) ?? null,
    },
    {
      key: 'young',
      label: youngWho(analysis, text).short,
      align: 'end',
      width: '8%',
      render: (c) => formatPeople(c.young, text.lang),
      sort: (c) => c.young,
    },
    {
      key: 'level',
      label: t.level,
      width: '16%',
      render: (c) => {
        const range = of(c)?.range;
        return range ? (
          text.ui.card.undeterminedOf(range[0], range[1])
        ) : (
          <LevelBadge level={of(c)?.level ?? null} component={of(c)?.component} withWords />
        );
      },
      sort: (c) => of(c)?.level ?? null,
    },
    {
      key: 'minutes',
      label: t.minutes,
      align: 'end',
      width: '12%',
      render: (c) => minutesText(of(c)?.minutes ?? null, text),
      sort: (c) => of(c)?.minutes ?? null,
    },
    {
      key: 'reach',
      label: t.withinReach,
      align: 'end',
      width: '8%',
      // The level beside it says that data are absent: there is no room twice.
      render: (c) => (of(c)?.level === null ? '–' : reachText(of(c), text)),
      sort: (c) => (of(c)?.level === null ? null : (of(c)?.withinReach ?? null)),
    },
    {
      key: 'robustness',
      label: text.ui.card.robustness,
      align: 'end',
      width: '10%',
      render: (c) => {
        const share = of(c)?.robustness;
        return share === null || share === undefined ? '–' : formatShare(share, text.lang);
      },
      sort: (c) => of(c)?.robustness ?? null,
    },
    { key: 'confidence', label: t.confidence, width: '11%', render: (c) => confidenceText(of(c)?.confidence ?? null, text) },
  ];
}

/** The map's values, commune by commune. */
export function MapTable({
  analysis,
  domain,
  title,
}: {
  readonly analysis: Analysis;
  readonly domain: DomainId;
  readonly title: string;
}) {
  const text = useText();
  const { focus } = useServices();
  const selected = useApp((s) => s.view.focus);
  const hidden = useApp((s) => s.view.hiddenLevels);
  const columns = useMemo(
    () => columnsOf(analysis, domain, text, (code) => focus({ kind: 'commune', id: code })),
    [analysis, domain, text, focus],
  );
  const rows = useMemo(
    () => analysis.communes.filter((c) => !hidden.some((h) => h === (c.domains[domain]?.level ?? 'none').toString())),
    [analysis, domain, hidden],
  );
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={rows}
      rowKey={(c) => c.code}
      emptyText={text.ui.table.empty}
      selectedKey={selected?.kind === 'commune' ? selected.id : null}
      initialSort={{ key: 'level', descending: true }}
      maxHeight="100%"
    />
  );
}
