import type { ReactNode } from 'react';
import type { Analysis, CommuneDomain } from '../../analysis/analysis';
import type { DomainId } from '../../model/domains';
import { LevelBadge } from '../../panels/LevelBadge';
import { useText } from '../../panels/useApp';
import { confidenceText, minutesText } from '../../panels/words';
import type { Text } from '../../text/fr';
import type { MapTarget } from './mapModel';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly children: ReactNode;
}

/** A few words beside the pointer; the card on the right tells the rest. */
export function HoverCard({ x, y, width, children }: Props) {
  const side = x > width - 280 ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div className="hover-card" style={{ ...side, top: y + 12 }} aria-hidden>
      {children}
    </div>
  );
}

interface TargetProps {
  readonly target: MapTarget;
  readonly analysis: Analysis;
  readonly domain: DomainId;
}

/** What the pointer meets on the map of levels: a place, or a commune with its level. */
export function TargetWords({ target, analysis, domain }: TargetProps) {
  const text = useText();
  if (target.kind === 'commune') return <CommuneWords code={target.code} analysis={analysis} domain={domain} />;
  if (target.kind === 'cluster')
    return (
      <>
        <strong>{text.ui.map.places(target.sites.length)}</strong>
        <span className="small muted">{text.ui.map.closer}</span>
      </>
    );
  const { schemes } = target.site;
  return (
    <>
      <strong>{schemes[0]?.name}</strong>
      <span className="muted">{schemes[0]?.actorName}</span>
      {schemes.length > 1 && <span className="small">{text.ui.map.others(schemes.length - 1)}</span>}
      {schemes[0]?.precision === 'commune' && <span className="small muted">{text.ui.map.atCommune}</span>}
    </>
  );
}

/** Confidence in what is recorded, and how many variants leave the commune in need. */
function sureness(reading: CommuneDomain, analysis: Analysis, domain: DomainId, text: Text): string {
  const runs = analysis.access[domain]?.runs ?? 0;
  const robustness =
    reading.robustness === null
      ? text.analysis.robustnessPending
      : text.ui.card.robustnessOf(text.ui.values.ratio(Math.round(reading.robustness * runs), runs));
  return `${text.ui.card.confidence}${text.analysis.separator}${confidenceText(reading.confidence, text)} · ${robustness}`;
}

function CommuneWords({
  code,
  analysis,
  domain,
}: {
  readonly code: string;
  readonly analysis: Analysis;
  readonly domain: DomainId;
}) {
  const text = useText();
  const commune = analysis.communes.find((c) => c.code === code);
  const reading = commune?.domains[domain];
  if (!commune || !reading) return null;
  const unit = analysis.units.find((u) => u.code === commune.unitCode);
  return (
    <>
      <strong>{commune.name}</strong>
      {unit && <span className="muted small">{unit.name}</span>}
      {reading.range ? (
        <span>{text.ui.card.undeterminedOf(reading.range[0], reading.range[1])}</span>
      ) : (
        <LevelBadge level={reading.level} component={reading.component} withWords />
      )}
      {reading.level !== null && (
        <span className="small">
          {minutesText(reading.minutes, text)}
          {reading.nearest && ` · ${reading.nearest.name}`}
        </span>
      )}
      {reading.level !== null && <span className="small muted">{sureness(reading, analysis, domain, text)}</span>}
    </>
  );
}
