import { intersects, type Rect, subtract } from '../cells/areas';
import { clearContents, clearFormats, clearNotes, clearValidations } from '../cells/clearing';
import { copyArea, type Parts, tiled } from '../cells/copying';
import { type SortKey, sortRows } from '../cells/sorting';
import { CopyPasteType, Dimension } from '../enums';
import { touchFormulas } from '../formula/recalculation';
import { type Members, stateOf } from '../handle';
import { assertInside, type RangePlace } from '../place';
import { assertMayEdit } from '../rules/permission';
import { assertChangeable, assertUsable } from '../rules/usable';
import { makeFilter } from './filter';

type SortSpec = number | { column: number; ascending?: boolean };

/** `sort(2)`, `sort({column: 2, ascending: false})` or a list of these; columns are of the sheet, not of the range [D: Range.sort]. */
function sort(place: RangePlace, spec: SortSpec | SortSpec[]): void {
  assertChangeable(place);
  const { host, sheet, area } = place;
  if (sheet.merges.some((merge) => intersects(merge, area))) {
    host.fail("You can't sort a range with merged cells. Unmerge cells to sort.");
  }
  const keys = (Array.isArray(spec) ? spec : [spec]).map((one): SortKey => {
    const column = typeof one === 'number' ? one : one.column;
    const inside = Number.isInteger(column) && column - 1 >= area.column && column - 1 < area.column + area.columns;
    if (!inside) host.fail('Sort column is out of range.');
    return { column: column - 1, ascending: typeof one === 'number' || one.ascending !== false };
  });
  sortRows(place, area, keys.length > 0 ? keys : [{ column: area.column, ascending: true }]);
}

const PARTS = new Map<unknown, Parts>([
  [CopyPasteType.PASTE_NORMAL, 'everything'],
  [CopyPasteType.PASTE_NO_BORDERS, 'everything'],
  [CopyPasteType.PASTE_FORMAT, 'format'],
  [CopyPasteType.PASTE_FORMULA, 'formulas'],
  [CopyPasteType.PASTE_DATA_VALIDATION, 'validation'],
  [CopyPasteType.PASTE_VALUES, 'values'],
  [CopyPasteType.PASTE_CONDITIONAL_FORMATTING, 'conditions'],
]);

function paste(from: RangePlace, to: RangePlace, parts: Parts, transposed: boolean): void {
  assertUsable(from);
  assertUsable(to);
  const { rows, columns } = from.area;
  const target = transposed ? tiled(to.area, columns, rows) : tiled(to.area, rows, columns);
  assertInside(to, target);
  assertMayEdit(to.host, to.book, to.sheet, target);
  copyArea(from, to, parts, transposed);
}

function copyTo(from: RangePlace, destination: object, how?: unknown, transposed = false): void {
  const to = stateOf<RangePlace>(destination);
  if (how !== undefined && 'ordinal' in (how as object)) {
    const parts = PARTS.get(how) ?? from.host.fail(`CopyPasteType.${how} is not implemented`, 'Error');
    paste(from, to, parts, transposed);
    return;
  }
  const { contentsOnly, formatOnly } = (how ?? {}) as { contentsOnly?: boolean; formatOnly?: boolean };
  paste(from, to, contentsOnly ? 'values' : formatOnly ? 'format' : 'everything', false);
}

function moveTo(from: RangePlace, destination: object): void {
  const to = stateOf<RangePlace>(destination);
  assertChangeable(from);
  const target = { ...to.area, rows: from.area.rows, columns: from.area.columns };
  assertInside(to, target);
  assertMayEdit(to.host, to.book, to.sheet, target);
  copyArea(from, { ...to, area: target }, 'everything', false);
  // What was moved out and not over itself is left blank.
  const stays = from.sheet === to.sheet ? target : undefined;
  emptyExcept(from, stays);
}

function emptyExcept(place: RangePlace, stays: Rect | undefined): void {
  for (const left of stays ? subtract(place.area, stays) : [place.area]) {
    clearContents(place, left);
    clearFormats(place, left);
    clearNotes(place, left);
    clearValidations(place, left);
  }
}

/** Makes room for, or closes, cells by shifting the rest of their rows or columns; only cells move. */
function shiftCells(place: RangePlace, dimension: unknown, insert: boolean): void {
  const { host, book, sheet, area } = place;
  const down = dimension === Dimension.ROWS;
  const rest: Rect = down
    ? { ...area, rows: sheet.rowCount - area.row }
    : { ...area, columns: sheet.columnCount - area.column };
  assertUsable(place);
  assertMayEdit(host, book, sheet, rest);
  const step = (down ? area.rows : area.columns) * (insert ? 1 : -1);
  const taken = sheet.cells.map((row) => row && [...row]);
  for (let row = rest.row; row < rest.row + rest.rows; row++) {
    for (let column = rest.column; column < rest.column + rest.columns; column++) {
      const [fromRow, fromColumn] = down ? [row - step, column] : [row, column - step];
      const inside = fromRow >= area.row && fromColumn >= area.column;
      const cell = inside ? taken[fromRow]?.[fromColumn] : undefined;
      if (cell || sheet.cells[row]?.[column]) put(place, row, column, cell);
    }
  }
  touchFormulas(book, sheet);
}

function put({ sheet }: RangePlace, row: number, column: number, cell: (typeof sheet.cells)[number][number]): void {
  for (let next = sheet.cells.length; next <= row; next++) sheet.cells.push([]);
  sheet.cells[row] ??= [];
  const line = sheet.cells[row]!;
  for (let next = line.length; next < column; next++) line.push(undefined);
  line[column] = cell;
}

function createFilter(place: RangePlace): object {
  assertChangeable(place);
  if (place.sheet.filter) place.host.fail("You can't create a filter in a sheet that already has a filter.");
  place.sheet.filter = { ...place.area };
  return makeFilter(place);
}

const SORT = 'sort(Integer) (Options) (Object[])';

export const rangeMoves: Members<RangePlace> = {
  call: {
    'copyTo(Range) (Range,Options) (Range,Enum,Boolean)': copyTo,
    'moveTo(Range)': moveTo,
    'createFilter()': createFilter,
    'getFilter()': (place) => (place.sheet.filter ? makeFilter(place) : null),
  },
  change: {
    [SORT]: sort,
    'insertCells(Enum)': (place, dimension: unknown) => shiftCells(place, dimension, true),
    'deleteCells(Enum)': (place, dimension: unknown) => shiftCells(place, dimension, false),
  },
};
