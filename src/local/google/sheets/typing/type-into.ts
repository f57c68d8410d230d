import { isDate } from '../../../../model';
import type { Book, CellState, SheetState } from '../../book';
import type { Host } from '../../host';
import type { EditResult } from '../book/cloud';
import type { Rect } from '../cells/areas';
import { serialOf } from '../cells/serial';
import { writeCells } from '../cells/write';
import { parseArea } from '../formula/a1';
import { recalculate } from '../formula/recalculation';

/**
 * What a person does at the keyboard (`typed` a string) or by pasting (rows of strings) from the first cell of `a1` on: every cell is read as typed
 * in the workbook's locale; protections of whoever runs and rejecting validations are enforced, all or nothing. Pasting past the edge grows the sheet.
 */
export function typeInto(
  host: Host,
  book: Book,
  sheetName: string,
  a1: string,
  typed: string | string[][],
): EditResult {
  const sheet = book.sheets.find(({ name }) => name === sheetName);
  if (!sheet) throw new Error(`The workbook has no sheet «${sheetName}»`);
  const target = parseArea(a1, sheet);
  if (!target) throw new Error(`«${a1}» is not a range`);
  const rows = typeof typed === 'string' ? [[typed]] : square(typed);
  const area = { row: target.row, column: target.column, rows: rows.length, columns: rows[0]!.length };
  const [rowCount, columnCount] = [sheet.rowCount, sheet.columnCount];
  growTo(sheet, area);
  const oldValue = eventValue(book, sheet.cells[area.row]?.[area.column]);
  try {
    writeCells(host, book, sheet, area, rows);
  } catch (refusal) {
    Object.assign(sheet, { rowCount, columnCount });
    throw refusal;
  }
  const result: EditResult = { area: { sheetId: sheet.id, ...area } };
  if (area.rows * area.columns > 1) return result;
  recalculate(book, sheet);
  const value = eventValue(book, sheet.cells[area.row]?.[area.column]);
  return { ...result, ...(value !== undefined && { value }), ...(oldValue !== undefined && { oldValue }) };
}

/** Ragged rows are filled up with blanks. */
function square(rows: string[][]): string[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  if (width === 0) throw new Error('There is nothing to paste');
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

function growTo(sheet: SheetState, area: Rect): void {
  sheet.rowCount = Math.max(sheet.rowCount, area.row + area.rows);
  sheet.columnCount = Math.max(sheet.columnCount, area.column + area.columns);
}

/** The event object holds text: numbers with a point, dates as serial days, truth as TRUE and FALSE [K]. */
function eventValue(book: Book, cell: CellState | undefined): string | undefined {
  if (!cell || cell.value === '') return undefined;
  if (isDate(cell.value)) return String(serialOf(cell.value.getTime(), book.timeZone));
  return typeof cell.value === 'boolean' ? String(cell.value).toUpperCase() : String(cell.value);
}
