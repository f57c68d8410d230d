/** How numbers and dates are written in Russian documents: decimal comma, no-break spaces, half-up rounding for display only. */

export const NBSP = '\u00a0';
const MINUS = '\u2212';
const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** Rounds half away from zero on the decimal notation, so that 46.65 gives 46.7 whatever its binary form. */
export function roundHalfUp(value: number, digits: number): number {
  const [mantissa, exponent = '0'] = String(Math.abs(value)).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  const rounded = Number(`${shifted}e${-digits}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** «25 352 121», «46,7», «−3,1». */
export function formatNumber(value: number, digits = 0): string {
  const rounded = roundHalfUp(value, digits);
  const [whole, fraction] = Math.abs(rounded).toFixed(digits).split('.');
  const grouped = whole!.length > 3 ? whole!.replace(/\B(?=(\d{3})+$)/g, NBSP) : whole!;
  return (rounded < 0 ? MINUS : '') + grouped + (fraction ? `,${fraction}` : '');
}

/** A title in quotation marks, unless it has its own. */
export const quoted = (title: string): string => (title.includes('«') ? title : `«${title}»`);

/** As typed, without grouping or rounding: «12», «12,5». */
export const trimmedNumber = (value: number): string => String(value).replace('.', ',');

/** «46,7 %» */
export const formatPercent = (value: number): string => `${formatNumber(value, 1)}${NBSP}%`;

/** Change of a percentage: «+3,1 п. п.», «−0,4 п. п.». */
export function formatPoints(change: number): string {
  const rounded = roundHalfUp(change, 1);
  return `${rounded > 0 ? '+' : ''}${formatNumber(change, 1)}${NBSP}п.${NBSP}п.`;
}

/** The word that goes with a number: `plural(3, 'школа', 'школы', 'школ')`. */
export function plural(n: number, one: string, few: string, many: string): string {
  const tens = Math.abs(n) % 100;
  const ones = tens % 10;
  if (!Number.isInteger(n)) return few;
  if (tens > 10 && tens < 20) return many;
  return ones === 1 ? one : ones >= 2 && ones <= 4 ? few : many;
}

/** «7 школ» with a no-break space. */
export const counted = (n: number, one: string, few: string, many: string): string =>
  `${formatNumber(n)}${NBSP}${plural(n, one, few, many)}`;

/** An ISO date as in running text: «25 декабря 2019 г.» */
export function dateInWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day}${NBSP}${MONTHS[month! - 1]} ${year}${NBSP}г.`;
}

/** An ISO date without its year: «15 января» */
export const dayInWords = (iso: string): string => {
  const [, month, day] = iso.split('-').map(Number);
  return `${day}${NBSP}${MONTHS[month! - 1]}`;
};

/** The ISO date of «15 января» or «15.01» in a year; null of what names no day that every year has. */
export function isoDayOf(words: string, year: number): string | null {
  const match = /^(\d{1,2})(?:\.(\d{1,2})\.?|\s+([а-я]+))$/i.exec(words.trim());
  if (!match) return null;
  const month = match[2] === undefined ? MONTHS.indexOf(match[3]!.toLowerCase()) + 1 : Number(match[2]);
  const two = (n: number): string => String(n).padStart(2, '0');
  const ofMonth = month === 2 ? 28 : [4, 6, 9, 11].includes(month) ? 30 : 31;
  const isDay = month >= 1 && month <= 12 && Number(match[1]) >= 1 && Number(match[1]) <= ofMonth;
  return isDay ? `${year}-${two(month)}-${two(Number(match[1]))}` : null;
}

/** An ISO date as in tables: «25.12.2019» */
export const dateInFigures = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('.');

/** A date cell's day by the clock that made it, ISO. */
export const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
