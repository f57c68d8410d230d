import type { Entry, Form, Seen, SeenRow, SumRule } from '../model';

const filledSum = (rule: SumRule, { numbers }: Entry): number => {
  let sum = 0;
  for (const key in rule.parts) sum += rule.parts[key]! * (numbers[key] ?? 0);
  return sum;
};

/** Where the filled parts already reach the whole, arithmetic proves the blank ones to be 0. */
export function proveZeros(form: Form, entry: Entry): Entry {
  let proved: Record<string, number> | null = null;
  for (const rule of form.sums) {
    const whole = entry.numbers[rule.whole];
    if (!rule.provesZeros || filledSum(rule, entry) !== whole) continue;
    for (const key in rule.parts) {
      if (entry.numbers[key] !== null) continue;
      proved ??= {};
      proved[key] = 0;
    }
  }
  return proved === null ? entry : { ...entry, numbers: { ...entry.numbers, ...proved } };
}

/** A rule that a row breaks: what its parts add up to, and their whole. */
export interface BrokenSum {
  readonly rule: SumRule;
  readonly sum: number;
  readonly whole: number;
}

/** Parts against their whole: blank parts count as 0 while looking for too much, and stop the search for too little. */
export function brokenSums(form: Form, entry: Entry): readonly BrokenSum[] {
  let broken: BrokenSum[] | null = null;
  for (const rule of form.sums) {
    const whole = entry.numbers[rule.whole];
    if (whole === null || whole === undefined) continue;
    const sum = filledSum(rule, entry);
    if (sum === whole || !isBroken(rule, entry, sum > whole)) continue;
    broken ??= [];
    broken.push({ rule, sum, whole });
  }
  return broken ?? NONE;
}

const NONE: readonly BrokenSum[] = [];

type BrokenRow = BrokenSum & { readonly at: SeenRow };
const known = new WeakMap<Seen, readonly BrokenRow[]>();

/** The broken sums of all rows of a form. */
export function sumsBroken(seen: Seen): readonly BrokenRow[] {
  const made = known.get(seen);
  if (made) return made;
  const broken: BrokenRow[] = [];
  for (const at of seen.rows) for (const one of brokenSums(seen.form, at.entry)) broken.push({ ...one, at });
  known.set(seen, broken);
  return broken;
}

function isBroken({ relation, parts }: SumRule, { numbers }: Entry, tooMuch: boolean): boolean {
  if (tooMuch) return relation !== 'at-least';
  if (relation === 'at-most') return false;
  for (const key in parts) if (numbers[key] === null) return false;
  return true;
}
