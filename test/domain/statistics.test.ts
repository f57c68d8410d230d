import fc from 'fast-check';
import { changeInWords, median, newcombe, theilSen, wilson } from '../../src/domain';
import { roundHalfUp } from '../../src/model';

const percent = (share: number): number => roundHalfUp(100 * share, 1);

describe('the Wilson interval, domain.md 8.2', () => {
  test.each([
    [1, 5, 3.6, 62.4],
    [0, 5, 0, 43.4],
    [5, 5, 56.6, 100],
    [2, 6, 9.7, 70.0],
    [7, 15, 24.8, 69.9],
    [30, 100, 21.9, 39.6],
    [0, 25, 0, 13.3],
  ])('of %d out of %d is %d-%d %%', (k, n, low, high) => {
    const interval = wilson(k, n);
    expect([percent(interval.low), percent(interval.high)]).toEqual([low, high]);
  });

  test('is exactly 0 below at k = 0 and exactly 1 above at k = n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (n) => {
        expect(wilson(0, n).low).toBe(0);
        expect(wilson(n, n).high).toBe(1);
      }),
    );
  });

  const sample = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  test('holds the share itself, stays within 0-1 and mirrors', () => {
    fc.assert(
      fc.property(sample, ([k, n]) => {
        const { low, high } = wilson(k, n);
        expect(0 <= low && low <= k / n && k / n <= high && high <= 1).toBe(true);
        const mirrored = wilson(n - k, n);
        expect(mirrored.low).toBeCloseTo(1 - high, 12);
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
      }),
    );
  });

  test('is narrower for more of the same', () => {
    fc.assert(
      fc.property(sample, ([k, n]) => {
        const one = wilson(k, n);
        const two = wilson(2 * k, 2 * n);
        expect(two.high - two.low).toBeLessThan(one.high - one.low);
      }),
    );
  });
});

describe('the change between two years, domain.md 8.3', () => {
  test.each([
    [{ k: 8, n: 14 }, { k: 5, n: 15 }, 23.8, -11.2, 51.9],
    [{ k: 4, n: 6 }, { k: 2, n: 6 }, 33.3, -18.5, 66.8],
  ])('%j after %j is %d п. п., interval %d to %d', (later, earlier, difference, low, high) => {
    const change = newcombe(later, earlier);
    expect(percent(change.difference)).toBe(difference);
    expect([percent(change.low), percent(change.high)]).toEqual([low, high]);
    expect(changeInWords(later, earlier)).toBe('без устойчивых изменений');
  });

  test('is called growth or fall only when its interval leaves 0 out', () => {
    expect(changeInWords({ k: 90, n: 100 }, { k: 50, n: 100 })).toBe('рост');
    expect(changeInWords({ k: 50, n: 100 }, { k: 90, n: 100 })).toBe('снижение');
    expect(changeInWords({ k: 5, n: 5 }, { k: 5, n: 5 })).toBe('без устойчивых изменений');
    expect(changeInWords({ k: 0, n: 5 }, { k: 0, n: 5 })).toBe('без устойчивых изменений');
  });

  const count = fc
    .integer({ min: 1, max: 500 })
    .chain((n) => fc.record({ k: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

  test('seen from the other side it is the opposite', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const there = newcombe(a, b);
        const back = newcombe(b, a);
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.low).toBeCloseTo(-there.high, 12);
        const opposite = { рост: 'снижение', снижение: 'рост' } as const;
        const words = changeInWords(a, b);
        expect(changeInWords(b, a)).toBe(words in opposite ? opposite[words as keyof typeof opposite] : words);
      }),
    );
  });

  test('no growth is called by name when the share did not grow', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        const words = changeInWords(a, b);
        if (words === 'рост') expect(a.k / a.n).toBeGreaterThan(b.k / b.n);
        if (words === 'снижение') expect(a.k / a.n).toBeLessThan(b.k / b.n);
      }),
    );
  });
});

test('the middle of numbers is the one in the middle, or halfway between the two that are; of none there is none', () => {
  expect([[3], [5, 1, 3], [10, 9, 1], [4, 1, 3, 2], [1, 2]].map(median)).toEqual([3, 3, 9, 2.5, 1.5]);
  expect(median([])).toBeNull();
});

test('a trend is the middle of the slopes between any two quarters; one quarter has none', () => {
  expect(
    theilSen([
      [0, 0],
      [1, 2],
      [2, 4],
      [2, 9],
    ]),
  ).toBe(2);
  expect(
    theilSen([
      [1, 5],
      [3, 4],
    ]),
  ).toBe(-0.5);
  expect(theilSen([[1, 5]])).toBeNull();
  expect(
    theilSen([
      [1, 5],
      [1, 9],
    ]),
  ).toBeNull();
});
