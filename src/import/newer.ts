import type { Command } from '../document/commands';
import type { Diagnosis } from '../document/diagnosis';
import { presentId } from '../document/duplicates';
import {
  diffInventory,
  findOlderFile,
  inventoryWithout,
  type RecordChange,
  type ReimportChoices,
  type ReimportDiff,
} from '../document/reimport';
import type { Inventory } from '../model/inventory';
import type { Territory } from '../model/territory';
import { commandFrom } from './accept';
import { type FileInput, type FileOverrides, type ImportControl, type ImportDraft, importFiles } from './import';

/** A file of the draft that is, or may be, a newer version of a file of the diagnosis. */
export interface Update {
  readonly file: string;
  readonly older: string;
  /** It takes the older one's place; else it is added beside it. */
  readonly isTaken: boolean;
}

export interface ReadRequest {
  readonly files: readonly FileInput[];
  /** What the user decided, by file. */
  readonly choices: Readonly<Record<string, FileOverrides>>;
  /** Choices made on earlier files, by shape. */
  readonly memory: Readonly<Record<string, FileOverrides>>;
  /** By file: whether it takes the place of the older one; absent: the likeliest. */
  readonly updates: Readonly<Record<string, boolean>>;
}

/** A draft with what was found of it in the memory and in the diagnosis. */
export interface ReadDraft {
  readonly draft: ImportDraft;
  readonly choices: Readonly<Record<string, FileOverrides>>;
  /** Files whose choices come from the memory. */
  readonly recalled: readonly string[];
  readonly updates: readonly Update[];
  readonly diff: ReimportDiff | null;
}

const kinds = ['actors', 'sites', 'schemes', 'partnerships'] as const;

/** Records of one file of a draft, with the actors of the diagnosis that they found there. */
function statedBy(d: Diagnosis, draft: Inventory, file: string): Inventory {
  const own = <T extends { readonly source: { readonly file: string } }>(records: readonly T[]) =>
    records.filter((r) => r.source.file === file);
  const [sites, schemes] = [own(draft.sites), own(draft.schemes)];
  const met = new Set([...sites, ...schemes].map((r) => r.actorId));
  const actors = [...own(draft.actors), ...d.inventory.actors.filter((a) => met.has(a.id))];
  return { actors, sites, schemes, partnerships: own(draft.partnerships) };
}

/** A file of the same name shares at least so much with the older one, or it is another file. */
const leastShared = 0.1;

/** Share of the records of a file of the diagnosis that a newer inventory states too, by id; all of it where neither holds any. */
function sharedWith(d: Diagnosis, older: string, next: Inventory): number {
  let [all, shared] = [0, 0];
  for (const kind of kinds) {
    const ids = new Set(next[kind].map((r) => presentId(d, kind, r.id)));
    for (const r of d.inventory[kind]) {
      if (r.source.file !== older) continue;
      all += 1;
      if (ids.has(r.id)) shared += 1;
    }
  }
  // Figures and sectors make no record: two files of them under one name are versions of one.
  if (all === 0) return kinds.every((kind) => next[kind].length === 0) ? 1 : 0;
  return shared / all;
}

function findUpdates(d: Diagnosis, draft: ImportDraft, asked: ReadRequest['updates']): Update[] {
  const claimed = new Set<string>();
  return draft.files.flatMap(({ name, rows }) => {
    if (rows.kept + rows.merged === 0) return [];
    const next = statedBy(d, draft.inventory, name);
    const older = findOlderFile(d, name, next);
    if (older === null || claimed.has(older)) return [];
    claimed.add(older);
    return [{ file: name, older, isTaken: asked[name] ?? sharedWith(d, older, next) >= leastShared }];
  });
}

/**
 * Reads files beside a diagnosis: choices made on a file of the same shape are made again, and a newer version of a file
 * that is there is read without the records of the older one, and compared with them.
 */
