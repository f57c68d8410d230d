import { periodOfMonth, type RegisterRow, resultsOf, schoolYear, shiftPeriod, textOf } from '../../model';

/** There is one that holds, it is older than a year, or there is none. */
export type Availability = 'есть' | 'устарел' | 'нет';

/** Of which time a document is: what it sums up, the year it is for, or from its day on until another takes its place. */
type Nature = 'results' | 'year' | 'standing';

/** By the number of the order's document; what is not here holds until it is replaced. */
const NATURES: Readonly<Record<string, Nature>> = {
  '3': 'year',
  '19': 'results',
  '20': 'results',
  '22': 'results',
  '24': 'year',
  '26': 'results',
  '27': 'results',
  '28': 'results',
};

const natureOf = (row: RegisterRow): Nature => NATURES[textOf(row.number ?? '')] ?? 'standing';
const signedOn = (row: RegisterRow): string => textOf(row.signedOn ?? '');

const YEAR = 366;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const holds = (row: RegisterRow, day: string): boolean =>
  signedOn(row) !== '' && (natureOf(row) === 'standing' || daysBetween(signedOn(row), day) <= YEAR);

/** Of approved documents. */
export function availabilityOf(approved: readonly RegisterRow[], day: string): Availability {
  if (approved.length === 0) return 'нет';
  return approved.some((row) => holds(row, day)) ? 'есть' : 'устарел';
}

export const newestFirst = (rows: readonly RegisterRow[]): RegisterRow[] =>
  [...rows].sort((a, b) => (signedOn(a) < signedOn(b) ? 1 : signedOn(a) > signedOn(b) ? -1 : 0));

/** «I полугодие 2022/23», «2021/22 учебный год», «с 2020 г.»; results are discussed in the quarter after theirs. */
export function periodOf(row: RegisterRow): string {
  const [year, month] = signedOn(row).split('-').map(Number);
  if (!year || !month) return '–';
  const signed = periodOfMonth(year, month);
  switch (natureOf(row)) {
    case 'results':
      return resultsOf(shiftPeriod(signed, -1));
    case 'year':
      return `${schoolYear(signed)} учебный год`;
    case 'standing':
      return `с ${year} г., действует`;
  }
}
