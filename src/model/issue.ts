import type { Severity } from './form';
import type { PeriodKey } from './period';

/** Expected trouble in a school's data. Its Russian words are those of its check. */
export interface Issue {
  readonly period: PeriodKey;
  readonly school: string;
  readonly form: string;
  /** The nth row with data of the form, from 1; 0 when the issue is about the whole form. */
  readonly row: number;
  readonly field?: string;
  /** By place: `cell/not-a-number`, `row/duplicate`, `form/total`. */
  readonly id: string;
  readonly severity: Severity;
  /** What was found and what it was compared with, for the sentence. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** How a remark begins, by what it says: for eyes, and for the colour of its row. */
export const REMARK_SIGNS = { error: '✖', warning: '⚠', explained: 'ℹ' } as const;
