import { counted, formatNumber, type School } from '../model';
import { figureOf, hasValue, namesOf, ofSchool, type ReportData } from './report-data';

/** How many of a whole a school is short of. */
export interface Missing {
  readonly school: School;
  readonly count: number;
}

/** How many of a share's whole are not in it, school by school in the order of the register; schools without any left out. */
export const missingIn = (data: ReportData, indicator: string): Missing[] =>
  countedIn(data, indicator, ({ denominator, numerator }) => denominator - numerator);

/** How many are in it, where the share itself is what is wanting: «нужна переподготовка». */
export const neededIn = (data: ReportData, indicator: string): Missing[] =>
  countedIn(data, indicator, ({ numerator }) => numerator);

type Parts = { readonly numerator: number; readonly denominator: number };

function countedIn(data: ReportData, indicator: string, of: (figure: Parts) => number): Missing[] {
  return data.schools.flatMap((school) => {
    const figure = figureOf(data, ofSchool(school.key), indicator);
    const count = hasValue(figure) ? of(figure) : 0;
    return count > 0 ? [{ school, count }] : [];
  });
}

export const totalOf = (items: readonly Missing[]): number => items.reduce((sum, { count }) => sum + count, 0);

/** «Школа №1 – 2, Школа №2 – 0,75» */
export const listed = (items: readonly Missing[]): string =>
  items.map(({ school, count }) => `${school.name} – ${asTyped(count)}`).join(', ');

/** As a school types it: 1, 1,5 or 0,75. */
export const asTyped = (count: number): string =>
  formatNumber(count, [0, 1].find((digits) => Number.isInteger(count * 10 ** digits)) ?? 2);

/** A large district's many schools are counted, not named. */
export const MOST_NAMED = 8;

/** «Школа №1, Школа №2»; of many how many they are: «104 школы». */
export const namedOrCounted = (data: ReportData, schools: readonly string[]): string =>
  schools.length > MOST_NAMED ? counted(schools.length, 'школа', 'школы', 'школ') : namesOf(data, schools);
