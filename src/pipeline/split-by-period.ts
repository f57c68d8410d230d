import { type Grid, isPeriod, type PeriodKey, textOf } from '../model';
import { FIRST_ROW } from '../workbook';

type Grids = Readonly<Record<string, Grid>>;

/**
 * Consolidated tabs cut into periods in one pass, each piece under its tab's head: what is read of a piece is what would
 * be read of the whole for that period. Sixteen quarters are not read sixteen times.
 */
export function splitByPeriod(tabs: Grids): (period: PeriodKey) => Grids {
  const pieces = Object.entries(tabs).map(([key, grid]) => ({ key, head: headRows(grid), of: rowsByPeriod(grid) }));
  return (period) => Object.fromEntries(pieces.map(({ key, head, of }) => [key, [...head, ...(of.get(period) ?? [])]]));
}

/** All down to the titles: nothing above the first row that names a period is a row. */
function headRows(grid: Grid): Grid {
  const first = grid.findIndex((row) =>
    row.some((cell) => typeof cell === 'string' && cell.includes('-Q') && isPeriod(textOf(cell))),
  );
  return grid.slice(0, Math.max(FIRST_ROW - 1, first));
}

/** A row is in every piece whose period some cell of it names: which cell counts is the reader's business. */
function rowsByPeriod(grid: Grid): Map<PeriodKey, Grid[number][]> {
  const found = new Map<PeriodKey, Grid[number][]>();
  for (let row = FIRST_ROW - 1; row < grid.length; row += 1) {
    for (const cell of grid[row]!) {
      // Most cells are told from a period by this alone.
      if (typeof cell !== 'string' || !cell.includes('-Q')) continue;
      const period = textOf(cell);
      if (!isPeriod(period)) continue;
      const rows = found.get(period) ?? [];
      if (rows[rows.length - 1] !== grid[row]) rows.push(grid[row]!);
      found.set(period, rows);
    }
  }
  return found;
}
