import fc from 'fast-check';
import {
  binomialDistribution,
  linearRegression,
  linearRegressionLine,
  max,
  median as medianOf,
  min,
  sampleStandardDeviation,
} from 'simple-statistics';
import { dispersionOf, expectations, median, newcombe, theilSen, wilson, Z } from '../../src/domain';
import { atLeast, severalOf } from '../../src/domain/false-alarm';
import { studentQuantile } from '../../src/domain/student';
import type { Figure } from '../../src/model';

/** What we reckon with is held against implementations that are not ours, and against the definitions themselves. */
const RUNS = { numRuns: 200, seed: 1e3 };
const DIGITS = 9;

const counts = fc
  .tuple(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, share]) => ({ n, k: Math.round(share * n) }));
const numbers = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true }), {
  minLength: 2,
  maxLength: 30,
});

/** The share at which k of n is just z deviations away: found by halving, from the definition of the score interval. */
function boundOf(k: number, n: number, above: boolean): number {
  const observed = k / n;
  const away = (share: number): number => Math.abs(observed - share) - Z * Math.sqrt((share * (1 - share)) / n);
  let [inside, outside] = [observed, above ? 1 : 0];
  for (let step = 0; step < 200; step += 1) {
    const middle = (inside + outside) / 2;
    if (away(middle) < 0) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}

test("Wilson's bounds are where the score test gives them", () => {
  fc.assert(
    fc.property(counts, ({ k, n }) => {
      const { low, high } = wilson(k, n);
      if (k > 0) expect(low).toBeCloseTo(boundOf(k, n, false), DIGITS);
      if (k < n) expect(high).toBeCloseTo(boundOf(k, n, true), DIGITS);
    }),
    RUNS,
  );
});

test("Newcombe's interval is made of the bounds of the score test", () => {
  fc.assert(
    fc.property(counts, counts, (later, earlier) => {
      const [p1, p2] = [later.k / later.n, earlier.k / earlier.n];
      const bound = ({ k, n }: { k: number; n: number }, above: boolean) =>
        above ? (k === n ? 1 : boundOf(k, n, true)) : k === 0 ? 0 : boundOf(k, n, false);
      const { difference, low, high } = newcombe(later, earlier);
      expect(difference).toBeCloseTo(p1 - p2, DIGITS);
      expect(low).toBeCloseTo(p1 - p2 - Math.hypot(p1 - bound(later, false), bound(earlier, true) - p2), DIGITS);
      expect(high).toBeCloseTo(p1 - p2 + Math.hypot(bound(later, true) - p1, p2 - bound(earlier, false)), DIGITS);
    }),
    RUNS,
  );
});

test('the normal quantile leaves a fortieth above: the error function added up', () => {
  const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const steps = 20_000;
  const width = Z / steps;
  let area = 0;
  for (let i = 0; i < steps; i += 1) {
    const [a, b] = [i * width, (i + 1) * width];
    area += (width / 6) * (density(a) + 4 * density((a + b) / 2) + density(b));
  }
  expect(area).toBeCloseTo(0.475, 10);
});

test('the median, the spread and the ends of schools are those of simple-statistics', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      expect(median(list)).toBeCloseTo(medianOf(list), DIGITS);
      const spread = dispersionOf(list.map((value) => ({ value }) as Figure))!;
      expect(spread.deviation).toBeCloseTo(sampleStandardDeviation(list), DIGITS);
      expect([spread.least, spread.most]).toEqual([min(list), max(list)]);
    }),
    RUNS,
  );
});

test('the slope over the years is the median of the slopes of all pairs', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const points = list.slice(0, 8).map((y, x) => [x, y] as const);
      const slopes = points.flatMap(([x1, y1]) =>
        points.flatMap(([x2, y2]) => (x2 > x1 ? [(y2 - y1) / (x2 - x1)] : [])),
      );
      expect(theilSen(points)).toBeCloseTo(medianOf(slopes), DIGITS);
    }),
    RUNS,
  );
});

test('how often chance makes k of n is the binomial distribution of simple-statistics', () => {
  for (const p of [0.05, 0.1, 0.3])
    for (const n of [1, 3, 5, 10, 15]) {
      // It leaves off the tail that nobody would notice.
      binomialDistribution(n, p)!.forEach((probability, k) => {
        expect(atLeast(k, n, p) - atLeast(k + 1, n, p)).toBeCloseTo(probability, DIGITS);
      });
    }
});

test('how often several of many events happen is the sum over all their combinations', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(chance, { maxLength: 8 }), fc.integer({ min: 0, max: 8 }), (list, count) => {
      let sum = 0;
      for (let which = 0; which < 2 ** list.length; which += 1) {
        const happens = list.map((_, index) => Math.floor(which / 2 ** index) % 2 === 1);
        if (happens.filter(Boolean).length < count) continue;
        sum += list.reduce((product, p, index) => product * (happens[index] ? p : 1 - p), 1);
      }
      expect(severalOf(list, count)).toBeCloseTo(sum, DIGITS);
    }),
    RUNS,
  );
});

test('what a context lets expect is the line through the other schools, as simple-statistics draws it', () => {
  const school = fc.record({
    index: fc.integer({ min: 0, max: 100 }),
    value: fc.double({ min: 0, max: 100, noNaN: true }),
    weight: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(school, { minLength: 6, maxLength: 9 }), (list) => {
      const points = list.map((one, at) => ({ school: `s${at}`, ...one }));
      const found = expectations(points);
      for (const point of points) {
        const others = points.filter((other) => other !== point);
        if (new Set(others.map(({ index }) => index)).size < 2) continue;
        // A school of three pupils is three schools of one.
        const pairs = others.flatMap(({ index, value, weight }) =>
          Array.from({ length: weight }, () => [index, value]),
        );
        const line = linearRegressionLine(linearRegression(pairs));
        expect(found.get(point.school)!.expected).toBeCloseTo(line(point.index), 8);
      }
    }),
    { ...RUNS, numRuns: 40 },
  );
});

test('the quantiles of Student are exact where there is a formula: one and two degrees of freedom', () => {
  expect(studentQuantile(1)).toBeCloseTo(Math.tan(Math.PI * 0.475), DIGITS);
  const p = 0.975;
  expect(studentQuantile(2)).toBeCloseTo((2 * p - 1) * Math.sqrt(2 / (4 * p * (1 - p))), DIGITS);
  expect(studentQuantile(1e7)).toBeCloseTo(Z, 5);
});

test('more pupils of the same share never widen the interval, a better result never lowers its bounds', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 2, max: 9 }), ({ k, n }, times) => {
      const [one, many] = [wilson(k, n), wilson(k * times, n * times)];
      expect(many.high - many.low).toBeLessThanOrEqual(one.high - one.low + 1e-12);
      if (k < n) {
        const better = wilson(k + 1, n);
        expect(better.low).toBeGreaterThanOrEqual(one.low);
        expect(better.high).toBeGreaterThanOrEqual(one.high);
      }
    }),
    RUNS,
  );
});
