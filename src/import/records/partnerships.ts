import { idOf } from '../../model/identity';
import type { Actor, Partnership } from '../../model/inventory';
import { intensities, type Nature } from '../../model/lists';
import { parseYesNo } from '../../model/values';
import { normalise } from '../../model/words';
import { type Cells, known } from '../cells';
import type { FieldId } from '../columns';
import type { Draft } from '../draft';
import { kindFromName, terms } from '../terms';
import type { RowOutcome } from './rows';
import { refuse } from './rows';

interface End {
  readonly id: FieldId;
  readonly name: FieldId;
  readonly siren: FieldId;
}
const from: End = { id: 'fromId', name: 'fromName', siren: 'fromSiren' };
const to: End = { id: 'toId', name: 'toName', siren: 'toSiren' };

/** The actor at one end of a tie: by id, by SIREN or exact name among those known, else a new one that carries only its name. */
function endOf(cells: Cells, draft: Draft, end: End): Actor | { readonly missing: FieldId } {
  const id = cells.text(end.id);
  if (id !== '') return draft.findActor(id) ?? { missing: end.id };
  const name = cells.text(end.name);
  const { siren, siret } = cells.identity(end.siren, end.siren);
  if (name === '' && !siren) return { missing: end.name };
  const present = draft.findActorLike(siren, name);
  if (present) return present;
  const label = name || siren!;
  const stated = end === from ? cells.term('fromKind', terms.kind) : undefined;
  return known({
    id: idOf('a', siren ? `siren:${siren}` : `nom:${normalise(name)}|`),
    name: label,
    kind: stated ?? kindFromName(label),
    siren,
    siret,
    source: cells.source,
  });
}

function intensityOf(cells: Cells): Partnership['intensity'] {
  const value = cells.count('intensity');
  const found = intensities.find((i) => i === value);
  if (value !== undefined && found === undefined) cells.note('valeur-inconnue', 'intensity');
  return found;
}

/** "constaté", "oui", nothing: stated by the source; "déduit", "non": deduced by it. */
const isStated = (cells: Cells): boolean => {
  const text = normalise(cells.text('stated'));
  return !text.startsWith('dedui') && parseYesNo(text) !== false;
};

/** The nature that the headings tell, where no column states it. */
function natureFromHeadings(cells: Cells): Nature {
  const words = normalise([from.name, from.siren, to.name, to.siren].map((f) => cells.headerOf(f) ?? '').join(' '));
  if (/financ|attribu/.test(words)) return 'cofinancement';
  return /groupement|adhes|membre|federation/.test(words) ? 'reseau' : 'autre';
}

/**
 * The tie of a row; null when the very same row was already read. Two rows of a file that say the same of a tie but
 * differ elsewhere (the day of a payment) are two ties; a second file that says the same meets those of the first.
 */
function readTie(cells: Cells, draft: Draft, fromId: string, toId: string): Partnership | null {
  const nature = cells.term('nature', terms.nature) ?? natureFromHeadings(cells);
  const amountEuros = cells.number('amount');
  const year = cells.year('year');
  const proof = cells.text('proof') || cells.text('origin') || undefined;
  const key = [fromId, toId, nature, year ?? '', amountEuros ?? '', normalise(proof ?? '')].join('|');
  const rank = draft.rankOfTie(key, cells.source.file, cells.cells);
  if (rank === null) return null;
  return known({
    id: idOf('p', rank === 0 ? key : `${key}|${rank + 1}`),
    fromId,
    toId,
    nature,
    intensity: intensityOf(cells),
    status: cells.term('tieStatus', terms.tieStatus) ?? 'existant',
    stated: isStated(cells),
    direction: cells.term('direction', terms.direction),
    confirmation: cells.term('confirmation', terms.confirmation),
    amountEuros,
    year,
    document: cells.text('document') || undefined,
    startsOn: cells.date('startsOn'),
    endsOn: cells.date('endsOn'),
    proof,
    nextAction: cells.text('nextAction') || undefined,
    nextActionOn: cells.date('nextActionOn'),
    source: cells.source,
  });
}

/** Heading of an end's column, by whatever field it is known. */
const headerOfEnd = (cells: Cells, missing: FieldId): string | null =>
  cells.headerOf(missing) ?? cells.headerOf(missing.startsWith('from') ? from.siren : to.siren);

/** Why an end is not known: an id that no file holds, a SIREN whose key is wrong, or nothing at all. */
function refuseEnd(cells: Cells, missing: FieldId): RowOutcome {
  const column = headerOfEnd(cells, missing);
  const value = cells.text(missing);
  if (value !== '') return refuse('acteur-inconnu', column, { valeur: value });
  const wrong = cells.text(missing.startsWith('from') ? from.siren : to.siren);
  return refuse('lien-incomplet', column, wrong === '' ? { valeur: '' } : { identifiant: wrong });
}

/** A row that ties two actors: `partenariats.csv`, funding lists, edge lists. */
export function readPartnershipRow(cells: Cells, draft: Draft): RowOutcome {
  const [a, b] = [endOf(cells, draft, from), endOf(cells, draft, to)];
  for (const end of [a, b]) if ('missing' in end) return refuseEnd(cells, end.missing);
  const [start, finish] = [a as Actor, b as Actor];
  if (start.id === finish.id)
    return refuse('lien-incomplet', headerOfEnd(cells, cells.has('toId') ? 'toId' : 'toName'), { valeur: finish.name });
  const partnership = readTie(cells, draft, start.id, finish.id);
  if (partnership === null || draft.partnerships.has(partnership.id)) return 'merged';
  for (const actor of [start, finish]) if (draft.findActor(actor.id) === null) draft.add({ actor });
  draft.add({ partnership });
  return 'kept';
}
