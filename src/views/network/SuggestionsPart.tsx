import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import { type SpareTie, sparing } from '../../analysis/networkFindings';
import { findNetworks, findSeats, type Presence } from '../../analysis/roundTable';
import { mostSuggestions, type SuggestionTerms, type TieSuggestion, takenPairs } from '../../analysis/suggestions';
import type { DomainId } from '../../model/domains';
import { mutualAidNetworks } from '../../model/mutualAid';
import { useApp, useDiagnosis, useServices, useText } from '../../panels/useApp';
import { namesOf, spareTieSentence, suggestionSentence } from '../../sentences/networkFindings';
import { youngBasis, youngWho } from '../../sentences/young';
import { indexOf } from '../../state/selectors';
import { formatNumber } from '../../text/format';
import { networkWords } from '../../text/network';
import { Button, LinkButton } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';

const NewTieDialog = lazy(() => import('../../panels/focus/NewTieDialog'));

/** Leads for robustness that may stand among the ten. */
const mostSpare = 3;

type Lead =
  | { readonly kind: 'pair'; readonly key: string; readonly of: TieSuggestion }
  | { readonly kind: 'spare'; readonly key: string; readonly of: SpareTie };

/** The ten leads: introductions by score, three at most of those that spare the network a cut point. */
function useLeads(): readonly Lead[] | null {
  const suggestions = useApp((s) => s.suggestions);
  const findings = useApp((s) => s.networkFindings);
  const diagnosis = useDiagnosis();
  return useMemo(() => {
    if (!suggestions || !findings) return null;
    const { stated, all } = findings.readings;
    const { whole } = diagnosis.settings.deducedTies ? all : stated;
    const spare = sparing(whole, takenPairs(diagnosis)).slice(0, mostSpare);
    const pairs = suggestions.list.slice(0, mostSuggestions - spare.length);
    return [
      ...pairs.map((of): Lead => ({ kind: 'pair', key: of.key, of })),
      ...spare.map((of): Lead => ({ kind: 'spare', key: `lien:${[of.a, of.b].sort().join('~~')}`, of })),
    ];
  }, [suggestions, findings, diagnosis]);
}

/** Who could be introduced to whom, which mutual-aid networks and seats are absent. */
export default function SuggestionsPart() {
  const text = useText();
  const { suggest } = useServices();
  const suggestions = useApp((s) => s.suggestions);
  const diagnosis = useDiagnosis();
  const leads = useLeads();
  const words = networkWords(text.lang).suggestions;
  const isCurrent = suggestions?.of === diagnosis;
  useEffect(() => {
    if (!isCurrent) suggest();
  }, [isCurrent, suggest]);
  return (
    <div className="reading">
      <section className="reading-part">
        <h2>{words.title}</h2>
        <p className="small muted">{words.intro}</p>
        {!leads ? (
          <p className="muted">{words.computing}</p>
        ) : leads.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ol className="leads">
            {leads.map((lead) => (
              <LeadItem key={lead.key} lead={lead} />
            ))}
          </ol>
        )}
        <Asides />
        <p className="small muted">{words.termsHelp}</p>
      </section>
      <PresenceTable
        title={words.networks}
        note={words.networksNote}
        rows={findNetworks(diagnosis.inventory, diagnosis.lists)}
        of="networks"
      />
      <PresenceTable
        title={words.seats}
        note={words.seatsNote}
        rows={findSeats(diagnosis.inventory, diagnosis.lists)}
        of="seats"
      />
    </div>
  );
}

function useDomainsOf(): (actorId: string) => readonly DomainId[] {
  const network = useApp((s) => s.analysis?.network);
  return useMemo(() => {
    const domains = new Map((network?.nodes ?? []).map((n) => [n.id, n.domains]));
    return (id) => domains.get(id) ?? [];
  }, [network]);
}

function LeadItem({ lead }: { readonly lead: Lead }) {
  const text = useText();
  const { dispatch, focus, look, signed } = useServices();
  const analysis = useApp((s) => s.analysis);
  const diagnosis = useDiagnosis();
  const [isAccepting, setAccepting] = useState(false);
  const domainsOf = useDomainsOf();
  const words = networkWords(text.lang).suggestions;
  const nameOf = namesOf(indexOf(diagnosis.inventory).actors, text, false);
  if (!analysis) return null;
  const { a, b } = lead.of;
  const names: [string, string] = [nameOf(a), nameOf(b)];
  const unit = lead.kind === 'pair' ? analysis.units.find((u) => u.code === lead.of.unitCode)?.name : undefined;
  const who = youngWho(analysis, text).many;
  const sentence =
    lead.kind === 'pair'
      ? suggestionSentence(lead.of, { domainsOf, unitName: unit ?? '', who, basis: youngBasis(analysis, text), nameOf, text })
      : spareTieSentence(lead.of, nameOf, text);
  const partner = lead.kind === 'pair' ? lead.of.commonPartner : null;
  const status = text.model.tieStatuses.souhaite;
  return (
    <li className="lead">
      <h3>{names.join(' – ')}</h3>
      <p>{sentence}</p>
      {lead.kind === 'pair' ? (
        <Terms score={lead.of.score} terms={lead.of.terms} />
      ) : (
        <p className="small muted">{words.spareHelp}</p>
      )}
      <div className="card-actions">
        <Button variant="primary" aria-label={words.acceptOf(...names)} onPress={() => setAccepting(true)}>
          {words.accept}
        </Button>
        <Button
          aria-label={words.setAsideOf(...names)}
          onPress={() => dispatch({ type: 'setAside', key: lead.key, ...signed() }, { said: words.wasSetAside })}
        >
          {words.setAside}
        </Button>
        <Button
          aria-label={words.onGraphOf(names[0])}
          onPress={() => {
            look({ network: 'graph', asTable: false, pathTo: b, arrangement: 'ties' });
            focus({ kind: 'actor', id: a });
          }}
        >
          {words.onGraph}
        </Button>
      </div>
      <Suspense>
        {isAccepting && (
          <NewTieDialog
            from={a}
            to={b}
            preset={{ status, nextAction: words.action(partner ? nameOf(partner) : '') }}
            onClose={() => setAccepting(false)}
          />
        )}
      </Suspense>
    </li>
  );
}

