import {
  type Cell,
  DATE_MARK,
  type Entry,
  type Field,
  type Form,
  isBlank,
  isDate,
  isGiven,
  isNumeric,
  type RawRow,
  textOf,
  trimmedNumber,
  type Unread,
} from '../model';
import { isErrorWord, isShownError } from './error-words';
import { listedWord } from './listed-words';
import { remembering } from './remembering';
import { isTotal } from './totals';

type Finding = { id: string; found: string };
type Parsed<T> = { value: T; finding?: Finding };

const WHOLE = /^\d+$|^\d{1,3}(?: \d{3})+$/;
/** A tick where a number or a word belongs. */
const BOX = 'галочка';
/** Words for «none» and «no data», which are not the same. */
const NOTHING = /^(?:нет|нету|не было|отсутствуют?|н\/д|нд|н\.д\.|[-–—−]+|x|х)$/i;
const DECIMAL = /^\d+(?:,\d+)?$/;
const isMarkedDate = (typed: string): boolean =>
  typed.startsWith(DATE_MARK) && /^\d\d\.\d\d\.\d{4}$/.test(typed.slice(DATE_MARK.length));

/** What a date looked like to the person who typed it: `12.5` and `5/1` become dates in a Russian workbook. */
const dateInWords = (date: Date): string =>
  `${String(date.getDate()).padStart(2, '0')}.${String(date.getMonth() + 1).padStart(2, '0')}.${date.getFullYear()}`;

function checkedNumber(field: Field, value: number): Parsed<number | null> {
  const found = trimmedNumber(value);
  if (!Number.isFinite(value)) return { value: null, finding: { id: 'cell/not-a-number', found } };
  if (value < 0) return { value: null, finding: { id: 'cell/negative', found } };
  if (field.kind === 'count' && !Number.isInteger(value))
    return { value: null, finding: { id: 'cell/fraction', found } };
  return { value };
}

/** A number, or null with what is wrong; a blank is null with nothing wrong. */
export function parseNumber(field: Field, cell: Cell): Parsed<number | null> {
  if (isBlank(cell)) return { value: null };
  if (isDate(cell)) return { value: null, finding: { id: 'cell/date', found: dateInWords(cell) } };
  if (typeof cell === 'number') return checkedNumber(field, cell);
  const typed = textOf(cell);
  if (isMarkedDate(typed)) return { value: null, finding: { id: 'cell/date', found: typed.slice(DATE_MARK.length) } };
  if (isErrorWord(typed)) return { value: null, finding: { id: 'cell/formula-error', found: typed.slice(0, 40) } };
  if (NOTHING.test(typed)) return { value: null, finding: { id: 'cell/nothing-word', found: typed } };
  // A line break between digits is two numbers in one cell, not a thousand.
  const readable =
    typeof cell === 'string' &&
    !/\S[\t\n\r\v\f]+\S/.test(cell) &&
    (field.kind === 'count' ? WHOLE : DECIMAL).test(typed);
  if (readable) return checkedNumber(field, Number(typed.replace(/ /g, '').replace(',', '.')));
  const found = typeof cell === 'boolean' ? BOX : typed.slice(0, 40);
  return { value: null, finding: { id: 'cell/not-a-number', found } };
}

/** «100 %» in a count may mean 1 or all of the class: it is not guessed at. */
const readNumber = (field: Field, cell: Cell, percent = false): Parsed<number | null> =>
  percent && typeof cell === 'number'
    ? { value: null, finding: { id: 'cell/percent', found: percentOf(cell) } }
    : parseNumber(field, cell);

/** A stored share as the percentage that was typed: «100 %». */
export const percentOf = (value: number): string => `${trimmedNumber(Number((value * 100).toFixed(6)))} %`;

/** Words as typed, spaces tidied, those of the field's list as they stand there; a date or a tick is not guessed at. */
export function parseText(field: Field, cell: Cell): Parsed<string> {
  if (isDate(cell))
    return { value: dateInWords(cell), finding: { id: 'cell/text-became-date', found: dateInWords(cell) } };
  const typed = textOf(cell);
  if (isMarkedDate(typed)) {
    const found = typed.slice(DATE_MARK.length);
    return { value: found, finding: { id: 'cell/text-became-date', found } };
  }
  if (typeof cell === 'boolean') return { value: BOX, finding: { id: 'cell/not-a-text', found: BOX } };
  if (field.kind === 'long-text' ? isShownError(typed) : isErrorWord(typed))
    return { value: typed, finding: { id: 'cell/formula-error', found: typed.slice(0, 40) } };
  if (typed === '' || !field.choices) return { value: typed };
  const listed = listedWord(field, typed);
  // A total is told so and not where to choose from.
  if (listed || field.kind !== 'choice' || isTotal(typed)) return { value: listed?.word ?? typed };
  return { value: typed, finding: { id: 'cell/not-in-list', found: typed.slice(0, 40) } };
}

