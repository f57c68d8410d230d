import type { CollectedPeriod, PeriodKey, Submission } from '../model';
import type { ClosedPeriod } from '../workbook';
import { snapshotOf } from './stored-periods';
import { isSubmitted } from './tab-words';

/** A year and the quarter that is open: forms that are due once a year are among them. */
const LOOKED_BACK = 5;

type Statuses = Readonly<Record<string, Submission | string>>;
interface Collected {
  readonly key: PeriodKey;
  readonly statuses: Statuses;
}

/** What registers know of the periods that were collected: the last of them, oldest first. */
export const collectedPeriods = (periods: readonly Collected[]): CollectedPeriod[] =>
  periods.slice(-LOOKED_BACK).map(({ key, statuses }) => collectedPeriod(key, statuses));

/** The same of closed periods as stored, of which only the last are read, and of the open one. */
export const collectedUntil = (closed: readonly ClosedPeriod[], open: Collected): CollectedPeriod[] =>
  collectedPeriods([
    ...closed.slice(1 - LOOKED_BACK).map((period) => ({ key: period.key, statuses: snapshotOf(period).statuses })),
    open,
  ]);

function collectedPeriod(period: PeriodKey, statuses: Statuses): CollectedPeriod {
  const filled: Record<string, string[]> = {};
  let handedIn = 0;
  for (const [school, status] of Object.entries(statuses)) {
    if (typeof status === 'string') continue;
    if (isSubmitted(status)) handedIn += 1;
    for (const [form, cells] of Object.entries(status.forms ?? {}))
      if (cells.filled > 0) {
        filled[form] ??= [];
        filled[form].push(school);
      }
  }
  return { period, schools: Object.keys(statuses).length, handedIn, filled };
}
