/** An error as a value: it passes through whatever uses it. */
export class FormulaError {
  constructor(readonly code: string) {}
}

/** `null` is a blank cell. Dates are serial days. */
export type Scalar = number | string | boolean | null | FormulaError;

/** A range's values, row by row. */
export interface Table {
  rows: number;
  columns: number;
  at(row: number, column: number): Scalar;
}

export type Value = Scalar | Table;

export const isTable = (value: Value): value is Table =>
  typeof value === 'object' && value !== null && !(value instanceof FormulaError);

export const isError = (value: unknown): value is FormulaError => value instanceof FormulaError;

/** A range where one value is wanted is refused here; Sheets takes the one of the same row, which the add-on does not use. */
export const scalarOf = (value: Value): Scalar => {
  if (!isTable(value)) return value;
  return value.rows === 1 && value.columns === 1 ? value.at(0, 0) : new FormulaError('#VALUE!');
};

export function numberOf(value: Scalar): number | FormulaError {
  if (value === null || value === '') return value === null ? 0 : new FormulaError('#VALUE!');
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') {
    const number = Number(value.trim().replace(',', '.'));
    return Number.isFinite(number) ? number : new FormulaError('#VALUE!');
  }
  return value;
}

export function textOfScalar(value: Scalar, decimal: string): string | FormulaError {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', decimal);
  if (typeof value === 'boolean') return decimal === ',' ? (value ? 'ИСТИНА' : 'ЛОЖЬ') : value ? 'TRUE' : 'FALSE';
  return value;
}

export function truthOf(value: Scalar): boolean | FormulaError {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'string') {
    const word = value.toUpperCase();
    if (word === 'TRUE' || word === 'ИСТИНА') return true;
    return word === 'FALSE' || word === 'ЛОЖЬ' ? false : new FormulaError('#VALUE!');
  }
  return value;
}

const RANK = { number: 0, string: 1, boolean: 2 };

/** Numbers before text before truth; text without regard to case [K]. A blank is the other side's nothing. */
export function compareScalars(left: Scalar, right: Scalar): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const byRank = RANK[typeof a as 'number'] - RANK[typeof b as 'number'];
  if (byRank !== 0) return byRank;
  if (typeof a === 'string') return a.localeCompare(b as string, undefined, { sensitivity: 'accent' });
  return Number(a) - Number(b);
}

const blankLike = (other: Scalar): Scalar => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);
