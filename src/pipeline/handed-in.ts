import { handedInAt, type PeriodKey, type School } from '../model';
import type { HandedIn, QuarterHandedIn } from '../report';
import type { StoredPeriod } from './stored-periods';
import { lateDaysOf } from './submission';
import { isSubmitted } from './tab-words';

/** Whether a school has handed in; null where version 0.1.0 closed the period: it kept no more than words. */
export function submittedIn({ statuses }: Pick<StoredPeriod, 'statuses'>, school: string): boolean | null {
  const status = statuses[school];
  if (status === undefined) return false;
  return typeof status === 'string' ? null : isSubmitted(status);
}

type Collected = Pick<StoredPeriod, 'key' | 'statuses' | 'settings'>;

export function handedIn({ key, statuses, settings }: Collected, school: School): HandedIn | null {
  const found = statuses[school.key];
  if (typeof found !== 'object' || found.forms === undefined) return null;
  const forms = Object.values(found.forms);
  return {
    at: isSubmitted(found) ? handedInAt(found) : '',
    lateDays: lateDaysOf(found, key, settings, school),
    returns: found.returns ?? 0,
    returnedAt: found.state === 'returned' ? found.at : '',
    errors: found.errors ?? 0,
    questions: found.unexplained ?? 0,
    filled: forms.reduce((sum, { filled }) => sum + filled, 0),
    expected: forms.reduce((sum, { expected }) => sum + expected, 0),
  };
}

/** A school year. */
const LOOKED_BACK = 4;

/** How the quarters up to the period were handed in, the earliest first. */
export const quartersHandedIn = (periods: readonly StoredPeriod[], until: PeriodKey): QuarterHandedIn[] =>
  periods
    .filter(({ key }) => key <= until)
    .slice(-LOOKED_BACK)
    .map((period) => ({
      period: period.key,
      bySchool: Object.fromEntries(period.schools.map((school) => [school.key, handedIn(period, school)])),
    }));
