import { type Found, isGiven, isNumeric, type Seen, type SeenRow } from '../model';
import { isOfClasses } from './same-children';
import { median } from './statistics';

/** A number that is far from what the row’s number was. */
export interface Jump {
  readonly at: SeenRow;
  readonly field: string;
  readonly found: number;
  readonly was: number;
}

/** In so many rows it shows how much their numbers move at all. */
const FEWEST_ROWS = 6;
/** The median absolute deviation of a normal distribution, as a standard deviation. */
const MAD = 1.4826;
/** So many times as many or as few is a jump from so many pupils on, whatever the spread: a digit too many or too few. */
const FAR = { times: 5, by: 8 };
/** Less is one beyond so many spreads, that of chance in both periods or that of the other rows. */
const BEYOND = { times: 2.5, by: 10, spreads: 3.5 };
/** A number of a class that nobody types anew, as that of the pupils on the list, moves little. */
const GIVEN = { by: 5, share: 0.25 };

/** Where a number was many and is 0 now, chance leaves no more than this. */
const UNLIKELY = 0.01;
const MANY = 4;
const SMALL_GROUP = 10;

interface Compared extends Jump {
  /** What it would be now had nothing changed but the size of the whole. */
  readonly expected: number;
  readonly whole: number | null;
}

/** What a number is a part of: by the first sum that says so, by an indicator, or the pupils on the list; '' of nothing. */
function wholeOf({ form, indicators }: Seen, field: string): string {
  const sum = form.sums.find(({ parts, relation }) => field in parts && relation !== 'at-least');
  if (sum) return sum.whole;
  for (const of of indicators) {
    const below = 'numerator' in of && field in of.numerator ? Object.keys(of.denominator) : [];
    if (below.length === 1 && below[0] !== field) return below[0]!;
  }
  return field === 'enrolled' ? '' : 'enrolled';
}

/** Of results fewer of which are better, none any more is what everybody works for; what lasts does not vanish. */
const mayVanish = ({ form, indicators }: Seen, field: string): boolean =>
  !form.lasting &&
  indicators.some(
    ({ direction, ...of }) =>
      'numerator' in of &&
      ((direction === 'down' && (of.numerator[field] ?? 0) > 0) ||
        (direction === 'up' && (of.numerator[field] ?? 0) < 0)),
  );

function compared(seen: Seen, field: string, past: (row: SeenRow) => SeenRow | undefined): Compared[] {
  const whole = wholeOf(seen, field);
  return seen.rows.flatMap((at): Compared[] => {
    const then = past(at)?.entry.numbers ?? {};
    const found = at.entry.numbers[field];
    const was = then[field];
    if (found == null || was == null) return [];
    const now = at.entry.numbers[whole] ?? null;
    const size = sizeBy(then[whole], now);
    // Where the whole itself has jumped that is said, and nothing is to be expected of its parts.
    if (size !== null && (size > 2 || size < 0.5)) return [];
    return [{ at, field, found, was, expected: was * (size ?? 1), whole: now }];
  });
}

/** A whole of nobody, or an unknown one, lets expect nothing. */
const sizeBy = (then: number | null | undefined, now: number | null): number | null =>
  then && now ? now / then : null;

/** How far the numbers of a field have moved in most rows. */
function spreadOf(all: readonly Compared[]): number {
  if (all.length < FEWEST_ROWS) return 0;
  const moved = all.map(({ found, expected }) => found - expected);
  const middle = median(moved)!;
  return MAD * median(moved.map((by) => Math.abs(by - middle)))!;
}

function hasJumped({ found, expected }: Compared, spread: number): boolean {
  const by = Math.abs(found - expected);
  const times = Math.max(found, expected) / Math.max(1, Math.min(found, expected));
  if (times >= FAR.times && by >= FAR.by) return true;
  if (times < BEYOND.times || by < BEYOND.by) return false;
  return by > BEYOND.spreads * Math.max(Math.sqrt(2 * expected), spread);
}

function hasVanished({ was, expected, whole }: Compared): boolean {
  if (was < MANY || expected < MANY) return false;
  if (whole === null || whole === 0) return true;
  return whole >= SMALL_GROUP && (1 - Math.min(1, expected / whole)) ** whole < UNLIKELY;
}

const hasMoved = ({ found, was }: Jump): boolean =>
  Math.abs(found - was) >= GIVEN.by && Math.abs(found - was) > GIVEN.share * was;

/** Numbers that are far from those that the same rows had; of small groups nothing is said. */
export function jumpsOf(seen: Seen, past: (row: SeenRow) => SeenRow | undefined): Jump[] {
  return Object.entries(seen.form.fields).flatMap(([key, field]) => {
    if (!isNumeric(field)) return [];
    const all = compared(seen, key, past);
    if (isGiven(field) && isOfClasses(seen)) return all.filter(hasMoved);
    const spread = spreadOf(all);
    const vanishes = !mayVanish(seen, key);
    return all.filter((one) => (one.found === 0 ? vanishes && hasVanished(one) : hasJumped(one, spread)));
  });
}

/** A whole column that has moved, most likely pasted into another one’s place. */
const DRIFT = { times: 1.7, by: 20, spreads: 4 };

/** Fields of which all rows together are far from what they were, one row being no jump. */
export function driftsOf(seen: Seen, past: (row: SeenRow) => SeenRow | undefined): Omit<Jump, 'at'>[] {
  return Object.entries(seen.form.fields).flatMap(([field, { kind, carried, prefilled }]) => {
    if (kind !== 'count' || carried || prefilled) return [];
    const all = compared(seen, field, past);
    if (all.length < FEWEST_ROWS) return [];
    const sum = (of: (one: Compared) => number): number => all.reduce((total, one) => total + of(one), 0);
    const found = sum((one) => one.found);
    const expected = sum((one) => one.expected);
    const by = Math.abs(found - expected);
    const times = Math.max(found, expected) / Math.max(1, Math.min(found, expected));
    const isFar = times >= DRIFT.times && by >= DRIFT.by && by > DRIFT.spreads * Math.sqrt(2 * expected);
    return isFar ? [{ field, found, was: sum((one) => one.was) }] : [];
  });
}

export const foundJumps = (jumps: readonly Jump[]): Found<{ found: number; was: number }>[] =>
  jumps.map(({ at, field, found, was }) => ({ at, field, details: { found, was } }));

/** So many numbers above 0 are not the same by chance. */
const FEWEST_SAME = 6;

/** How many numbers of the rows are what they were, all of them; 0 where one is not, or too few are known from then. */
export function sameNumbers(seen: Seen, past: (row: SeenRow) => SeenRow | undefined): number {
  const keys = Object.keys(seen.form.fields).filter(
    (key) => isNumeric(seen.form.fields[key]!) && !isGiven(seen.form.fields[key]),
  );
  let [known, same] = [0, 0];
  for (const row of seen.rows) {
    const then = past(row)?.entry.numbers;
    if (!then) continue;
    known += 1;
    for (const key of keys) {
      const now = row.entry.numbers[key] ?? null;
      if (now !== (then[key] ?? null)) return 0;
      if (now) same += 1;
    }
  }
  return known * 2 >= seen.rows.length && same >= FEWEST_SAME ? same : 0;
}
