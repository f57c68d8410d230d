import { type Grid, isPeriod, type PeriodKey, textOf } from '../model';
import { FIRST_ROW } from '../workbook';

type Grids = Readonly<Record<string, Grid>>;

/**
 * Consolidated tabs cut into periods in one pass, each piece under its tab's head: what is read of a piece is what would
 * be read of the whole for that period. Sixteen quarters are not read sixteen times.
 */
export function splitByPeriod(tabs: Grids): (period: PeriodKey) => Grids {
  const pieces = Object.entries(tabs).map(([key, grid]) => ({ key, grid, of: rowsByPeriod(grid) }));
  return (period) =>
    Object.fromEntries(
      pieces.map(({ key, grid, of }) => [key, [...grid.slice(0, FIRST_ROW - 1), ...(of.get(period) ?? [])]]),
    );
}

/** A row is in every piece whose period some cell of it names: which cell counts is the reader's business. */
function rowsByPeriod(grid: Grid): Map<PeriodKey, Grid[number][]> {
  const found = new Map<PeriodKey, Grid[number][]>();
  for (const row of grid.slice(FIRST_ROW - 1)) {
    for (const period of new Set(
      row
        .filter((cell) => typeof cell === 'string')
        .map(textOf)
        .filter(isPeriod),
    )) {
      const rows = found.get(period);
      if (rows) rows.push(row);
      else found.set(period, [row]);
    }
  }
  return found;
}
