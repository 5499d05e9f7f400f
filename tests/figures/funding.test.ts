import { expect, test } from 'vitest';
import { readFunding } from '../../src/analysis/funding';
import { buildFundingFigure } from '../../src/figures/fundingFigure';
import { emptyInventory } from '../../src/model/inventory';
import { fr } from '../../src/text/fr';
import { actor, tie } from '../analysis/fixture';

test('funders put together keep their kind of money: none whose origin is known is said not to be', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `f${String(i).padStart(2, '0')}`);
  const actors = [
    ...ids.map((id, i) => actor(id, { name: id, kind: i % 2 === 0 ? 'region' : 'fondation' })),
    actor('asso', { kind: 'association' }),
  ];
  const partnerships = ids.map((id, i) => tie(id, 'asso', { nature: 'cofinancement', amountEuros: 1000 - i, year: 2025 }));
  const funding = readFunding({ ...emptyInventory, actors, partnerships }, [], '2026-11-22');
  expect(funding.hasEnds).toBe(false);
  const figure = buildFundingFigure({ funding, year: null, nameOf: (id) => id, text: fr })!;
  const said = figure.scene.items.flatMap((i) => (i.kind === 'text' ? [i.text.replace(/\s/g, ' ')] : []));
  expect(said).toEqual(expect.arrayContaining(['Argent public', 'Argent privé']));
  expect(said).not.toContain('Origine non précisée');
  // Fourteen are named; six are left: 986 + 984 + 982 of public money, 985 + 983 + 981 of private.
  expect(said.filter((t) => t === '3 autres')).toHaveLength(2);
  expect(said).toEqual(expect.arrayContaining(['2 949 €', '2 952 €']));
  expect(figure.source).toContain('tous avec leur montant');
  // Fifteen: the last one takes no more room than « 1 autre » would.
  const fifteen = readFunding({ ...emptyInventory, actors, partnerships: partnerships.slice(0, 15) }, [], '2026-11-22');
  const all = JSON.stringify(buildFundingFigure({ funding: fifteen, year: null, nameOf: (id) => id, text: fr })!.scene.items);
  expect(all).toContain('f14');
  expect(all).not.toContain('autre');
  // Names are set in the language's typography, as in the rest of the document.
  const named = buildFundingFigure({ funding, year: null, nameOf: () => "Maison de l'Erdre", text: fr })!;
  expect(JSON.stringify(named.scene.items)).toContain('Maison de l’Erdre');
  expect(JSON.stringify(named.scene.items)).not.toContain("l'Erdre");
});
