import { type Cell, textOf } from '../model';

export interface ReadNumber {
  readonly value: number;
  /** Digits after the point, as printed. */
  readonly digits: number;
  readonly percent: boolean;
}

const SPACES = /[\s\u00a0\u2007\u202f\u2009]+/g;
const NUMBER = /^([+-]?)(\d+)(?:[.,](\d+))?(%?)$/;
const MOST_DIGITS = 6;

/** A number however it is written: `12,5`, `1 234`, `43,18 %`; null for anything else. */
export function numberOf(cell: Cell | undefined): ReadNumber | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? ofValue(cell) : null;
  if (typeof cell !== 'string') return null;
  const found = NUMBER.exec(cell.replace(SPACES, '').replace(/\u200b|\ufeff/g, ''));
  if (!found) return null;
  const [, sign, whole, fraction = '', percent] = found;
  const value = Number(`${sign}${whole}.${fraction || '0'}`);
  return { value, digits: Math.min(fraction.length, MOST_DIGITS), percent: percent === '%' };
}

const ofValue = (value: number): ReadNumber => ({ value, digits: digitsOf(value), percent: false });

const digitsOf = (value: number): number => (value.toFixed(MOST_DIGITS).replace(/0+$/, '').split('.')[1] ?? '').length;

/** A whole number of people or things, not below 0. */
export function countOf(cell: Cell | undefined): number | null {
  const read = numberOf(cell);
  return read && !read.percent && Number.isInteger(read.value) && read.value >= 0 ? read.value : null;
}

/** The same in a table filled by hand: «12 чел.», «26 человек: 20 мальчиков и 6 девочек», «нет». */
export function looseCountOf(cell: Cell | undefined): number | null {
  const exact = countOf(cell);
  if (exact !== null) return exact;
  const text = textOf(cell).toLowerCase();
  if (text === 'нет') return 0;
  const found = /^(\d+)\s*(?:чел|уч|дет|реб|сем|обуч)/.exec(text);
  return found ? Number(found[1]) : null;
}

/** A code that spreadsheets take for a number: `180001`, «180001.0», « 180 001 ». */
export function codeOf(cell: Cell | undefined): string {
  const text = textOf(cell).replace(SPACES, '');
  return /^\d+(?:[.,]0+)?$/.test(text) ? text.replace(/[.,]0+$/, '').replace(/^0+(?=\d)/, '') : '';
}

/** Averages are given to hundredths. */
export const toHundredths = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;
