import { type AnyIndicator, type Figure, isDerived } from '../model';
import { newcombe } from './statistics';

/** How far one owner's figure is above another's, in the indicator's own unit; of shares with the interval of Newcombe. */
export interface Gap {
  readonly difference: number;
  readonly low?: number;
  readonly high?: number;
}

/** Null where either has no value. */
export function gapOf(indicator: AnyIndicator, above: Figure | undefined, below: Figure | undefined): Gap | null {
  if (above?.value == null || below?.value == null) return null;
  const difference = above.value - below.value;
  if (isDerived(indicator) || indicator.kind !== 'share') return { difference };
  const { low, high } = newcombe(countsOf(above), countsOf(below));
  return { difference, low: indicator.scale * low, high: indicator.scale * high };
}

const countsOf = ({ numerator, denominator }: Figure) => ({ k: numerator, n: denominator });

/** How far apart schools are. */
export interface Dispersion {
  readonly schools: number;
  readonly least: number;
  readonly most: number;
  /** Standard deviation over the schools, each counted once. */
  readonly deviation: number;
}

/** Of the schools that have a value; null of fewer than two. */
export function dispersionOf(figures: readonly Figure[]): Dispersion | null {
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    schools: values.length,
    least: Math.min(...values),
    most: Math.max(...values),
    deviation: Math.sqrt(squares / (values.length - 1)),
  };
}
