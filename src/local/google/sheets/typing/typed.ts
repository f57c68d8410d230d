import type { Conventions } from '../cells/conventions';
import { readTypedDate } from './typed-date';

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

export interface Formatted {
  value: number;
  format: string;
}

const SPACES = /[ \u00a0\u202f]/g;

/**
 * A number as typed. Digits may be grouped by threes with the locale's separator (in ru_RU a no-break or an ordinary space). In en_US `12,5` is
 * text: its groups are not of three digits, and we do not rely on Sheets being more lenient.
 */
export function readTypedNumber(text: string, conventions: Conventions): number | Formatted | undefined {
  const shape =
    /^(\()?([+-])?\s?([$€£₽])?\s?([\d.,\s\u00a0\u202f]*\d[.,]?)(?:[eE]([+-]?\d+))?\s?(%|₽|€|р\.|руб\.)?(\))?$/.exec(
      text,
    );
  if (!shape || Boolean(shape[1]) !== Boolean(shape[7])) return undefined;
  const [, open, sign, before, digits, exponent, after] = shape;
  if (open && sign) return undefined;
  const size = readDigits(digits!, conventions);
  if (size === undefined) return undefined;
  const value = (open || sign === '-' ? -1 : 1) * size * 10 ** Number(exponent ?? 0);
  if (!Number.isFinite(value)) return undefined;
  const fraction = digits!.includes(conventions.decimal);
  if (after === '%') {
    if (before) return undefined;
    return { value: Number((value / 100).toPrecision(15)), format: fraction ? '0.00%' : '0%' };
  }
  const money = before ?? after;
  if (money) return readMoney(money, value, conventions);
  if (exponent !== undefined) return { value, format: '0.00E+00' };
  if (isGrouped(digits!, conventions)) return { value, format: fraction ? '#,##0.00' : '#,##0' };
  return value;
}

const isGrouped = (digits: string, { group }: Conventions): boolean =>
  group.trim() === '' ? /\d[ \u00a0\u202f]\d/.test(digits) : digits.includes(group);

function readMoney(sign: string, value: number, conventions: Conventions): Formatted | undefined {
  const own = conventions.currency === '₽' ? ['₽', 'р.', 'руб.'] : [conventions.currency];
  if (!own.includes(sign)) return undefined;
  return { value, format: conventions.currency === '₽' ? '#,##0.00 "₽"' : `"${sign}"#,##0.00` };
}

function readDigits(digits: string, { decimal, group }: Conventions): number | undefined {
  const spaced = group.trim() === '';
  const plain = spaced ? digits.replace(SPACES, ' ').trim() : digits.trim();
  const [whole = '', fraction, ...more] = plain.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  const groups = whole.split(spaced ? ' ' : group);
  if (groups.length > 1 && !(/^\d{1,3}$/.test(groups[0]!) && groups.slice(1).every((part) => /^\d{3}$/.test(part)))) {
    return undefined;
  }
  const joined = groups.join('');
  if (!/^\d*$/.test(joined) || joined + (fraction ?? '') === '') return undefined;
  return Number(`${joined || '0'}.${fraction || '0'}`);
}
