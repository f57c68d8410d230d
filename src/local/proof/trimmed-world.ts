import type { CellState, SheetState } from '../google/book';
import type { KeptWorld } from './kept-world';

const BLANK_ROWS = 12;

/** The same workbook with few blank rows together: there are so many that copying them would take most of the time. */
export const trimmed = (world: KeptWorld): KeptWorld => ({
  ...world,
  sheets: world.sheets.map((sheet) => (isLaidOut(sheet) ? sheet : trimmedSheet(sheet))),
});

/** A school's tab keeps its rows, and one with charts: what their number is belongs to its layout. */
const isLaidOut = ({ cells, charts, hiddenRows }: SheetState): boolean =>
  hiddenRows.size > 1 || charts.length > 0 || String(cells[0]?.[0]?.value).startsWith('head/');

const isBlankRow = (row: readonly (CellState | undefined)[] | undefined): boolean =>
  !row?.some((cell) => cell !== undefined && cell.value !== '');

function trimmedSheet(sheet: SheetState): SheetState {
  let blank = 0;
  const cells = sheet.cells.filter((row) => {
    blank = isBlankRow(row) ? blank + 1 : 0;
    return blank <= BLANK_ROWS;
  });
  return { ...sheet, cells, rowCount: cells.length };
}
