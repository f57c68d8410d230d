/** What is taken from files as districts get them: counts of a school, never anything about one person. */

export type ImportKind = 'vpr_marks' | 'vpr_journal' | 'ege' | 'oge' | 'journal_marks' | 'vsosh' | 'social_staff';

/** One line of counts, by the names under which `import.json` gives them. */
export type ImportedCounts = Readonly<Record<string, string | number | null>>;

export type RefusalReason =
  | 'percent_sum'
  | 'ambiguous_counts'
  | 'unknown_school'
  | 'ambiguous_school'
  | 'counts_mismatch'
  | 'duplicate_conflict';

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
