import fc from 'fast-check';
import { computeForm, settingNumbers } from '../../src/domain';
import type { Entry, Figure } from '../../src/model';
import { programme } from '../../src/programme';
import { formOf, frozen, PERIOD, SCHOOL } from '../build';

const marks = formOf('marks');

interface Counts {
  readonly five: number;
  readonly four: number;
  readonly three: number;
  readonly two: number;
  readonly notAssessed: number;
}

const count = fc.nat(40);
const anyClass: fc.Arbitrary<Counts> = fc.record({
  five: count,
  four: count,
  three: count,
  two: count,
  notAssessed: fc.nat(5),
});
const total = (counts: Counts): number => Object.values(counts).reduce((sum, number) => sum + number, 0);
const aClass = anyClass.filter((counts) => total(counts) - counts.notAssessed > 0);

/** All figures of the district, by indicator. */
function figuresOf(...classes: Counts[]): Readonly<Record<string, Figure>> {
  const rows = classes.map((counts, index) => {
    const place = { period: PERIOD, school: SCHOOL.key, form: 'marks', row: index + 1 };
    const entry: Entry = { ...place, numbers: { ...counts }, texts: {}, explanation: '', started: true };
    return frozen({ entry, valid: true });
  });
  const context = { period: PERIOD, schools: [SCHOOL], setting: settingNumbers(programme.settings, {}) };
  const figures = computeForm(marks, programme.indicators, rows, context);
  return Object.fromEntries(
    figures
      .filter((figure) => figure.scope === 'district' && !figure.slice)
      .map((figure) => [figure.indicator, figure]),
  );
}

const districtValue = (key: string, ...classes: Counts[]): number => figuresOf(...classes)[key]!.value!;
const KEYS = ['pass-rate', 'quality-rate', 'fail-rate', 'sou', 'mean-mark'];

test('quality is never above passing', () => {
  fc.assert(
    fc.property(aClass, (counts) => {
      expect(districtValue('quality-rate', counts)).toBeLessThanOrEqual(districtValue('pass-rate', counts));
    }),
  );
});

test('passing, failing and not assessed together make 100 %', () => {
  fc.assert(
    fc.property(aClass, (counts) => {
      const absent = (100 * counts.notAssessed) / total(counts);
      expect(districtValue('pass-rate', counts) + districtValue('fail-rate', counts) + absent).toBeCloseTo(100, 9);
    }),
  );
});

test('СОУ is 16-100 when everybody is assessed, and 7-100 otherwise', () => {
  fc.assert(
    fc.property(aClass, (counts) => {
      const sou = districtValue('sou', { ...counts, notAssessed: 0 });
      expect(sou).toBeGreaterThanOrEqual(16);
      expect(sou).toBeLessThanOrEqual(100);
      expect(districtValue('sou', counts)).toBeGreaterThanOrEqual(7);
    }),
  );
});

test.each([
  ['five', 100, 5],
  ['four', 64, 4],
  ['three', 36, 3],
  ['two', 16, 2],
] as const)('when all marks are «%s» СОУ is %d and the mean mark %d', (mark, sou, mean) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (n) => {
      const none = { five: 0, four: 0, three: 0, two: 0, notAssessed: 0 };
      const counts = { ...none, [mark]: n };
      expect(districtValue('sou', counts)).toBe(sou);
      expect(districtValue('mean-mark', counts)).toBe(mean);
    }),
  );
});

test('one more «5» never lowers passing, quality, СОУ and the mean mark', () => {
  fc.assert(
    fc.property(aClass, (counts) => {
      const before = figuresOf(counts);
      const after = figuresOf({ ...counts, five: counts.five + 1 });
      for (const key of ['pass-rate', 'quality-rate', 'sou', 'mean-mark']) {
        expect(after[key]!.value!).toBeGreaterThanOrEqual(before[key]!.value! - 1e-9);
      }
      expect(after['fail-rate']!.value!).toBeLessThanOrEqual(before['fail-rate']!.value! + 1e-9);
    }),
  );
});

test('the value of several classes lies between the values of the classes', () => {
  fc.assert(
    fc.property(fc.array(aClass, { minLength: 1, maxLength: 6 }), (classes) => {
      const pooled = figuresOf(...classes);
      const single = classes.map((counts) => figuresOf(counts));
      for (const key of KEYS) {
        const values = single.map((figures) => figures[key]!.value!);
        expect(pooled[key]!.value!).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(pooled[key]!.value!).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }
    }),
  );
});

test('the order in which classes are pooled does not matter', () => {
  const shuffled = fc
    .array(aClass, { minLength: 2, maxLength: 8 })
    .chain((classes) => fc.tuple(fc.constant(classes), fc.shuffledSubarray(classes, { minLength: classes.length })));
  fc.assert(
    fc.property(shuffled, ([classes, others]) => {
      expect(figuresOf(...others)).toEqual(figuresOf(...classes));
    }),
  );
});

test('two classes are pooled by their pupils, their percentages are not averaged', () => {
  const a = { five: 2, four: 5, three: 7, two: 1, notAssessed: 0 };
  const b = { five: 0, four: 2, three: 3, two: 1, notAssessed: 0 };
  expect(figuresOf(a, b)['quality-rate']).toMatchObject({ numerator: 9, denominator: 21, rows: 2 });
  expect(districtValue('quality-rate', a, b)).toBeCloseTo(42.857, 3);
});

test('a share lies inside its interval, and the interval inside 0-100', () => {
  fc.assert(
    fc.property(aClass, (counts) => {
      for (const key of ['pass-rate', 'quality-rate', 'fail-rate']) {
        const { value, low, high } = figuresOf(counts)[key]!;
        expect(0 <= low! && low! <= value! + 1e-9 && value! - 1e-9 <= high! && high! <= 100).toBe(true);
      }
      expect(figuresOf(counts).sou).not.toHaveProperty('low');
      expect(figuresOf(counts)['mean-mark']).not.toHaveProperty('high');
    }),
  );
});
