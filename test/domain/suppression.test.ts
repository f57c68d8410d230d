import fc from 'fast-check';
import { valueOfSums, withheldIn } from '../../src/domain';
import { type SumNode, withComplements } from '../../src/domain/suppression-tree';
import type { Figure, Indicator } from '../../src/model';
import { programme } from '../../src/programme';
import {
  type Counts,
  FIELDS,
  figureOf,
  found,
  type Held,
  heldIn,
  indicators,
  narrowed,
  nodesOf,
  onlySmall,
  published,
  type School,
  schoolsOf,
  weighed,
  whole,
} from './published-sums';

test('nobody who adds and subtracts all that is published finds a number below five', () => {
  fc.assert(
    fc.property(schoolsOf(fc.nat(12)), (list) => {
      expect(found(published(list))).toEqual([]);
    }),
    { numRuns: 100, seed: 341 },
  );
});

const sizes = fc.oneof(fc.nat(6), fc.nat(30));

test('nor can he tell within which four a small number lies, though he knows which numbers are among which', () => {
  fc.assert(
    fc.property(schoolsOf(sizes), (list) => {
      expect(narrowed(published(list))).toEqual([]);
    }),
    { numRuns: 50, seed: 13 },
  );
});

test('where the excellent of two schools are hidden but not the good among whom they are, he tells how many they are', () => {
  const of = (excellent: number, good: number): Counts =>
    whole({ excellent, good, oneThree: 9, failing: 0, notAssessed: 0, others: 20 });
  const list: readonly School[] = [
    { key: 'a', group: 'П', levels: [of(3, 2), of(0, 0)] },
    { key: 'b', group: 'П', levels: [of(6, 0), of(0, 0)] },
    { key: 'c', group: 'В', levels: [of(10, 20), of(10, 20)] },
  ];
  const twoHidden: Held = ({ indicator, school }, shows) =>
    shows === 'value' && indicator === 'excellent-rate' && (school === 'a' || school === 'b');
  expect(found({ list, held: twoHidden })).toEqual([]);
  expect(narrowed({ list, held: twoHidden })).toEqual(['{"scope":"school","school":"a"} excellent-rate часть: 3–5']);
  expect(narrowed(published(list))).toEqual([]);
});

test('a mean mark is not told where with the shares beside it it tells of a few excellent', () => {
  const vpr = programme.indicators.filter(({ from }) => from.key === 'vpr') as Indicator[];
  const tells = (five: number): boolean => {
    const marks: Counts = { five, four: 30, three: 20, two: 6, participants: five + 56 };
    const figures = vpr
      .filter(({ numerator }) => Object.keys(numerator).every((field) => field in marks))
      .map((indicator): Figure => {
        const [numerator, denominator] = [weighed(indicator.numerator, marks), weighed(indicator.denominator, marks)];
        const about = {
          scope: 'district',
          period: '2023-Q2',
          indicator: indicator.key,
          rows: 1,
          rowsLeftOut: 0,
        } as const;
        return { ...about, numerator, denominator, ...valueOfSums(indicator, numerator, denominator) };
      });
    const mean = figures.find(({ indicator }) => indicator === 'vpr-mean-mark')!;
    return !withheldIn(programme.indicators, [], figures).has(mean, 'value');
  };
  expect([tells(4), tells(0), tells(5)]).toEqual([false, true, true]);
});

const counts = (failing: number, good: number): Counts =>
  whole({ excellent: 10, good, oneThree: 7, failing, notAssessed: 0, others: 20 });
const DISTRICT: readonly School[] = [
  { key: 'a', group: 'П', levels: [counts(3, 20), counts(0, 20)] },
  { key: 'b', group: 'П', levels: [counts(6, 20), counts(9, 20)] },
  { key: 'c', group: 'П', levels: [counts(7, 20), counts(8, 20)] },
  { key: 'd', group: 'В', levels: [counts(8, 20), counts(12, 20)] },
  { key: 'e', group: 'В', levels: [counts(9, 20), counts(15, 20)] },
];

test('where only small numbers themselves are hidden, subtraction finds them', () => {
  expect(found({ list: DISTRICT, held: onlySmall })).toEqual([
    '{"scope":"school","school":"a"} pupil-pass-rate остаток',
  ]);
  expect(found(published(DISTRICT))).toEqual([]);
});

