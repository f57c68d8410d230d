import type { PeriodResults } from '../domain';
import {
  type AnyIndicator,
  asOf,
  type Cell,
  type CountedSchools,
  type Figure,
  isDerived,
  type Programme,
  type School,
  sliceTitle,
  titleWithUnit,
} from '../model';
import { figureText } from '../report';
import { type Owner, type Owners, overviewTable, ownerColumn, type PublishRequest } from '../workbook';
import { countedWords } from './counted';
import { withCarried } from './figure-rows';

type Row = Record<string, Cell>;
type Period = Pick<PeriodResults, 'figures' | 'schools' | 'period'>;

const SMALL = '* – численность мала (от 5 до 9); при меньшей – число человек, без процентов';

/** What «Показатели» are to show of the open period, schools beside each other. */
export const overviewRequest = (
  programme: Programme,
  results: Period,
  { period, at, counted }: Pick<PublishRequest, 'period' | 'at'> & { readonly counted: CountedSchools | null },
  carried: readonly Figure[] = [],
): PublishRequest => ({
  ...{ period, at, table: overviewTable(ownersOf(programme, results.schools)) },
  rows: overviewRows(programme, results, counted ? carried.filter(({ scope }) => scope === 'school') : carried),
  note: [...(counted ? [countedWords(counted)] : []), SMALL].join('. '),
});

/** Groups in the programme's order, those that only the register knows behind them. */
export function ownersOf({ groups }: Pick<Programme, 'groups'>, schools: readonly School[]): Owners {
  const known = new Map(groups.map((group) => [group.key, group]));
  const present = new Set(schools.map(({ group }) => group));
  const others = [...present].filter((key) => key !== '' && !known.has(key));
  return {
    groups: [...groups, ...others.map((key) => ({ key, short: key }))],
    schools,
  };
}

/** A row for each indicator of which anybody has a figure; where a total means nothing, for each of its slices. */
function overviewRows(programme: Programme, period: Period, carried: readonly Figure[] = []): Row[] {
  const byIndicator = new Map<string, Figure[]>();
  for (const figure of withCarried(period, carried)) {
    const own = byIndicator.get(figure.indicator);
    if (own) own.push(figure);
    else byIndicator.set(figure.indicator, [figure]);
  }
  return programme.indicators.flatMap((indicator) => rowsOf(indicator, byIndicator.get(indicator.key) ?? []));
}

function rowsOf(indicator: AnyIndicator, figures: readonly Figure[]): Row[] {
  const isSliced = !isDerived(indicator) && indicator.pooled === false;
  const bySlice = new Map<string, Figure[]>();
  for (const figure of figures) {
    if ((figure.slice !== undefined) !== isSliced) continue;
    const slice = sliceTitle(figure.slice);
    const own = bySlice.get(slice);
    if (own) own.push(figure);
    else bySlice.set(slice, [figure]);
  }
  return [...bySlice].flatMap(([slice, own]) => {
    const filled = own.filter(({ value }) => value !== null);
    return filled.length === 0 ? [] : [rowOf(indicator, slice, own, filled)];
  });
}

function rowOf(indicator: AnyIndicator, slice: string, own: readonly Figure[], filled: readonly Figure[]): Row {
  const since = new Set(filled.map(({ from }) => (from === undefined ? '' : asOf(from))));
  const title = titleWithUnit(indicator);
  return {
    indicator: indicator.key,
    slice,
    title: slice === '' ? title : `${title}: ${slice}`,
    section: indicator.from.title,
    from: [...since].filter((words) => words !== '').join('; '),
    ...Object.fromEntries(own.map((figure) => [ownerColumn(figure as Owner), figureText(indicator, figure)])),
  };
}
