import { type Cell, type Grid, isBlank, type Register } from '../model';
import { type KeyedRow, type KeyedTab, type Layout, layoutOf, readKeyed } from './keyed-tab';
import { ID, LABEL, REMARK } from './register-tab';

/** A row as it stands on the register's tab. */
export interface KeptRow {
  /** Row of the sheet, from 1. */
  readonly place: number;
  readonly id: string;
  readonly cells: KeyedRow;
}

export interface KeptRows {
  readonly layout: Layout;
  /** Rows in which anything of the register's fields stands; the runs' own cells alone make no row. */
  readonly rows: readonly KeptRow[];
  /** The highest number that an id of this register has had. */
  readonly lastNumber: number;
}

const RUNS_OWN = new Set([ID, LABEL, REMARK]);

/** Null for a tab that cannot be read: its keys row is gone, or fields of the order stand nowhere. */
export function readRegister(tab: KeyedTab, register: Register, grid: Grid): KeptRows | null {
  const layout = layoutOf(tab, grid);
  if (!layout?.order.includes(ID)) return null;
  const { rows, rowNumbers } = readKeyed(tab, grid);
  const kept = rows.flatMap((cells, index): KeptRow[] => {
    const typed = Object.keys(register.fields).some((key) => !RUNS_OWN.has(key) && !isBlank(cells[key]));
    const id = String(cells[ID] ?? '').trim();
    return typed ? [{ place: rowNumbers[index]!, id, cells }] : [];
  });
  return { layout, rows: kept, lastNumber: Number(layout.data) || 0 };
}

/** A cell of the grid by row and key of its column, '' where it has none. */
export const cellAt = (grid: Grid, layout: Layout, row: number, key: string): Cell => {
  const column = layout.order.indexOf(key);
  return column < 0 ? '' : (grid[row - 1]?.[column] ?? '');
};
