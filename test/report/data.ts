import { byIndicator, scorecardOf, scoresOf } from '../../src/domain';
import { type Figure, figureId, type Programme, type School } from '../../src/model';
import { readingsIn } from '../../src/pipeline';
import type { ReportData } from '../../src/report';
import { PERIOD } from '../build';
import { programme } from '../four-forms';

export const SCHOOLS: readonly School[] = [
  { key: 'one', name: 'Школа №1', type: 'СОШ', group: 'ведущая', partner: '' },
  { key: 'two', name: 'Школа №2', type: 'СОШ', group: 'участник', partner: '' },
];

export const share = (of: Partial<Figure>, numerator: number, denominator: number): Figure => ({
  period: PERIOD,
  scope: 'district',
  indicator: 'pass-rate',
  numerator,
  denominator,
  value: denominator === 0 ? null : (100 * numerator) / denominator,
  rows: 1,
  rowsLeftOut: 0,
  ...of,
});

/** What a report is written from: the figures given, and nothing to compare them with. */
export const dataOf = (figures: readonly Figure[], more: Partial<ReportData> = {}): ReportData => ({
  programme,
  edition: 'служебная',
  isAsked: () => true,
  period: PERIOD,
  closed: false,
  day: '2023-06-25',
  settings: {},
  schools: SCHOOLS,
  collection: SCHOOLS.map(({ key }) => ({
    school: key,
    classes: 1,
    pupils: 20,
    pupilsYearAgo: null,
    rows: 4,
    leftOut: 0,
    trouble: '',
    submitted: true,
    handedIn: null,
  })),
  quarters: [],
  figures: new Map(figures.map((figure) => [figureId(figure), figure])),
  ofDistrict: (indicator) => figures.filter((figure) => figure.scope === 'district' && figure.indicator === indicator),
  yearAgo: new Map(),
  identification: [],
  expectedLines: {},
  registers: {},
  typedBy: () => [],
  rowsOf: () => [],
  changeOf: () => null,
  withheld: () => false,
  comparisons: {},
  names: new Map(SCHOOLS.map(({ key, name }) => [key, name])),
  subjects: [],
  corrections: [],
  scores: [],
  readings: [],
  objectivity: () => null,
  years: {
    threeYears: () => ({ years: 0, numerator: 0, denominator: 0, value: null }),
    sameKind: () => [],
    eachYear: () => [],
    levels: () => [],
    gaps: () => [],
    improvements: () => [],
  },
  ...more,
});

/** A figure with a value for every indicator, of the district, its groups and its schools; plan and fact follow from them. */
export function fullData(of: Programme = programme, whole = 40): ReportData {
  const figures = of.indicators.flatMap(({ key: indicator }) =>
    [
      { scope: 'district' } as const,
      ...SCHOOLS.map(({ key }) => ({ scope: 'school', school: key }) as const),
      ...SCHOOLS.map(({ group }) => ({ scope: 'group', group }) as const),
    ].map((owner) => share({ ...owner, indicator }, 30, whole)),
  );
  const figuresOf = byIndicator(figures);
  const results = {
    period: PERIOD,
    schools: SCHOOLS,
    figures,
    figuresOf,
    totalsOf: figuresOf,
    issues: [],
    checked: new Map(),
  };
  const scores = scoresOf(of, results, {}, {});
  const context = { schools: SCHOOLS, settings: {} };
  return dataOf(figures, {
    programme: of,
    scores: scorecardOf(of, context, [{ period: PERIOD, scores }], {}),
    readings: readingsIn(of, {}),
  });
}
