import type { CellState } from '../../book';
import { type Conventions, conventionsOf } from './conventions';
import { displayDate } from './display-date';
import { isDateFormat, isGeneral, isText } from './number-format';
import { serialOf } from './serial';

/** A cell as the grid shows it in the workbook's locale. Errors keep their English codes in every locale. */
export function displayCell(cell: CellState | undefined, locale: string, timeZone: string): string {
  if (!cell) return '';
  const { value, format } = cell;
  if (typeof value === 'string') return value;
  const conventions = conventionsOf(locale);
  if (typeof value === 'boolean') return value ? conventions.true : conventions.false;
  const serial = typeof value === 'number' ? value : serialOf(value.getTime(), timeZone);
  return displayNumber(serial, typeof value === 'number' ? format : dateFormatOr(format, conventions), conventions);
}

const dateFormatOr = (format: string | undefined, conventions: Conventions): string =>
  format !== undefined && isDateFormat(format) ? format : conventions.date;

export function displayNumber(value: number, format: string | undefined, conventions: Conventions): string {
  if (isGeneral(format) || isText(format)) return displayGeneral(value, conventions);
  if (isDateFormat(format)) return displayDate(value, format!, conventions);
  return displayPattern(value, format!, conventions);
}

/** At most ten significant digits after a decimal point; from 10^15 on, an exponent [K]. */
function displayGeneral(value: number, { decimal }: Conventions): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-9)) {
    const [mantissa, exponent] = value.toExponential(5).split('e') as [string, string];
    const padded = exponent.replace(/(\d+)/, (digits) => digits.padStart(2, '0'));
    return `${String(Number(mantissa)).replace('.', decimal)}E${padded}`;
  }
  if (Number.isInteger(value)) return String(value);
  const whole = String(Math.trunc(size)).length;
  const rounded = Number(value.toFixed(Math.max(0, Math.min(10, 11 - whole))));
  const plain = Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(10).replace(/0+$/, '');
  return plain.replace(/\.$/, '').replace('.', decimal);
}

const TOKEN = /"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[0#?.,]+(?:[eE][+-]0+)?|%|./g;
const DIGITS = /^[0#?.,]+(?:[eE][+-]0+)?$/;

interface Piece {
  text: string;
  digits: boolean;
}

const parsed = new Map<string, Piece[][]>();

/** The `;` sections of a pattern (positive, negative, zero) as literal text and digit places. */
function sectionsOf(format: string): Piece[][] {
  const known = parsed.get(format);
  if (known) return known;
  const sections = splitSections(format).map((section) =>
    [...section.matchAll(TOKEN)].map((match): Piece => {
      const [whole, quoted, escaped, money] = match;
      if (quoted !== undefined || escaped !== undefined || money !== undefined) {
        return { text: quoted ?? escaped ?? money ?? '', digits: false };
      }
      if (whole.startsWith('_')) return { text: ' ', digits: false };
      if (whole.startsWith('*') || whole.startsWith('[')) return { text: '', digits: false };
      return { text: whole, digits: DIGITS.test(whole) };
    }),
  );
  parsed.set(format, sections);
  return sections;
}

const splitSections = (format: string): string[] => format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? [format];

function displayPattern(value: number, format: string, conventions: Conventions): string {
  const [positive = [], negative, zero] = sectionsOf(format);
  const section = value === 0 && zero ? zero : value < 0 && negative ? negative : positive;
  const percent = section.some(({ text, digits }) => text === '%' && !digits);
  const size = Math.abs(value) * (percent ? 100 : 1);
  const shown = section
    .map((piece) => (piece.digits ? displayDigits(size, piece.text, conventions) : piece.text))
    .join('');
  const signed = value < 0 && section !== negative && /[1-9]/.test(shown);
  return signed ? `-${shown}` : shown;
}

function displayDigits(size: number, places: string, { decimal, group }: Conventions): string {
  const scientific = /^(.*?)[eE]([+-])(0+)$/.exec(places);
  if (scientific) {
    const fraction = /\.(.*)$/.exec(scientific[1]!)?.[1]?.length ?? 0;
    const [mantissa, exponent] = size.toExponential(fraction).split('e') as [string, string];
    const digits = exponent.slice(1).padStart(scientific[3]!.length, '0');
    return `${mantissa.replace('.', decimal)}E${exponent[0]}${digits}`;
  }
  const [whole = '', fraction = ''] = places.split('.');
  const most = fraction.length;
  const least = fraction.replace(/[^0]/g, '').length;
  const rounded = roundDecimal(size, most);
  let [integer = '0', decimals = ''] = rounded.split('.');
  while (decimals.length > least && decimals.endsWith('0')) decimals = decimals.slice(0, -1);
  const required = whole.replace(/[^0]/g, '').length;
  if (integer === '0' && required === 0) integer = '';
  integer = integer.padStart(required, '0');
  if (whole.includes(',')) integer = integer.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals ? `${integer}${decimal}${decimals}` : integer;
}

/** Half away from zero on the decimal digits, as spreadsheets do: 2.675 shows as 2.68, where `toFixed` gives 2.67. */
function roundDecimal(size: number, places: number): string {
  const shifted = Number(`${size}e${places}`);
  if (!Number.isFinite(shifted) || shifted >= 1e15) return size.toFixed(places);
  return Number(`${Math.round(Number(shifted.toPrecision(15)))}e-${places}`).toFixed(places);
}
