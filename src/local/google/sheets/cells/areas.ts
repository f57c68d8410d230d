import type { Area } from '../../book';

/** A rectangle of cells on a known sheet. Rows and columns count from 0. */
export type Rect = Omit<Area, 'sheetId'>;

export const rectOf = ({ row, column, rows, columns }: Rect): Rect => ({ row, column, rows, columns });

export const intersects = (a: Rect, b: Rect): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

export const contains = (outer: Rect, inner: Rect): boolean =>
  outer.row <= inner.row &&
  outer.column <= inner.column &&
  outer.row + outer.rows >= inner.row + inner.rows &&
  outer.column + outer.columns >= inner.column + inner.columns;

/** The parts of `whole` that `hole` does not cover. */
export function subtract(whole: Rect, hole: Rect): Rect[] {
  if (!intersects(whole, hole)) return [whole];
  const top = Math.max(whole.row, hole.row);
  const bottom = Math.min(whole.row + whole.rows, hole.row + hole.rows);
  const left = Math.max(whole.column, hole.column);
  const right = Math.min(whole.column + whole.columns, hole.column + hole.columns);
  const wholeBottom = whole.row + whole.rows;
  const wholeRight = whole.column + whole.columns;
  return [
    { row: whole.row, column: whole.column, rows: top - whole.row, columns: whole.columns },
    { row: bottom, column: whole.column, rows: wholeBottom - bottom, columns: whole.columns },
    { row: top, column: whole.column, rows: bottom - top, columns: left - whole.column },
    { row: top, column: right, rows: bottom - top, columns: wholeRight - right },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}

/** Whether `covers` together cover `whole`. */
export const isCovered = (whole: Rect, covers: readonly Rect[]): boolean =>
  covers.reduce<Rect[]>((left, cover) => left.flatMap((part) => subtract(part, cover)), [whole]).length === 0;