function Terms({ score, terms }: { readonly score: number; readonly terms: SuggestionTerms }) {
  const text = useText();
  const words = networkWords(text.lang).suggestions;
  const shown = (value: number) => formatNumber(value, text.lang, 2);
  return (
    <dl className="terms small">
      {(['territory', 'complementarity', 'need', 'feasibility'] as const).map((id) => (
        <div key={id}>
          <dt>{words.terms[id]}</dt>
          <dd className="tabular">{shown(terms[id])}</dd>
        </div>
      ))}
      <div>
        <dt>{words.score}</dt>
        <dd className="tabular">
          <strong>{shown(score)}</strong>
        </dd>
      </div>
    </dl>
  );
}

/** Leads that were set aside, to be taken up again. */
function Asides() {
  const text = useText();
  const { dispatch } = useServices();
  const { setAside = [], inventory } = useDiagnosis();
  const words = networkWords(text.lang).suggestions;
  const { actors } = indexOf(inventory);
  if (setAside.length === 0) return null;
  const names = (key: string) =>
    key
      .replace(/^lien:/, '')
      .split('~~')
      .map((id) => actors.get(id)?.name ?? id)
      .join(' – ');
  return (
    <details>
      <summary>{words.asides(setAside.length)}</summary>
      <ul>
        {setAside.map(({ key }) => (
          <li key={key}>
            {names(key)}{' '}
            <Button aria-label={`${words.takeUp} : ${names(key)}`} onPress={() => dispatch({ type: 'takeUp', key })}>
              {words.takeUp}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface PresenceProps {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly Presence[];
  readonly of: 'networks' | 'seats';
}

const mostNamed = 3;

/** What a reference list expects, and who of the inventory answers to it. */
function PresenceTable({ title, note, rows, of }: PresenceProps) {
  const text = useText();
  const { focus } = useServices();
  const { actors } = indexOf(useDiagnosis().inventory);
  const words = networkWords(text.lang).suggestions;
  const labels: Readonly<Record<string, string>> = of === 'networks' ? text.model.mutualAid : text.model.seats;
  const brings = new Map<string, keyof typeof words.brings>(mutualAidNetworks.map((n) => [n.id, n.brings]));
  const named = ({ actorIds, isByKind }: Presence): ReactNode =>
    actorIds.length === 0 ? (
      <span className="absent">{words.absent}</span>
    ) : (
      <>
        {actorIds.slice(0, mostNamed).map((id) => (
          <span key={id}>
            <LinkButton onPress={() => focus({ kind: 'actor', id })}>{actors.get(id)?.name ?? id}</LinkButton>{' '}
          </span>
        ))}
        {actorIds.length > mostNamed && words.more(actorIds.length - mostNamed)}
        {isByKind && <span className="muted">{words.likely}</span>}
      </>
    );
  const tied = ({ actorIds, tiedIds }: Presence): string => {
    if (actorIds.length === 0) return '';
    if (tiedIds.length === 0) return words.tied.no;
    return tiedIds.length === actorIds.length ? words.tied.yes : words.tied.some(tiedIds.length, actorIds.length);
  };
  const columns: TableColumn<Presence>[] = [
    { key: 'name', label: words.columns.name, rowHeader: true, render: (r) => labels[r.id] ?? r.id },
    ...(of === 'networks'
      ? [{ key: 'brings', label: words.columns.brings, render: (r: Presence) => words.brings[brings.get(r.id)!] ?? '' }]
      : []),
    { key: 'presence', label: words.columns.presence, render: named, sort: (r) => r.actorIds.length },
    { key: 'tie', label: words.columns.tie, render: tied },
    { key: 'source', label: words.columns.source, render: (r) => (r.verified ? words.verified : words.unverified) },
  ];
  return (
    <section className="reading-part">
      <h2>{title}</h2>
      <DataTable caption={title} columns={columns} rows={rows} rowKey={(r) => r.id} emptyText="" />
      <p className="small muted">{note}</p>
    </section>
  );
}
