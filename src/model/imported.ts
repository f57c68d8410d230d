/** What is taken from files as districts get them: counts of a school, never anything about one person. */

import type { Cell } from './cell';
import type { PeriodKey } from './period';
import type { School } from './school';

export type ImportKind =
  | 'vpr_marks'
  | 'vpr_journal'
  | 'ege'
  | 'oge'
  | 'journal_marks'
  | 'control_works'
  | 'vsosh'
  | 'social_staff';

/** One line of counts, by the names under which `import.json` gives them. */
export type ImportedCounts = Readonly<Record<string, string | number | null>>;

export type RefusalReason =
  | 'percent_sum'
  | 'ambiguous_counts'
  | 'unknown_school'
  | 'ambiguous_school'
  | 'counts_mismatch'
  | 'duplicate_conflict'
  | 'unreadable';

export type SkipReason = 'not_school_row' | 'other_municipality' | 'duplicate_exact';

/** A place in a file: `row` as the spreadsheet numbers it. */
export interface ImportPlace {
  readonly sheet?: string;
  readonly row?: number;
}

export interface LeftOut<R> extends ImportPlace {
  readonly text: string;
  readonly reason: R;
}

/** A school of the district as other systems name it. */
export interface KnownSchool {
  readonly key: string;
  readonly name: string;
  /** Of ФИС ОКО: `edu280121`; the older `sch280121` has the same digits. */
  readonly login: string;
  readonly oldLogin: string;
  /** Of the РЦОИ. */
  readonly code: string;
  readonly names: readonly string[];
}

/** Counts of a school (its key) as they are given to the workbook. */
export interface SentCounts {
  readonly kind: ImportKind;
  readonly school: string;
  readonly counts: ImportedCounts;
}

/** How the counts of a kind of file stand in a form: declared beside the form's programme, checked again where they are written. */
export interface ImportRule {
  readonly kind: ImportKind;
  readonly form: string;
  /** Whether these counts are of this form, of a kind that has several. */
  fits?(counts: ImportedCounts): boolean;
  /** The quarter whose form they belong to; null where no quarter asks for them. */
  period(counts: ImportedCounts): PeriodKey | null;
  /** Cells by field; what the counts do not say exactly is left out. */
  cells(counts: ImportedCounts, school: Pick<School, 'type'>): Readonly<Record<string, Cell>>;
  /** Several of them are one row, added up. */
  readonly summed?: boolean;
  /** One row for the whole school: where the school has rows of its own it is none. */
  readonly wholeSchool?: boolean;
}
