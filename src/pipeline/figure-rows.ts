import { byIndicator, changeOf, dispersionOf, type Gap, gapOf, type PeriodResults } from '../domain';
import {
  type AnyIndicator,
  type Cell,
  type CountedSchools,
  type Figure,
  figureId,
  formatNumber,
  groupWith,
  type PeriodKey,
  type Programme,
  type SchoolGroup,
  schoolYear,
  shiftPeriod,
} from '../model';
import { figureRow, figuresTable, GAP_SCOPE, type PublishRequest } from '../workbook';
import { countedWords } from './counted';
import { totalsOf } from './frozen-totals';
import { sidesOf, type YearFigures } from './sides';

type Row = Record<string, Cell>;
/** The totals of a period with the same kind of result. */
export interface EarlierYear extends Pick<YearFigures, 'key' | 'schools'> {
  readonly totals: readonly Figure[];
}
type Period = Pick<PeriodResults, 'figures' | 'schools' | 'period'>;

/** How many years back the tab tells of. */
const YEARS = 3;

/** The periods with the same kind of result before a period, the year before first. */
export const yearsBefore = (period: PeriodKey): PeriodKey[] =>
  Array.from({ length: YEARS }, (_, index) => shiftPeriod(period, -4 * (index + 1)));

/** What the figures' tab is to show of the open period. */
export const figuresRequest = (
  programme: Programme,
  results: Period,
  { period, at, counted }: Pick<PublishRequest, 'period' | 'at'> & { readonly counted: CountedSchools | null },
  earlier: readonly EarlierYear[] = [],
  carried: readonly Figure[] = [],
): PublishRequest => ({
  ...{ period, at, table: figuresTable },
  // Of the district and its groups they are of all schools, whichever count.
  rows: figureRows(programme, results, earlier, counted ? carried.filter(({ scope }) => scope === 'school') : carried),
  ...(counted ? { note: countedWords(counted) } : {}),
});

/**
 * What the figures' tab shows of a period; totals with what they were in earlier years, groups with the gap between them.
 * Those `carried` stand where nobody has been asked.
 */
export function figureRows(
  programme: Programme,
  period: Period,
  years: readonly EarlierYear[],
  carried: readonly Figure[] = [],
): Row[] {
  const earlier = [...years].sort((a, b) => (a.key < b.key ? 1 : -1));
  const indicators = new Map(programme.indicators.map((indicator) => [indicator.key, indicator]));
  const register = new Map(period.schools.map((school) => [school.key, school]));
  const history = historyOf(programme, period, earlier);
  const gaps = gapsOf(programme, period, earlier);
  const published = publishedFigures(withCarried(period, carried), [...indicators.keys()]);
  return published.flatMap((figure, index) => {
    const indicator = indicators.get(figure.indicator);
    const row = figureRow(figure, indicators, register);
    if (!indicator || figure.slice) return [row];
    const past = figure.from === undefined ? history(indicator, figure) : {};
    const next = published[index + 1];
    const isLastTotal = next?.indicator !== figure.indicator || next.slice !== undefined;
    return [{ ...row, ...past }, ...(isLastTotal ? gaps(indicator) : [])];
  });
}

/** A carried figure stands in the place of the one without a value, or of that of a part of the district or group. */
export function withCarried({ figures, schools }: Period, carried: readonly Figure[]): readonly Figure[] {
  const known = new Set(schools.map(({ key }) => key));
  const held = new Map(
    carried.flatMap((figure) =>
      figure.school === undefined || known.has(figure.school) ? [[figureId(figure), figure] as const] : [],
    ),
  );
  if (held.size === 0) return figures;
  const standing = figures.map((figure) => {
    const id = figure.value === null || figure.scope !== 'school' ? figureId(figure) : '';
    const found = held.get(id);
    held.delete(id);
    return found ?? figure;
  });
  return [...standing, ...held.values()];
}

/** Slices of single schools stay out of the tab: they are many and can be computed from the rows at any time. */
function publishedFigures(figures: readonly Figure[], order: readonly string[]): Figure[] {
  const shown = figures.filter((figure) => !figure.slice || figure.scope !== 'school');
  const place = ({ indicator, slice }: Figure) => order.indexOf(indicator) * 2 + (slice ? 1 : 0);
  return [...shown].sort((a, b) => place(a) - place(b));
}

