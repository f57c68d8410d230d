import { FormulaError, type Value } from './value';

/** Arguments are computed when asked for, so that IF and IFERROR leave the other branch alone. */
export interface Given {
  /** The sign between whole and fraction, for numbers read as text. */
  decimal: string;
  count: number;
  value(index: number): Value;
  /** Zero-based position of an argument that is a reference, or of the formula's own cell without one. */
  position(index: number): { row: number; column: number } | undefined;
}

export type Formula = (given: Given) => Value;

/** A wrong number of arguments. */
export const wrong = (): FormulaError => new FormulaError('#N/A');
