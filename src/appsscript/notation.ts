import type { Area } from '../model';

/** A column's letters, from 1: A, Z, AA. */
export const lettersOf = (column: number): string =>
  column === 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));

/** «D5:F12» of an area that is counted from `row` and `column` on. */
export function notationOf(area: Area, row = 1, column = 1): string {
  const top = row - 1 + area.row;
  const left = column - 1 + area.column;
  return `${lettersOf(left)}${top}:${lettersOf(left + area.columns - 1)}${top + area.rows - 1}`;
}
