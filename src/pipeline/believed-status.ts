import { handedInAt, type PeriodKey } from '../model';
import type { JournalMove, SeenStatuses, TabStatus, ValidRun } from '../workbook';
import { isSubmitted } from './tab-words';

/**
 * What a status says as far as it is confirmed elsewhere: a school can write into its hidden cell too. A tab is accepted if
 * the journal says so. It was not handed in before the last run that saw a draft, and not after this one. `at` is this
 * run's moment, local ISO.
 */
export function believed(
  status: TabStatus,
  school: string,
  period: PeriodKey,
  { at, last = null, moves }: RunMoment,
): TabStatus {
  if (!isSubmitted(status)) return status;
  const said = moves?.get(school);
  if (status.state === 'accepted' && said?.state === 'accepted')
    return { ...status, at: said.at, handedIn: handedInAt(said) };
  const { handedIn: _, comment: _own, ...rest } = status;
  const own: TabStatus =
    status.state === 'submitted' ? status : { ...rest, state: 'submitted', at: handedInAt(status), by: 'school' };
  const earliest = last?.seen ? earliestOf(last.seen, school, last.period === period) : '';
  const isKnown = own.at !== '' && own.at <= at;
  const [, moment] = [isKnown ? own.at : at, earliest].sort();
  return moment === own.at ? own : { ...own, at: moment! };
}

/** What a run knows beside the tabs. */
export interface RunMoment {
  /** Local ISO. */
  readonly at: string;
  /** The run before this one, if there was one. */
  readonly last?: Pick<ValidRun, 'period' | 'seen'> | null;
  /** The coordinator's last word about each school's tab. */
  readonly moves?: ReadonlyMap<string, JournalMove>;
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
      .map(([school, status]) => [school, handedInAt(status)]),
  ),
});
