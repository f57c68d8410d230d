import { changeOf, comparisonFor } from '../domain';
import {
  type Comparison,
  type Edition,
  type Figure,
  figureId,
  isDerived,
  type PeriodKey,
  type Programme,
} from '../model';
import type { CorrectedNumber, ReportData, SchoolCollection } from '../report';
import type { StoredPeriod } from './stored-periods';

interface ReportRequest {
  readonly period: StoredPeriod;
  readonly edition: Edition;
  /** ISO day of the consolidation. */
  readonly day: string;
}

/** What the reports of one period are written from. Rows are computed only of this period and those it is compared with. */
export function reportData(
  programme: Programme,
  periods: readonly StoredPeriod[],
  { period, edition, day }: ReportRequest,
): ReportData {
  const comparisons = comparisonsOf(programme, periods, period);
  const figures = byId(figuresOf(period));
  return {
    programme,
    edition,
    period: period.key,
    closed: period.closed,
    day,
    settings: period.settings,
    schools: period.schools,
    collection: collectionOf(period),
    figures,
    changeOf: changes(programme, periods, comparisons),
    comparisons,
    subjects: subjectsOf(figures.values()),
    corrections: correctedNumbers(period),
  };
}

/** Totals as they were frozen, slices from the rows. */
const figuresOf = ({ totals, results }: StoredPeriod): Figure[] => [
  ...totals,
  ...results.figures.filter(({ slice }) => slice),
];

const byId = (figures: readonly Figure[]): Map<string, Figure> =>
  new Map(figures.map((figure) => [figureId(figure), figure]));

/** The earlier periods in which a form gave at least one value decide what it can be compared with. */
function comparisonsOf(
  programme: Programme,
  periods: readonly StoredPeriod[],
  period: StoredPeriod,
): Record<string, Comparison | null> {
  const earlier = periods
    .filter(({ key }) => key < period.key)
    .map((item) => ({ item, valued: valuedIn(item.totals) }));
  return Object.fromEntries(
    programme.forms.map((form) => {
      const own = programme.indicators.filter((indicator) => indicator.from.key === form.key);
      // Of figures that are never pooled no totals are frozen.
      const sliced = own.length > 0 && own.every((indicator) => !isDerived(indicator) && indicator.pooled === false);
      const known = earlier.filter(({ item, valued }) => {
        const keys = sliced ? valuedIn(item.results.figures) : valued;
        return own.some(({ key }) => keys.has(key));
      });
      return [
        form.key,
        comparisonFor(
          form,
          period.key,
          known.map(({ item }) => item.key),
        ),
      ];
    }),
  );
}

const valuedIn = (figures: readonly Figure[]): ReadonlySet<string> =>
  new Set(figures.filter(({ value }) => value !== null).map(({ indicator }) => indicator));

/** Totals are compared with frozen ones; rows of the earlier period are computed only for a slice. */
function changes(
  programme: Programme,
  periods: readonly StoredPeriod[],
  comparisons: Readonly<Record<string, Comparison | null>>,
): ReportData['changeOf'] {
  const indicators = new Map(programme.indicators.map((indicator) => [indicator.key, indicator]));
  const known = new Map<string, ReadonlyMap<string, Figure>>();
  const figuresIn = (key: PeriodKey, sliced: boolean): ReadonlyMap<string, Figure> => {
    const place = `${key} ${sliced}`;
    const period = periods.find((item) => item.key === key);
    const figures = known.get(place) ?? byId((sliced ? period?.results.figures : period?.totals) ?? []);
    known.set(place, figures);
    return figures;
  };
  return (figure) => {
    const indicator = indicators.get(figure.indicator);
    const comparison = indicator && comparisons[indicator.from.key];
    if (!comparison) return null;
    const { period } = comparison;
    const earlier = figuresIn(period, figure.slice !== undefined).get(figureId({ ...figure, period }));
    return changeOf(indicator, figure, earlier);
  };
}

function collectionOf(period: StoredPeriod): SchoolCollection[] {
  return period.schools.map(({ key }) => {
    const forms = period.results.checked.get(key) ?? [];
    const rows = forms.flatMap((form) => form.rows);
    const classes = forms.find((form) => form.form.key === 'classes')?.rows.filter((row) => row.valid) ?? [];
    return {
      school: key,
      classes: classes.length,
      pupils: classes.reduce((sum, { entry }) => sum + (entry.numbers.enrolled ?? 0), 0),
      rows: rows.filter((row) => row.valid).length,
      leftOut: rows.filter((row) => !row.valid).length,
      trouble: period.trouble[key] ?? '',
    };
  });
}

function correctedNumbers({ corrections, schools }: StoredPeriod): CorrectedNumber[] {
  const names = new Map(schools.map((school) => [school.key, school.name]));
  return corrections.map(({ school, form, row, field, correction: { day, was, became, reason } }) => {
    return { day, school: names.get(school) ?? school, row: `${form}: ${row}`, field, was, became, reason };
  });
}

/** Subjects of the district in alphabetical order. */
function subjectsOf(figures: Iterable<Figure>): string[] {
  const subjects = new Set<string>();
  for (const { scope, slice } of figures)
    if (scope === 'district' && slice?.subject !== undefined) subjects.add(slice.subject);
  return [...subjects].sort((a, b) => a.localeCompare(b, 'ru'));
}
