import type { PeriodKey } from '../model';
import type { SeenStatuses, TabStatus, ValidRun } from '../workbook';
import { isSubmitted } from './tab-words';

/**
 * What a status says of its moment as far as the runs confirm it: a school can write into its hidden cell too. It is not
 * before the last run that saw a draft, and not after this one. `at` is this run's moment, local ISO.
 */
export function believed(
  status: TabStatus,
  school: string,
  period: PeriodKey,
  last: Pick<ValidRun, 'period' | 'seen'> | null,
  at: string,
): TabStatus {
  if (!isSubmitted(status)) return status;
  const earliest = last?.seen ? earliestOf(last.seen, school, last.period === period) : '';
  const isKnown = status.at !== '' && status.at <= at;
  const [, moment] = [isKnown ? status.at : at, earliest].sort();
  return moment === status.at ? status : { ...status, at: moment! };
}

/** A run of another period was before this one was opened. */
const earliestOf = ({ at, handedIn }: SeenStatuses, school: string, isSamePeriod: boolean): string =>
  (isSamePeriod ? handedIn[school] : undefined) ?? at;

/** What this run saw, for the next one. */
export const seenStatuses = (statuses: Readonly<Record<string, TabStatus>>, at: string): SeenStatuses => ({
  at,
  handedIn: Object.fromEntries(
    Object.entries(statuses)
      .filter(([, status]) => isSubmitted(status))
      .map(([school, status]) => [school, status.at]),
  ),
});
