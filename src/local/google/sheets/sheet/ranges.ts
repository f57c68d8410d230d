import type { Rect } from '../cells/areas';
import { contentSize } from '../cells/cells';
import { parseArea, splitSheet } from '../formula/a1';
import { recalculate } from '../formula/recalculation';
import type { Members } from '../handle';
import type { SheetPlace } from '../place';
import { makeFilter } from '../range/filter';
import { makeRange } from '../range/range';
import { makeRangeList } from '../range/range-list';

/** `'A1:B2'` with or without this sheet's name, or a named range on it. */
export function areaNamed(place: SheetPlace, text: string): Rect {
  const { host, book, sheet } = place;
  const { sheet: name, rest } = splitSheet(text);
  if (name !== undefined && name.toLowerCase() !== sheet.name.toLowerCase()) host.fail('Range not found');
  const named = book.namedRanges.get(text);
  if (named?.sheetId === sheet.id) return named;
  return parseArea(rest, sheet) ?? host.fail('Range not found');
}

function getRange(place: SheetPlace, first: string | number, column = 1, rows = 1, columns = 1): object {
  if (typeof first === 'string') return makeRange(place, areaNamed(place, first));
  const { host } = place;
  if (first < 1) host.fail('The starting row of the range is too small.');
  if (column < 1) host.fail('The starting column of the range is too small.');
  if (rows < 1) host.fail('The number of rows in the range must be at least 1.');
  if (columns < 1) host.fail('The number of columns in the range must be at least 1.');
  return makeRange(place, { row: first - 1, column: column - 1, rows, columns });
}

/** From A1 to the last row and column with content; A1 of a blank sheet [D: Sheet.getDataRange]. */
function getDataRange(place: SheetPlace): object {
  const { rows, columns } = contentSize(place.sheet);
  return makeRange(place, { row: 0, column: 0, rows: Math.max(rows, 1), columns: Math.max(columns, 1) });
}

function lastOf({ book, sheet }: SheetPlace, part: 'rows' | 'columns'): number {
  recalculate(book, sheet);
  return contentSize(sheet)[part];
}

const OVERLOADS = '(String) (Integer,Integer) (Integer,Integer,Integer) (Integer,Integer,Integer,Integer)';

export const sheetRanges: Members<SheetPlace> = {
  handle: {
    [`getRange${OVERLOADS}`]: getRange,
    'getDataRange()': getDataRange,
    'getRangeList(String[])': (place, names: string[]) =>
      makeRangeList(
        place,
        names.map((name) => areaNamed(place, name)),
      ),
    'getFilter()': (place) => (place.sheet.filter ? makeFilter(place) : null),
  },
  call: {
    'getLastRow()': (place) => lastOf(place, 'rows'),
    'getLastColumn()': (place) => lastOf(place, 'columns'),
    'getMaxRows()': ({ sheet }) => sheet.rowCount,
    'getMaxColumns()': ({ sheet }) => sheet.columnCount,
  },
};
