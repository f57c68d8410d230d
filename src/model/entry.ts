import type { Cell } from './cell';
import type { PeriodKey } from './period';

/** A row of a form as a school typed it. */
export interface RawRow {
  readonly period: PeriodKey;
  readonly school: string;
  readonly form: string;
  /** The nth row with data of the form on this tab, from 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, Cell>>;
  /** The school's word of explanation («Пояснение»). */
  readonly explanation: string;
  /** Why it was not counted when it was consolidated; on a school's tab that is found anew. */
  readonly notCounted?: string;
  /** What stands in the row where it cannot belong: its cells were moved sideways. */
  readonly misplaced?: string;
  /** Keys of the numbers that were typed as percentages: «100 %» is stored as 1. */
  readonly percent?: readonly string[];
}

/** Which classes a row speaks of: grades 1-12 and letters in one spelling (none means all parallels). */
export interface ClassSet {
  readonly from: number;
  readonly to: number;
  readonly letters: readonly string[];
}

/** A row after parsing: numbers where numbers belong, `null` for a blank or unreadable cell. */
export interface Entry {
  readonly period: PeriodKey;
  readonly school: string;
  readonly form: string;
  readonly row: number;
  readonly numbers: Readonly<Record<string, number | null>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly explanation: string;
  /** False while only what was carried over from the last period is filled. */
  readonly started: boolean;
}
