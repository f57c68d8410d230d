import { type Cell, type Grid, type Patch, type PeriodKey, textOf } from '../model';
import { type KeyedRow, layoutOf, written } from './keyed-tab';
import { columnsOf } from './standing-table';
import { PERIOD, type Table } from './table';

/**
 * Puts other rows in the place of a closed period's rows; `grid` is the whole tab. Room is made first, and all rows are
 * written at once. Null when they do not stand together, so that others would be written over.
 */
export function planReplacement(
  table: Table,
  grid: Grid,
  period: PeriodKey,
  rows: readonly KeyedRow[],
): Patch[] | null {
  const layout = layoutOf(table, grid);
  if (!layout?.order.includes(PERIOD)) return null;
  const columns = columnsOf(table, layout, grid);
  const periods = layout.order.indexOf(PERIOD);
  const standing = grid.flatMap((cells, index) => (textOf(cells[periods]) === period ? [index + 1] : []));
  // A period without rows gets them above the tab's last row.
  const first = standing[0] ?? grid.length;
  const last = standing[standing.length - 1] ?? grid.length - 1;
  if (standing.length > 0 && standing.length !== last - first + 1) return null;
  const missing = rows.length - (last - first + 1);
  const body = rows.map((row, place) =>
    columns.map(({ key, format }, index): Cell => {
      if (key === '') return grid[first - 1 + place]?.[index] ?? '';
      return written(key === PERIOD ? period : (row[key] ?? ''), format);
    }),
  );
  for (let left = missing; left < 0; left += 1) body.push(columns.map(() => ''));
  return [
    ...(missing > 0 ? [{ kind: 'insert-rows', tab: table.key, after: last, count: missing } as const] : []),
    { kind: 'values', tab: table.key, row: first, column: 1, values: body },
  ];
}
