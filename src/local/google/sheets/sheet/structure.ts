import type { Area, Book, CellState, SheetState, ValidationState } from '../../book';
import type { Rect } from '../cells/areas';
import { conventionsOf } from '../cells/conventions';
import { rewriteFormulas, touchFormulas } from '../formula/recalculation';
import { type Axis, type Shift, shiftReferences } from '../formula/references';
import { rangeValidations } from '../rules/validation-areas';
import { shiftConditions } from './shift-conditions';

/** Which row or column new ones take format and validation from. */
export type Like = 'before' | 'after' | 'none';

const totalOf = (sheet: SheetState, axis: Axis): number => (axis === 'rows' ? sheet.rowCount : sheet.columnCount);

/** Puts `count` blank rows or columns before index `at`, moving everything that belongs to the ones behind. */
export function insertSpan(book: Book, sheet: SheetState, axis: Axis, at: number, count: number, like: Like): void {
  const total = totalOf(sheet, axis);
  const model = like === 'before' ? at - 1 : like === 'after' ? at : -1;
  const blank = (cell: CellState | undefined) => inherit(cell);
  if (axis === 'rows') {
    const template = sheet.cells[model];
    const added = Array.from({ length: count }, () => template?.map(blank) ?? []);
    if (at < sheet.cells.length || template) {
      while (sheet.cells.length < at) sheet.cells.push([]);
      sheet.cells = [...sheet.cells.slice(0, at), ...added, ...sheet.cells.slice(at)];
    }
    sheet.rowCount += count;
  } else {
    for (const row of sheet.cells) {
      const template = row?.[model];
      if (!row || (row.length <= at && !template)) continue;
      while (row.length < at) row.push(undefined);
      row.splice(at, 0, ...Array.from({ length: count }, () => inherit(template)));
    }
    sheet.columnCount += count;
  }
  shiftBelongings(book, sheet, axis, (start, size) => {
    if (size === total) return { start, size: size + count };
    if (at <= start) return { start: start + count, size };
    return { start, size: at < start + size ? size + count : size };
  });
}

/** New cells look like their neighbours and take the same values, but say nothing. */
function inherit(cell: CellState | undefined): CellState | undefined {
  if (!cell || (!cell.format && !cell.style && !cell.validation)) return undefined;
  const { format, style, validation } = cell;
  return { value: '', ...(format && { format }), ...(style && { style }), ...(validation && { validation }) };
}

export function deleteSpan(book: Book, sheet: SheetState, axis: Axis, at: number, count: number): void {
  if (axis === 'rows') {
    sheet.cells.splice(at, count);
    sheet.rowCount -= count;
    sheet.frozenRows -= overlap(at, count, sheet.frozenRows);
  } else {
    for (const row of sheet.cells) row?.splice(at, count);
    sheet.columnCount -= count;
    sheet.frozenColumns -= overlap(at, count, sheet.frozenColumns);
  }
  shiftBelongings(book, sheet, axis, (start, size) => {
    const before = Math.max(0, Math.min(start, at + count) - at);
    const inside = Math.max(0, Math.min(start + size, at + count) - Math.max(start, at));
    return size === inside ? undefined : { start: start - before, size: size - inside };
  });
}

const overlap = (at: number, count: number, frozen: number): number => Math.max(0, Math.min(at + count, frozen) - at);

/** Moves rows or columns so that they stand before what is now at index `to`. */
export function moveSpan(book: Book, sheet: SheetState, axis: Axis, at: number, count: number, to: number): void {
  if (to >= at && to <= at + count) return;
  const rearrange = <T>(list: (T | undefined)[]) => {
    while (list.length < Math.max(at + count, to)) list.push(undefined);
    const moved = list.splice(at, count);
    list.splice(to > at ? to - count : to, 0, ...moved);
  };
  if (axis === 'rows') {
    const rows: ((CellState | undefined)[] | undefined)[] = sheet.cells;
    rearrange(rows);
    sheet.cells = Array.from(rows, (row) => row ?? []);
  } else for (const row of sheet.cells) if (row && row.length > Math.min(at, to)) rearrange(row);
  const [low, high] = to > at ? [at + count, to] : [to, at];
  shiftBelongings(book, sheet, axis, (start, size) => {
    if (start >= at && start + size <= at + count)
      return { start: start + (to > at ? to - count - at : to - at), size };
    if (start >= low && start + size <= high) return { start: start + (to > at ? -count : count), size };
    return { start, size };
  });
}

