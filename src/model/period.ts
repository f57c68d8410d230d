import type { QuarterNumber } from './due';
import { NBSP } from './notation';

/**
 * Periods are calendar quarters (кварталы), keyed `2023-Q2`. A school year's четверть is another thing:
 * the quarter's results are those of the четверть or half-year that ends in it.
 */
export type PeriodKey = string;

const PATTERN = /^(\d{4})-Q([1-4])$/;
const ROMAN = ['I', 'II', 'III', 'IV'] as const;

export const isPeriod = (key: string): boolean => PATTERN.test(key);

export function yearAndQuarter(period: PeriodKey): YearAndQuarter {
  const known = read.get(period);
  if (known) return known;
  const match = PATTERN.exec(period);
  if (!match) throw new Error(`not a period: ${period}`);
  const found = { year: Number(match[1]), quarter: Number(match[2]) as QuarterNumber };
  read.set(period, found);
  return found;
}

interface YearAndQuarter {
  readonly year: number;
  readonly quarter: QuarterNumber;
}

/** There are few periods, and each is asked for with every form of every school. */
const read = new Map<PeriodKey, YearAndQuarter>();

const periodOf = (quarters: number): PeriodKey => `${Math.floor(quarters / 4)}-Q${(quarters % 4) + 1}`;

/** The period `steps` quarters later (earlier when negative). */
export function shiftPeriod(period: PeriodKey, steps: number): PeriodKey {
  const { year, quarter } = yearAndQuarter(period);
  return periodOf(year * 4 + quarter - 1 + steps);
}

/** The quarter of a calendar date; `month` is 1-12. */
export const periodOfMonth = (year: number, month: number): PeriodKey => `${year}-Q${Math.ceil(month / 3)}`;

/** First and last day, ISO, e.g. `['2023-04-01', '2023-06-30']`. */
export function periodDays(period: PeriodKey): [string, string] {
  const { year, quarter } = yearAndQuarter(period);
  const days = quarter === 1 || quarter === 4 ? 31 : 30;
  const two = (n: number) => String(n).padStart(2, '0');
  return [`${year}-${two(quarter * 3 - 2)}-01`, `${year}-${two(quarter * 3)}-${days}`];
}

/** «2022/23» for the second quarter of 2023. */
export function schoolYear(period: PeriodKey): string {
  const { year, quarter } = yearAndQuarter(period);
  const start = quarter <= 2 ? year - 1 : year;
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** «II квартал 2023 г.» */
export function quarterTitle(period: PeriodKey): string {
  const { year, quarter } = yearAndQuarter(period);
  return `${ROMAN[quarter - 1]} квартал ${year} г.`;
}

/** Which results of the school year are handed in with this quarter; null for the summer quarter. */
export function resultsTitle(period: PeriodKey): string | null {
  const names = ['III четверть', 'учебный год', null, 'I полугодие'] as const;
  return names[yearAndQuarter(period).quarter - 1] ?? null;
}

/** What a school hands in with the quarter: «I полугодие 2022/23», «начало учебного года 2023/24». */
export function resultsOf(period: PeriodKey): string {
  return `${resultsTitle(period) ?? 'начало учебного года'} ${schoolYear(period)}`;
}

/** The results first, then their quarter: «учебный год 2022/23 (II квартал 2023 г.)» */
export const periodTitle = (period: PeriodKey): string => `${resultsOf(period)} (${quarterTitle(period)})`;

/** What a figure is about: «за III четверть 2022/23», «на начало учебного года 2023/24». */
export const asOf = (period: PeriodKey): string => `${resultsTitle(period) ? 'за' : 'на'} ${resultsOf(period)}`;

/** «2022/2023»: the school year as documents write it. */
export function fullSchoolYear(period: PeriodKey): string {
  const { year, quarter } = yearAndQuarter(period);
  const start = quarter <= 2 ? year - 1 : year;
  return `${start}/${start + 1}`;
}

/** What results a period is about: «по итогам I полугодия 2022/2023 учебного года (IV квартал 2022 г.)». */
export function aboutResults(period: PeriodKey): string {
  const year = `${fullSchoolYear(period)} учебного года`;
  const of = [
    `по итогам III четверти ${year}`,
    `по итогам ${year}`,
    `на начало ${year}`,
    `по итогам I полугодия ${year}`,
  ];
  return `${of[yearAndQuarter(period).quarter - 1]} (${quarterTitle(period).replace(/ /g, NBSP)})`;
}
