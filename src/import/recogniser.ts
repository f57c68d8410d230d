import type { ImportedCounts, ImportKind, KnownSchool, LeftOut, RefusalReason, SkipReason } from '../model';
import type { Doubt } from './doubts';
import type { SchoolFinder, SchoolWords } from './schools';
import type { Sheet } from './sheet';

/** Counts of one line; `key` is what tells it from others, `text` what it is called where it is left out. */
export interface FoundCounts {
  readonly row?: number;
  readonly school: KnownSchool;
  readonly key: readonly (string | number | null)[];
  readonly text: string;
  readonly counts: ImportedCounts;
  /** What its form has to know beside them. */
  readonly beside?: ImportedCounts;
  /** The lines that it was counted from: counts that are alike by chance are no repeat. It goes no further. */
  readonly from?: string;
}

/** Captions of columns by the recogniser's own keys, as `wordsOf` gives them: a person has pointed them out. */
export type Taught = Readonly<Record<string, string>>;

export interface TaughtColumn {
  readonly key: string;
  readonly title: string;
  /** Without it the table cannot be read. */
  readonly required: boolean;
}

/** What a refused line says of its school; `nothing` where the sheet is about one school and does not say which. */
export type Said = SchoolWords | 'nothing';

export type Line =
  | ({ readonly is: 'counts' } & FoundCounts)
  | ({ readonly is: 'refused'; readonly said?: Said } & LeftOut<RefusalReason>)
  | ({ readonly is: 'skipped' } & LeftOut<SkipReason>);

export interface Recogniser {
  readonly kind: ImportKind;
  /** Key of the form that its counts belong to. */
  readonly form: string;
  /** What it is, in Russian. */
  readonly title: string;
  /** Sheets are parts of such a file: each line says which it stands on, even where there is one. */
  readonly bySheet: boolean;
  /** Its counts are added up further: with a line refused they would fall short. */
  readonly summed?: boolean;
  /** About people: said in `import.json`. */
  readonly note?: string;
  /** Columns that a person may point out where their captions are none of the known ones. */
  readonly columns?: readonly TaughtColumn[];
  /** What the sheet holds; null where it is something else. */
  read(sheet: Sheet, schools: SchoolFinder, taught?: Taught): readonly Line[] | null;
  /** Of a sheet that it reads: what of it was not taken and why, in Russian. */
  passedOver?(sheet: Sheet): readonly string[];
  /** Of a sheet that it reads: why lines of it may be lacking; numbers may go on from the sheet before. */
  doubts?(sheet: Sheet, before?: Sheet): readonly Doubt[];
  /** Of a whole file: its further facts. */
  about?(sheets: readonly Sheet[], records: readonly ImportedCounts[]): Readonly<Record<string, unknown>>;
}

export const refused = (text: string, reason: RefusalReason, row?: number, said?: Said): Line => ({
  is: 'refused',
  ...(row === undefined ? {} : { row }),
  ...(said === undefined ? {} : { said }),
  text,
  reason,
});

export const skipped = (text: string, reason: SkipReason, row?: number): Line => ({
  is: 'skipped',
  ...(row === undefined ? {} : { row }),
  text,
  reason,
});
