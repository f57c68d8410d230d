import {
  type AnyIndicator,
  type Explained,
  type Figure,
  type FigureKey,
  type Form,
  formatNumber,
  formatPercent,
  type Measure,
  NBSP,
  type PeriodKey,
  type Programme,
  periodTitle,
  type RawRow,
  type School,
  sliceTitle,
  textOf,
  type Unit,
} from '../model';
import { COUNTS_BELOW, countsText } from '../report';

export const NO_VALUE = 'нет данных';

type Counted = Pick<Figure, 'numerator' | 'denominator' | 'value'>;

/** A value as far as so many let be told: «3 из 7 (42,9 %, численность мала)», «34,7 % (331 из 953)», «3,62 (n = 32)». */
export function valueWords({ kind, unit }: Pick<AnyIndicator, 'kind' | 'unit'>, figure: Counted): string {
  const { numerator, denominator, value } = figure;
  if (value === null) return NO_VALUE;
  if (kind === 'derived') return inUnit(unit, value);
  if (kind === 'share')
    return numerator === 0 && denominator < COUNTS_BELOW
      ? `ни одного из${NBSP}${formatNumber(denominator)}`
      : countsText(figure);
  if (kind === 'ratio')
    return `${formatPercent(value)} (${formatNumber(numerator)} к${NBSP}${formatNumber(denominator)})`;
  return `${inUnit(unit, value)} (n${NBSP}=${NBSP}${formatNumber(denominator)})`;
}

/** The same of what a target is measured by. */
export const amountWords = (by: AnyIndicator | Measure, amount: Counted): string =>
  valueWords({ kind: 'kind' in by ? by.kind : by.unit === 'percent' ? 'share' : 'mean', unit: by.unit }, amount);

export const inUnit = (unit: Unit, value: number): string =>
  unit === 'percent' ? formatPercent(value) : formatNumber(value, unit === 'mark' ? 2 : 1);

/** Of so few that no percentage is told no interval is either. */
export function intervalWords({ low, high, denominator, value }: Figure): string {
  if (low === undefined || high === undefined || value === null || denominator < COUNTS_BELOW) return '';
  return `С учётом численности: от${NBSP}${formatNumber(low, 1)} до${NBSP}${formatPercent(high)} (интервал Уилсона, 95${NBSP}%)`;
}

/** «Школа №2», «Участницы», «Район». */
export function ownerWords(
  { groups }: Pick<Programme, 'groups'>,
  schools: readonly School[],
  { scope, school, group }: Pick<FigureKey, 'scope' | 'school' | 'group'>,
): string {
  if (scope === 'school') return schools.find(({ key }) => key === school)?.name ?? school!;
  if (scope === 'district') return 'Район';
  return groups.find(({ key }) => key === group)?.title ?? `Группа «${group}»`;
}

/** «Школа №2, Алгебра» */
export const ownerAndSlice = (programme: Programme, schools: readonly School[], key: FigureKey): string =>
  [ownerWords(programme, schools, key), sliceTitle(key.slice)].filter((words) => words !== '').join(', ');

/** «Учебный год 2022/23 (II квартал 2023 г.)» */
export const periodWords = (period: PeriodKey): string => capital(periodTitle(period));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What tells a row from others as it was typed: «5 А Математика». */
export const rowName = ({ identity }: Pick<Form, 'identity'>, { cells }: Pick<RawRow, 'cells'>): string =>
  identity
    .map((key) => textOf(cells[key]))
    .filter((word) => word !== '')
    .join(' ');

/** A figure without its value, to be explained in turn. */
export const aboutFigure = ({ period, scope, school, group, slice, indicator }: FigureKey): Explained => ({
  kind: 'figure',
  period,
  scope,
  ...(school === undefined ? {} : { school }),
  ...(group === undefined ? {} : { group }),
  ...(slice ? { slice } : {}),
  indicator,
});
