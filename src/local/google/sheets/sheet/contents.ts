import { assertRoom } from '../book/room';
import type { Rect } from '../cells/areas';
import { contentSize } from '../cells/cells';
import { type ClearOptions, clear, clearContents, clearFormats, clearNotes } from '../cells/clearing';
import { sortRows } from '../cells/sorting';
import { writeCells } from '../cells/write';
import { recalculate } from '../formula/recalculation';
import type { Members } from '../handle';
import type { SheetPlace } from '../place';
import { assertMayEdit } from '../rules/permission';
import { refuseArguments } from '../signature';

const whole = ({ sheet }: SheetPlace): Rect => ({
  row: 0,
  column: 0,
  rows: sheet.rowCount,
  columns: sheet.columnCount,
});

const cleared =
  (what: (place: SheetPlace, area: Rect, options?: ClearOptions) => void) =>
  (place: SheetPlace, options?: ClearOptions): void => {
    const area = whole(place);
    assertMayEdit(place.host, place.book, place.sheet, area);
    what(place, area, options);
  };

/** Below the last row with content, in one piece; the sheet grows when it must [D: Sheet.appendRow]. */
function appendRow(place: SheetPlace, values: unknown[]): void {
  const { host, book, sheet } = place;
  if (values.length === 0) refuseArguments(host, 'Sheet.appendRow', [values]);
  recalculate(book, sheet);
  const area = { row: contentSize(sheet).rows, column: 0, rows: 1, columns: values.length };
  const { rowCount, columnCount } = sheet;
  const grown = { rowCount: Math.max(rowCount, area.row + 1), columnCount: Math.max(columnCount, area.columns) };
  assertRoom(place, grown.rowCount * grown.columnCount - rowCount * columnCount);
  Object.assign(sheet, grown);
  try {
    writeCells(host, book, sheet, area, [values]);
  } catch (refusal) {
    Object.assign(sheet, { rowCount, columnCount });
    throw refusal;
  }
}

/** All rows but the frozen ones [D: Sheet.sort]. */
function sort(place: SheetPlace, column: number, ascending = true): void {
  const { host, book, sheet } = place;
  const area = { ...whole(place), row: sheet.frozenRows, rows: sheet.rowCount - sheet.frozenRows };
  assertMayEdit(host, book, sheet, area);
  if (column < 1 || column > sheet.columnCount) host.fail('Sort column is out of range.');
  sortRows(place, area, [{ column: column - 1, ascending }]);
}

export const sheetContents: Members<SheetPlace> = {
  change: {
    'clear() (Options)': cleared(clear),
    'clearContents()': cleared(clearContents),
    'clearFormats()': cleared(clearFormats),
    'clearNotes()': cleared(clearNotes),
    'appendRow(Object[])': appendRow,
    'sort(Integer) (Integer,Boolean)': sort,
  },
};
