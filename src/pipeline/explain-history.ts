import { isInSlice } from '../domain';
import {
  type ExplainedPart,
  type Figure,
  type FigureKey,
  figureId,
  type Indicator,
  quoted,
  trimmedNumber,
} from '../model';
import { fieldsOf } from './explain-rows';
import { aboutFigure, periodWords, rowName } from './explain-words';
import { yearsBefore } from './figure-rows';
import type { StoredPeriod } from './stored-periods';

/** The same owner's figure in a period: totals as they were frozen, slices from the rows. */
export function figureIn(period: StoredPeriod, key: FigureKey): Figure | undefined {
  const id = figureId({ ...key, period: period.key });
  return (key.slice ? period.results.figures : period.totals).find((figure) => figureId(figure) === id);
}

/** A figure and those of earlier years with the same kind of result, the earliest first. */
export function yearsOf(
  periods: readonly StoredPeriod[],
  key: FigureKey,
  told: (figure: Figure) => string,
): ExplainedPart[] {
  const keys = [key.period, ...yearsBefore(key.period)];
  return periods
    .filter((period) => keys.includes(period.key))
    .flatMap((period): ExplainedPart[] => {
      const figure = figureIn(period, key);
      if (!figure || figure.value === null) return [];
      return [{ title: periodWords(period.key), value: told(figure), of: aboutFigure(figure) }];
    });
}

/** What was put right after the closing among the numbers that a figure rests on, in each of the periods shown. */
export function correctionsOfFigure(
  periods: readonly StoredPeriod[],
  indicator: Indicator,
  key: FigureKey,
  shown: ReadonlySet<string>,
): string[] {
  const fields = new Set(fieldsOf(indicator));
  return periods
    .filter((period) => shown.has(period.key) && period.corrections.length > 0)
    .flatMap((period) => {
      const schools = new Map(ownersOf(period, key).map(({ key: own, name }) => [own, name]));
      return period.corrections
        .filter(({ form, correction }) => form === indicator.from.title && fields.has(correction.field))
        .filter(({ school, row }) => schools.has(school) && isOfSlice(period, indicator, key, school, row))
        .map(({ school, row, field, correction: { day, was, became, reason } }) =>
          [
            `${day}, ${schools.get(school)}, ${row}: ${quoted(field)} – было ${was || 'пусто'}`,
            `стало ${trimmedNumber(became)}. Причина: ${reason}`,
          ].join(', '),
        );
    });
}

/** The schools that a figure is of. */
export const ownersOf = (
  { schools }: Pick<StoredPeriod, 'schools'>,
  { scope, school, group }: Pick<FigureKey, 'scope' | 'school' | 'group'>,
): StoredPeriod['schools'] =>
  schools.filter((one) => scope === 'district' || one.key === school || (scope === 'group' && one.group === group));

function isOfSlice(
  { results }: StoredPeriod,
  { from }: Indicator,
  { slice }: FigureKey,
  school: string,
  row: string,
): boolean {
  if (!slice) return true;
  const rows = results.checked.get(school)?.find(({ form }) => form.key === from.key)?.rows ?? [];
  return rows.some(({ entry, raw }) => rowName(from, raw) === row && isInSlice(slice, entry));
}
