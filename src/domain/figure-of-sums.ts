import type { DerivedIndicator, Figure, Indicator, PeriodKey, SettingNumber } from '../model';
import type { Bin, Sum } from './pool';
import { wilson } from './statistics';

export const NO_DATA = 'нет данных';

/** Value and interval of two sums. No rows or a whole of 0 give no value, never 0. */
export function valueOfSums(
  indicator: Pick<Indicator, 'kind' | 'scale'>,
  numerator: number,
  denominator: number,
): Pick<Figure, 'value' | 'low' | 'high' | 'reason'> {
  if (denominator === 0) return { value: null, reason: NO_DATA };
  const value = (indicator.scale * numerator) / denominator;
  if (indicator.kind !== 'share') return { value };
  const { low, high } = wilson(numerator, denominator);
  return { value, low: 100 * low, high: 100 * high };
}

type Draft = { -readonly [K in keyof Figure]?: Figure[K] };

/** There are tens of thousands in a large district: written field by field, which is several times faster than spreading. */
export function figureOf(indicator: Indicator, period: PeriodKey, { scope, owner, slice }: Bin, sum: Sum): Figure {
  const figure: Draft = { period, scope };
  if (scope === 'school') figure.school = owner;
  if (scope === 'group') figure.group = owner;
  if (slice) figure.slice = slice;
  figure.indicator = indicator.key;
  figure.numerator = sum.numerator;
  figure.denominator = sum.denominator;
  Object.assign(figure, valueOfSums(indicator, sum.numerator, sum.denominator));
  figure.rows = sum.rows;
  figure.rowsLeftOut = sum.leftOut;
  return figure as Figure;
}

/** A slice in which no row belongs to the indicator has no figure; a total has one always, where totals mean anything. */
export const isShown = ({ pooled }: Indicator, { slice }: Bin, { rows, leftOut }: Sum): boolean =>
  slice ? rows + leftOut > 0 : pooled !== false;

export function derivedFigures(
  indicator: DerivedIndicator,
  totals: readonly Figure[],
  setting: SettingNumber,
): Figure[] {
  const byOwner = new Map<string, Figure[]>();
  for (const figure of totals) {
    const key = `${figure.scope}|${figure.school ?? figure.group ?? ''}`;
    const own = byOwner.get(key);
    if (own) own.push(figure);
    else byOwner.set(key, [figure]);
  }
  return [...byOwner.values()].map((figures) => {
    const parts = figures.filter((figure) => indicator.of.includes(figure.indicator));
    const result = indicator.compute(Object.fromEntries(parts.map((part) => [part.indicator, part.value])), setting);
    const { period, scope, school, group } = figures[0]!;
    return {
      period,
      scope,
      ...(school === undefined ? {} : { school }),
      ...(group === undefined ? {} : { group }),
      indicator: indicator.key,
      numerator: 0,
      denominator: 0,
      ...result,
      rows: Math.max(0, ...parts.map((part) => part.rows)),
      rowsLeftOut: Math.max(0, ...parts.map((part) => part.rowsLeftOut)),
    };
  });
}
