import type { Diagnosis } from './diagnosis';

/** Whom a report speaks to: the commission, a local authority, a foundation, a mutual-aid network, everybody. */
export const readingIds = ['commission', 'collectivite', 'fondation', 'reseau', 'public'] as const;
export type ReadingId = (typeof readingIds)[number];

/** Words of the user in a report, in the place of computed ones or beside them. */
export interface OwnText {
  readonly reading: ReadingId;
  /** Place in the report: "synthese/intro". */
  readonly key: string;
  readonly text: string;
  /** The computed words that it was written over: once they change it may be out of date. '' where there were none. */
  readonly of: string;
}

/** Key of the words that the user puts at the head of a section. */
export const commentKey = (sectionId: string): string => `${sectionId}/commentaire`;
/** Keys of the title, of who signs, and of the words on the cover. */
export const coverKeys = { title: 'titre', author: 'signature', foreword: 'avant-propos' } as const;

/** How a reading is put together, where that is not as Maillage proposes. */
export interface ReadingChoice {
  readonly reading: ReadingId;
  /** Ids of the sections to print, in order. */
  readonly sections?: readonly string[];
  /** Actors are called by their kind in what is said of fragility. */
  readonly hideNames?: true;
  readonly landscape?: true;
}

export type ReportCommand =
  /** null: the computed words again. */
  | {
      readonly type: 'writeText';
      readonly reading: ReadingId;
      readonly key: string;
      readonly text: string | null;
      readonly of: string;
    }
  /** Nothing but its reading: as proposed again. */
  | { readonly type: 'setReading'; readonly choice: ReadingChoice };

function withList<K extends 'reportTexts' | 'readings'>(d: Diagnosis, key: K, list: NonNullable<Diagnosis[K]>): Diagnosis {
  const { [key]: _, ...rest } = d;
  return (list.length > 0 ? { ...rest, [key]: list } : rest) as Diagnosis;
}

/** The diagnosis with what the user decided of its reports changed. */
export function noteReport(d: Diagnosis, command: ReportCommand): Diagnosis {
  if (command.type === 'setReading') {
    const { choice } = command;
    const others = (d.readings ?? []).filter((r) => r.reading !== choice.reading);
    return withList(d, 'readings', Object.keys(choice).length > 1 ? [...others, choice] : others);
  }
  const { reading, key, text, of } = command;
  const others = (d.reportTexts ?? []).filter((t) => t.reading !== reading || t.key !== key);
  return withList(d, 'reportTexts', text === null ? others : [...others, { reading, key, text, of }]);
}

/** How a reading is put together: nothing but its id where the user decided nothing. */
export const choiceOf = ({ readings = [] }: Pick<Diagnosis, 'readings'>, reading: ReadingId): ReadingChoice =>
  readings.find((r) => r.reading === reading) ?? { reading };
