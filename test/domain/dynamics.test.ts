import { changeOf as changeBetween, type Side } from '../../src/domain';
import type { AnyIndicator, Figure, Indicator } from '../../src/model';
import { programme } from '../four-forms';

const indicator = (key: string) => programme.indicators.find((item) => item.key === key)!;

const figure = (key: string, numerator: number, denominator: number): Figure => ({
  period: '2023-Q2',
  scope: 'district',
  indicator: key,
  numerator,
  denominator,
  value: denominator === 0 ? null : (((indicator(key) as Indicator).scale ?? 1) * numerator) / denominator,
  rows: 1,
  rowsLeftOut: 0,
});

/** A school's own figures: no other school stands behind them. */
const alone = (whole: Figure | undefined): Side => ({ whole, schools: new Map() });
const changeOf = (of: AnyIndicator, later: Figure, earlier: Figure | undefined) =>
  changeBetween(of, alone(later), alone(earlier));

describe('a change', () => {
  test('of a share with a target, counted pupil by pupil, gets a word', () => {
    const key = 'pupil-quality-rate';
    const change = changeOf(indicator(key), figure(key, 50, 100), figure(key, 20, 100));
    expect(change).toEqual({ difference: 30, earlierCount: 100, verdict: 'рост' });
    expect(changeOf(indicator(key), figure(key, 8, 14), figure(key, 5, 15))!.verdict).toBe('без устойчивых изменений');
    expect(changeOf(indicator(key), figure(key, 20, 100), figure(key, 50, 100))!.verdict).toBe('снижение');
  });

  test.each(['quality-rate', 'pass-rate', 'excellent-rate', 'sou', 'mean-mark', 'low-income-rate'])(
    'of %s stands without a verdict',
    (key) => {
      expect(changeOf(indicator(key), figure(key, 50, 100), figure(key, 20, 100))!.verdict).toBeNull();
    },
  );

  test('of a mean stands without a verdict though a target is set for it', () => {
    const mean = { ...indicator('mean-mark'), targets: indicator('pupil-quality-rate').targets };
    expect(
      changeOf(mean as AnyIndicator, figure('mean-mark', 400, 100), figure('mean-mark', 350, 100))!.verdict,
    ).toBeNull();
  });

  test('is in the unit of the indicator', () => {
    const difference = changeOf(indicator('mean-mark'), figure('mean-mark', 400, 100), figure('mean-mark', 350, 100));
    expect(difference!.difference).toBeCloseTo(0.5, 12);
  });

  test('is not told when either side has no value', () => {
    const key = 'pupil-pass-rate';
    expect(changeOf(indicator(key), figure(key, 0, 0), figure(key, 5, 10))).toBeNull();
    expect(changeOf(indicator(key), figure(key, 5, 10), figure(key, 0, 0))).toBeNull();
    expect(changeOf(indicator(key), figure(key, 5, 10), undefined)).toBeNull();
  });
});

describe('a change of the district', () => {
  const key = 'pupil-quality-rate';
  const side = (schools: Readonly<Record<string, readonly [number, number]>>): Side => {
    const own = Object.entries(schools).map(([school, counts]) => [school, figure(key, ...counts)] as const);
    const sum = (of: 0 | 1) => Object.values(schools).reduce((total, counts) => total + counts[of], 0);
    return { whole: figure(key, sum(0), sum(1)), schools: new Map(own) };
  };

  test('is of all its schools when they are the same', () => {
    const change = changeBetween(
      indicator(key),
      side({ a: [90, 100], b: [20, 100] }),
      side({ a: [50, 100], b: [20, 100] }),
    );
    expect(change).toMatchObject({ difference: 20, earlierCount: 200, verdict: 'рост' });
    expect(change!.over).toBeUndefined();
  });

  test('is of the schools that are in both periods, and names the others', () => {
    const change = changeBetween(
      indicator(key),
      side({ a: [90, 100], b: [20, 100] }),
      side({ b: [20, 100], c: [1, 10] }),
    );
    expect(change).toEqual({
      difference: 0,
      earlierCount: 100,
      verdict: 'без устойчивых изменений',
      over: { both: 1, absentBefore: ['a'], absentNow: ['c'] },
    });
  });

  test('pools the pupils of the schools that are in both periods', () => {
    const change = changeBetween(
      indicator(key),
      side({ a: [90, 100], b: [20, 100], d: [30, 50] }),
      side({ b: [10, 100], c: [1, 10], d: [20, 50] }),
    );
    // 50 of 150 pupils after 30 of 150.
    expect(change!.difference).toBeCloseTo((100 * (50 - 30)) / 150, 12);
    expect(change).toMatchObject({ earlierCount: 150, over: { both: 2 } });
  });

  test('is none when no school is in both periods', () => {
    const change = changeBetween(indicator(key), side({ a: [90, 100] }), side({ b: [20, 100] }));
    expect(change).toMatchObject({ difference: null, verdict: null });
  });
});
