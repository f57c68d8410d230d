import { median } from './statistics';

/** One year's result of the district's schools, all of the same kind. */
export type YearOfSchools = ReadonlyMap<string, number>;

/** So many years running, and so many standard errors above what the context lets expect (domain.md 2.3). */
const YEARS = 3;
const STANDARD_ERRORS = 1;

/** The third of the schools that work in the least favourable conditions; those that tie at its border are in it. */
export function lowestThird(indices: ReadonlyMap<string, number>): ReadonlySet<string> {
  const sorted = [...indices.values()].sort((a, b) => a - b);
  const last = sorted[Math.floor(sorted.length / 3) - 1];
  return new Set([...indices].flatMap(([school, index]) => (last !== undefined && index <= last ? [school] : [])));
}

/** Not below the median of the district's schools in each of the last three years; the latest first. */
export const holdsTheMedian = (years: readonly YearOfSchools[], school: string): boolean =>
  years.length >= YEARS &&
  years.slice(0, YEARS).every((year) => {
    const own = year.get(school);
    return own !== undefined && own >= median([...year.values()])!;
  });

/** Of a school in the lowest third by conditions: a result well above what they let expect, or one that holds for years. */
export const resists = (standardised: number | null, years: readonly YearOfSchools[], school: string): boolean =>
  (standardised !== null && standardised >= STANDARD_ERRORS) || holdsTheMedian(years, school);
