/** What a spreadsheet cell holds: a blank is `''`. */
export type Cell = string | number | boolean | Date;
/** Rows of cells, as `getValues` gives them. */
export type Grid = Cell[][];

/** Dates come from another realm in the V8 runtime, so `instanceof Date` would lie. */
export const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/**
 * Whatever but words apart by single spaces: of drawn characters, which are neither spaces nor control characters nor soft
 * hyphens, zero-width and bidi characters. Ranges, as classes of Unicode take longer to make ready than an edit may last.
 */
const UNTIDY =
  /[^ !-~\u00a1-\u00ac\u00ae-\u061b\u061d-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]|^ | $| {2}/;
const NOT_DRAWN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/g;
const SPACES = /(?:\s|[^!-~\u00a1-\uffff])+/g;

export const isBlank = (value: Cell | null | undefined): boolean =>
  value === '' || value === undefined || value === null || (typeof value === 'string' && textOf(value) === '');

/**
 * The cell's words: trimmed, no-break and repeated spaces and control characters made single spaces, without characters
 * that are not drawn (soft hyphens, zero-width, bidi).
 */
export function textOf(value: Cell | null | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'number') return String(value);
  const words = String(value);
  if (!UNTIDY.test(words)) return words;
  return words.replace(NOT_DRAWN, '').replace(SPACES, ' ').trim();
}

/** How a date that stands where a number or a word belongs is kept in a consolidated tab: «дата 12.05.2023». */
export const DATE_MARK = 'дата ';