export async function readBeside(
  d: Diagnosis,
  territory: Territory,
  today: string,
  request: ReadRequest,
  control: ImportControl = {},
): Promise<ReadDraft> {
  const { files, memory } = request;
  const readWith = (overrides: ReadRequest['choices'], existing: Inventory) =>
    importFiles(files, { territory, today, existing, sectors: d.sectors ?? [], overrides }, control);
  let choices = request.choices;
  let draft = await readWith(choices, d.inventory);
  const recalled = draft.files.filter((f) => choices[f.name] === undefined && memory[f.shape] !== undefined);
  if (recalled.length > 0) {
    choices = { ...choices, ...Object.fromEntries(recalled.map((f) => [f.name, memory[f.shape]!])) };
    draft = await readWith(choices, d.inventory);
  }
  const updates = findUpdates(d, draft, request.updates);
  const olders = updates.filter((u) => u.isTaken).map((u) => u.older);
  if (olders.length > 0 && !draft.cancelled) draft = await readWith(choices, inventoryWithout(d.inventory, olders));
  const diff = olders.length > 0 && !draft.cancelled ? diffInventory(d, draft.inventory, olders) : null;
  return { draft, choices, recalled: recalled.map((f) => f.name), updates, diff };
}

/** What of a diff is told on screen: the new records are counted, not sent. */
export interface DiffSummary {
  readonly added: Readonly<Record<keyof Inventory, number>>;
  /** Some of the new actors and schemes. */
  readonly addedNames: readonly string[];
  readonly changed: readonly RecordChange[];
  readonly gone: Inventory;
  readonly keptThoughGone: ReimportDiff['keptThoughGone'];
  readonly unchanged: number;
}

const namesShown = 50;

/** A diff without the new records. */
export function summaryOfDiff({ added, changed, gone, keptThoughGone, unchanged }: ReimportDiff): DiffSummary {
  return {
    added: {
      actors: added.actors.length,
      sites: added.sites.length,
      schemes: added.schemes.length,
      partnerships: added.partnerships.length,
    },
    addedNames: [...new Set([...added.actors, ...added.schemes].map((r) => r.name))].slice(0, namesShown),
    changed,
    gone,
    keptThoughGone,
    unchanged,
  };
}

/** The draft under other file names: a file added beside one of the same name. */
function renamed(draft: ImportDraft, names: Readonly<Record<string, string>>): ImportDraft {
  if (Object.keys(names).length === 0) return draft;
  const nameOf = (file: string) => names[file] ?? file;
  const moved = <T extends { readonly source: { readonly file: string; readonly row: number } }>(records: readonly T[]): T[] =>
    records.map((r) => ({ ...r, source: { ...r.source, file: nameOf(r.source.file) } }));
  const { actors, sites, schemes, partnerships } = draft.inventory;
  return {
    ...draft,
    inventory: {
      actors: moved(actors),
      sites: moved(sites),
      schemes: moved(schemes),
      partnerships: moved(partnerships),
    },
    census: draft.census.map((e) => (e.file === undefined ? e : { ...e, file: nameOf(e.file) })),
    youngPopulation: draft.youngPopulation && { ...draft.youngPopulation, file: nameOf(draft.youngPopulation.file) },
    travel: draft.travel.map((m) => ({ ...m, file: nameOf(m.file) })),
    travelExceptions: draft.travelExceptions.map((e) => ({ ...e, file: nameOf(e.file) })),
    youngCounts: draft.youngCounts.map((c) => ({ ...c, source: nameOf(c.source) })),
    files: draft.files.map((f) => ({ ...f, name: nameOf(f.name) })),
  };
}

/** The commands, one step together, by which a draft enters the diagnosis. `names`: of files that go by another name. */
export function commandsFrom(
  { draft, updates }: Pick<ReadDraft, 'draft' | 'updates'>,
  today: string,
  decisions: ReimportChoices,
  names: Readonly<Record<string, string>>,
): Command[] {
  const add = commandFrom(renamed(draft, names), today);
  const replaces = updates.filter((u) => u.isTaken).map((u) => u.older);
  if (add.type !== 'addInventory' || replaces.length === 0) return [add];
  const { inventory, census, files } = add;
  const hasGround =
    add.sectors !== undefined ||
    add.youngPopulation !== undefined ||
    add.youngCounts !== undefined ||
    add.travel !== undefined ||
    add.travelExceptions !== undefined;
  const ground: Command[] = hasGround
    ? [
        {
          ...add,
          inventory: { actors: [], sites: [], schemes: [], partnerships: [] },
          census: [],
          files: [],
        },
      ]
    : [];
  return [{ type: 'reimport', replaces, inventory, census, files, ...decisions }, ...ground];
}
