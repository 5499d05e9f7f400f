import { z } from 'zod';
import { domainIds, fightIds, needIds } from '../model/domains';
import {
  actorKinds,
  censusStates,
  confirmations,
  decayIds,
  dedications,
  directions,
  figureKinds,
  fundingKinds,
  legalStatuses,
  meshes,
  mobilisations,
  modes,
  natures,
  type Own,
  precisions,
  publics,
  tieStatuses,
  verifications,
} from '../model/lists';
import { failure, type Result, success } from '../model/result';
import { demands, youngGroups } from '../model/territory';
import { kinds } from './anyRecords';
import { type Diagnosis, defaultSettings, documentKinds, listIds } from './diagnosis';
import { readingIds } from './reportNotes';
import { type Salvaged, salvage } from './salvage';

// zod otherwise probes for `eval`, which the Content-Security-Policy forbids and reports.
z.config({ jitless: true });

/** Version of the shape below; raise it with a migration and a frozen file in tests/fixtures/saved. */
export const projectVersion = 2;

export interface ProjectFault {
  readonly code: 'not-json' | 'not-maillage' | 'newer-version' | 'damaged';
  /** Where it is damaged, or the version found. */
  readonly detail: string;
  /** What is whole of a damaged one. */
  readonly whole?: Salvaged;
}

const source = z.object({ file: z.string(), row: z.number() });
const point = z.object({ lon: z.number(), lat: z.number() });
const text = z.string().optional();
const numeric = z.number().optional();

/** A term of a closed list, or one that the user added to it. */
function ownTerm<T extends string>(known: readonly T[]) {
  const ids: ReadonlySet<string> = new Set(known);
  return z.custom<Own<T>>((v) => typeof v === 'string' && ids.has(v.split('~', 1)[0] ?? ''));
}

const actor = z.object({
  id: z.string(),
  name: z.string(),
  acronym: text,
  kind: ownTerm(actorKinds.map((k) => k.id)),
  status: z.enum(legalStatuses).optional(),
  siren: text,
  siret: text,
  rna: text,
  finess: text,
  network: text,
  mobilisation: z.enum(mobilisations).optional(),
  figures: z.array(z.object({ what: z.enum(figureKinds), value: z.number(), year: numeric, from: text })).optional(),
  contact: text,
  links: z.array(z.string()).optional(),
  verification: z.enum(verifications).optional(),
  verifiedOn: text,
  origin: text,
  originYear: numeric,
  updatedOn: text,
  note: text,
  source,
});
const site = z.object({
  id: z.string(),
  actorId: z.string(),
  name: text,
  address: text,
  communeCode: text,
  communeName: text,
  point: point.optional(),
  precision: z.enum(precisions),
  neighbour: z.literal(true).optional(),
  source,
});
const scheme = z.object({
  id: z.string(),
  actorId: z.string(),
  siteIds: z.array(z.string()),
  name: z.string(),
  type: text,
  domains: z.array(z.enum(domainIds)),
  needs: z.array(z.enum(needIds)),
  fights: z.array(z.enum(fightIds)).optional(),
  publics: z.array(ownTerm(publics)).optional(),
  dedication: z.enum(dedications).optional(),
  ageMin: numeric,
  ageMax: numeric,
  places: numeric,
  placesForAse: numeric,
  occupancy: numeric,
  zone: z.array(z.string()).optional(),
  mode: z.enum(modes).optional(),
  waiting: numeric,
  conditions: text,
  funders: z.array(z.string()).optional(),
  fundingKinds: z.array(z.enum(fundingKinds)).optional(),
  opensOn: text,
  closesOn: text,
  fundingEndsOn: text,
  closed: z.boolean().optional(),
  note: text,
  links: z.array(z.string()).optional(),
  verification: z.enum(verifications).optional(),
  verifiedOn: text,
  toVerify: z.array(z.string()).optional(),
  origin: text,
  originYear: numeric,
  updatedOn: text,
  source,
});
const partnership = z.object({
  id: z.string(),
  fromId: z.string(),
  toId: z.string(),
  nature: ownTerm(natures),
  intensity: z.literal([1, 2, 3, 4]).optional(),
  status: z.enum(tieStatuses),
  stated: z.boolean(),
  direction: z.enum(directions).optional(),
  confirmation: z.enum(confirmations).optional(),
  amountEuros: numeric,
  year: numeric,
  document: text,
  startsOn: text,
  endsOn: text,
  proof: text,
  nextAction: text,
  nextActionOn: text,
  note: text,
  source,
});
const inventory = z.object({
  actors: z.array(actor),
  sites: z.array(site),
  schemes: z.array(scheme),
  partnerships: z.array(partnership),
});
const census = z.array(
  z.object({
    unitCode: z.string(),
    domain: z.enum(domainIds),
    state: z.enum(censusStates),
    by: text,
    on: text,
    list: text,
    file: text,
  }),
);
const thresholds = z.tuple([z.number(), z.number(), z.number()]);
const settings = z.object({
  domains: z.array(z.enum(domainIds)),
  mesh: z.enum(meshes),
  demand: z.enum(demands).default('population'),
  thresholds: z.record(z.enum(domainIds), thresholds),
  detour: z.number().positive(),
  speedKmh: z.number().positive(),
  accessMinutes: z.number().nonnegative(),
  catchments: z.record(z.enum(domainIds), z.number().positive()),
  decay: z.enum(decayIds),
  references: z.record(z.enum(domainIds), z.number().positive().nullable()),
  deducedTies: z.boolean(),
  showProtectedPlaces: z.boolean(),
});
const count = z.number().int().nonnegative();
function byKind<T extends z.ZodType>(value: T) {
  const values = z.record(z.string(), value).optional();
  return z.object({ actors: values, sites: values, schemes: values, partnerships: values });
}
const diagnosis = z.object({
  departement: z.string(),
  title: z.string(),
  demonstration: z.boolean(),
  inventory,
  census,
  sectors: z.array(z.object({ name: z.string(), communeCodes: z.array(z.string()) })).optional(),
  perimeter: z.object({ name: z.string(), communeCodes: z.array(z.string()) }).optional(),
  youngPopulation: z
    .object({
      byCommune: z.record(z.string(), z.number().nonnegative()),
      source: z.string(),
      year: numeric,
      file: z.string(),
    })
    .optional(),
  travel: z
    .array(z.object({ file: z.string(), codes: z.array(z.string()), minutes: z.array(z.number().nonnegative().nullable()) }))
    .optional(),
  travelExceptions: z
    .array(
      z.object({ file: z.string(), between: z.tuple([z.string(), z.string()]), minutes: z.number().nonnegative().nullable() }),
    )
    .optional(),
  youngCounts: z
    .array(
      z.object({
        unitCode: z.string(),
        unitName: z.string(),
        group: z.enum(youngGroups),
        people: count,
        ages: text,
        year: numeric,
        source: z.string(),
      }),
    )
    .optional(),
  files: z.array(
    z.object({
      name: z.string(),
      format: z.string(),
      importedOn: z.string(),
      read: count,
      kept: count,
      merged: count,
      refused: count,
    }),
  ),
  settings,
  snapshots: z.array(z.object({ id: z.string(), name: z.string(), takenOn: z.string(), inventory, census })),
  aliases: byKind(z.string()).optional(),
  absorbed: inventory.optional(),
  merges: z
    .array(
      z.object({
        keepId: z.string(),
        dropIds: z.array(z.string()),
        before: inventory,
        after: inventory,
        led: byKind(z.string()).optional(),
      }),
    )
    .optional(),
  distinctPairs: z.array(z.tuple([z.string(), z.string()])).optional(),
  imported: byKind(z.record(z.string(), z.unknown())).optional(),
  lists: z
    .object({
      version: z.number().int().nonnegative(),
      changedOn: z.string(),
      terms: z.partialRecord(
        z.enum(listIds),
        z.array(z.object({ id: z.string(), label: z.string(), hidden: z.literal(true).optional() })),
      ),
    })
    .optional(),
  documents: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(documentKinds),
        title: z.string(),
        date: text,
        link: text,
        objectives: z.array(z.object({ text: z.string(), needs: z.array(z.string()) })),
      }),
    )
    .optional(),
  pins: z.array(z.object({ id: z.string(), x: z.number(), y: z.number() })).optional(),
  setAside: z.array(z.object({ key: z.string(), on: z.string(), by: text })).optional(),
  reportTexts: z.array(z.object({ reading: z.enum(readingIds), key: z.string(), text: z.string(), of: z.string() })).optional(),
  readings: z
    .array(
      z.object({
        reading: z.enum(readingIds),
        sections: z.array(z.string()).optional(),
        hideNames: z.literal(true).optional(),
        landscape: z.literal(true).optional(),
      }),
    )
    .optional(),
  changes: z
    .array(
      z.object({
        kind: z.enum(kinds),
        id: z.string(),
        name: z.string(),
        what: z.enum(['edited', 'added', 'removed']),
        field: text,
        before: z.unknown().optional(),
        after: z.unknown().optional(),
        on: z.string(),
        by: text,
      }),
    )
    .optional(),
});

