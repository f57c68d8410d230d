import { byIndicator, changeOf, isDue, levelFigures } from '../domain';
import {
  type AnyIndicator,
  type Edition,
  type Figure,
  figureId,
  isDerived,
  type PeriodKey,
  type Programme,
  shiftPeriod,
} from '../model';
import type { CorrectedNumber, ReportData, SchoolCollection } from '../report';
import { carriedFigures } from './carried-figures';
import { countedIn, countedPeriods } from './counted';
import { handedIn, quartersHandedIn, submittedIn } from './handed-in';
import { expectedLines, identify } from './identify';
import { objectivityOf } from './objectivity';
import { readingsIn, scorecardAt } from './scores';
import { byId, sidesOf } from './sides';
import type { StoredPeriod } from './stored-periods';
import { nothingWithheld, withheldFrom } from './withheld';
import { Years } from './years';

interface ReportRequest {
  readonly period: StoredPeriod;
  readonly edition: Edition;
  /** ISO day of the consolidation. */
  readonly day: string;
  /** Rows of the registers as they stood. */
  readonly registers: ReportData['registers'];
}

/** What the reports of one period are written from. Rows are computed only of this period and those it is compared with. */
export function reportData(
  programme: Programme,
  stored: readonly StoredPeriod[],
  { period: asked, edition, day, registers }: ReportRequest,
): ReportData {
  const periods = countedPeriods(programme, stored);
  const period = periods.find(({ key }) => key === asked.key) ?? asked;
  const yearAgo = periods.find(({ key }) => key === shiftPeriod(period.key, -4));
  const comparisons = comparisonsOf(programme, yearAgo);
  const own = ownFigures(programme, period);
  const figures = withCarried(own, byIndicator(carriedFigures(programme, periods, period)));
  const changeOf = changes(programme, period, yearAgo);
  const withheld =
    edition === 'публичная'
      ? withheldFrom(programme, periods, { key: period.key, figures: () => allOf(programme, own) }, changeOf)
      : nothingWithheld;
  return {
    programme,
    edition,
    period: period.key,
    closed: period.closed,
    day,
    settings: period.settings,
    schools: period.schools,
    isAsked: (form, school) => isDue(form, period.key, school, period.settings),
    collection: collectionOf(asked, yearAgo),
    quarters: quartersHandedIn(stored, period.key),
    counted: countedIn(asked),
    figures: {
      ...byId(figures, (indicator) => figures(indicator, 'totals')),
      values: () => allOf(programme, figures).values(),
    },
    ofDistrict: (indicator) => figures(indicator, 'district'),
    yearAgo: byId(yearAgo ? yearAgo.totalsOf : () => []),
    identification: identify(programme, periods, period),
    expectedLines: expectedLines(programme, periods, period),
    registers,
    typedBy: typedIn(asked),
    rowsOf: latestRows(periods, period.key),
    changeOf,
    withheld,
    comparisons,
    names: new Map([...(yearAgo?.schools ?? []), ...period.schools].map(({ key, name }) => [key, name])),
    subjects: subjectsOf(programme, figures),
    corrections: correctedNumbers(period),
    scores: scorecardAt(programme, periods, period, registers),
    readings: readingsIn(programme, period.settings),
    objectivity: objectivityOf(programme, periods, period, registers),
    years: new Years(programme, periods, period, registers),
  };
}

/** Many forms are handed in once a year: their rows are those of the last time. Earlier quarters are read when asked for. */
function latestRows(periods: readonly StoredPeriod[], until: PeriodKey): ReportData['rowsOf'] {
  const within = periods.filter(({ key }) => key <= until && key > shiftPeriod(until, -4)).reverse();
  return (school, form) => {
    for (const { results } of within) {
      const rows = results.checked.get(school)?.find((checked) => checked.form.key === form)?.rows ?? [];
      const counted = rows.flatMap(({ entry, valid }) => (valid ? [entry] : []));
      if (counted.length > 0) return counted;
    }
    return [];
  };
}

/** Forms in their order; one that was asked for and has no row is among them. */
function typedIn({ results, statuses }: StoredPeriod): ReportData['typedBy'] {
  return (school) => {
    const status = statuses[school];
    const asked = typeof status === 'object' ? (status.forms ?? {}) : {};
    return (results.checked.get(school) ?? []).flatMap(({ form, rows }) => {
      const isAsked = (asked[form.key]?.expected ?? 0) > 0;
      const typed = { form, asked: isAsked, rows: rows.map(({ entry, valid }) => ({ entry, valid })) };
      return rows.length > 0 || isAsked ? [typed] : [];
    });
  };
}

