import type { CellState, CellStyle, SheetState } from '../../book';
import type { Rect } from './areas';

/** The cell at a place, made blank when there is none yet. */
export function cellAt(sheet: SheetState, row: number, column: number): CellState {
  for (let next = sheet.cells.length; next <= row; next++) sheet.cells.push([]);
  let cells = sheet.cells[row];
  if (!cells) {
    cells = [];
    sheet.cells[row] = cells;
  }
  // Without this a far cell would make the row a slow array with holes.
  for (let next = cells.length; next < column; next++) cells.push(undefined);
  let cell = cells[column];
  if (!cell) {
    cell = { value: '' };
    cells[column] = cell;
  }
  return cell;
}

/** One value per cell of an area, `blank` where there is no cell. */
export function readGrid<T>(sheet: SheetState, area: Rect, pick: (cell: CellState) => T, blank: () => T): T[][] {
  const grid: T[][] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const cells = sheet.cells[row];
    const line: T[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = cells?.[column];
      line.push(cell ? pick(cell) : blank());
    }
    grid.push(line);
  }
  return grid;
}

/** Changes the cells an area has, passing over those never touched. */
export function changeExisting(sheet: SheetState, area: Rect, change: (cell: CellState) => void): void {
  const bottom = Math.min(area.row + area.rows, sheet.cells.length);
  for (let row = area.row; row < bottom; row++) {
    const cells = sheet.cells[row];
    if (!cells) continue;
    const right = Math.min(area.column + area.columns, cells.length);
    for (let column = area.column; column < right; column++) {
      const cell = cells[column];
      if (cell) change(cell);
    }
  }
}

export function changeAll(
  sheet: SheetState,
  area: Rect,
  change: (cell: CellState, row: number, column: number) => void,
): void {
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      change(cellAt(sheet, area.row + row, area.column + column), row, column);
    }
  }
}

export function clearContent(cell: CellState): void {
  cell.value = '';
  delete cell.formula;
  delete cell.link;
  delete cell.runs;
}

/** A look with something added or, where `change` says `undefined`, taken away. */
function restyled(style: CellStyle | undefined, change: CellStyle): CellStyle | undefined {
  const entries = Object.entries({ ...style, ...change }).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Changes the look of one cell after another. Looks are shared between cells and never changed in place. */
export function restyler(): (cell: CellState, change: CellStyle) => void {
  const known = new Map<CellStyle, Map<CellStyle | undefined, CellStyle | undefined>>();
  return (cell, change) => {
    let results = known.get(change);
    if (!results) {
      results = new Map();
      known.set(change, results);
    }
    if (!results.has(cell.style)) results.set(cell.style, restyled(cell.style, change));
    const style = results.get(cell.style);
    if (style) cell.style = style;
    else delete cell.style;
  };
}

/** How far values or formulas reach: sizes, 0 for a blank sheet. */
export function contentSize(sheet: SheetState): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (let row = 0; row < sheet.cells.length; row++) {
    const cells = sheet.cells[row];
    if (!cells) continue;
    let column = cells.length - 1;
    while (column >= 0 && !hasContent(cells[column])) column--;
    if (column < 0) continue;
    rows = row + 1;
    columns = Math.max(columns, column + 1);
  }
  return { rows, columns };
}

export const hasContent = (cell: CellState | undefined): boolean =>
  cell !== undefined && (cell.value !== '' || cell.formula !== undefined);
