import fc from 'fast-check';
import { expectations, expectedLine, type Observation } from '../../src/domain/expectation';
import { studentQuantile } from '../../src/domain/student';
import { roundHalfUp } from '../../src/model';

const INDICES = [82, 74, 70, 61, 55, 48, 44];
const RESULTS = [45, 41, 38, 30, 33, 22, 27];
const seven: Observation[] = INDICES.map((index, at) => ({ school: `s${at}`, index, value: RESULTS[at]!, weight: 1 }));

test('the line through the other schools leaves the deviations of domain.md 3.4', () => {
  const deviations = [...expectations(seven).values()].map((item) => roundHalfUp(item!.deviation, 1));
  expect(deviations).toEqual([0.8, 1, -0.1, -3.7, 3.8, -5.9, 5.3]);
  // The interval is so many standard errors wide as Student says for four degrees of freedom.
  for (const item of expectations(seven).values())
    expect(item!.standardised).toBeCloseTo((item!.deviation * studentQuantile(4)) / (item!.high - item!.expected), 9);
});

test('of seven schools with these results nobody is outside what the others let expect', () => {
  expect([...expectations(seven).values()].map((item) => item!.verdict)).toEqual(new Array(7).fill('as expected'));
});

test('a school far below what its context lets expect is called so, the others are not', () => {
  const line: Observation[] = INDICES.map((index, at) => ({
    school: `s${at}`,
    index,
    value: at === 3 ? 5 : index / 2 + (at % 2),
    weight: 100,
  }));
  const verdicts = expectations(line);
  expect(verdicts.get('s3')).toMatchObject({ verdict: 'below', others: 6 });
});

test('what is expected of a school and how far it may be off, by hand: large schools weigh more', () => {
  const points = [
    [40, 20, 10],
    [50, 26, 20],
    [60, 29, 30],
    [70, 36, 20],
    [80, 39, 10],
    [55, 40, 15],
  ].map(
    ([index, value, weight], at): Observation => ({ school: `s${at}`, index: index!, value: value!, weight: weight! }),
  );
  // The line of the five others by the textbook's formulas; together they weigh 90, about a mean index of 60.
  const others = points.slice(0, 5);
  const sum = (of: (point: Observation) => number): number => others.reduce((total, point) => total + of(point), 0);
  const [weight, index, value] = [90, 60, sum((point) => point.weight * point.value) / 90];
  const squares = sum((point) => point.weight * (point.index - index) ** 2);
  const slope = sum((point) => point.weight * (point.index - index) * (point.value - value)) / squares;
  const residuals = sum((point) => point.weight * (point.value - value - slope * (point.index - index)) ** 2);
  const error = Math.sqrt((residuals / 3) * (1 / 15 + 1 / weight + (55 - index) ** 2 / squares));
  const found = expectations(points).get('s5')!;
  expect(found.expected).toBeCloseTo(value + slope * (55 - index), 9);
  expect(found.low).toBeCloseTo(found.expected - studentQuantile(3) * error, 9);
  expect(found.high).toBeCloseTo(found.expected + studentQuantile(3) * error, 9);
  expect(found).toMatchObject({ verdict: 'above', others: 5 });
});

test('schools that lie on one line are as expected', () => {
  const line = INDICES.map((index, at): Observation => ({ school: `s${at}`, index, value: 20, weight: at + 1 }));
  expect([...expectations(line).values()].map((item) => item!.verdict)).toEqual(new Array(7).fill('as expected'));
});

test('the picture’s line goes through all of at least six schools', () => {
  const line = INDICES.map((index, at): Observation => ({ school: `s${at}`, index, value: 3 + index / 2, weight: 1 }));
  expect(expectedLine(line)!.slope).toBeCloseTo(0.5, 12);
  expect(expectedLine(line)!.value).toBeCloseTo(3 + expectedLine(line)!.index / 2, 12);
  expect(expectedLine(line.slice(0, 6))).not.toBeNull();
  expect(expectedLine(line.slice(0, 5))).toBeNull();
  expect(expectedLine(line.map((point) => ({ ...point, index: 60 })))).toBeNull();
});

test('fewer than six schools, or schools of one index, let nothing be expected', () => {
  expect([...expectations(seven.slice(0, 5)).values()]).toEqual(new Array(5).fill(null));
  expect([...expectations(seven.map((point) => ({ ...point, index: 60 }))).values()]).toEqual(new Array(7).fill(null));
});

test('equal weights of any size give the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (weight) => {
      const [one, other] = [seven, seven.map((point) => ({ ...point, weight }))].map(expectations);
      for (const { school } of seven) {
        expect(other!.get(school)!.low).toBeCloseTo(one!.get(school)!.low, 8);
        expect(other!.get(school)!.high).toBeCloseTo(one!.get(school)!.high, 8);
      }
    }),
  );
});
