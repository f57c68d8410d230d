import {
  bandOf,
  type Expectation,
  expectations,
  expectedLine,
  type LowResultRule,
  labelOf,
  lowestThird,
  lowResultsOf,
  type Observation,
  quadrantOf,
  resists,
  settingNumbers,
  type YearOfSchools,
} from '../domain';
import {
  type ExpectedLine,
  type ExpectedResult,
  type Figure,
  groupWith,
  type Identification,
  type IdentificationRules,
  isDerived,
  type PeriodKey,
  type Programme,
  type School,
  type SettingNumber,
  shiftPeriod,
} from '../model';
import { proceduresBy } from './procedures';
import type { StoredPeriod } from './stored-periods';

/** A figure is looked for in this many quarters, the latest first: many forms are handed in once a year. */
const YEAR = 4;

/** What the figures of a period, and of those before it, say of each of its schools. */
export function identify(
  programme: Programme,
  periods: readonly StoredPeriod[],
  period: StoredPeriod,
): readonly Identification[] {
  const rules = programme.identification;
  if (!rules) return [];
  const setting = settingNumbers(programme.settings, period.settings);
  const years = proceduresBy(rules, periods, period.key);
  const latest = latestFigures(periods, period.key);
  const [leading, helped] = (['leading', 'participants'] as const).map(
    (role) => groupWith(programme.groups, role)?.key,
  );
  const indices = new Map(
    period.schools.map(({ key }) => [key, indexOf(programme, rules, setting, (own) => latest(key, own))]),
  );
  const results = rules.results.map((indicator) => expectedOf(indicator, period, latest, indices));
  const poorest = lowestThird(
    new Map([...indices].flatMap(([school, { index }]) => (index === null ? [] : [[school, index] as const]))),
  );
  const learningYears = yearsOf(rules.results[0], period, periods);
  return period.schools.map(({ key: school, group }): Identification => {
    const { band, bandWithEqualWeights, index } = indices.get(school)!;
    const learning = results[0]!.get(school);
    const nearest = nearestTo(school, period, indices);
    const low = lowResultsOf(years(school), ruleOf(setting));
    return {
      period: period.key,
      school,
      group,
      ...low,
      index,
      band,
      bandWithEqualWeights,
      adverseContext: band === null ? null : band === 'low',
      label: labelOf(low, band),
      expected: results.flatMap((result) => result.get(school)?.shown ?? []),
      resilient: poorest.has(school) && resists(learning?.expectation.standardised ?? null, learningYears, school),
      quadrant: quadrantOf(band, learning?.expectation),
      peers: nearest(PEERS, () => true),
      partner:
        group === helped
          ? partnerOf(latest(school, rules.results[0])?.value ?? null, (better) =>
              nearest(1, (other) => other.group === leading && better(latest(other.key, rules.results[0]))),
            )
          : null,
    };
  });
}

/** The line behind what is expected of the schools, result by result. */
export function expectedLines(
  programme: Programme,
  periods: readonly StoredPeriod[],
  period: StoredPeriod,
): Readonly<Record<string, ExpectedLine>> {
  const rules = programme.identification;
  if (!rules) return {};
  const latest = latestFigures(periods, period.key);
  const index = (school: string) => latest(school, rules.index)?.value ?? null;
  return Object.fromEntries(
    rules.results.flatMap((indicator) => {
      const line = expectedLine(pointsOf(indicator, period, latest, index));
      return line ? [[indicator, line] as const] : [];
    }),
  );
}

const PEERS = 3;

type Nearest = (count: number, isWanted: (school: School) => boolean) => string[];

/** The nearest of the other schools with an index, the nearest first; of two equally near the first of the register. */
function nearestTo(school: string, { schools }: StoredPeriod, indices: ReadonlyMap<string, Index>): Nearest {
  const own = indices.get(school)?.index ?? null;
  if (own === null) return () => [];
  return (count, isWanted) => {
    // Few are wanted: to put all in order for each of them is work for nothing.
    const found: { readonly key: string; readonly far: number }[] = [];
    for (const other of schools) {
      const index = indices.get(other.key)?.index ?? null;
      if (other.key === school || index === null) continue;
      const far = Math.abs(index - own);
      if ((found.length === count && far >= found[count - 1]!.far) || !isWanted(other)) continue;
      const place = found.findIndex((one) => one.far > far);
      found.splice(place < 0 ? found.length : place, 0, { key: other.key, far });
      if (found.length > count) found.pop();
    }
    return found.map(({ key }) => key);
  };
}

