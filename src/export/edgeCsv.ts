import { csvText } from '../model/csv';
import type { ExchangeAttributes, ExchangeGraph } from '../model/exchange';
import { numberText, valueText } from './attributeColumns';

const titlesOf = (all: readonly ExchangeAttributes[]): string[] => [...new Set(all.flatMap((a) => Object.keys(a)))];

/** An attribute called like one of the columns that are always there has an underscore before it. */
const heading = (title: string, taken: readonly string[]) => (taken.includes(title.replace(/^_+/, '')) ? `_${title}` : title);

const cellsOf = (attributes: ExchangeAttributes, titles: readonly string[]): string[] =>
  titles.map((title) => (Object.hasOwn(attributes, title) ? valueText(attributes[title]!) : ''));

/** The nodes as a CSV that Gephi imports (Id, Label, attributes), isolates included. A CSV holds text: types are lost. */
export function nodesCsv({ nodes }: ExchangeGraph): string {
  const titles = titlesOf(nodes.map((n) => n.attributes));
  const own = ['Id', 'Label'];
  return csvText([
    [...own, ...titles.map((title) => heading(title, own))],
    ...nodes.map(({ id, label, attributes }) => [id, label ?? '', ...cellsOf(attributes, titles)]),
  ]);
}

/** The edges as a CSV that Gephi imports (Source, Target, Type, Id, Weight, attributes). */
export function edgesCsv({ edges }: ExchangeGraph): string {
  const titles = titlesOf(edges.map((e) => e.attributes));
  const own = ['Source', 'Target', 'Type', 'Id', 'Weight'];
  return csvText([
    [...own, ...titles.map((title) => heading(title, own))],
    ...edges.map(({ id, source, target, directed, weight, attributes }) => [
      ...[source, target, directed ? 'Directed' : 'Undirected', id ?? '', weight === undefined ? '' : numberText(weight)],
      ...cellsOf(attributes, titles),
    ]),
  ]);
}
