import { useEffect, useMemo } from 'react';
import type { Analysis, UnitDomain } from '../../analysis/analysis';
import type { NeedsReading } from '../../analysis/needs';
import { needIds } from '../../model/domains';
import { LevelBadge } from '../../panels/LevelBadge';
import { needThemes } from '../../panels/themes';
import { useApp, useServices, useText } from '../../panels/useApp';
import { legalNeedSentence } from '../../sentences/gaps';
import { formatNumber } from '../../text/format';
import { LinkButton } from '../../ui/Button';
import { ThemeTables } from './ThemeTables';

interface Props {
  readonly analysis: Analysis;
  readonly scope: 'units' | 'communes';
  readonly onScope: (scope: 'units' | 'communes') => void;
}

/** The six needs of the law; they are asked for when first looked at. */
export function NeedsMatrix({ analysis, scope, onScope }: Props) {
  const text = useText();
  const { readNeeds } = useServices();
  const needs = useApp((s) => s.needs);
  useEffect(() => {
    if (!needs) readNeeds();
  }, [needs, readNeeds]);
  const themes = useMemo(() => (needs ? needThemes(analysis, needs, text) : []), [analysis, needs, text]);
  const words = text.ui.gaps.needs;
  if (!needs)
    return (
      <p className="muted" role="status">
        {text.ui.loading}
      </p>
    );
  const n = (value: number) => formatNumber(value, text.lang);
  const intro = (
    <p className="prose wide small">
      {words.intro} {needs.deduced > 0 && words.deduced(needs.deduced, n(needs.deduced), n(needs.schemes))}
    </p>
  );
  return (
    <div className={`gaps ${scope === 'units' ? 'by-need' : 'alone'}`}>
      <ThemeTables
        analysis={analysis}
        themes={themes}
        caption={scope === 'units' ? words.table : text.ui.matrix.communesByNeed}
        scope={scope}
        onScope={onScope}
        intro={intro}
      />
      {scope === 'units' && <LegalNeeds analysis={analysis} needs={needs} />}
    </div>
  );
}

/** The level at which most of the young people concerned live, 2 or 3: that of the territory may be lower. */
const concernedLevel = ({ people, youngByLevel }: UnitDomain): 2 | 3 => (youngByLevel[3] * 2 >= people ? 3 : 2);

/** Each need of each territory in a sentence, most young people first. */
function LegalNeeds({ analysis, needs }: { readonly analysis: Analysis; readonly needs: NeedsReading }) {
  const text = useText();
  const { focus } = useServices();
  const found = useMemo(
    () =>
      analysis.units
        .flatMap((unit, i) => needIds.map((need) => ({ unit, need, reading: needs.units[i]![need] })))
        .map((n) => ({ ...n, sentence: legalNeedSentence(n.need, n.unit, n.reading, analysis, text) }))
        .filter((n) => n.sentence !== null)
        .sort((a, b) => b.reading.people - a.reading.people),
    [analysis, needs, text],
  );
  if (found.length === 0) return null;
  return (
    <section className="gap-list" aria-labelledby="legal-needs-title">
      <h2 id="legal-needs-title">{text.ui.gaps.list}</h2>
      <ol className="gap-items">
        {found.map(({ unit, need, reading, sentence }) => (
          <li className="gap-item" key={`${need}:${unit.code}`}>
            <LevelBadge level={concernedLevel(reading)} />
            <LinkButton onPress={() => focus({ kind: 'unit', id: unit.code })}>{sentence}</LinkButton>
          </li>
        ))}
      </ol>
    </section>
  );
}
