import type { CommuneDomain, UnitDomain } from '../../analysis/analysis';
import type { DomainId } from '../../model/domains';
import { LinkButton } from '../../ui/Button';
import { DomainMark } from '../DomainMark';
import { LevelBadge } from '../LevelBadge';
import { useServices, useText } from '../useApp';
import { minutesText } from '../words';

interface Props {
  readonly domains: readonly DomainId[];
  readonly readings: Readonly<Partial<Record<DomainId, CommuneDomain | UnitDomain>>>;
}

/** One line per domain: level, minutes, nearest scheme. */
export function DomainLevels({ domains, readings }: Props) {
  const text = useText();
  const { focus, look } = useServices();
  return (
    <ul className="domain-levels">
      {domains.map((domain) => {
        const reading = readings[domain];
        if (!reading) return null;
        const { nearest } = reading;
        return (
          <li key={domain}>
            <div className="line">
              <DomainMark domain={domain} />
              <LinkButton onPress={() => look({ domain })}>{text.model.domains[domain].name}</LinkButton>
            </div>
            {reading.range ? (
              <span>{text.ui.card.undeterminedOf(reading.range[0], reading.range[1])}</span>
            ) : (
              <LevelBadge level={reading.level} component={reading.component} withWords />
            )}
            <p className="small muted level-detail">
              <span>{reading.level === null ? text.ui.card.noRecord : minutesText(reading.minutes, text)}</span>
              {nearest && <LinkButton onPress={() => focus({ kind: 'scheme', id: nearest.schemeId })}>{nearest.name}</LinkButton>}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
