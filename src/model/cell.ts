/** What a spreadsheet cell holds: a blank is `''`. */
export type Cell = string | number | boolean | Date;
/** Rows of cells, as `getValues` gives them. */
export type Grid = Cell[][];

/** Dates come from another realm in the V8 runtime, so `instanceof Date` would lie. */
export const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

export const isBlank = (value: Cell | null | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

const TIDIED = /[\s\p{Cc}\u200b-\u200f\u2060\ufeff]+/gu;

/** The cell's words: trimmed, no-break and repeated spaces and control characters made single spaces. */
export function textOf(value: Cell | null | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'number') return String(value);
  const words = String(value);
  TIDIED.lastIndex = 0;
  return TIDIED.test(words) ? words.replace(TIDIED, ' ').trim() : words;
}

/** How a date that stands where a number or a word belongs is kept in a consolidated tab: «дата 12.05.2023». */
export const DATE_MARK = 'дата ';
