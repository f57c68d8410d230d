import type { Band, Label, LowProcedure, Procedure, Quadrant } from '../model';
import type { Expectation } from './expectation';
import { atLeast, fewestFor, severalOf } from './false-alarm';

/** When a school is one with low results (ШНОР): versions differ by year and region, so Настройки says. */
export interface LowResultRule {
  /** From which share of participants below the lowest bound on a procedure is low, 0..1. */
  readonly threshold: number;
  /** How many low procedures in a year make the first test. */
  readonly procedures: number;
  /** Procedures with fewer participants are not counted. */
  readonly participants: number;
  /** Which tests decide: the first one, both, either. */
  readonly decides: 'first' | 'both' | 'either';
}

/** A school's procedures of a calendar year, of the year before, and of three years up to it. */
export interface ProcedureYears {
  readonly last: readonly Procedure[];
  readonly before: readonly Procedure[];
  readonly three: readonly Procedure[];
}

export interface LowResults {
  readonly tests: { readonly severalInYear: boolean; readonly twoYears: boolean };
  readonly procedures: readonly LowProcedure[];
  readonly counted: number;
  readonly lowResults: boolean;
  readonly steady: boolean;
  readonly falseAlarm: number | null;
}

/** The share of «2» at a normal school, against which a false alarm is reckoned (domain.md 8.4). */
const USUAL = 0.1;

const same = (one: Procedure, other: Procedure): boolean =>
  one.form === other.form && one.subject === other.subject && one.grade === other.grade;

/** The two tests of ШНОР, the procedures that led to them, and how often chance alone would meet them. */
export function lowResultsOf(years: ProcedureYears, rule: LowResultRule): LowResults {
  const [last, before] = [years.last, years.before].map((list) =>
    list.filter(({ participants }) => participants >= Math.max(1, rule.participants)),
  ) as [Procedure[], Procedure[]];
  const isLow = ({ low, participants }: Procedure): boolean => low >= fewestFor(rule.threshold, participants);
  const low = last.filter(isLow);
  const again = low.filter((procedure) => before.some((earlier) => same(procedure, earlier) && isLow(earlier)));
  const testsOf = (of: (procedure: Procedure) => boolean): Tests => ({
    severalInYear: low.filter(of).length >= rule.procedures,
    twoYears: again.some(of),
  });
  const tests = testsOf(() => true);
  const chance = ({ participants }: Procedure) => atLeast(fewestFor(rule.threshold, participants), participants, USUAL);
  const several = severalOf(last.map(chance), rule.procedures);
  const twice = severalOf(
    last.flatMap((procedure) => {
      const earlier = before.find((item) => same(procedure, item));
      return earlier ? [chance(procedure) * chance(earlier)] : [];
    }),
    1,
  );
  return {
    tests,
    procedures: [...new Set([...low, ...again])].map((procedure) => withThreeYears(procedure, years.three)),
    counted: last.length,
    lowResults: decidedBy(tests, rule),
    steady: decidedBy(
      testsOf((procedure) => isLowOverYears(withThreeYears(procedure, years.three), rule)),
      rule,
    ),
    falseAlarm: tests.severalInYear ? several : tests.twoYears ? twice : null,
  };
}

type Tests = LowResults['tests'];

const decidedBy = ({ severalInYear, twoYears }: Tests, { decides }: LowResultRule): boolean => {
  if (decides === 'first') return severalInYear;
  return decides === 'both' ? severalInYear && twoYears : severalInYear || twoYears;
};

/** Fewer over three years are too few for a label. */
const FEWEST_OVER_YEARS = 10;

/** One year of a small class labels nobody: three years together must say the same. */
const isLowOverYears = ({ threeYears: { low, participants } }: LowProcedure, { threshold }: LowResultRule): boolean =>
  participants >= FEWEST_OVER_YEARS && low >= fewestFor(threshold, participants);

function withThreeYears(procedure: Procedure, three: readonly Procedure[]): LowProcedure {
  const pooled = three.filter((item) => same(procedure, item));
  return {
    ...procedure,
    share: (100 * procedure.low) / procedure.participants,
    threeYears: {
      participants: pooled.reduce((sum, { participants }) => sum + participants, 0),
      low: pooled.reduce((sum, { low }) => sum + low, 0),
    },
  };
}

/** With seven schools fixed cuts, never deciles: below `low`, above `high`, between them. */
export const bandOf = (index: number, cuts: { readonly low: number; readonly high: number }): Band =>
  index < cuts.low ? 'low' : index > cuts.high ? 'high' : 'middle';

/** One year calls nobody a school with low results: three together must say the same. */
export function labelOf(
  { lowResults, steady }: Pick<LowResults, 'lowResults' | 'steady'>,
  band: Band | null,
): Label | null {
  const isLow = lowResults && steady;
  if (band === 'low') return isLow ? 'ШНОР, ШНСУ' : 'ШНСУ';
  return isLow ? 'ШНОР' : null;
}

/** Where a school stands by context and result (domain.md 2.4); null where either is unknown. */
export function quadrantOf(band: Band | null, learning: Expectation | null | undefined): Quadrant | null {
  if (band === null || !learning) return null;
  const below = learning.verdict === 'below';
  if (band === 'low') return below ? 'targeted help' : 'source of practices';
  return below ? 'management audit' : 'leading';
}
