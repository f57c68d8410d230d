import { holdsTheMedian, lowestThird, resists } from '../../src/domain';

const schools = (...values: number[]) => new Map(values.map((value, at) => [`s${at}`, value]));

test('of seven schools two work in the least favourable conditions, whatever the bounds of the index are', () => {
  expect([...lowestThird(schools(82, 74, 70, 61, 59, 58, 60))]).toEqual(['s4', 's5']);
  expect([...lowestThird(schools(30, 20))]).toEqual([]);
});

test('schools that tie at the border of the third are all in it', () => {
  expect([...lowestThird(schools(40, 50, 50, 60, 70, 80))].sort()).toEqual(['s0', 's1', 's2']);
});

test('a result one standard error above what is expected is a sign of resilience, a smaller one is none', () => {
  expect(resists(1, [], 's0')).toBe(true);
  expect(resists(0.99, [], 's0')).toBe(false);
  expect(resists(null, [], 's0')).toBe(false);
});

test('three years running not below the median of the district are a sign too; two years are none', () => {
  const year = schools(30, 20, 40, 30);
  expect(holdsTheMedian([year, year, year], 's0')).toBe(true);
  expect(resists(-2, [year, year, year], 's0')).toBe(true);
  expect(holdsTheMedian([year, year], 's0')).toBe(false);
  expect(holdsTheMedian([year, schools(10, 20, 40, 30), year], 's0')).toBe(false);
  expect(holdsTheMedian([year, new Map(), year], 's0')).toBe(false);
});
