import type { SheetState } from '../../book';
import type { Rect } from '../cells/areas';

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** `AA` → 26. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const cellName = (row: number, column: number): string => columnLetters(column) + (row + 1);

type Size = Pick<SheetState, 'rowCount' | 'columnCount'>;

/** As `getA1Notation` writes it: whole columns `A:B` and whole rows `2:5` in short. */
export function nameArea(area: Rect, size: Size): string {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  if (area.rows === 1 && area.columns === 1) return cellName(area.row, area.column);
  if (area.row === 0 && area.rows === size.rowCount && area.rows > 1) {
    return `${columnLetters(area.column)}:${columnLetters(last.column)}`;
  }
  if (area.column === 0 && area.columns === size.columnCount && area.columns > 1)
    return `${area.row + 1}:${last.row + 1}`;
  return `${cellName(area.row, area.column)}:${cellName(last.row, last.column)}`;
}

/** `'Лист 1'!A1` → the sheet's name and the rest; no name when there is no `!`. */
export function splitSheet(text: string): { sheet?: string; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), rest: quoted[2]! };
  const plain = /^([^!]+)!(.*)$/s.exec(text);
  return plain ? { sheet: plain[1]!, rest: plain[2]! } : { rest: text };
}

export const quoteSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;

interface Corner {
  row?: number;
  column?: number;
}

function parseCorner(text: string): Corner | undefined {
  const a1 = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/.exec(text);
  if (a1 && (a1[1] || a1[2])) {
    return {
      ...(a1[2] && { row: Number(a1[2]) - 1 }),
      ...(a1[1] && { column: columnNumber(a1[1]) }),
    };
  }
  const r1c1 = /^[Rr]([1-9]\d*)[Cc]([1-9]\d*)$/.exec(text);
  return r1c1 ? { row: Number(r1c1[1]) - 1, column: Number(r1c1[2]) - 1 } : undefined;
}

/**
 * Reads `A1`, `A1:B2`, `A:B`, `2:5`, `A2:B`, `R1C1:R2C2`; an open end reaches the sheet's edge. `undefined` when it is none of these. The area may
 * lie outside the sheet.
 */
export function parseArea(text: string, size: Size): Rect | undefined {
  const parts = text.trim().split(':');
  if (parts.length > 2) return undefined;
  const [from, to] = parts.map(parseCorner);
  if (!from || (parts.length === 2 && !to)) return undefined;
  if (!to) {
    if (from.row === undefined || from.column === undefined) return undefined;
    return { row: from.row, column: from.column, rows: 1, columns: 1 };
  }
  const rows = span(from.row, to.row, size.rowCount);
  const columns = span(from.column, to.column, size.columnCount);
  if ((from.row ?? to.row) === undefined && (from.column ?? to.column) === undefined) return undefined;
  return { row: rows.start, rows: rows.count, column: columns.start, columns: columns.count };
}

function span(from: number | undefined, to: number | undefined, size: number): { start: number; count: number } {
  if (from === undefined && to === undefined) return { start: 0, count: size };
  if (from === undefined || to === undefined) {
    const start = (from ?? to)!;
    return { start, count: Math.max(size - start, 1) };
  }
  return { start: Math.min(from, to), count: Math.abs(to - from) + 1 };
}
