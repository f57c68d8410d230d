import { type PeriodKey, shiftPeriod, yearAndQuarter } from '../model';
import type { StoredPeriod } from './stored-periods';

interface Held {
  readonly school: string;
  readonly period: PeriodKey;
}

const QUARTERS = 4;
export const yearOf = (period: PeriodKey): number => yearAndQuarter(period).year;

/**
 * Works and exams by calendar years. Those moved to autumn and those of the next spring are two years, though both lie
 * within four quarters; until the works of a new year are in, those of the last one stand. `inYear(school, 0)` are those of
 * the latest year that the school has any of within the last four quarters, 1 those of the year before.
 */
export function byYears<T extends Held>(
  periods: readonly StoredPeriod[],
  until: PeriodKey,
  earlier: number,
  read: (period: StoredPeriod) => readonly T[],
): { readonly latest: (school: string) => number | null; readonly inYear: (school: string, back: number) => T[] } {
  const isRecent = ({ key }: StoredPeriod): boolean => key <= until && key > shiftPeriod(until, -QUARTERS);
  const recent = periods.filter(isRecent).flatMap(read);
  const years = new Map<string, number>();
  for (const { school, period } of recent) years.set(school, Math.max(years.get(school) ?? 0, yearOf(period)));
  const first = Math.min(...years.values()) - earlier;
  const older = periods.filter((period) => period.key <= until && !isRecent(period) && yearOf(period.key) >= first);
  const bySchool = new Map<string, T[]>();
  for (const item of [...older.flatMap(read), ...recent]) {
    const own = bySchool.get(item.school);
    if (own) own.push(item);
    else bySchool.set(item.school, [item]);
  }
  const latest = (school: string): number | null => years.get(school) ?? null;
  return {
    latest,
    inYear: (school, back) =>
      (bySchool.get(school) ?? []).filter(({ period }) => yearOf(period) === (latest(school) ?? 0) - back),
  };
}