const TYPED_DAY = /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/;
const ISO_DAY = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/;

/** Null for a day that no calendar has, as 31.02.2023, and for words that are none. */
function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(0);
  // Unlike Date.UTC this does not take the year 23 for 1923.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : null;
}

/** An ISO day from a date cell or from words like «12.05.2023»; '' for a blank, the words themselves where they are no day. */
export function parseDate(cell: Cell): Parsed<string> {
  if (isDate(cell)) return { value: isoDay(cell.getFullYear(), cell.getMonth() + 1, cell.getDate()) ?? '' };
  const typed = typeof cell === 'boolean' ? BOX : textOf(cell);
  const words = isMarkedDate(typed) ? typed.slice(DATE_MARK.length) : typed;
  const { year, month, day } = (TYPED_DAY.exec(words) ?? ISO_DAY.exec(words))?.groups ?? {};
  const iso = isoDay(Number(year), Number(month), Number(day));
  if (iso !== null || typed === '') return { value: iso ?? '' };
  return { value: typed, finding: { id: 'cell/not-a-date', found: typed.slice(0, 40) } };
}

const parseWords = (field: Field, cell: Cell): Parsed<string> =>
  field.kind === 'date' ? parseDate(cell) : parseText(field, cell);

/** Long texts are typed once, the names of classes and subjects again and again. */
const OFTEN = 40;

function wordsParser(field: Field): (cell: Cell) => Parsed<string> {
  const known = remembering((text) => parseWords(field, text));
  return (cell) => (typeof cell === 'string' && cell.length <= OFTEN ? known(cell) : parseWords(field, cell));
}

/** A typed row as numbers and words, and the cells that could not be read. */
export interface ParsedCells {
  readonly entry: Entry;
  readonly unread: readonly Unread[];
}

const ALL_READ: readonly Unread[] = [];

/** What most cells of numbers are: nothing is to be said of them. */
const isPlainCount = (cell: Cell): cell is number => typeof cell === 'number' && cell >= 0 && Number.isInteger(cell);

interface ParsedRowCells {
  readonly numbers: Record<string, number | null>;
  readonly texts: Record<string, string>;
}

/** Turns the typed rows of a form into numbers and words; made ready once for all of them. */
export function rowParser(form: Form): (raw: RawRow) => ParsedCells {
  const fields = Object.entries(form.fields).map(([key, field]) => {
    const isNumber = isNumeric(field);
    const read: (cell: Cell, percent?: boolean) => Parsed<string | number | null> = isNumber
      ? (cell, percent) => readNumber(field, cell, percent)
      : wordsParser(field);
    return { key, isNumber, isCarried: isGiven(field), read };
  });
  const blank: ParsedRowCells = { numbers: {}, texts: {} };
  for (const { key, isNumber } of fields) {
    if (isNumber) blank.numbers[key] = null;
    else blank.texts[key] = '';
  }
  const allCarried = fields.every(({ isCarried }) => isCarried);
  return ({ period, school, form: formKey, row, explanation, cells, percent }) => {
    const numbers = { ...blank.numbers };
    const texts = { ...blank.texts };
    let unread: Unread[] | null = null;
    let started = allCarried;
    for (let index = 0; index < fields.length; index += 1) {
      const { key, isNumber, isCarried, read } = fields[index]!;
      const cell = cells[key];
      if (cell === '' || cell === undefined) continue;
      if (!started && !isCarried && !isBlank(cell)) started = true;
      if (isNumber && percent === undefined && isPlainCount(cell)) {
        numbers[key] = cell;
        continue;
      }
      const { value, finding } = read(cell, percent?.includes(key));
      if (isNumber) numbers[key] = value as number | null;
      else texts[key] = value as string;
      if (!finding) continue;
      unread ??= [];
      unread.push({ id: finding.id, field: key, found: finding.found });
    }
    const entry = { period, school, form: formKey, row, numbers, texts, explanation, started };
    return { entry, unread: unread ?? ALL_READ };
  };
}