/** Figures of an indicator, or those alone that are named: the others are not worked out for them. */
type Figures = (indicator: string, which?: 'district' | 'totals') => readonly Figure[];

const isOne = ({ scope, slice }: Figure, which: Parameters<Figures>[1]): boolean =>
  which === undefined || (which === 'totals' ? slice === undefined : scope === which);

const allOf = ({ indicators }: Programme, figures: Figures): Figure[] => indicators.flatMap(({ key }) => figures(key));

/** Totals as they were frozen, slices from the rows, and levels of school, which are sums of slices. */
const ownFigures =
  ({ indicators }: Programme, { totalsOf, results }: StoredPeriod): Figures =>
  (indicator, which) => {
    const totals = totalsOf(indicator).filter((figure) => isOne(figure, which));
    if (which === 'totals') return totals;
    const slices = results.figuresOf(indicator, which).filter(({ slice }) => slice);
    return [...totals, ...slices, ...levelFigures(indicators, slices)];
  };

/** Totals that hold from an earlier period stand in the place of its own. */
const withCarried =
  (own: Figures, carried: Figures): Figures =>
  (indicator, which) => {
    const held = carried(indicator).filter((figure) => isOne(figure, which));
    if (held.length === 0) return own(indicator, which);
    const ids = new Set(held.map(figureId));
    return [...own(indicator, which).filter((figure) => figure.slice || !ids.has(figureId(figure))), ...held];
  };

/** A form is compared with the same quarter of the last school year, if it gave a value then: never with another kind of result. */
const comparisonsOf = (programme: Programme, yearAgo: StoredPeriod | undefined): Record<string, PeriodKey | null> =>
  Object.fromEntries(
    programme.forms.map(({ key }) => {
      const own = programme.indicators.filter(({ from }) => from.key === key);
      return [key, yearAgo && hasValues(own, yearAgo) ? yearAgo.key : null];
    }),
  );

/** Of figures that are never pooled no totals are frozen. */
function hasValues(indicators: readonly AnyIndicator[], { totalsOf, results }: StoredPeriod): boolean {
  const sliced = indicators.every((indicator) => !isDerived(indicator) && indicator.pooled === false);
  return indicators.some(({ key }) =>
    (sliced ? results.figuresOf(key) : totalsOf(key)).some(({ value }) => value !== null),
  );
}

/** Totals are compared with frozen ones; rows of the earlier period are computed only for a slice. */
function changes(
  programme: Programme,
  period: StoredPeriod,
  yearAgo: StoredPeriod | undefined,
): ReportData['changeOf'] {
  if (!yearAgo) return () => null;
  const indicators = new Map(programme.indicators.map((indicator) => [indicator.key, indicator]));
  const [now, before] = [sidesOf(period), sidesOf(yearAgo)];
  return (figure) => {
    const indicator = indicators.get(figure.indicator);
    return indicator ? changeOf(indicator, now(figure), before(figure)) : null;
  };
}

function pupilsIn({ results }: StoredPeriod, school: string): { classes: number; pupils: number } {
  const lists = results.checked.get(school)?.find(({ form }) => form.key === 'classes')?.rows ?? [];
  const counted = lists.filter(({ valid }) => valid);
  return {
    classes: counted.length,
    pupils: counted.reduce((sum, { entry }) => sum + (entry.numbers.enrolled ?? 0), 0),
  };
}

function collectionOf(period: StoredPeriod, yearAgo: StoredPeriod | undefined): SchoolCollection[] {
  return period.schools.map((school) => {
    const { key } = school;
    const forms = period.results.checked.get(key) ?? [];
    const rows = forms.flatMap((form) => form.rows);
    const before = yearAgo && pupilsIn(yearAgo, key);
    return {
      school: key,
      ...pupilsIn(period, key),
      pupilsYearAgo: before && before.classes > 0 ? before.pupils : null,
      rows: rows.filter((row) => row.valid).length,
      leftOut: rows.filter((row) => !row.valid).length,
      trouble: period.trouble[key] ?? '',
      submitted: submittedIn(period, key),
      handedIn: handedIn(period, school),
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
function subjectsOf({ indicators }: Programme, figures: Figures): string[] {
  const subjects = new Set<string>();
  for (const { key, from } of indicators)
    if (from.slices?.includes('subject'))
      for (const { slice } of figures(key, 'district')) if (slice?.subject !== undefined) subjects.add(slice.subject);
  return [...subjects].sort((a, b) => a.localeCompare(b, 'ru'));
}
