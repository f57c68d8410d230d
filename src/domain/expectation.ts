import type { ExpectedLine } from '../model';
import { studentQuantile } from './student';

/** A school as a point: its ИСБШ, its result and how many pupils it weighs. */
export interface Observation {
  readonly school: string;
  /** ИСБШ, 0-100. */
  readonly index: number;
  /** In the indicator's own unit. */
  readonly value: number;
  readonly weight: number;
}

/** What a school's index lets expect of its result, in the indicator's unit. */
export interface Expectation {
  readonly expected: number;
  /** Its 95 % prediction interval. */
  readonly low: number;
  readonly high: number;
  /** Fact less expected. */
  readonly deviation: number;
  /** The deviation in standard errors of the prediction. */
  readonly standardised: number;
  readonly verdict: 'above' | 'below' | 'as expected';
  /** How many schools the line rests on, this one apart. */
  readonly others: number;
}

/** With fewer schools a line through the others says nothing. */
export const FEWEST_SCHOOLS = 6;

/**
 * The result expected of each school with its ИСБШ: a line fitted on the other schools (leave-one-out, weighted by
 * pupils), and the deviation against its own 95 % prediction interval (n − 3 degrees of freedom). Only outside of it a
 * school is above or below: a rule of one standard deviation would label a third of normal schools by chance. Null for
 * all with fewer than six schools, and where the others' indices are all the same (domain.md 3.4).
 */
export function expectations(points: readonly Observation[]): ReadonlyMap<string, Expectation | null> {
  return new Map(
    points.map((point) => [
      point.school,
      points.length < FEWEST_SCHOOLS
        ? null
        : expectationOf(
            point,
            points.filter((other) => other !== point),
          ),
    ]),
  );
}

/** The line through all of them, for a picture; null where `expectations` give none. */
export function expectedLine(points: readonly Observation[]): ExpectedLine | null {
  const line = points.length < FEWEST_SCHOOLS ? null : lineThrough(points);
  return line && { index: line.index, value: line.value, slope: line.slope };
}

interface Line {
  /** Weighted means of index and result; slope; sum of weights; weighted squares of the index. */
  readonly index: number;
  readonly value: number;
  readonly slope: number;
  readonly weight: number;
  readonly squares: number;
}

function lineThrough(points: readonly Observation[]): Line | null {
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const mean = (of: (point: Observation) => number): number =>
    points.reduce((sum, point) => sum + point.weight * of(point), 0) / weight;
  const index = mean((point) => point.index);
  const value = mean((point) => point.value);
  const squares = weight * mean((point) => (point.index - index) ** 2);
  if (!(squares > 0)) return null;
  const slope = (weight * mean((point) => (point.index - index) * (point.value - value))) / squares;
  return { index, value, slope, weight, squares };
}

const on = ({ index, value, slope }: Line, at: number): number => value + slope * (at - index);

function expectationOf(point: Observation, others: readonly Observation[]): Expectation | null {
  const line = lineThrough(others);
  if (!line) return null;
  const df = others.length - 2;
  const variance =
    others.reduce((sum, other) => sum + other.weight * (other.value - on(line, other.index)) ** 2, 0) / df;
  const expected = on(line, point.index);
  const error = Math.sqrt(
    variance * (1 / point.weight + 1 / line.weight + (point.index - line.index) ** 2 / line.squares),
  );
  const spread = studentQuantile(df) * error;
  const deviation = point.value - expected;
  const verdict = deviation > spread ? 'above' : deviation < -spread ? 'below' : 'as expected';
  return {
    ...{ expected, low: expected - spread, high: expected + spread },
    ...{ deviation, standardised: deviation / error, verdict, others: others.length },
  };
}
