import type { Book, CellState, SheetState } from '../../book';
import { conventionsOf } from '../cells/conventions';
import { serialOf } from '../cells/serial';
import { functionNamed } from './functions';
import type { Given } from './given';
import { parseFormula, type Reference, type Tree } from './tree';
import {
  compareScalars,
  FormulaError,
  isError,
  isTable,
  numberOf,
  type Scalar,
  scalarOf,
  type Table,
  textOfScalar,
  type Value,
} from './value';

/** Where a formula stands, and what its references read: a cell's value, `undefined` for a blank. */
export interface Site {
  book: Book;
  sheet: SheetState;
  row: number;
  column: number;
  read(sheet: SheetState, row: number, column: number): CellState['value'] | undefined;
}

/** The value of a formula at its site. Error codes are the English ones in every locale: `#DIV/0!`, `#REF!`, `#NAME?`. */
export function evaluateFormula(formula: string, site: Site): Scalar {
  const tree = parseFormula(formula, conventionsOf(site.book.locale).decimal);
  return scalarOf(evaluate(tree, site));
}

function evaluate(tree: Tree, site: Site): Value {
  switch (tree.kind) {
    case 'value':
      return tree.value;
    case 'error':
      return new FormulaError(tree.code);
    case 'reference':
      return readReference(tree.reference, site);
    case 'unary':
      return unary(tree.operator, scalarOf(evaluate(tree.of, site)));
    case 'binary':
      return binary(tree.operator, scalarOf(evaluate(tree.left, site)), scalarOf(evaluate(tree.right, site)), site);
    case 'call':
      return call(tree.name, tree.given, site);
    case 'name':
      return readName(tree.name, site);
    default:
      return tree satisfies never;
  }
}

function unary(operator: '-' | '+' | '%', of: Scalar): Scalar {
  if (operator === '+') return of;
  const number = numberOf(of);
  if (isError(number)) return number;
  return operator === '-' ? -number : number / 100;
}

function binary(operator: string, left: Scalar, right: Scalar, site: Site): Scalar {
  if (isError(left)) return left;
  if (isError(right)) return right;
  if (operator === '&') return concatenate(left, right, conventionsOf(site.book.locale).decimal);
  if ('=<>'.includes(operator[0]!)) return compare(operator, compareScalars(left, right));
  const a = numberOf(left);
  const b = numberOf(right);
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (operator === '/' && b === 0) return new FormulaError('#DIV/0!');
  const result = arithmetic(operator, a, b);
  return Number.isFinite(result) ? result : new FormulaError('#NUM!');
}

function arithmetic(operator: string, a: number, b: number): number {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return a * b;
  return operator === '/' ? a / b : a ** b;
}

function concatenate(left: Scalar, right: Scalar, decimal: string): Scalar {
  const a = textOfScalar(left, decimal);
  const b = textOfScalar(right, decimal);
  if (isError(a)) return a;
  return isError(b) ? b : a + b;
}

function compare(operator: string, order: number): boolean {
  if (operator === '=') return order === 0;
  if (operator === '<>') return order !== 0;
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

function call(name: string, trees: Tree[], site: Site): Value {
  const known = functionNamed(name);
  if (!known) return new FormulaError('#NAME?');
  const given: Given = {
    count: trees.length,
    decimal: conventionsOf(site.book.locale).decimal,
    value: (index) => evaluate(trees[index]!, site),
    position: (index) => {
      const tree = trees[index];
      if (!tree) return { row: site.row, column: site.column };
      if (tree.kind !== 'reference') return undefined;
      return { row: tree.reference.row ?? 0, column: tree.reference.column ?? 0 };
    },
  };
  return known(given);
}

function readReference(reference: Reference, site: Site): Value {
  const { book } = site;
  const sheet =
    reference.sheet === undefined ? site.sheet : book.sheets.find(({ name }) => sameName(name, reference.sheet!));
  if (!sheet) return new FormulaError('#REF!');
  const top = reference.row ?? 0;
  const left = reference.column ?? 0;
  const bottom = Math.min(reference.lastRow ?? sheet.rowCount - 1, sheet.rowCount - 1);
  const right = Math.min(reference.lastColumn ?? sheet.columnCount - 1, sheet.columnCount - 1);
  if (top > bottom || left > right) return new FormulaError('#REF!');
  const at = (row: number, column: number) => scalarOfCell(site.read(sheet, top + row, left + column), book);
  if (!reference.range) return at(0, 0);
  return { rows: bottom - top + 1, columns: right - left + 1, at } satisfies Table;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function readName(name: string, site: Site): Value {
  const area = [...site.book.namedRanges].find(([known]) => sameName(known, name))?.[1];
  const sheet = area && site.book.sheets.find(({ id }) => id === area.sheetId);
  if (!area || !sheet) return new FormulaError('#NAME?');
  const at = (row: number, column: number) =>
    scalarOfCell(site.read(sheet, area.row + row, area.column + column), site.book);
  return { rows: area.rows, columns: area.columns, at } satisfies Table;
}

const ERROR_CODE = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|ERROR!)$/;

function scalarOfCell(value: CellState['value'] | undefined, book: Book): Scalar {
  if (value === undefined || value === '') return null;
  if (typeof value === 'string')
    return value.charCodeAt(0) === 35 && ERROR_CODE.test(value) ? new FormulaError(value) : value;
  return typeof value === 'object' ? serialOf(value.getTime(), book.timeZone) : value;
}

/** The date cell a formula merely repeats (`=A1`), whose look it takes over [K]. */
export function repeatedCell(
  formula: string,
  site: Site,
): { sheet: SheetState; row: number; column: number } | undefined {
  const tree = parseFormula(formula, conventionsOf(site.book.locale).decimal);
  if (tree.kind !== 'reference' || tree.reference.range) return undefined;
  const { sheet: name, row, column } = tree.reference;
  const sheet = name === undefined ? site.sheet : site.book.sheets.find((one) => sameName(one.name, name));
  return sheet && row !== undefined && column !== undefined ? { sheet, row, column } : undefined;
}

export { isTable };
