/** What a spreadsheet cell holds: a blank is `''`. */
export type Cell = string | number | boolean | Date;
/** Rows of cells, as `getValues` gives them. */
export type Grid = Cell[][];

/** Dates come from another realm in the V8 runtime, so `instanceof Date` would lie. */
export const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

const NOTHING_DRAWN = /^[\s\p{Cc}\p{Cf}]*$/u;

export const isBlank = (value: Cell | null | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && NOTHING_DRAWN.test(value));

const UNTIDY = /[\s\p{Cc}\p{Cf}]/u;

/**
 * The cell's words: trimmed, no-break and repeated spaces and control characters made single spaces, without characters
 * that are not drawn (soft hyphens, zero-width, bidi).
 */
export function textOf(value: Cell | null | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'number') return String(value);
  const words = String(value);
  if (!UNTIDY.test(words)) return words;
  return words
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** How a date that stands where a number or a word belongs is kept in a consolidated tab: «дата 12.05.2023». */
export const DATE_MARK = 'дата ';
