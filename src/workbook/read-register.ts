import { type Cell, type Grid, isBlank, type Register } from '../model';
import { type Growth, keyedGrowth } from './keyed-growth';
import { type KeyedRow, type KeyedTab, type Layout, layoutOf, readKeyed } from './keyed-tab';
import { ID, LABEL, REMARK } from './register-tab';

/** A row as it stands on the register's tab. */
export interface KeptRow {
  /** Row of the sheet, from 1. */
  readonly place: number;
  readonly id: string;
  readonly cells: KeyedRow;
}

export interface KeptRows extends Growth {
  /** Rows in which anything of the register's fields stands; the runs' own cells alone make no row. */
  readonly rows: readonly KeptRow[];
  /** The highest number that an id of this register has had. */
  readonly lastNumber: number;
  /** Schools in the order in which they got numbers for their rows. */
  readonly numbered: readonly string[];
}

const RUNS_OWN = new Set([ID, LABEL, REMARK]);

/** Null for a tab that cannot be read: its keys row is gone. Columns that it lacks stand in the layout as they will be. */
export function readRegister(tab: KeyedTab, register: Register, grid: Grid): KeptRows | null {
  const growth = keyedGrowth(tab, grid);
  if (!layoutOf(tab, grid)?.order.includes(ID) || !growth) return null;
  const { rows, rowNumbers } = readKeyed(tab, grid);
  const fields = Object.keys(register.fields).filter((key) => !RUNS_OWN.has(key));
  const kept = rows.flatMap((cells, index): KeptRow[] => {
    const typed = fields.some((key) => !isBlank(cells[key]));
    const id = String(cells[ID] ?? '').trim();
    return typed ? [{ place: rowNumbers[index]!, id, cells }] : [];
  });
  const [last = '', ...numbered] = growth.layout.data.split(' ');
  return { ...growth, rows: kept, lastNumber: Number(last) || 0, numbered };
}

/** A cell of the grid by row and key of its column, '' where it has none. */
export const cellAt = (grid: Grid, layout: Layout, row: number, key: string): Cell => {
  const column = layout.order.indexOf(key);
  return column < 0 ? '' : (grid[row - 1]?.[column] ?? '');
};
