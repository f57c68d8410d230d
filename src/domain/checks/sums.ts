import { type AnyIndicator, type Entry, type Form, isDerived, type SumRule } from '../../model';
import { weighted } from '../compute';
import { type Finding, found } from './finding';

const filledSum = (rule: SumRule, entry: Entry): number =>
  Object.entries(rule.parts).reduce((sum, [key, weight]) => sum + weight * (entry.numbers[key] ?? 0), 0);

/** Where the filled parts already reach the whole, arithmetic proves the blank ones to be 0. */
export function proveZeros(form: Form, entry: Entry): Entry {
  const proved: Record<string, number> = {};
  for (const rule of form.sums) {
    const whole = entry.numbers[rule.whole];
    if (!rule.provesZeros || whole === null || whole === undefined || filledSum(rule, entry) !== whole) continue;
    for (const key of Object.keys(rule.parts)) if (entry.numbers[key] === null) proved[key] = 0;
  }
  return Object.keys(proved).length === 0 ? entry : { ...entry, numbers: { ...entry.numbers, ...proved } };
}

function broken(rule: SumRule, sum: number, whole: number, complete: boolean): boolean {
  if (rule.relation !== 'at-least' && sum > whole) return true;
  return rule.relation !== 'at-most' && complete && sum < whole;
}

/** Parts against their whole: blank parts count as 0 while looking for too much, and stop the search for too little. */
export function checkSums(form: Form, entry: Entry): Finding[] {
  return form.sums.flatMap((rule) => {
    const whole = entry.numbers[rule.whole];
    if (whole === null || whole === undefined) return [];
    const sum = filledSum(rule, entry);
    const complete = Object.keys(rule.parts).every((key) => entry.numbers[key] !== null);
    if (!broken(rule, sum, whole, complete)) return [];
    const id = `row/${sum > whole ? 'sum-exceeds-whole' : 'sum-below-whole'}`;
    return [found(id, rule.severity, { sum, whole, rule: rule.id }, rule.whole)];
  });
}

/** A share whose part is larger than its whole, or below zero, cannot be. */
export function checkShares(indicators: readonly AnyIndicator[], form: Form, entry: Entry): Finding[] {
  return indicators.flatMap((indicator) => {
    if (isDerived(indicator) || indicator.kind !== 'share' || indicator.from.key !== form.key) return [];
    const part = weighted(indicator.numerator, entry.numbers);
    const whole = weighted(indicator.denominator, entry.numbers);
    if (part === null || whole === null || (part <= whole && part >= 0)) return [];
    const field = Object.keys(indicator.numerator)[0];
    return [found('row/part-exceeds-whole', 'error', { part, whole, indicator: indicator.key }, field)];
  });
}
