import { type Formula, type Given, wrong } from './given';
import { FormulaError, isError, numberOf, type Scalar, scalarOf, textOfScalar } from './value';

const textAt = (given: Given, index: number): string | FormulaError =>
  textOfScalar(scalarOf(given.value(index)), given.decimal);

const ofText =
  (compute: (text: string) => Scalar): Formula =>
  (given) => {
    if (given.count !== 1) return wrong();
    const text = textAt(given, 0);
    return isError(text) ? text : compute(text);
  };

/** A whole number, or `without` when the argument is left out. */
const countAt = (given: Given, index: number, without: number): number | FormulaError => {
  const number = given.count > index ? numberOf(scalarOf(given.value(index))) : without;
  return isError(number) ? number : Math.trunc(number);
};

/** LEFT and RIGHT: the first or last letters, one unless said. */
const letters =
  (take: (text: string, count: number) => string): Formula =>
  (given) => {
    if (given.count < 1 || given.count > 2) return wrong();
    const text = textAt(given, 0);
    const count = countAt(given, 1, 1);
    if (isError(text)) return text;
    if (isError(count)) return count;
    return count < 0 ? new FormulaError('#VALUE!') : take(text, count);
  };

/** FIND and SEARCH: where a text begins in another, counting from one. */
const place =
  (fold: (text: string) => string): Formula =>
  (given) => {
    if (given.count < 2 || given.count > 3) return wrong();
    const [wanted, text, start] = [textAt(given, 0), textAt(given, 1), countAt(given, 2, 1)];
    if (isError(wanted)) return wanted;
    if (isError(text)) return text;
    if (isError(start)) return start;
    const at = start < 1 ? -1 : fold(text).indexOf(fold(wanted), start - 1);
    return at < 0 ? new FormulaError('#VALUE!') : at + 1;
  };

export const TEXTS: Record<string, Formula> = {
  LEFT: letters((text, count) => text.slice(0, count)),
  RIGHT: letters((text, count) => text.slice(Math.max(0, text.length - count))),
  LEN: ofText((text) => text.length),
  TRIM: ofText((text) => text.trim().replace(/ +/g, ' ')),
  UPPER: ofText((text) => text.toUpperCase()),
  LOWER: ofText((text) => text.toLowerCase()),
  FIND: place((text) => text),
  SEARCH: place((text) => text.toLowerCase()),
};

export const TEXTS_IN_RUSSIAN: Record<string, string> = {
  ЛЕВСИМВ: 'LEFT',
  ПРАВСИМВ: 'RIGHT',
  ДЛСТР: 'LEN',
  СЖПРОБЕЛЫ: 'TRIM',
  ПРОПИСН: 'UPPER',
  СТРОЧН: 'LOWER',
  НАЙТИ: 'FIND',
  ПОИСК: 'SEARCH',
};