/** The project file as JSON text: `{ app, version, diagnosis }`. */
export function encodeProject(d: Diagnosis): string {
  return JSON.stringify({ app: 'maillage', version: projectVersion, diagnosis: d });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A file of an earlier version in the shape of this one; a damaged one is left for the validation to name. */
function migrated(raw: unknown, version: number): unknown {
  if (version >= 2 || !isObject(raw) || !isObject(raw['diagnosis']) || !isObject(raw['diagnosis']['settings'])) return raw;
  // Version 1 knew presence mode only.
  const { catchments, decay, references } = defaultSettings;
  const settings = { catchments, decay, references, ...raw['diagnosis']['settings'] };
  return { ...raw, diagnosis: { ...raw['diagnosis'], settings } };
}

/** Reads a project file back; a fault names what is wrong and where. */
export function decodeProject(json: string): Result<Diagnosis, ProjectFault> {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (error) {
    return failure({ code: 'not-json', detail: error instanceof Error ? error.message : '' });
  }
  const head = z.object({ app: z.literal('maillage'), version: z.number() }).safeParse(raw);
  if (!head.success) return failure({ code: 'not-maillage', detail: '' });
  if (head.data.version > projectVersion) return failure({ code: 'newer-version', detail: String(head.data.version) });
  const present = migrated(raw, head.data.version);
  const read = z.object({ diagnosis }).safeParse(present);
  if (read.success) return success(read.data.diagnosis as Diagnosis);
  const detail = read.error.issues[0]?.path.join(' › ') ?? '';
  const damaged =
    isObject(present) && isObject(present['diagnosis']) ? salvage(present['diagnosis'], (d) => diagnosis.safeParse(d)) : null;
  return failure({ code: 'damaged', detail, ...(damaged ? { whole: damaged } : {}) });
}
