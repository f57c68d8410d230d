import { type Grid, type PeriodKey, type Programme, type RawRow, type Submission, shiftPeriod } from '../model';
import { type ClosedPeriod, DRAFT, type TabStatus } from '../workbook';
import type { KeptTabs } from './kept-tab';
import { splitByPeriod } from './split-by-period';
import { rowsOfPeriod, snapshotOf } from './stored-periods';
import { UNREAD } from './submission';
import type { ClosedTab } from './turned-back-rows';

/** How many periods back a row's numbers are looked for: until the same quarter of the year before. */
const PERIODS_BACK = 4;

/** Before any day. */
const NO_DAY = '';

/** What each school's tab held when the period was closed, with the corrections made since; `kept` where it was kept. */
export function closedTabs(
  programme: Programme,
  rows: Readonly<Record<string, Grid>>,
  closed: ClosedPeriod,
  kept: KeptTabs | null,
): (school: string) => ClosedTab {
  const pieces = splitByPeriod(programme, rows);
  const bySchool = (period: PeriodKey, before?: string): ReadonlyMap<string, RawRow[]> => {
    const own = new Map<string, RawRow[]>();
    for (const form of programme.forms)
      for (const row of rowsOfPeriod(form, pieces(period)[form.key] ?? [], period, period, before))
        if (own.has(row.school)) own.get(row.school)!.push(row);
        else own.set(row.school, [row]);
    return own;
  };
  const frozen = bySchool(closed.key);
  const uncorrected = bySchool(closed.key, NO_DAY);
  const earlier = Array.from({ length: PERIODS_BACK }, (_, index) => shiftPeriod(closed.key, -1 - index)).map(
    (period) => ({ period, rows: bySchool(period) }),
  );
  const { statuses } = snapshotOf(closed);
  return (school) => ({
    rows: frozen.get(school) ?? [],
    uncorrected: uncorrected.get(school) ?? [],
    kept: kept?.[school] ?? { status: statusOf(statuses[school]), said: {}, memory: {} },
    earlier: earlier.map(({ period, rows: each }) => ({ period, rows: each.get(school) ?? [] })),
  });
}

/** A period that an earlier version closed kept of the status what its board showed. */
function statusOf(submission: Submission | string | undefined): TabStatus {
  if (typeof submission !== 'object' || submission.state === UNREAD) return DRAFT;
  const { state, at, by, comment, changed, handedIn, returns } = submission;
  return {
    ...{ state: state as TabStatus['state'], at, by },
    ...(comment ? { comment } : {}),
    ...(changed ? { changed } : {}),
    ...(handedIn ? { handedIn } : {}),
    ...(returns ? { returns } : {}),
  };
}
