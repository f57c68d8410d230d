import { valueOfSums } from '../domain';
import { type AnyIndicator, type Figure, isDerived, type PeriodKey, type Programme } from '../model';
import type { FrozenFigure, FrozenIndicator, FrozenTotals } from '../workbook';

const isTotal = ({ slice }: Figure): boolean => slice === undefined;

export const totalsOf = (figures: readonly Figure[]): Figure[] => figures.filter(isTotal);

const ownerOf = ({ scope, school, group }: Figure): string => [scope, school ?? group ?? ''].join(':');

/**
 * The figures without slices as a closing period keeps them: sums only, since values and intervals follow from them. All
 * indicators of the programme are named, so that one that is added later is told from one without figures.
 */
export function frozenTotals({ indicators }: Programme, figures: readonly Figure[]): FrozenTotals {
  const totals = totalsOf(figures);
  const owners = [...new Set(totals.map(ownerOf))];
  const places = new Map(owners.map((owner, index) => [owner, index]));
  const frozen = new Map(indicators.map((indicator) => [indicator.key, { indicator, of: [] as (FrozenFigure | 0)[] }]));
  for (const figure of totals) {
    const { indicator, of } = frozen.get(figure.indicator)!;
    const place = places.get(ownerOf(figure))!;
    while (of.length < place) of.push(0);
    of[place] = frozenFigure(figure, indicator);
  }
  return {
    owners,
    indicators: Object.fromEntries(
      [...frozen.values()].map(({ indicator, of }) => [indicator.key, { ...ruleOf(indicator), of }]),
    ),
  };
}

const ruleOf = (indicator: AnyIndicator): Omit<FrozenIndicator, 'of'> =>
  isDerived(indicator) ? {} : { kind: indicator.kind, scale: indicator.scale };

function frozenFigure(figure: Figure, indicator: AnyIndicator): FrozenFigure {
  const { numerator, denominator, rows, rowsLeftOut, value, reason } = figure;
  const sums = [numerator, denominator, rows, rowsLeftOut] as const;
  if (!isDerived(indicator)) return sums;
  return reason === undefined ? [...sums, value] : [...sums, value, reason];
}

/** The figures again, to the last bit, whatever has become of the indicators since. */
export function thawedTotals({ owners, indicators }: FrozenTotals, period: PeriodKey): Figure[] {
  return Object.entries(indicators).flatMap(([indicator, { of, ...rule }]) =>
    of.flatMap((frozen, place) => {
      if (frozen === 0) return [];
      const [numerator, denominator, rows, rowsLeftOut, value, reason] = frozen;
      const sums = { numerator, denominator };
      return {
        period,
        ...placeOf(owners[place]!),
        indicator,
        ...sums,
        ...(value === undefined ? byRule(rule, sums) : { value, ...(reason === undefined ? {} : { reason }) }),
        rows,
        rowsLeftOut,
      };
    }),
  );
}

const byRule = ({ kind, scale }: Omit<FrozenIndicator, 'of'>, sums: Pick<Figure, 'numerator' | 'denominator'>) =>
  valueOfSums({ kind: kind!, scale: scale! }, sums.numerator, sums.denominator);

function placeOf(owner: string): Pick<Figure, 'scope' | 'school' | 'group'> {
  const [scope, ...rest] = owner.split(':');
  const key = rest.join(':');
  if (scope === 'school') return { scope, school: key };
  return scope === 'group' ? { scope, group: key } : { scope: 'district' };
}
