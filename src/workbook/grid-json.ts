import { type Cell, type Grid, isDate } from '../model';

type Written = Exclude<Cell, Date> | { readonly date: number };

/** A grid as text, dates included. */
export const gridToJson = (grid: Grid): string =>
  JSON.stringify(grid.map((cells) => cells.map((cell): Written => (isDate(cell) ? { date: cell.getTime() } : cell))));

export const gridFromJson = (json: string): Grid =>
  (JSON.parse(json) as Written[][]).map((cells) =>
    cells.map((cell): Cell => (typeof cell === 'object' ? new Date(cell.date) : cell)),
  );
