import type { FileDraft, FileOverrides } from '../import/import';

/** What a user decided for one file, remembered by its headings for the next file that has the same. */
export interface Mapping {
  /** Of the headings. */
  readonly shape: string;
  /** File it was made on. */
  readonly file: string;
  readonly headings: readonly string[];
  readonly choices: FileOverrides;
}

export type Mappings = Readonly<Record<string, Mapping>>;

/** What of the choices holds for another file: not the sheet, the delimiter. */
const lasting = ({ fields, values, constants, separators, domains }: FileOverrides): FileOverrides => ({
  ...(fields ? { fields } : {}),
  ...(values ? { values } : {}),
  ...(constants ? { constants } : {}),
  ...(separators ? { separators } : {}),
  ...(domains?.length ? { domains } : {}),
});

/** What is to be remembered of a file; null when nothing was decided. */
export function mappingFrom(file: FileDraft, choices: FileOverrides | undefined): Mapping | null {
  const kept = lasting(choices ?? {});
  if (file.shape === '' || Object.keys(kept).length === 0) return null;
  return { shape: file.shape, file: file.name, headings: file.columns.map((c) => c.header), choices: kept };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextRecord = (value: unknown): value is Readonly<Record<string, string>> =>
  isRecord(value) && Object.values(value).every((v) => typeof v === 'string');

/** Lists against which a mapping of another origin is read. */
export interface MappingTerms {
  readonly fields: ReadonlySet<string>;
  readonly domains: ReadonlySet<string>;
  readonly separators: ReadonlySet<string>;
}

function readChoices(
  raw: Readonly<Record<string, unknown>>,
  { fields: known, domains: areDomains, separators: areSeparators }: MappingTerms,
): FileOverrides {
  const { fields, values, constants, separators, domains } = raw as Readonly<
    Record<'fields' | 'values' | 'constants' | 'separators' | 'domains', unknown>
  >;
  const ofFields = (value: unknown, isFit: (v: unknown) => boolean) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([id, v]) => known.has(id) && isFit(v))) : undefined;
  const byColumn = isRecord(fields)
    ? Object.fromEntries(
        Object.entries(fields).filter(
          ([index, id]) => /^\d+$/.test(index) && (id === null || (typeof id === 'string' && known.has(id))),
        ),
      )
    : undefined;
  const chosen = Array.isArray(domains) ? domains.filter((d) => areDomains.has(d)) : undefined;
  return lasting({
    fields: byColumn,
    values: ofFields(values, isTextRecord),
    constants: ofFields(constants, (v) => typeof v === 'string'),
    separators: ofFields(separators, (v) => typeof v === 'string' && areSeparators.has(v)),
    domains: chosen,
  } as FileOverrides);
}

/** A mapping read back; null when it is not one. What this version does not know is left out. */
export function readMapping(raw: unknown, terms: MappingTerms): Mapping | null {
  if (!isRecord(raw)) return null;
  const { shape, file, headings, choices } = raw as Readonly<Record<keyof Mapping, unknown>>;
  if (typeof shape !== 'string' || typeof file !== 'string' || !isRecord(choices)) return null;
  if (!Array.isArray(headings) || headings.some((h) => typeof h !== 'string')) return null;
  return { shape, file, headings, choices: readChoices(choices, terms) };
}

/** The mappings kept by the browser. */
export function readMappings(raw: unknown, terms: MappingTerms): Mappings {
  const read = isRecord(raw) ? Object.values(raw).map((m) => readMapping(m, terms)) : [];
  return Object.fromEntries(read.filter((m) => m !== null).map((m) => [m.shape, m]));
}

/** A mapping as the text of a file to share. */
export const mappingText = (mapping: Mapping): string =>
  `${JSON.stringify({ app: 'maillage', content: 'correspondance', version: 1, ...mapping }, null, 2)}\n`;

/** A mapping from the text of a file; null when it is not one. */
export function mappingFromText(text: string, terms: MappingTerms): Mapping | null {
  try {
    return readMapping(JSON.parse(text), terms);
  } catch {
    return null;
  }
}

/** The choices of a mapping for a file: column by column when it has the same headings, else by heading. */
export function choicesFor(mapping: Mapping, file: FileDraft): FileOverrides {
  const { fields = {}, ...rest } = mapping.choices;
  if (mapping.shape === file.shape) return mapping.choices;
  const moved = Object.entries(fields).flatMap(([index, field]) => {
    const column = file.columns.find((c) => c.header === mapping.headings[Number(index)]);
    return column ? [[column.index, field] as const] : [];
  });
  return { ...rest, fields: Object.fromEntries(moved) };
}
