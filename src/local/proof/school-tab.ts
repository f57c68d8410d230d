import { type Cell, type Grid, isBlank } from '../../model';
import { rowsOf } from '../../pipeline';
import { programme } from '../../programme';
import { type Block, REMARK_COLUMN, REMARKS, readSchoolTab, type SchoolTab } from '../../workbook';
import type { SheetState } from '../google/book';
import { cellName } from '../google/sheets/formula/a1';

/** The values of a sheet's rows as they are stored; blank cells at the end of a row are left out. */
export function gridOf(sheet: SheetState): Grid {
  const grid: Grid = [];
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const cells = sheet.cells[row] ?? [];
    const values: Cell[] = new Array(cells.length);
    for (let column = 0; column < cells.length; column += 1) values[column] = cells[column]?.value ?? '';
    grid.push(values);
  }
  return grid;
}

export const sheetNamed = (book: { readonly sheets: readonly SheetState[] }, name: string): SheetState => {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return sheet;
};

export const tabOf = (sheet: SheetState): SchoolTab => readSchoolTab(programme, gridOf(sheet));

export function blockOf(tab: SchoolTab, form: string): Block {
  const block = tab.blocks.get(form);
  if (!block) throw new Error(`${tab.school}: no block ${form}`);
  return block;
}

/** Where a form's field, or the remark, stands in the nth of its filled rows. */
export function fieldAt(tab: SchoolTab, form: string, n: number, key: string): string {
  const block = blockOf(tab, form);
  const column = key === REMARKS ? REMARK_COLUMN : block.columns.get(key)!;
  return cellName(rowsOf(tab, block)[n]!.tabRow - 1, column - 1);
}

/** The first cell of a form's first free row. */
export function freeRowAt(tab: SchoolTab, form: string): string {
  const block = blockOf(tab, form);
  const columns = [...block.columns.values()];
  let row = block.firstRow;
  while (columns.some((column) => !isBlank(tab.grid[row - 1]?.[column - 1] ?? ''))) row += 1;
  return cellName(row - 1, Math.min(...columns) - 1);
}
