import type { Figure } from './figure';
import type { PeriodKey } from './period';

/** A school's result of one year: of the kind that a period has, or what the programme began with. */
export interface YearResult {
  readonly period: PeriodKey;
  readonly numerator: number;
  readonly denominator: number;
  /** Taken from outside: from the time before the programme. */
  readonly fromOutside?: true;
}

/** `met` needs three own results; `preliminary` is what fewer of them, with those from outside, would say. */
export type ImprovementVerdict = 'met' | 'preliminary' | 'not met' | 'too few results' | 'too few pupils';

/** Whether a result has grown stably and by more than chance (roadmap 3.1). */
export interface Improvement {
  /** Those that were compared, the earliest first. */
  readonly results: readonly YearResult[];
  /** Last less first, in points, with its interval; null where there is one result or none. */
  readonly change: { readonly difference: number; readonly low: number; readonly high: number } | null;
  /** Each result is above the one before it. */
  readonly grows: boolean;
  readonly verdict: ImprovementVerdict;
}

export interface SchoolImprovement extends Improvement {
  readonly school: string;
  /** Subjects whose marks have improved by the same rule. */
  readonly subjects: readonly string[];
}

/** How far the leading schools are from the participants in a year, and how far apart all schools are. */
export interface YearGap {
  readonly period: PeriodKey;
  readonly above: Figure;
  readonly below: Figure;
  readonly difference: number;
  readonly low?: number;
  readonly high?: number;
  readonly spread: {
    readonly schools: number;
    readonly least: number;
    readonly most: number;
    readonly deviation: number;
  } | null;
}
