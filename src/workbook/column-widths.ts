/** A letter of a header (bold) by the size of the font, and what stands free at both sides of a word, in pixels. */
const LETTERS = { 9: 6.75, 10: 7.5 };
const SIDES = 12;
/** A longer word breaks rather than push the other columns out of sight. */
const MOST = 170;
/** Widths that hardly differ are one, which costs one call instead of two. */
const STEP = 5;

/** How wide a column must be so that no word of its header breaks inside. */
export function widthOfWords(title: string, size: keyof typeof LETTERS = 10): number {
  // A no-break space holds its words together.
  const longest = Math.max(...title.split(/[ \n]+/).map((word) => word.length));
  return Math.min(MOST, Math.ceil((longest * LETTERS[size] + SIDES) / STEP) * STEP);
}

interface Stretch {
  readonly count: number;
  readonly width: number;
}

/** Pixels that are given away when neighbours become as wide as the wider of them. */
const givenAway = (a: Stretch, b: Stretch): number =>
  a.width < b.width ? (b.width - a.width) * a.count : (a.width - b.width) * b.count;

/** The same columns, none narrower, in at most `most` stretches of one width: each costs a call when a tab is made. */
export function inStretches(widths: readonly number[], most: number): number[] {
  const runs: Stretch[] = widths.map((width) => ({ count: 1, width }));
  const equal = (at: number): boolean => runs[at]!.width === runs[at + 1]!.width;
  for (;;) {
    const pairs = runs.slice(1).map((_, at) => at);
    const same = pairs.find(equal);
    if (same === undefined && runs.length <= most) break;
    const cost = (at: number): number => givenAway(runs[at]!, runs[at + 1]!);
    const at = same ?? pairs.reduce((best, pair) => (cost(pair) < cost(best) ? pair : best));
    const [a, b] = [runs[at]!, runs[at + 1]!];
    runs.splice(at, 2, { count: a.count + b.count, width: Math.max(a.width, b.width) });
  }
  return runs.flatMap(({ count, width }) => Array<number>(count).fill(width));
}
