import type { CellState } from '../../book';
import { recalculate, touchFormulas } from '../formula/recalculation';
import { relocateFormula } from '../formula/references';
import type { RangePlace } from '../place';
import { pasteConditions } from '../rules/conditional-areas';
import { rememberValidation } from '../rules/validation-areas';
import { intersects, type Rect } from './areas';
import { cellAt, clearContent } from './cells';
import { conventionsOf } from './conventions';

/** Which parts of a cell go along. */
export type Parts = 'everything' | 'values' | 'format' | 'formulas' | 'validation' | 'conditions';

/** Copies one area over another, over and over while it fits, as pasting does [D: Range.copyTo]. */
export function copyArea(from: RangePlace, to: RangePlace, parts: Parts, transposed: boolean): void {
  recalculate(from.book, from.sheet);
  const { area: source } = from;
  const [rows, columns] = transposed ? [source.columns, source.rows] : [source.rows, source.columns];
  const target = tiled(to.area, rows, columns);
  if (parts === 'everything' || parts === 'format' || parts === 'conditions') {
    pasteConditions(from, to, target, transposed);
  }
  if (parts === 'conditions') return;
  const taken = takeCells(from);
  for (let row = 0; row < target.rows; row++) {
    for (let column = 0; column < target.columns; column++) {
      const [r, c] = [row % rows, column % columns];
      const [fromRow, fromColumn] = transposed ? [c, r] : [r, c];
      const moved = {
        rows: target.row + row - (source.row + fromRow),
        columns: target.column + column - (source.column + fromColumn),
      };
      paste(to, target.row + row, target.column + column, taken[fromRow]![fromColumn], parts, moved);
    }
  }
  if (parts === 'everything') copyMerges(from, to, target, transposed);
  touchFormulas(to.book, to.sheet);
}

const takeCells = ({ sheet, area }: RangePlace): (CellState | undefined)[][] =>
  Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_cell, column) => {
      const cell = sheet.cells[area.row + row]?.[area.column + column];
      return cell && { ...cell };
    }),
  );

/** The area pasting fills: whole repetitions of what is pasted, at least one. */
export const tiled = (to: Rect, rows: number, columns: number): Rect => ({
  row: to.row,
  column: to.column,
  rows: to.rows % rows === 0 ? to.rows : rows,
  columns: to.columns % columns === 0 ? to.columns : columns,
});

function paste(
  to: RangePlace,
  row: number,
  column: number,
  source: CellState | undefined,
  parts: Exclude<Parts, 'conditions'>,
  moved: { rows: number; columns: number },
): void {
  if (!source && !to.sheet.cells[row]?.[column]) return;
  const cell = cellAt(to.sheet, row, column);
  if (parts === 'everything') {
    for (const key of Object.keys(cell) as (keyof CellState)[]) if (key !== 'value') delete cell[key];
    cell.value = '';
    Object.assign(cell, source);
  } else if (parts === 'format') copyKeys(cell, source, ['format', 'style']);
  else if (parts === 'validation') copyKeys(cell, source, ['validation']);
  else {
    clearContent(cell);
    cell.value = source?.value ?? '';
    if (parts === 'formulas') copyKeys(cell, source, ['formula']);
  }
  if (cell.validation) rememberValidation(to.book, cell.validation);
  if (cell.formula === undefined || parts === 'format' || parts === 'validation') return;
  cell.formula = relocateFormula(cell.formula, conventionsOf(to.book.locale).decimal, moved.rows, moved.columns);
}

function copyKeys(cell: CellState, source: CellState | undefined, keys: (keyof CellState)[]): void {
  for (const key of keys) {
    if (source?.[key] === undefined) delete cell[key];
    else Object.assign(cell, { [key]: source[key] });
  }
}

function copyMerges(from: RangePlace, to: RangePlace, target: Rect, transposed: boolean): void {
  const inside = from.sheet.merges.filter((merge) => intersects(merge, from.area));
  if (inside.length === 0 || transposed) return;
  const moved = inside.map((merge) => ({
    ...merge,
    row: merge.row - from.area.row + target.row,
    column: merge.column - from.area.column + target.column,
  }));
  to.sheet.merges = [...to.sheet.merges.filter((merge) => !intersects(merge, target)), ...moved];
}
