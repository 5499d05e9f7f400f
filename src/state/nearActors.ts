import type { Actor, Inventory } from '../model/inventory';
import { normalise } from '../model/words';

/** Pairs of letters that follow one another in the words of a name. */
function pairsOf(name: string): ReadonlySet<string> {
  const text = normalise(name).replace(/[^a-z0-9]+/g, ' ');
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

/** Share of the pairs of letters that two names have in common (Dice, 1945): 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const pair of a) if (b.has(pair)) common += 1;
  return (2 * common) / (a.size + b.size);
}

const alikeFrom = 0.75;

interface Entered {
  readonly words: string;
  readonly digits: string;
  readonly pairs: ReadonlySet<string>;
}

/** How surely an actor is the one entered: 2 by its number, 1 by its name or acronym, under 1 by a name much like it. */
function scoreOf({ words, digits, pairs }: Entered, actor: Actor): number {
  if (digits.length >= 9 && (actor.siret === digits || actor.siren === digits.slice(0, 9))) return 2;
  if (words.length < 3) return 0;
  if ([actor.name, actor.acronym ?? ''].some((n) => normalise(n) === words)) return 1;
  return words.length < 5 ? 0 : likeness(pairs, pairsOf(actor.name));
}

/** Actors that one about to be entered may already be, the surest first, at most five. */
export function nearActors(entered: { readonly name: string; readonly siret: string }, { actors }: Inventory): readonly Actor[] {
  const of = { words: normalise(entered.name), digits: entered.siret.replace(/\D/g, ''), pairs: pairsOf(entered.name) };
  return actors
    .map((actor) => ({ actor, score: scoreOf(of, actor) }))
    .filter((s) => s.score >= alikeFrom)
    .sort((a, b) => b.score - a.score || (a.actor.id < b.actor.id ? -1 : 1))
    .slice(0, 5)
    .map((s) => s.actor);
}
