import { changeOf, comparisonFor } from '../../src/domain';
import type { Figure, Indicator } from '../../src/model';
import { formOf } from '../build';
import { programme } from '../four-forms';

const marks = formOf('marks');

describe('a quarter is compared', () => {
  test('with the same quarter a year ago', () => {
    const known = ['2021-Q2', '2022-Q1', '2022-Q2', '2022-Q4', '2023-Q1'];
    expect(comparisonFor(marks, '2023-Q2', known)).toEqual({ period: '2022-Q2', kind: 'year-ago' });
  });

  test('with the nearest earlier one when there is none a year ago', () => {
    expect(comparisonFor(marks, '2023-Q2', ['2022-Q4', '2023-Q1'])).toEqual({ period: '2023-Q1', kind: 'previous' });
    expect(comparisonFor(marks, '2023-Q2', ['2023-Q1', '2021-Q4'])).toEqual({ period: '2023-Q1', kind: 'previous' });
  });

  test('never with a quarter in which the form is not asked for', () => {
    expect(comparisonFor(marks, '2023-Q4', ['2023-Q2', '2023-Q3'])).toEqual({ period: '2023-Q2', kind: 'previous' });
    expect(comparisonFor(marks, '2023-Q4', ['2023-Q3'])).toBeNull();
  });

  test('never with itself or a later one', () => {
    expect(comparisonFor(marks, '2023-Q1', ['2023-Q1', '2023-Q2', '2023-Q4'])).toBeNull();
    expect(comparisonFor(marks, '2023-Q1', [])).toBeNull();
  });

  test('whatever order the known periods come in, and they are left as they were', () => {
    const known = Object.freeze(['2023-Q1', '2021-Q4', '2022-Q4']) as readonly string[];
    expect(comparisonFor(marks, '2023-Q2', known)?.period).toBe('2023-Q1');
  });
});

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
