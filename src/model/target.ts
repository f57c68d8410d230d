import type { Entry } from './entry';
import type { Figure, Slice } from './figure';
import type { AnyIndicator, Target, Unit } from './indicator';
import type { PeriodKey } from './period';
import type { RegisterRow } from './register';
import type { School } from './school';
import type { SettingNumber } from './setting';

/** Part, whole and value; a value of null comes with nothing to measure. */
export interface Amount {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}

/** Whose figure is wanted. */
export type Whose =
  | { readonly scope: 'school'; readonly school: string }
  | { readonly scope: 'group'; readonly group: string }
  | { readonly scope: 'district' };

/** What a period knows, for measures that are no sums over one form. */
export interface Measurable {
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  readonly setting: SettingNumber;
  readonly figure: (whose: Whose, indicator: string, slice?: Slice) => Figure | undefined;
  /** Rows of a form without an error. */
  readonly rows: (form: string) => readonly Entry[];
  /** Rows of a register; none where it is not kept. */
  readonly register: (key: string) => readonly RegisterRow[];
}

/** A target's measure that is no indicator: documents that are ready, schools that have a partner, a gap. */
export interface Measure {
  /** Permanent kebab-case key. */
  readonly key: string;
  readonly title: string;
  readonly unit: Unit;
  /** What is counted, in the genitive plural: «документов». */
  readonly counts?: string;
  /** How it is worked out, in Russian. */
  readonly formula: string;
  readonly targets: readonly Target[];
  /** Over these schools; a measure of the district as a whole does not look at them. Null when there is nothing to measure. */
  readonly of: (seen: Measurable, schools: readonly School[]) => Amount | null;
  /** Means something of a single school. */
  readonly bySchool: boolean;
  /** A share of schools: of a single one it says yes or no, which is no share. */
  readonly ofSchools?: true;
}

/** What came of a target in one period: of the schools it is set for as a whole, or of one of them. */
export interface Score extends Amount {
  readonly target: string;
  readonly school?: string;
}

/** A target with what it is measured by. */
export interface Aim {
  readonly target: Target;
  readonly by: AnyIndicator | Measure;
}

/** What there was before the programme, and in which year. */
export interface Baseline extends Amount {
  readonly year: string;
}

export interface YearOfTarget {
  readonly year: number;
  readonly period: PeriodKey;
  readonly value: number;
}

/** A line of the scorecard: a target of the group it is set for as a whole, or of one of its schools. */
export interface ScoreLine extends Aim {
  readonly school?: School;
  readonly baseline: Baseline | null;
  /** The latest there is within a year, and the period it is of; null where there is none. */
  readonly fact: (Amount & { readonly period: PeriodKey }) | null;
  /** By year, each a result of the same kind as the fact. */
  readonly years: readonly YearOfTarget[];
  /** How much a year changes, by the median of all pairs of years; null with fewer than two. */
  readonly slope: number | null;
  readonly met: boolean | null;
  /** At how many schools the change is seen, of those where it can be judged; of targets that ask for most of them. */
  readonly schools?: { readonly met: number; readonly of: number };
  /** Fact less plan, or less what there was before the programme where no number is planned. */
  readonly deviation: number | null;
  /** How many more of those counted the plan wants, negative; 0 or more when it is reached. */
  readonly inPeople: number | null;
}