describe('after a correction', () => {
  /** The district after a school's number was put right; the rest of its pupils are others. */
  const correct = (list: readonly School[], at: number, field: string, became: number): School[] =>
    list.map((school, index) => {
      if (index !== at) return school;
      const [first, ...rest] = school.levels;
      const now = whole({ ...first!, [field]: became });
      const corrected = Object.keys(now).flatMap((key) => (now[key] === first![key] ? [] : [`0|${key}`]));
      return { ...school, levels: [now, ...rest], corrected };
    });

  test('who has the edition before it and the one after finds no small number of either, nor within which four it lies', () => {
    const corrections = fc.record({
      ...{ list: schoolsOf(sizes), at: fc.nat(7), became: sizes },
      field: fc.constantFrom(...FIELDS.slice(0, 5)),
    });
    fc.assert(
      fc.property(corrections, ({ list, at, field, became }) => {
        const after = correct(list, at % list.length, field, became);
        const both = [published(list), published(after, list)];
        expect(found(...both)).toEqual([]);
        expect(narrowed(...both)).toEqual([]);
      }),
      { numRuns: 25, seed: 9 },
    );
  });

  test('an edition that forgets what the one before it hid gives the school away', () => {
    const after = correct(DISTRICT, 0, 'failing', 6);
    expect(found(published(DISTRICT), published(after))).not.toEqual([]);
    expect(found(published(DISTRICT), published(after, DISTRICT))).toEqual([]);
  });

  test('what has nothing to do with small numbers is told as it became', () => {
    const after = correct(DISTRICT, 3, 'good', 25);
    const held = heldIn(after, DISTRICT);
    const school = nodesOf(after).find(({ owner }) => owner.school === 'd')!;
    expect(indicators.map((indicator) => held(figureOf(school, indicator), 'value'))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

test('with a hidden school goes the one next in size, and nothing else', () => {
  const held = heldIn(DISTRICT);
  const hidden = nodesOf(DISTRICT).flatMap((node) =>
    indicators.flatMap((indicator) => (held(figureOf(node, indicator), 'value') ? [[node.owner, indicator.key]] : [])),
  );
  expect(hidden).toEqual([
    [{ scope: 'school', school: 'a' }, 'pupil-pass-rate'],
    [{ scope: 'school', school: 'b' }, 'pupil-pass-rate'],
  ]);
});

test('of a school below ten nothing is told, of a larger one the number of its pupils', () => {
  const few = { excellent: 1, good: 2, oneThree: 1, failing: 1, notAssessed: 0, others: 2 };
  const none = { excellent: 0, good: 0, oneThree: 0, failing: 0, notAssessed: 0, others: 0 };
  const list = [{ key: 'tiny', group: 'П', levels: [whole(few), whole(none)] }, ...DISTRICT];
  const held = heldIn(list);
  const of = (school: string, key: string) => {
    const node = nodesOf(list).find(({ owner }) => owner.school === school)!;
    const figure = figureOf(node, indicators.find((indicator) => indicator.key === key)!);
    return [held(figure, 'whole'), held(figure, 'value')];
  };
  expect(of('tiny', 'pupil-quality-rate')).toEqual([true, true]);
  expect(of('a', 'pupil-pass-rate')).toEqual([true, true]);
  expect(of('b', 'pupil-pass-rate')).toEqual([false, true]);
  expect(of('d', 'pupil-pass-rate')).toEqual([false, false]);
});

test('figures of schools by subject or class are never public, those worked out from others neither', () => {
  const held = heldIn(DISTRICT);
  const figure = figureOf(nodesOf(DISTRICT)[0]!, indicators[0]!);
  expect(held({ ...figure, scope: 'school', school: 'd', slice: { grade: '5' } }, 'whole')).toBe(true);
  expect(held({ ...figure, indicator: 'context-index' }, 'value')).toBe(true);
});

describe('in a tree of sums', () => {
  const leaf = (id: string, value: number): SumNode => ({ id, value, parts: [] });
  const node = (id: string, ...parts: SumNode[]): SumNode => ({ id, value: 0, parts });
  const hide = (root: SumNode, ...hidden: string[]) =>
    [...withComplements(root, { hidden: new Set(hidden), bound: 5, wholeIsFixed: false })].sort();

  test('a group whose sum is hidden has a hidden school, and so has another group', () => {
    const root = node('all', node('p', leaf('a', 20), leaf('b', 30)), node('v', leaf('c', 40), leaf('d', 50)));
    expect(hide(root, 'p')).toEqual(['a', 'c', 'p', 'v']);
  });

  test('an only school is hidden with the sums that are the same', () => {
    expect(hide(node('all', node('p', leaf('a', 3))), 'a')).toEqual(['a', 'all', 'p']);
  });

  test('two that make less than five together are not hidden enough', () => {
    expect(hide(node('all', leaf('a', 1), leaf('b', 2), leaf('c', 9), leaf('d', 30)), 'a', 'b')).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});
