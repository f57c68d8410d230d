import { type Cell, isDate, textOf } from '../model';
import { inCyrillic } from './letters';

const MONTHS = [
  'январ',
  'феврал',
  'март',
  'апрел',
  'ма',
  'июн',
  'июл',
  'август',
  'сентябр',
  'октябр',
  'ноябр',
  'декабр',
];

const iso = (year: number, month: number, day: number): string | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31
    ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;

/** The first day named in a cell, as ISO: «на 01.10.2025», «на 20 сентября 2025 г.», «2025.06.03». */
export function dayIn(cell: Cell | undefined): string | null {
  if (isDate(cell)) return iso(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate());
  const text = inCyrillic(textOf(cell)).toLowerCase();
  const points = /(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)/.exec(text);
  if (points) return iso(Number(points[3]), Number(points[2]), Number(points[1]));
  const turned = /(?<!\d)(20\d\d)[.-](\d{1,2})[.-](\d{1,2})/.exec(text);
  if (turned) return iso(Number(turned[1]), Number(turned[2]), Number(turned[3]));
  const words = /(?<!\d)(\d{1,2})\s+([а-я]+)\s+(20\d\d)/.exec(text);
  const month = words ? MONTHS.findIndex((stem) => words[2]!.startsWith(stem)) + 1 : 0;
  return words ? iso(Number(words[3]), month, Number(words[1])) : null;
}

/** When a file was made says nothing of what it is about. */
const OF_THE_FILE = /выгруж|напечат|распечат|сформир|создан|исполнител|подпис/i;

/** The day that what stands above a table is of. */
export const dayAbove = (cells: Iterable<{ readonly cell: Cell }>): string | null =>
  [...cells].map(({ cell }) => (OF_THE_FILE.test(textOf(cell)) ? null : dayIn(cell))).find((day) => day !== null) ??
  null;

/** A school year («2024/2025») named in a text: «2024-2025», «2024/25». */
export function schoolYearIn(text: string): string | null {
  const found = /(?<!\d)(20\d\d)\s*[/\\–—-]\s*(20\d\d|\d\d)(?!\d)/.exec(text);
  if (!found) return null;
  const first = Number(found[1]);
  return Number(found[2]) % 100 === (first + 1) % 100 ? schoolYear(first) : null;
}

/** The school year to which a day belongs. */
export const schoolYearOf = (day: string): string =>
  schoolYear(Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 8 ? 1 : 0));

export const schoolYear = (first: number): string => `${first}/${first + 1}`;

export function yearIn(text: string): number | null {
  const found = /(?<!\d)20\d\d(?!\d)/.exec(text);
  return found ? Number(found[0]) : null;
}
