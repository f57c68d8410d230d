import { dispersionOf, gapOf } from '../../src/domain';
import type { AnyIndicator, Figure } from '../../src/model';
import { programme } from '../four-forms';

const indicator = (key: string): AnyIndicator => programme.indicators.find((item) => item.key === key)!;
const figure = (numerator: number, denominator: number, value: number | null): Figure => ({
  period: '2023-Q2',
  scope: 'group',
  indicator: '',
  numerator,
  denominator,
  value,
  rows: 1,
  rowsLeftOut: 0,
});

test('the gap between groups is in points, with the interval of a difference of shares', () => {
  // R. G. Newcombe (1998), table II, example (a): 56/70 against 48/80, method 10: 0.0524 to 0.3339.
  const gap = gapOf(indicator('pupil-quality-rate'), figure(56, 70, 80), figure(48, 80, 60))!;
  expect(gap.difference).toBe(20);
  expect(gap.low).toBeCloseTo(5.24, 2);
  expect(gap.high).toBeCloseTo(33.39, 2);
});

test('the gap of a mean mark has no interval', () => {
  expect(gapOf(indicator('mean-mark'), figure(400, 100, 4), figure(350, 100, 3.5))).toEqual({ difference: 0.5 });
});

test('there is no gap where one of the groups has no value', () => {
  expect(gapOf(indicator('pupil-quality-rate'), figure(0, 0, null), figure(1, 2, 50))).toBeNull();
  expect(gapOf(indicator('pupil-quality-rate'), figure(1, 2, 50), undefined)).toBeNull();
});

test('schools are so far apart: the least, the most, the deviation; one school is not apart from itself', () => {
  const schools = [figure(1, 10, 10), figure(2, 10, 20), figure(3, 10, 30), figure(0, 0, null)];
  expect(dispersionOf(schools)).toEqual({ schools: 3, least: 10, most: 30, deviation: 10 });
  expect(dispersionOf(schools.slice(2))).toBeNull();
});
