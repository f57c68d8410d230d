import { type Formula, type Given, wrong } from './given';
import { TEXTS, TEXTS_IN_RUSSIAN } from './texts';
import { FormulaError, isError, isTable, numberOf, type Scalar, scalarOf, truthOf, type Value } from './value';

function* scalarsOf(given: Given): Generator<{ value: Scalar; inRange: boolean }> {
  for (let index = 0; index < given.count; index++) {
    const value = given.value(index);
    if (!isTable(value)) {
      yield { value, inRange: false };
      continue;
    }
    for (let row = 0; row < value.rows; row++) {
      for (let column = 0; column < value.columns; column++) yield { value: value.at(row, column), inRange: true };
    }
  }
}

/** Numbers as SUM takes them: in ranges text, truth and blanks are passed over, given singly they must be numbers [K]. */
function numbersOf(given: Given): number[] | FormulaError {
  const numbers: number[] = [];
  for (const { value, inRange } of scalarsOf(given)) {
    if (isError(value)) return value;
    if (inRange) {
      if (typeof value === 'number') numbers.push(value);
      continue;
    }
    const number = numberOf(value);
    if (isError(number)) return number;
    numbers.push(number);
  }
  return numbers;
}

const overNumbers =
  (compute: (numbers: number[]) => Scalar): Formula =>
  (given) => {
    if (given.count === 0) return wrong();
    const numbers = numbersOf(given);
    return isError(numbers) ? numbers : compute(numbers);
  };

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

function count(given: Given, counts: (value: Scalar) => boolean): number {
  let total = 0;
  for (const { value } of scalarsOf(given)) if (counts(value)) total++;
  return total;
}

function choose(given: Given): Value {
  if (given.count < 2 || given.count > 3) return wrong();
  const truth = truthOf(scalarOf(given.value(0)));
  if (isError(truth)) return truth;
  if (truth) return given.value(1);
  return given.count === 3 ? given.value(2) : false;
}

function ifError(given: Given): Value {
  if (given.count < 1 || given.count > 2) return wrong();
  const value = given.value(0);
  if (!isError(isTable(value) ? scalarOf(value) : value)) return value;
  return given.count === 2 ? given.value(1) : null;
}

function round(given: Given): Value {
  if (given.count < 1 || given.count > 2) return wrong();
  const value = numberOf(scalarOf(given.value(0)));
  const places = given.count === 2 ? numberOf(scalarOf(given.value(1))) : 0;
  if (isError(value)) return value;
  if (isError(places)) return places;
  const whole = Math.trunc(places);
  const shifted = Number((Math.abs(value) * 10 ** whole).toPrecision(15));
  return Number((Math.sign(value) * Math.round(shifted) * 10 ** -whole).toPrecision(15));
}

/** Shows its label, or the address without one. */
function hyperlink(given: Given): Value {
  if (given.count < 1 || given.count > 2) return wrong();
  return scalarOf(given.value(given.count - 1));
}

function truths(given: Given, combine: (truths: boolean[]) => boolean): Value {
  const all: boolean[] = [];
  for (const { value, inRange } of scalarsOf(given)) {
    if (inRange && (value === null || typeof value === 'string')) continue;
    const truth = truthOf(value);
    if (isError(truth)) return truth;
    all.push(truth);
  }
  return all.length === 0 ? new FormulaError('#VALUE!') : combine(all);
}

const position =
  (part: 'row' | 'column'): Formula =>
  (given) => {
    const at = given.position(0);
    return given.count > 1 || !at ? wrong() : at[part] + 1;
  };

const not: Formula = (given) => {
  if (given.count !== 1) return wrong();
  const truth = truthOf(scalarOf(given.value(0)));
  return isError(truth) ? truth : !truth;
};

const ENGLISH: Record<string, Formula> = {
  SUM: overNumbers(sum),
  AVERAGE: overNumbers((numbers) =>
    numbers.length === 0 ? new FormulaError('#DIV/0!') : sum(numbers) / numbers.length,
  ),
  MIN: overNumbers((numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)),
  MAX: overNumbers((numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0)),
  ABS: overNumbers(([number = 0]) => Math.abs(number)),
  COUNT: (given) => count(given, (value) => typeof value === 'number'),
  COUNTA: (given) => count(given, (value) => value !== null),
  COUNTBLANK: (given) => count(given, (value) => value === null || value === ''),
  IF: choose,
  IFERROR: ifError,
  ISBLANK: (given) => given.count === 1 && scalarOf(given.value(0)) === null,
  ISNUMBER: (given) => given.count === 1 && typeof scalarOf(given.value(0)) === 'number',
  AND: (given) => truths(given, (all) => all.every(Boolean)),
  OR: (given) => truths(given, (all) => all.some(Boolean)),
  NOT: not,
  ROUND: round,
  HYPERLINK: hyperlink,
  ROW: position('row'),
  COLUMN: position('column'),
  ...TEXTS,
};

const RUSSIAN: Record<string, string> = {
  СУММ: 'SUM',
  СРЗНАЧ: 'AVERAGE',
  МИН: 'MIN',
  МАКС: 'MAX',
  СЧЁТ: 'COUNT',
  СЧЕТ: 'COUNT',
  СЧЁТЗ: 'COUNTA',
  СЧЕТЗ: 'COUNTA',
  ЕСЛИ: 'IF',
  ЕСЛИОШИБКА: 'IFERROR',
  ОКРУГЛ: 'ROUND',
  ГИПЕРССЫЛКА: 'HYPERLINK',
  СТРОКА: 'ROW',
  СТОЛБЕЦ: 'COLUMN',
  И: 'AND',
  ИЛИ: 'OR',
  НЕ: 'NOT',
  ...TEXTS_IN_RUSSIAN,
};

/** A function by its English or Russian name, upper case. */
export const functionNamed = (name: string): Formula | undefined => {
  const english = RUSSIAN[name] ?? name;
  return Object.hasOwn(ENGLISH, english) ? ENGLISH[english] : undefined;
};
