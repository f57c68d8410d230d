import type { PeriodKey } from './period';

/** One cut of a form's rows, by one field: `{ subject: 'Алгебра' }`. A total has none. */
export type Slice = Readonly<Record<string, string>>;

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
  /** The period that it was given in, where nobody asks for it in this one. */
  readonly from?: PeriodKey;
  /** Why there is no value, in Russian. */
  readonly reason?: string;
}

/** Where everybody reads it, nothing is said of fewer people: of a whole, of a part of it or of the rest. */
export const FEWEST_PUBLISHED = { inWhole: 10, inPart: 5 } as const;

export const sliceTitle = (slice: Slice | undefined): string =>
  slice === undefined ? '' : Object.values(slice).join(', ');

/** One text for one figure, to look it up by. */
export function figureId({ period, scope, school, group, slice, indicator }: FigureKey): string {
  // There are tens of thousands in a large district.
  let cut = '';
  for (const key in slice) cut += `${cut === '' ? '' : ','}${key}:${slice[key]}`;
  return `${period}|${scope}|${school ?? group ?? ''}|${cut}|${indicator}`;
}

/** Whether the figure that an id is of has no slice. */
export const isTotalId = (id: string): boolean => id.endsWith(`||${indicatorIn(id)}`);

/** The indicator of the figure that an id is of. */
export const indicatorIn = (id: string): string => id.slice(id.lastIndexOf('|') + 1);

/** How a figure differs from its earlier one, in the indicator's own unit (п. п. for percentages). */
export interface Change {
  /** Null where no schools are in both periods. */
  readonly difference: number | null;
  /** The whole that the earlier figure rests on; too small a one makes no percentage to compare with. */
  readonly earlierCount: number;
  /** Only for shares with a target, counted pupil by pupil: elsewhere the figures stand without a verdict. */
  readonly verdict: 'рост' | 'снижение' | 'без устойчивых изменений' | null;
  /** Of a group or the district whose schools are not the same in both periods: it is of those that are in both. */
  readonly over?: Overlap;
}

/** Schools with data in one of two periods only, by key. */
export interface Overlap {
  /** How many are in both. */
  readonly both: number;
  readonly absentBefore: readonly string[];
  readonly absentNow: readonly string[];
}
