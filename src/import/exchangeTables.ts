import { csvText } from '../model/csv';
import type { ExchangeAttributes, ExchangeGraph, ExchangeReading } from '../model/exchange';
import type { Result } from '../model/result';
import { decode } from './decode';
import { readGexf } from './formats/gexf';
import { readGraphml } from './formats/graphml';

/** The reader of a graph written in XML, told by the first characters of the file; null for anything else. */
export function findGraphReader(text: string): ((text: string, name: string) => Result<ExchangeReading>) | null {
  const root = /^\ufeff?\s*(?:<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>|\s)*<(?:\w+:)?(gexf|graphml)\b/.exec(
    text,
  );
  return root ? (root[1] === 'gexf' ? readGexf : readGraphml) : null;
}

/** The graph of a file of bytes, or null when it is no graph in XML. */
export function readGraphBytes(bytes: Uint8Array, name: string): Result<ExchangeReading> | null {
  const reader = findGraphReader(new TextDecoder('latin1').decode(bytes.subarray(0, 4000)).replace(/\0|^(ÿþ|þÿ|ï»¿)/g, ''));
  return reader === null ? null : reader(decode(bytes).text, name);
}

/** Rows whose first columns are given, all other attributes after them under their names. */
function table(
  own: readonly string[],
  rows: readonly { readonly told: Readonly<Record<string, string>>; readonly attributes: ExchangeAttributes }[],
): string {
  const others = [...new Set(rows.flatMap((r) => Object.keys(r.attributes)))].filter((name) => !own.includes(name));
  const cell = (value: ExchangeAttributes[string] | undefined) => (value === undefined ? '' : String(value));
  return csvText([
    [...own, ...others],
    ...rows.map(({ told, attributes }) => [
      ...own.map((name) => told[name] ?? cell(attributes[name])),
      ...others.map((name) => cell(attributes[name])),
    ]),
  ]);
}

/**
 * A graph as our own tables « acteurs » and « partenariats »: every node and edge it told, so that reading the tables
 * keeps, merges or refuses each with its reason. No table of partnerships without an edge.
 */
export function exchangeTables({ nodes, edges }: ExchangeGraph): {
  readonly acteurs: string;
  readonly partenariats: string | null;
} {
  const actors = nodes.map(({ id, label, attributes }) => ({ told: { id, nom: label || id }, attributes }));
  const ties = edges.map(({ source, target, directed, weight, attributes }) => ({
    told: {
      source_id: source,
      cible_id: target,
      ...(directed && attributes['sens'] === undefined ? { sens: 'sens-unique' } : {}),
      ...(weight !== undefined && attributes['intensite'] === undefined ? { intensite: String(weight) } : {}),
    },
    attributes,
  }));
  return {
    acteurs: table(['id', 'nom', 'categorie', 'sigle'], actors),
    partenariats: ties.length === 0 ? null : table(['source_id', 'cible_id', 'nature', 'sens', 'intensite'], ties),
  };
}
