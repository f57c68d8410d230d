import {
  isoDayOf,
  type PeriodKey,
  periodDays,
  type School,
  type SettingValues,
  shiftPeriod,
  yearAndQuarter,
} from '../model';

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

/** The same for one school, for which it may be put off: that is over when the next quarter's data are due. */
export function dueDayOf(
  period: PeriodKey,
  settings: SettingValues,
  { extended = '' }: Pick<School, 'extended'> = {},
): string {
  const deadline = deadlineOf(period, settings);
  return extended > deadline && extended < deadlineOf(shiftPeriod(period, 1), settings) ? extended : deadline;
}

/** Calendar days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
