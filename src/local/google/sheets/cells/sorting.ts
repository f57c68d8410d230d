import type { CellState } from '../../book';
import { recalculate, touchFormulas } from '../formula/recalculation';
import { relocateFormula } from '../formula/references';
import type { SheetPlace } from '../place';
import type { Rect } from './areas';
import { conventionsOf } from './conventions';

/** `column` counts from 0 on the sheet. */
export interface SortKey {
  column: number;
  ascending: boolean;
}

const RANK = { number: 0, object: 0, string: 1, boolean: 2 } as Record<string, number>;

/** Numbers and dates, then text, then truth; blanks stay last both ways [K]. */
function compareCells(a: CellState | undefined, b: CellState | undefined, ascending: boolean): number {
  const left = a?.value ?? '';
  const right = b?.value ?? '';
  if (left === '' || right === '') return Number(left === '') - Number(right === '');
  const byRank = RANK[typeof left]! - RANK[typeof right]!;
  const order =
    byRank || (typeof left === 'string' ? left.localeCompare(right as string, 'ru') : Number(left) - Number(right));
  return ascending ? order : -order;
}

/**
 * Sorts the rows of an area. Values, formulas, notes and looks go along; validations, heights and hidden rows stay where they are, since
 * they belong to the place.
 */
export function sortRows(place: SheetPlace, area: Rect, keys: SortKey[]): void {
  const { book, sheet } = place;
  recalculate(book, sheet);
  const order = Array.from({ length: area.rows }, (_, index) => area.row + index);
  const rowOf = (row: number) => sheet.cells[row] ?? [];
  order.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const difference = compareCells(rowOf(a)[column], rowOf(b)[column], ascending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const taken = order.map((row) => rowOf(row).slice(area.column, area.column + area.columns));
  taken.forEach((cells, index) => {
    const rows = area.row + index - order[index]!;
    placeCells(place, area.row + index, area, cells, rows);
  });
  touchFormulas(book, sheet);
}

function placeCells(place: SheetPlace, row: number, area: Rect, cells: (CellState | undefined)[], moved: number): void {
  const { book, sheet } = place;
  for (let next = sheet.cells.length; next <= row; next++) sheet.cells.push([]);
  sheet.cells[row] ??= [];
  const line = sheet.cells[row]!;
  const validations = line.slice(area.column, area.column + area.columns).map((cell) => cell?.validation);
  for (let next = line.length; next < area.column; next++) line.push(undefined);
  const { decimal } = conventionsOf(book.locale);
  for (let index = 0; index < area.columns; index++) {
    const validation = validations[index];
    const source = cells[index];
    if (!source && !validation && area.column + index >= line.length) continue;
    const cell: CellState | undefined = source || validation ? { ...(source ?? { value: '' }) } : undefined;
    if (cell) {
      delete cell.validation;
      if (validation) cell.validation = validation;
      if (cell.formula !== undefined) cell.formula = relocateFormula(cell.formula, decimal, moved, 0);
    }
    for (let next = line.length; next < area.column + index; next++) line.push(undefined);
    line[area.column + index] = cell;
  }
}
