import {
  type Aim,
  type Amount,
  type Baseline,
  type PeriodKey,
  type Programme,
  type School,
  type Score,
  type ScoreLine,
  type SettingValues,
  type Target,
  yearAndQuarter,
} from '../model';
import { baselinesOf } from './baseline';
import { theilSen } from './statistics';
import { aimsOf, isMeasure, type Registers, schoolsOf } from './targets';

/** What came of the targets in one period. */
export interface PeriodScores {
  readonly period: PeriodKey;
  readonly scores: readonly Score[];
}

/** A figure may be a year old: many forms are handed in once a year. */
const QUARTERS_OF_A_YEAR = 4;
const place = (period: PeriodKey): number => {
  const { year, quarter } = yearAndQuarter(period);
  return year * QUARTERS_OF_A_YEAR + quarter;
};

/** The scorecard as of the last of the periods: the targets' lines first, then those of single schools. */
export function scorecardOf(
  programme: Programme,
  { schools, settings }: { readonly schools: readonly School[]; readonly settings: SettingValues },
  periods: readonly PeriodScores[],
  registers: Registers,
): ScoreLine[] {
  const found = seriesOf(periods);
  const last = periods[periods.length - 1]?.period;
  const linesOf = (aim: Aim) => {
    const baselines = baselinesOf(registers.references ?? [], aim.by, aim.target.of);
    return (school?: School): ScoreLine => {
      const baseline = baselines(school ? [school] : schoolsOf(aim.target, schools), school === undefined);
      const own = judged(aim, found(aim.target, school), last, baseline);
      return { ...aim, ...(school ? { school } : {}), baseline, ...own };
    };
  };
  const aims = aimsOf(programme, settings).map((aim) => {
    const bound = isMeasure(aim.by) && !aim.by.bySchool ? [] : schoolsOf(aim.target, schools);
    const line = linesOf(aim);
    return { whole: line(), own: bound.map((school) => line(school)) };
  });
  return [...aims.map(({ whole, own }) => overSchools(whole, own)), ...aims.flatMap(({ own }) => own)];
}

/** Where most schools are to rise, a district's mean that one large school carries says nothing. */
function overSchools(whole: ScoreLine, own: readonly ScoreLine[]): ScoreLine {
  if (!whole.target.byMostSchools) return whole;
  const judgedOnes = own.filter(({ met }) => met !== null);
  const schools = { met: judgedOnes.filter(({ met }) => met).length, of: judgedOnes.length };
  return { ...whole, schools, met: whole.fact === null || schools.of === 0 ? null : 2 * schools.met > schools.of };
}

type Point = Amount & { readonly period: PeriodKey };

function seriesOf(periods: readonly PeriodScores[]): (target: Target, school?: School) => readonly Point[] {
  const series = new Map<string, Point[]>();
  for (const { period, scores } of periods)
    for (const { target, school = '', ...amount } of scores) {
      const id = `${target}|${school}`;
      const own = series.get(id);
      if (own) own.push({ period, ...amount });
      else series.set(id, [{ period, ...amount }]);
    }
  return ({ id }, school) => series.get(`${id}|${school?.key ?? ''}`) ?? [];
}

type Judged = Omit<ScoreLine, keyof Aim | 'school' | 'baseline'>;

/** `all` in the order of their periods. The fact is held against the plan and against results of its own kind. */
export function judged(
  { target, by }: Aim,
  all: readonly Point[],
  until: PeriodKey | undefined,
  baseline: Baseline | null,
): Judged {
  const quarterOf = (period: PeriodKey): number => yearAndQuarter(period).quarter;
  const points = target.alone ? all.filter(({ period }) => quarterOf(period) === quarterOf(target.by)) : all;
  const kind = quarterOf(points[points.length - 1]?.period ?? target.by);
  const years = points.flatMap(({ period, value }) =>
    (quarterOf(period) === kind || target.moves) && value !== null
      ? [{ year: yearAndQuarter(period).year, period, value }]
      : [],
  );
  const slope = theilSen(years.map(({ year, value }) => [year, value]));
  const latest = points[points.length - 1];
  const isRecent = latest && until && place(until) - place(latest.period) < QUARTERS_OF_A_YEAR;
  const fact = isRecent ? latest : null;
  const value = fact?.value ?? null;
  const from = target.atLeast ?? baseline?.value ?? null;
  return {
    fact,
    years,
    slope,
    met: metBy(target, value, slope, baseline, by.unit === 'percent'),
    deviation: value === null || from === null ? null : value - from,
    inPeople: fact && target.atLeast !== null && by.unit === 'percent' ? beyond(fact, target.atLeast) : null,
  };
}

function metBy(
  { atLeast, trend }: Target,
  value: number | null,
  slope: number | null,
  baseline: Baseline | null,
  inPercent: boolean,
): boolean | null {
  if (value === null) return null;
  if (atLeast !== null) return value >= atLeast;
  // There is nothing above all.
  if (trend === 'up' && inPercent && value >= 100) return true;
  const change = slope ?? (baseline?.value == null ? null : value - baseline.value);
  if (change === null) return null;
  return trend === 'down' ? change < 0 : change > 0;
}

/** Unrounded numbers are held against the plan; what lacks are whole people. */
function beyond({ numerator, denominator }: Amount, plan: number): number {
  const needed = Math.ceil((plan * denominator) / 100 - 1e-9);
  return Math.floor(numerator + 1e-9) - needed;
}