/** Sizes, hidden rows, merges, protections, filter, charts, conditional formats, names, formulas and validations follow. */
function shiftBelongings(book: Book, sheet: SheetState, axis: Axis, shift: Shift): void {
  if (axis === 'rows') {
    sheet.hiddenRows = new Set([...shiftKeys(sheet.hiddenRows, shift)]);
    sheet.rowHeights = new Map(shiftEntries(sheet.rowHeights, shift));
  } else {
    sheet.hiddenColumns = new Set([...shiftKeys(sheet.hiddenColumns, shift)]);
    sheet.columnWidths = new Map(shiftEntries(sheet.columnWidths, shift));
  }
  const moved = <T extends Rect>(area: T): T[] => shiftArea(area, axis, shift);
  sheet.merges = sheet.merges.flatMap(moved).filter(({ rows, columns }) => rows * columns > 1);
  sheet.filter = sheet.filter && (moved(sheet.filter)[0] ?? null);
  sheet.protections = sheet.protections.filter((protection) => {
    protection.unprotected = protection.unprotected.flatMap(moved);
    if (!protection.area) return true;
    const [area] = moved(protection.area);
    if (area) protection.area = area;
    return area !== undefined;
  });
  sheet.charts = sheet.charts.flatMap((chart) => {
    const anchor = moved({ row: chart.row, column: chart.column, rows: 1, columns: 1 })[0] ?? chart;
    return { ...chart, row: anchor.row, column: anchor.column, ranges: chart.ranges.flatMap(moved) };
  });
  for (const [name, area] of [...book.namedRanges]) {
    if (area.sheetId !== sheet.id) continue;
    const [now] = moved(area);
    if (now) book.namedRanges.set(name, now);
    else book.namedRanges.delete(name);
  }
  const { decimal } = conventionsOf(book.locale);
  const concerns = meaning(sheet, sheet);
  sheet.conditionalFormats = shiftConditions(sheet.conditionalFormats, { axis, shift, moved, concerns, decimal });
  shiftValidations(book, sheet, moved);
  shiftFormulas(book, sheet, axis, shift);
}

function* shiftKeys(keys: Iterable<number>, shift: Shift): Generator<number> {
  for (const key of keys) {
    const moved = shift(key, 1);
    if (moved) yield moved.start;
  }
}

function* shiftEntries<T>(entries: Map<number, T>, shift: Shift): Generator<[number, T]> {
  for (const [key, value] of entries) {
    const moved = shift(key, 1);
    if (moved) yield [moved.start, value];
  }
}

function shiftArea<T extends Rect>(area: T, axis: Axis, shift: Shift): T[] {
  const moved = axis === 'rows' ? shift(area.row, area.rows) : shift(area.column, area.columns);
  if (!moved) return [];
  const { start, size } = moved;
  return [axis === 'rows' ? { ...area, row: start, rows: size } : { ...area, column: start, columns: size }];
}

function shiftValidations(book: Book, sheet: SheetState, moved: (area: Area) => Area[]): void {
  for (const validation of rangeValidations(book)) {
    const area = (validation as ValidationState).arguments[0] as Area;
    if (area.sheetId === sheet.id) validation.arguments[0] = moved(area)[0] ?? area;
  }
}

/** Whether a reference in a formula of `home` means the sheet. */
const meaning =
  (sheet: SheetState, home: SheetState) =>
  (name: string | undefined): boolean =>
    name === undefined ? home === sheet : name.toLowerCase() === sheet.name.toLowerCase();

function shiftFormulas(book: Book, sheet: SheetState, axis: Axis, shift: Shift): void {
  const { decimal } = conventionsOf(book.locale);
  // Those of the sheet itself are found anew: they have just moved.
  touchFormulas(book, sheet);
  rewriteFormulas(book, sheet, (formula, home) => shiftReferences(formula, decimal, axis, shift, meaning(sheet, home)));
  touchFormulas(book, sheet);
}
