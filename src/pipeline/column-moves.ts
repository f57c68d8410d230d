export interface ColumnMove {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface Placed {
  readonly at: number;
  readonly to: number;
}

/**
 * The fewest moves we know of that bring columns where they belong, neighbours together. None overlaps what stands: where
 * all ways are barred, some columns go aside first, to a place that `aside` finds.
 */
export function columnMoves(places: readonly Placed[], aside: (from: number, count: number) => number): ColumnMove[] {
  const moves: ColumnMove[] = [];
  const taken = new Set(places.map(({ at }) => at));
  const right = Math.max(0, ...taken) + 1;
  let left = runsOf(places).filter(({ from, to }) => from !== to);
  const move = (run: ColumnMove, to: number): void => {
    moves.push({ ...run, to });
    for (const column of columnsOf(run.from, run.count)) taken.delete(column);
    for (const column of columnsOf(to, run.count)) taken.add(column);
  };
  while (left.length > 0) {
    const open = left.find(({ to, count }) => columnsOf(to, count).every((column) => !taken.has(column)));
    const run = open ?? left.find(({ from }) => from < right)!;
    const to = open ? run.to : aside(Math.max(right, ...taken) + 1, run.count);
    move(run, to);
    left = open ? left.filter((one) => one !== run) : left.map((one) => (one === run ? { ...run, from: to } : one));
  }
  return moves;
}

const columnsOf = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/** Neighbours that keep together. */
function runsOf(places: readonly Placed[]): ColumnMove[] {
  const runs: { from: number; to: number; count: number }[] = [];
  for (const { at, to } of [...places].sort((a, b) => a.at - b.at)) {
    const last = runs[runs.length - 1];
    if (last && last.from + last.count === at && last.to + last.count === to) last.count += 1;
    else runs.push({ from: at, to, count: 1 });
  }
  return runs;
}
