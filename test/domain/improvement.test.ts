import fc from 'fast-check';
import { improvementOf } from '../../src/domain';
import type { YearResult } from '../../src/model';

const year = (of: number, numerator: number, denominator: number): YearResult => ({
  period: `${of}-Q2`,
  numerator,
  denominator,
});
const before = (of: number, numerator: number, denominator: number): YearResult => ({
  ...year(of, numerator, denominator),
  fromOutside: true,
});
const verdict = (...results: YearResult[]) => improvementOf(results).verdict;

test('a school whose result grew in each of three years by more than chance has improved', () => {
  const { change, results, ...found } = improvementOf([
    year(2020, 40, 200),
    year(2021, 50, 200),
    year(2022, 60, 200),
    year(2023, 75, 200),
  ]);
  expect(found).toEqual({ grows: true, verdict: 'met' });
  expect(change!.difference).toBeCloseTo(17.5, 9);
  expect(change!.low).toBeGreaterThan(0);
  expect(results).toHaveLength(4);
});

test('growth that chance alone may explain is none', () => {
  expect(verdict(year(2021, 20, 100), year(2022, 21, 100), year(2023, 23, 100))).toBe('not met');
});

test('one year in which the result fell or stood still makes growth unstable', () => {
  expect(verdict(year(2020, 30, 200), year(2021, 90, 200), year(2022, 80, 200), year(2023, 120, 200))).toBe('not met');
  expect(verdict(year(2021, 40, 200), year(2022, 40, 200), year(2023, 90, 200))).toBe('not met');
});

test('two results decide nothing; with those of the time before the programme they do so preliminarily', () => {
  expect(verdict(year(2020, 120, 200))).toBe('too few results');
  expect(verdict(before(2019, 40, 200), year(2020, 44, 200))).toBe('too few results');
  expect(verdict(before(2018, 40, 200), before(2019, 60, 200), year(2020, 90, 200))).toBe('preliminary');
});

test('a result of its own counts, not the one from outside of the same year', () => {
  const { results } = improvementOf([year(2020, 50, 100), before(2020, 1, 100), before(2019, 40, 100)]);
  expect(results.map(({ numerator }) => numerator)).toEqual([40, 50]);
});

test('what is left out between two years breaks the row', () => {
  const { results, verdict } = improvementOf([
    year(2019, 20, 200),
    year(2020, 40, 200),
    year(2022, 60, 200),
    year(2023, 90, 200),
  ]);
  expect(results.map(({ period }) => period)).toEqual(['2022-Q2', '2023-Q2']);
  expect(verdict).toBe('preliminary');
});

test('of a small school three years together must be thirty pupils', () => {
  expect(verdict(year(2021, 0, 9), year(2022, 4, 9), year(2023, 8, 9))).toBe('too few pupils');
  expect(verdict(year(2021, 0, 10), year(2022, 5, 10), year(2023, 9, 10))).toBe('met');
});

test('of thirty pupils each a result counts by itself; the first of four may be smaller, the last three together may not', () => {
  expect(verdict(year(2021, 0, 30), year(2022, 15, 30), year(2023, 29, 30))).toBe('met');
  expect(verdict(year(2020, 0, 40), year(2021, 1, 9), year(2022, 5, 9), year(2023, 9, 9))).toBe('too few pupils');
  expect(verdict(year(2020, 0, 9), year(2021, 2, 10), year(2022, 5, 10), year(2023, 10, 10))).toBe('met');
});

test('a change is told in points, with the interval that decides; four results are looked at, a result of nobody is none', () => {
  const five = [10, 20, 30, 40, 50].map((count, at) => year(2019 + at, count, 100));
  const { results, change, grows } = improvementOf([...five, year(2024, 0, 0)]);
  expect(results.map(({ period }) => period)).toEqual(['2020-Q2', '2021-Q2', '2022-Q2', '2023-Q2']);
  expect([grows, change!.difference]).toEqual([true, expect.closeTo(30, 9)]);
  expect([change!.low > 15, change!.low < 30, change!.high > 30, change!.high < 45]).toEqual([true, true, true, true]);
  expect(improvementOf([year(2023, 5, 100)])).toMatchObject({ grows: false, change: null });
});

test('nobody improves by a result that is not above the first', () => {
  const counts = fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 300 })).map(([k, n]) => [Math.min(k, n), n] as const);
  fc.assert(
    fc.property(fc.array(counts, { maxLength: 5 }), (list) => {
      const { verdict, change, results } = improvementOf(list.map(([k, n], index) => year(2019 + index, k, n)));
      if (verdict !== 'met') return;
      expect(change!.low).toBeGreaterThan(0);
      expect(results.length).toBeGreaterThan(2);
    }),
    { seed: 31 },
  );
});
