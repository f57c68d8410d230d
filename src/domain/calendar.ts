import { type PeriodKey, periodDays } from '../model';

/** The ISO day that is `n` working days (Monday to Friday) after `iso`; public holidays are not known to it. */
export function workingDaysAfter(iso: string, n: number): string {
  const day = new Date(`${iso}T00:00:00Z`);
  for (let left = n; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    const weekday = day.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** The last day for handing in a quarter's data. */
export const deadlineOf = (period: PeriodKey, workingDays: number): string =>
  workingDaysAfter(periodDays(period)[1], workingDays);

/** Calendar days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
