import type { PeriodKey } from './period';

/** One cut of a form's rows; a total has none. */
export type Slice = { readonly subject: string } | { readonly grade: string };

/** Whose figure, of which indicator. */
export interface FigureKey {
  readonly period: PeriodKey;
  readonly scope: 'school' | 'group' | 'district';
  readonly school?: string;
  readonly group?: string;
  readonly slice?: Slice;
  readonly indicator: string;
}

/** A computed value with all that is needed to defend it. Unrounded; shares and their interval are 0-100. */
export interface Figure extends FigureKey {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  /** Wilson 95 % interval, shares only. */
  readonly low?: number;
  readonly high?: number;
  /** How many rows it rests on and how many were left out (errors, blanks). */
  readonly rows: number;
  readonly rowsLeftOut: number;
  /** Why there is no value, in Russian. */
  readonly reason?: string;
}

export const sliceTitle = (slice: Slice | undefined): string =>
  slice === undefined ? '' : 'subject' in slice ? slice.subject : slice.grade;
