import { changeOf, comparisonFor } from '../domain';
import {
  type Change,
  type Comparison,
  type Edition,
  type Figure,
  figureId,
  type Programme,
  type ReportDocument,
} from '../model';
import { type CorrectedNumber, type DistrictData, districtReport, type SchoolCollection } from '../report';
import type { StoredPeriod } from './stored-periods';

/** Writes the district's report of one period. `day` is the ISO day of the consolidation. */
export function composeDistrictReport(
  programme: Programme,
  periods: readonly StoredPeriod[],
  request: { period: StoredPeriod; edition: Edition; day: string },
): ReportDocument {
  const { period, edition, day } = request;
  const figures = new Map(period.results.figures.map((figure) => [figureId(figure), figure]));
  const comparisons = comparisonsOf(programme, periods, period);
  const data: DistrictData = {
    programme,
    edition,
    period: period.key,
    closed: period.closed,
    day,
    settings: period.settings,
    schools: period.schools,
    collection: collectionOf(period),
    figures,
    changes: changesOf(programme, periods, period, comparisons),
    comparisons,
    subjects: subjectsOf(period.results.figures),
    corrections: correctedNumbers(period),
  };
  return districtReport(data);
}

/** The earlier periods in which a form gave at least one value decide what it can be compared with. */
function comparisonsOf(
  programme: Programme,
  periods: readonly StoredPeriod[],
  period: StoredPeriod,
): Record<string, Comparison | null> {
  return Object.fromEntries(
    programme.forms.map((form) => {
      const keys = new Set(programme.indicators.filter((item) => item.from.key === form.key).map((item) => item.key));
      const known = periods
        .filter((item) => item.key < period.key)
        .filter((item) => item.results.figures.some((figure) => keys.has(figure.indicator) && figure.value !== null))
        .map((item) => item.key);
      return [form.key, comparisonFor(form, period.key, known)];
    }),
  );
}

function changesOf(
  programme: Programme,
  periods: readonly StoredPeriod[],
  period: StoredPeriod,
  comparisons: Readonly<Record<string, Comparison | null>>,
): Map<string, Change> {
  const earlier = new Map<string, Figure>();
  for (const item of periods) for (const figure of item.results.figures) earlier.set(figureId(figure), figure);
  const changes = new Map<string, Change>();
  const indicators = new Map(programme.indicators.map((indicator) => [indicator.key, indicator]));
  for (const figure of period.results.figures) {
    const indicator = indicators.get(figure.indicator)!;
    const comparison = comparisons[indicator.from.key];
    if (!comparison) continue;
    const change = changeOf(indicator, figure, earlier.get(figureId({ ...figure, period: comparison.period })));
    if (change) changes.set(figureId(figure), change);
  }
  return changes;
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
function subjectsOf(figures: readonly Figure[]): string[] {
  const subjects = new Set<string>();
  for (const { scope, slice } of figures)
    if (scope === 'district' && slice?.subject !== undefined) subjects.add(slice.subject);
  return [...subjects].sort((a, b) => a.localeCompare(b, 'ru'));
}
