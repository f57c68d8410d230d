import { isoDayOf, type PeriodKey, periodDays, type SettingValues, yearAndQuarter } from '../model';

/** The setting that holds the last day for handing in a quarter's data, such as «15 января». */
const deadlineSetting = (period: PeriodKey): string => `deadline-q${yearAndQuarter(period).quarter}`;

/**
 * The last day for handing in a quarter's data: the day that Настройки names, as it comes next from the beginning of the
 * quarter on. Where none is named it is the quarter's last day.
 */
export function deadlineOf(period: PeriodKey, settings: SettingValues): string {
  const [first, last] = periodDays(period);
  const { year } = yearAndQuarter(period);
  const words = String(settings[deadlineSetting(period)] ?? '');
  const day = isoDayOf(words, year);
  if (day === null) return last;
  return day >= first ? day : isoDayOf(words, year + 1)!;
}

/** Calendar days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
