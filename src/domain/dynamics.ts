import {
  type AnyIndicator,
  type Change,
  type Comparison,
  type Figure,
  type Form,
  isDerived,
  type PeriodKey,
  shiftPeriod,
} from '../model';
import { isDue } from './due';
import { changeInWords } from './statistics';

/** Results of a quarter compare with the same quarter a year ago; where there is none, with the nearest earlier one. */
export function comparisonFor(form: Form, period: PeriodKey, known: readonly PeriodKey[]): Comparison | null {
  const yearAgo = shiftPeriod(period, -4);
  if (known.includes(yearAgo)) return { period: yearAgo, kind: 'year-ago' };
  const earlier = known.filter((key) => key < period && isDue(form, key)).sort();
  const previous = earlier[earlier.length - 1];
  return previous === undefined ? null : { period: previous, kind: 'previous' };
}

/** Null when either figure has no value. */
export function changeOf(indicator: AnyIndicator, later: Figure, earlier: Figure | undefined): Change | null {
  if (later.value === null || earlier === undefined || earlier.value === null) return null;
  const judged = !isDerived(indicator) && indicator.kind === 'share' && indicator.targets.length > 0;
  return {
    difference: later.value - earlier.value,
    earlierCount: earlier.denominator,
    verdict: judged ? changeInWords(countsOf(later), countsOf(earlier)) : null,
  };
}

const countsOf = ({ numerator, denominator }: Figure) => ({ k: numerator, n: denominator });
