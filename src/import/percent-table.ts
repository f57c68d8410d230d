import type { Cell, RefusalReason } from '../model';
import { isTotal } from './groups';
import { numberOf, type ReadNumber } from './numbers';
import { asPercents, countsOf } from './percents';
import type { Sheet } from './sheet';

export const MARK_KEYS = ['m2', 'm3', 'm4', 'm5'] as const;
export type MarkKey = (typeof MARK_KEYS)[number];
export type MarkCounts = Readonly<Record<MarkKey, number>>;

const isWhole = (read: ReadNumber): boolean => !read.percent && Number.isInteger(read.value) && read.value >= 0;

/** Marks of a table in percentages as counts. The digits that were printed are those of a whole column. */
export class PercentTable {
  private readonly rows: readonly (readonly (ReadNumber | null)[])[];
  private readonly digits: readonly number[];

  constructor(sheet: Sheet, firstRow: number, columns: readonly number[]) {
    this.firstRow = firstRow;
    this.rows = sheet.rows
      .slice(firstRow - 1)
      .map((row) => asPercents(columns.map((column) => numberOf(row[column - 1] as Cell | undefined))));
    // A line of totals or averages is computed and has as many as it likes.
    const printed = this.rows.filter((_, index) => !sheet.rows[firstRow - 1 + index]!.some(isTotal));
    this.digits = columns.map((_, at) => printed.reduce((most, row) => Math.max(most, row[at]?.digits ?? 0), 0));
  }

  private readonly firstRow: number;

  isEmpty(row: number): boolean {
    return (this.rows[row - this.firstRow] ?? []).every((read) => read === null);
  }

  /** Marks of `n` people; blank parts are nobody where the others make up the whole. */
  marks(row: number, n: number): MarkCounts | RefusalReason {
    const read = this.rows[row - this.firstRow] ?? [];
    const given = read.filter((part): part is ReadNumber => part !== null);
    const sum = given.reduce((all, { value }) => all + value, 0);
    if (given.every(isWhole) && sum === n) return named(read.map((part) => part?.value ?? 0));
    const counts = countsOf(
      n,
      read.map((part) => part?.value ?? 0),
      this.digits,
    );
    return typeof counts === 'string' ? counts : named(counts);
  }
}

const named = (counts: readonly number[]): MarkCounts =>
  Object.fromEntries(MARK_KEYS.map((mark, index) => [mark, counts[index]!])) as Record<MarkKey, number>;
