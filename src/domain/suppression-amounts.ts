import type { Form, Weights } from '../model';

export const DISTRICT = 'district';

/** One weighted sum over the rows of a form, of every owner; several indicators may show the same. */
export interface Amount {
  readonly values: Map<string, number>;
  readonly form: Form;
  readonly weights: Weights;
  /** Rows that it is of, where not all. */
  readonly where: string;
  /** Smaller sums are not shown; 0 where it is not people that are counted. */
  bound: number;
  /** Hidden parts of a published sum come to at least as much together. */
  together: number;
  readonly hidden: Set<string>;
}

export interface Shares {
  readonly whole: Amount;
  readonly part: Amount;
  /** The whole without the part: whoever knows two of the three knows them all. */
  readonly rest: Amount | null;
}

export const isSmall = (value: number, bound: number): boolean => value > 0 && value < bound;

export function less(whole: Weights, part: Weights): Weights {
  const fields = new Set([...Object.keys(whole), ...Object.keys(part)]);
  return Object.fromEntries([...fields].map((field) => [field, (whole[field] ?? 0) - (part[field] ?? 0)]));
}

export const termsOf = (weights: Weights): [string, number][] =>
  Object.entries(weights)
    .filter(([, weight]) => weight !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
