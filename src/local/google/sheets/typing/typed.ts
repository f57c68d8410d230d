import type { Conventions } from '../cells/conventions';
import { readTypedDate } from './typed-date';
import { readTypedNumber } from './typed-number';

/** What typing gave when it is more than a plain value: a number with the format it brings along, or a formula. */
export class Typed {
  constructor(
    readonly value: string | number | boolean,
    readonly format?: string,
    readonly formula?: string,
  ) {}
}

// Most cells are words; whatever begins otherwise cannot be a number, a date, a time, a formula or an apostrophe.
const WORTH_READING = /^[\s\d=+\-'.,($€£₽%]/;

/**
 * Reads a string as Sheets does when it is typed, and when `setValue` is given it [K]: numbers, percentages, money, dates (a serial day with a
 * date format), times, truth, formulas; a leading apostrophe makes it text and is dropped. `year` completes «5.1».
 */
export function readTyped(text: string, conventions: Conventions, year: number): string | number | boolean | Typed {
  if (!WORTH_READING.test(text)) return readWord(text, conventions, year);
  if (text.charCodeAt(0) === 39) return text.slice(1);
  if (text.charCodeAt(0) === 61 && text.length > 1) return new Typed('', undefined, text);
  const trimmed = text.trim();
  const read = readTypedNumber(trimmed, conventions) ?? readTypedDate(trimmed, conventions, year);
  if (read !== undefined) return typeof read === 'number' ? read : new Typed(read.value, read.format);
  // «+7 914 …» and «-нет» are taken for formulas and give #ERROR! or #NAME?, the well-known trap of phone numbers and dashes [K].
  if (/^[+-]./.test(text)) return new Typed('', undefined, `=${text}`);
  return text;
}

function readWord(text: string, conventions: Conventions, year: number): string | boolean | Typed {
  if (text.length > 24) return text;
  const word = text.trim().toUpperCase();
  if (word === 'TRUE' || word === conventions.true) return true;
  if (word === 'FALSE' || word === conventions.false) return false;
  if (!/\d/.test(text)) return text;
  const date = readTypedDate(text.trim(), conventions, year);
  return date ? new Typed(date.value, date.format) : text;
}
