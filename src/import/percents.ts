import type { RefusalReason } from '../model';
import type { ReadNumber } from './numbers';

export type Counts = readonly number[];

const SLACK = 1e-9;
/** More ways than these cannot be told apart anyway. */
const MOST_WAYS = 200_000;

/** Whole numbers of `n` people that are printed as this percentage. */
function countsNear(n: number, percent: number, digits: number): number[] {
  const half = 0.5 / 10 ** digits + SLACK;
  const first = Math.max(0, Math.ceil(((percent - half) * n) / 100 - SLACK));
  const last = Math.min(n, Math.floor(((percent + half) * n) / 100 + SLACK));
  const counts: number[] = [];
  for (let count = first; count <= last && counts.length <= MOST_WAYS; count += 1) {
    if (Math.abs((100 * count) / n - percent) <= half) counts.push(count);
  }
  return counts;
}

/** The one way in which the percentages are counts of `n` people in all; `digits` are those of each column. */
export function countsOf(n: number, percents: readonly number[], digits: readonly number[]): Counts | RefusalReason {
  const possible = percents.map((percent, index) => countsNear(n, percent, digits[index]!));
  if (possible.some((counts) => counts.length === 0)) return 'percent_sum';
  const [last, ...others] = [...possible].reverse();
  if (others.reduce((ways, counts) => ways * counts.length, 1) > MOST_WAYS) return 'ambiguous_counts';
  const least = last![0]!;
  const most = last![last!.length - 1]!;
  const found: number[][] = [];
  const choose = (index: number, chosen: readonly number[], left: number): void => {
    if (found.length > 1 || left < 0) return;
    if (index === possible.length - 1) {
      if (left >= least && left <= most) found.push([...chosen, left]);
      return;
    }
    for (const count of possible[index]!) choose(index + 1, [...chosen, count], left - count);
  };
  choose(0, [], n);
  if (found.length === 0) return 'percent_sum';
  return found.length === 1 ? found[0]! : 'ambiguous_counts';
}

/** Percentages that were kept as fractions: the parts of a row make one, not a hundred. */
export function asPercents(row: readonly (ReadNumber | null)[]): (ReadNumber | null)[] {
  const sum = row.reduce((all, read) => all + (read?.value ?? 0), 0);
  const fractions = row.every((read) => !read?.percent) && Math.abs(sum - 1) < 0.02 && row.some(isBroken);
  if (!fractions) return [...row];
  return row.map((read) => {
    if (!read) return null;
    const digits = Math.max(0, read.digits - 2);
    return { value: Math.round(read.value * 1e8) / 1e6, digits, percent: true };
  });
}

const isBroken = (read: ReadNumber | null): boolean => read !== null && read.digits > 0;
