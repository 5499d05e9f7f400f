import type { Figure } from '../figures/scene';

/** Running text in final typography. */
export type Inline = string | { readonly text: string; readonly strong?: true; readonly em?: true };

export interface Column {
  readonly key: string;
  readonly label: string;
  /** Share of the table's width, any unit. */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'level';
  readonly rowHeader?: true;
}

/** A cell: final text, or a level with its text. */
export type Cell = string | { readonly level: 0 | 1 | 2 | 3 | null; readonly text: string };

/** Words that the user may write, and what became of them. */
export interface EditedText {
  readonly key: string;
  /** The computed words; '' where there are none. */
  readonly computed: string;
  /** The user's; then `isStale` tells that the computed words changed since. */
  readonly own?: string;
  readonly isStale?: true;
}

/** An organisation as a directory tells it: its name, then what is known, label by label. */
export interface Card {
  readonly title: string;
  /** What kind of organisation it is. */
  readonly tag: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
}

export type Block =
  | {
      readonly kind: 'paragraph';
      readonly text: readonly Inline[];
      /** Its place among the words that the user may write anew: "synthese/intro". */
      readonly edit?: EditedText;
    }
  | {
      readonly kind: 'list';
      readonly items: readonly (readonly Inline[])[];
      readonly ordered?: true;
      readonly small?: true;
      /** In two columns on a lying page that has room for it: a part that is to stay on one page. */
      readonly columns?: true;
    }
  | { readonly kind: 'notice'; readonly text: readonly Inline[] }
  | {
      readonly kind: 'figures';
      readonly items: readonly { readonly label: string; readonly value: string; readonly source: string }[];
    }
  | { readonly kind: 'cards'; readonly items: readonly Card[] }
  | { readonly kind: 'figure'; readonly number: number; readonly figure: Figure; readonly size: 'full' | 'half' }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly number: number;
      readonly title: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      readonly source: string;
      /** Lower rows, for a page that must hold everything. */
      readonly compact?: true;
    };

export interface Section {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** Id of what was asked for and gave this section; absent: not made of such. */
  readonly part?: string;
  readonly newPage?: true;
  readonly blocks: readonly Block[];
}

export interface RenderLabels {
  readonly contents: string;
  /** "page", before "2/17". */
  readonly page: string;
  readonly figure: string;
  readonly table: string;
  readonly source: string;
  /** "Values: ", before the table that holds a figure's numbers. */
  readonly values: string;
  /** Link that leads past the contents. */
  readonly skip: string;
}

export interface Report {
  readonly meta: {
    readonly title: string;
    readonly subtitle: string;
    readonly author: string;
    /** ISO date of the report. */
    readonly date: string;
    readonly lang: 'fr-FR' | 'en-GB';
    /** Short notice repeated on each page (the demonstration), or nothing. */
    readonly notice?: string;
    /** "fiche": everything on one A4 page; absent: a report with cover and contents page. */
    readonly format?: 'fiche';
    /** Paper; absent: A4 upright. "a5": a booklet. */
    readonly sheet?: 'a4-paysage' | 'a5';
    /** Words that the renderers add around the model (page numbers, captions). */
    readonly labels: RenderLabels;
  };
  /** Ids of the sections asked for, in order: one that has nothing to say prints nothing. Absent: not made of such. */
  readonly parts?: readonly string[];
  /** What stands on the cover under the title: notice, what the report rests on. */
  readonly cover: readonly Block[];
  readonly sections: readonly Section[];
}
