import type { Entry } from './entry';
import { type AnyIndicator, type Indicator, isDerived } from './indicator';

export type RiskLevel = 'high' | 'middle' | 'low';

/** From where on a figure makes a factor significant. */
export interface RiskBound {
  /** Key of the indicator. */
  readonly indicator: string;
  /** Which side of the bounds is the bad one. */
  readonly worse: 'below' | 'above';
  readonly middle: number;
  readonly high: number;
}

/** What the data say of a factor, and by which figure. */
export interface ComputedRisk {
  readonly level: RiskLevel;
  readonly indicator: Pick<Indicator, 'key' | 'title'>;
  readonly value: number;
}

const ORDER: readonly RiskLevel[] = ['low', 'middle', 'high'];

/** The worst of the figures decides; null where there is none. */
export function computedRisk(
  bounds: readonly RiskBound[],
  indicators: readonly AnyIndicator[],
  rowsOf: (form: string) => readonly Pick<Entry, 'numbers'>[],
): ComputedRisk | null {
  let worst: ComputedRisk | null = null;
  for (const { indicator: key, worse, middle, high } of bounds) {
    const indicator = indicators.find((known) => known.key === key);
    const value = indicator && !isDerived(indicator) ? valueOver(indicator, rowsOf(indicator.from.key)) : null;
    if (!indicator || value === null) continue;
    const isBeyond = (bound: number): boolean => (worse === 'below' ? value < bound : value > bound);
    const level = isBeyond(high) ? 'high' : isBeyond(middle) ? 'middle' : 'low';
    if (!worst || ORDER.indexOf(level) > ORDER.indexOf(worst.level)) worst = { level, indicator, value };
  }
  return worst;
}

/** Rows that lack a number of the indicator do not count. */
function valueOver(
  { numerator, denominator, scale }: Indicator,
  rows: readonly Pick<Entry, 'numbers'>[],
): number | null {
  const keys = [...Object.keys(numerator), ...Object.keys(denominator)];
  const counted = rows.filter(({ numbers }) => keys.every((key) => numbers[key] != null));
  const sum = (weights: Indicator['numerator']): number =>
    counted.reduce(
      (all, { numbers }) =>
        all + Object.entries(weights).reduce((own, [key, weight]) => own + weight * (numbers[key] ?? 0), 0),
      0,
    );
  const whole = sum(denominator);
  return whole > 0 ? (scale * sum(numerator)) / whole : null;
}
