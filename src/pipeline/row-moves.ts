/** Rows, from 1, both included. */
interface Segment {
  readonly first: number;
  readonly last: number;
}

/** `before` counts as the rows stand when they are moved. */
export interface RowMove {
  readonly row: number;
  readonly count: number;
  readonly before: number;
}

/** Moves that bring segments into the order they are given in; as many as possible stay where they are. */
export function rowMoves(wanted: readonly Segment[], rows: number): RowMove[] {
  const staying = longestRising(wanted.map(({ first }) => first));
  const order = Array.from({ length: rows }, (_, index) => index + 1);
  const moves: RowMove[] = [];
  for (let index = wanted.length - 1; index >= 0; index -= 1) {
    const { first, last } = wanted[index]!;
    if (staying.has(first)) continue;
    const next = wanted[index + 1];
    const before = next ? order.indexOf(next.first) + 1 : lowest(wanted, order) + 1;
    const row = order.indexOf(first) + 1;
    const count = last - first + 1;
    moves.push({ row, count, before });
    const moved = order.splice(row - 1, count);
    order.splice(before > row ? before - 1 - count : before - 1, 0, ...moved);
  }
  return moves;
}

/** The last row of the segment that stands lowest. */
const lowest = (wanted: readonly Segment[], order: readonly number[]): number =>
  Math.max(...wanted.map(({ last }) => order.indexOf(last) + 1));

/** A longest rising part of a list of different numbers. */
function longestRising(numbers: readonly number[]): Set<number> {
  const best: number[][] = [];
  numbers.forEach((number, index) => {
    let before: number[] = [];
    for (let at = 0; at < index; at += 1)
      if (numbers[at]! < number && best[at]!.length > before.length) before = best[at]!;
    best.push([...before, number]);
  });
  return new Set(best.reduce((longest, one) => (one.length > longest.length ? one : longest), []));
}
