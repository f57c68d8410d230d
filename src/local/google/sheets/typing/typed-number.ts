import type { Conventions } from '../cells/conventions';

/** A number and the format that typing gave it. */
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