/** Of the leading schools the one in the nearest conditions whose result is better. */
function partnerOf(
  own: number | null,
  nearest: (better: (result: Figure | undefined) => boolean) => readonly string[],
): string | null {
  if (own === null) return null;
  const [partner] = nearest((result) => (result?.value ?? 0) > own);
  return partner ?? null;
}

const DECIDES = ['first', 'both', 'either'] as const;

const ruleOf = (setting: SettingNumber): LowResultRule => ({
  threshold: setting('low-threshold'),
  procedures: setting('low-procedures'),
  participants: setting('low-participants'),
  decides: DECIDES[setting('low-decides') - 1] ?? 'first',
});

type Latest = (school: string, indicator: string) => Figure | undefined;

/** A school's latest figure that has a value, within a year up to the period. */
function latestFigures(periods: readonly StoredPeriod[], until: PeriodKey): Latest {
  const within = periods.filter(({ key }) => key <= until && key > shiftPeriod(until, -YEAR)).reverse();
  const known = new Map<string, ReadonlyMap<string, Figure>>();
  const bySchool = (indicator: string): ReadonlyMap<string, Figure> => {
    const found = new Map<string, Figure>();
    for (const { totalsOf } of within)
      for (const figure of totalsOf(indicator))
        if (figure.scope === 'school' && figure.value !== null && !found.has(figure.school!))
          found.set(figure.school!, figure);
    return found;
  };
  return (school, indicator) => {
    const own = known.get(indicator) ?? bySchool(indicator);
    known.set(indicator, own);
    return own.get(school);
  };
}

type Index = Pick<Identification, 'index' | 'band' | 'bandWithEqualWeights'>;

/** The index as it stands, and the band that equal weights would give: where they differ the school stands on a border. */
function indexOf(
  programme: Programme,
  rules: IdentificationRules,
  setting: SettingNumber,
  figure: (indicator: string) => Figure | undefined,
): Index {
  const value = figure(rules.index)?.value ?? null;
  if (value === null) return { index: null, band: null, bandWithEqualWeights: null };
  const cuts = { low: setting('band-low'), high: setting('band-high') };
  const indicator = programme.indicators.find(({ key }) => key === rules.index);
  const parts = indicator && isDerived(indicator) ? indicator.of : [];
  const values = Object.fromEntries(parts.map((key) => [key, figure(key)?.value ?? null]));
  const equal = rules.withEqualWeights(values, setting).value;
  return {
    index: value,
    band: bandOf(value, cuts),
    bandWithEqualWeights: equal === null ? null : bandOf(equal, cuts),
  };
}

interface Held {
  readonly expectation: Expectation;
  readonly shown: readonly ExpectedResult[];
}

const pointsOf = (
  indicator: string,
  { schools }: StoredPeriod,
  latest: Latest,
  indexOf: (school: string) => number | null,
): Observation[] =>
  schools.flatMap(({ key }): Observation[] => {
    const figure = latest(key, indicator);
    const index = indexOf(key);
    if (!figure || figure.value === null || figure.denominator === 0 || index === null) return [];
    return [{ school: key, index, value: figure.value, weight: figure.denominator }];
  });

/** A result of the period held against the index, school by school. */
function expectedOf(
  indicator: string,
  period: StoredPeriod,
  latest: Latest,
  indices: ReadonlyMap<string, Index>,
): ReadonlyMap<string, Held> {
  const points = pointsOf(indicator, period, latest, (school) => indices.get(school)?.index ?? null);
  const expected = expectations(points);
  return new Map(
    points.flatMap(({ school, value }) => {
      const expectation = expected.get(school);
      if (!expectation) return [];
      const { others: _, standardised: __, ...shown } = expectation;
      return [[school, { expectation, shown: [{ indicator, value, ...shown }] }] as const];
    }),
  );
}

/** A result of the district's schools in the latest period within a year that has it, and in the same quarters before. */
function yearsOf(indicator: string, { key: until }: StoredPeriod, periods: readonly StoredPeriod[]): YearOfSchools[] {
  const results = (key: PeriodKey): YearOfSchools =>
    new Map(
      (periods.find((period) => period.key === key)?.totalsOf(indicator) ?? []).flatMap(({ scope, school, value }) =>
        scope === 'school' && value !== null ? [[school!, value] as const] : [],
      ),
    );
  const last = Array.from({ length: YEAR }, (_, back) => shiftPeriod(until, -back)).find(
    (key) => results(key).size > 0,
  );
  return last === undefined ? [] : [0, 1, 2].map((years) => results(shiftPeriod(last, -years * YEAR)));
}
