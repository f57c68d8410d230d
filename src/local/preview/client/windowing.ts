/** Where each row begins, and at the end where the last one ends. */
export function offsetsOf(heights: readonly number[], from: number): number[] {
  const offsets = [0];
  for (let row = from; row < heights.length; row++) offsets.push(offsets.at(-1)! + heights[row]!);
  return offsets;
}

/** The last row that begins at `y` or above. */
export function rowAt(offsets: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (offsets[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

const OVERSCAN = 12;

/** Rows to draw for what is in sight, the latter not included; both count from the first row that scrolls. */
export function windowOf(offsets: readonly number[], top: number, height: number): { from: number; to: number } {
  const from = Math.max(0, rowAt(offsets, top) - OVERSCAN);
  return { from, to: Math.min(offsets.length - 1, rowAt(offsets, top + height) + OVERSCAN + 1) };
}
