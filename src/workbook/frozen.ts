/** Part and whole, and the value where it is not their percentage; by target, then by school, '' for all. */
export type FrozenScores = Readonly<Record<string, Readonly<Record<string, readonly [number, number, number?]>>>>;

/** Numerator, denominator, rows, rows left out; of what is no quotient of two sums, its value and why there is none. */
export type FrozenFigure = readonly [
  numerator: number,
  denominator: number,
  rows: number,
  rowsLeftOut: number,
  value?: number | null,
  reason?: string,
];

export interface FrozenIndicator {
  /** How the value follows from the sums; without them it stands with the figure. */
  readonly kind?: 'share' | 'ratio' | 'score' | 'mean';
  readonly scale?: number;
  /** In the order of the owners; 0 where there is no figure. */
  readonly of: readonly (FrozenFigure | 0)[];
}

/** The totals of a closed period, small enough for eighty indicators of sixty schools. */
export interface FrozenTotals {
  /** «district:», «group:участник», «school:ushumun» */
  readonly owners: readonly string[];
  readonly indicators: Readonly<Record<string, FrozenIndicator>>;
}