const inUnit = ({ unit }: AnyIndicator, value: number): string => formatNumber(value, unit === 'mark' ? 2 : 1);

const series = (indicator: AnyIndicator, points: readonly (readonly [period: PeriodKey, value: number])[]): string =>
  points.map(([period, value]) => `${schoolYear(period)}: ${inUnit(indicator, value)}`).join('; ');

const asYear = ({ key, schools, totals }: EarlierYear): YearFigures => ({
  key,
  schools,
  totalsOf: byIndicator(totals),
  results: { figuresOf: () => [] },
});

/** The cells of a total: a year ago, its change since, and its values of all years with how far schools were apart. */
function historyOf(programme: Programme, { figures, schools, period }: Period, earlier: readonly EarlierYear[]) {
  const sides = [{ key: period, schools, totals: totalsOf(figures) }, ...earlier].map((year) => ({
    key: year.key,
    side: sidesOf(asYear(year)),
  }));
  const known = new Set(programme.indicators.map(({ key }) => key));
  return (indicator: AnyIndicator, figure: Figure): Row => {
    if (figure.value === null || !known.has(indicator.key)) return {};
    const years = sides.flatMap(({ key, side }) => {
      const found = side(figure);
      return found.whole?.value == null ? [] : [{ key, found, value: found.whole.value }];
    });
    const before = years.find(({ key }) => key === shiftPeriod(period, -4));
    const change = before ? changeOf(indicator, years[0]!.found, before.found) : null;
    const apart = dispersionOf([...years[0]!.found.schools.values()]);
    return {
      'year-ago': before?.value ?? '',
      change: change?.difference ?? '',
      years: [
        ...(years.length > 1
          ? [
              series(
                indicator,
                [...years].reverse().map(({ key, value }) => [key, value] as const),
              ),
            ]
          : []),
        ...(change?.over ? [`изменение – по школам с данными за оба года: ${change.over.both}`] : []),
        ...(apart ? [`школы: ${inUnit(indicator, apart.least)}–${inUnit(indicator, apart.most)}`] : []),
      ].join('; '),
    };
  };
}

/** A row of the gap between the groups that the programme tells apart, where both have a value. */
function gapsOf(programme: Programme, { figures, period }: Period, earlier: readonly EarlierYear[]) {
  const [helping, helped] = [groupWith(programme.groups, 'leading'), groupWith(programme.groups, 'participants')];
  if (!helping || !helped) return () => [];
  const years = [{ key: period, totals: totalsOf(figures) }, ...earlier].map(({ key, totals }) => ({
    key,
    of: byGroup(totals),
  }));
  return (indicator: AnyIndicator): Row[] => {
    const gaps = years.flatMap(({ key, of }) => {
      const gap = gapOf(indicator, of(helping, indicator), of(helped, indicator));
      return gap ? [{ key, gap }] : [];
    });
    const now = gaps.find(({ key }) => key === period)?.gap;
    if (!now) return [];
    const before = gaps.find(({ key }) => key === shiftPeriod(period, -4))?.gap;
    const all = [...gaps].reverse().map(({ key, gap }) => [key, gap.difference] as const);
    return [gapRow(indicator, [helping, helped], now, before, all.length > 1 ? series(indicator, all) : '')];
  };
}

const gapRow = (
  { key, title }: AnyIndicator,
  [helping, helped]: readonly [SchoolGroup, SchoolGroup],
  now: Gap,
  before: Gap | undefined,
  years: string,
): Row => ({
  indicator: key,
  title,
  scope: GAP_SCOPE,
  owner: `${helping.short} − ${helped.short.toLowerCase()}`,
  value: now.difference,
  low: now.low ?? '',
  high: now.high ?? '',
  'year-ago': before?.difference ?? '',
  change: before ? now.difference - before.difference : '',
  years,
});

function byGroup(totals: readonly Figure[]): (group: SchoolGroup, indicator: AnyIndicator) => Figure | undefined {
  const found = new Map(
    totals.flatMap((figure) => (figure.scope === 'group' ? [[`${figure.group}|${figure.indicator}`, figure]] : [])),
  );
  return ({ key }, indicator) => found.get(`${key}|${indicator.key}`);
}
