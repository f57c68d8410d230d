/** Between what and what a number of people may lie, for somebody who knows what is published. */
export interface Range {
  least: number;
  most: number;
}

/** The whole is its parts together; of people nobody counts fewer than none. */
export interface Addition {
  readonly whole: Range;
  readonly parts: readonly Range[];
}

export const exactly = (value: number): Range => ({ least: value, most: value });
export const anyNumber = (): Range => ({ least: 0, most: Number.POSITIVE_INFINITY });

/** A sum that leads to no more after so many rounds is left as it is. */
const ROUNDS = 24;

/** Narrows each range as far as the others tell of it. */
export function narrow(additions: readonly Addition[]): void {
  for (let round = 0; round < ROUNDS; round++) if (additions.filter(tellsMore).length === 0) return;
}

function tellsMore({ whole, parts }: Addition): boolean {
  const sum = { least: 0, most: 0, boundless: 0 };
  for (const { least, most } of parts) {
    sum.least += least;
    if (most === Number.POSITIVE_INFINITY) sum.boundless++;
    else sum.most += most;
  }
  let more = within(whole, sum.least, sum.boundless > 0 ? Number.POSITIVE_INFINITY : sum.most);
  for (const part of parts) {
    const [least, most] = [part.least, part.most];
    const others = sum.boundless - (most === Number.POSITIVE_INFINITY ? 1 : 0);
    const othersMost = others > 0 ? Number.POSITIVE_INFINITY : sum.most - (sum.boundless > 0 ? 0 : most);
    // Each part against the others as they were when the round began: what it told itself does not count twice.
    if (within(part, whole.least - othersMost, whole.most - (sum.least - least))) more = true;
  }
  return more;
}

function within(range: Range, least: number, most: number): boolean {
  if (least <= range.least && most >= range.most) return false;
  range.least = Math.max(range.least, least);
  range.most = Math.min(range.most, most);
  return true;
}
