import fc from 'fast-check';
import { settingNumbers } from '../../src/domain';
import { type DerivedIndicator, isDerived, roundHalfUp, type SettingValues } from '../../src/model';
import { programme } from '../../src/programme';
import { frozen } from '../build';

const index = programme.indicators.find((item) => item.key === 'context-index') as DerivedIndicator;
const setting = settingNumbers(programme.settings, {});
const settingsWith = (values: SettingValues) => settingNumbers(programme.settings, frozen(values));

/** One value for each share of the index. */
const forAll = (kind: string, value: number): Record<string, number> =>
  Object.fromEntries(index.of.map((key) => [`${kind}:${key}`, value]));

/** Shares 0..1 of domain.md 3.3 as indicators in percent. */
const shares = (
  higher: number | null,
  incomplete: number | null,
  low: number | null,
  unemployed: number | null,
  registered: number | null,
  disabilities: number | null,
): Record<string, number | null> => {
  const percent = (share: number | null) => (share === null ? null : 100 * share);
  return {
    'higher-education-parent-rate': percent(higher),
    'incomplete-families-rate': percent(incomplete),
    'low-income-rate': percent(low),
    'unemployed-parents-rate': percent(unemployed),
    'registered-rate': percent(registered),
    'disabilities-rate': percent(disabilities),
  };
};

const X = shares(0.4, 0.2, 0.15, 0.05, 0.02, 0.05);
const Z = shares(0.2, 0.3, 0.3, 0.1, 0.05, 0.1);
const Y = shares(0.1, 0.45, 0.5, 0.25, 0.1, 0.15);

const indexOf = (values: Record<string, number | null>, own = setting): number =>
  index.compute(frozen(values), own).value!;

test.each([
  ['X', 77.5, X, 77.45],
  ['Z', 66.3, Z, 66.25],
  ['Y', 54.0, Y, 54.0],
])('school %s of domain.md 3.3 has the index %d', (_, printed, values, expected) => {
  expect(indexOf(values)).toBeCloseTo(expected, 10);
  expect(roundHalfUp(indexOf(values), 1)).toBe(printed);
});

test.each([
  ['X', X, 82.2],
  ['Z', Z, 72.5],
  ['Y', Y, 60.8],
])('with equal weights school %s has another index', (_, values, expected) => {
  const weights = Object.fromEntries(Object.keys(values).map((key) => [`weight:${key}`, 1]));
  expect(roundHalfUp(indexOf(values, settingsWith(weights)), 1)).toBe(expected);
});

test('less than 70 % of the weight filled gives no value and says why', () => {
  // 0,25 + 0,20 + 0,15 = 0,60
  const poor = index.compute(shares(0.4, 0.2, 0.15, null, null, null), setting);
  expect(poor.value).toBeNull();
  expect(poor).toMatchObject({ reason: expect.stringContaining('недостаточно данных') });
  expect(index.compute({}, setting).value).toBeNull();
});

test('just 70 % of the weight filled is enough', () => {
  // 0,25 + 0,20 + 0,15 + 0,10 = 0,70
  expect(index.compute(shares(0.4, 0.2, 0.15, null, null, 0.05), setting).value).not.toBeNull();
});

test('weights that do not add up to 1 weigh by what part of the whole weight they are', () => {
  const weights = index.of.map((key) => [`weight:${key}`, 4 * setting(`weight:${key}`)] as const);
  const fourfold = settingsWith(Object.fromEntries(weights));
  expect(indexOf(X, fourfold)).toBeCloseTo(77.45, 10);
  expect(index.compute(shares(0.4, 0.2, 0.15, null, null, null), fourfold).value).toBeNull();
  expect(index.compute(shares(0.4, 0.2, 0.15, null, null, 0.05), fourfold).value).not.toBeNull();
});

test('a missing share leaves its weight out of the sum', () => {
  const values = shares(0.4, 0.2, 0.15, 0.05, 0.02, null);
  const expected = (100 * (0.25 * 0.4 + 0.15 * 0.8 + 0.2 * 0.85 + 0.15 * 0.95 + 0.15 * 0.98)) / 0.9;
  expect(indexOf(values)).toBeCloseTo(expected, 10);
});

test('all weights 0 give no value', () => {
  expect(index.compute(X, settingsWith(forAll('weight', 0))).value).toBeNull();
});

test('shares beyond the anchors count as the anchors', () => {
  const own = settingsWith({ ...forAll('low', 0.1), ...forAll('high', 0.3) });
  expect(indexOf(shares(0.9, 0, 0, 0, 0, 0), own)).toBeCloseTo(100, 10);
  expect(indexOf(shares(0, 0.9, 0.9, 0.9, 0.9, 0.9), own)).toBeCloseTo(0, 10);
  expect(indexOf(shares(0.2, 0.2, 0.2, 0.2, 0.2, 0.2), own)).toBeCloseTo(50, 10);
});

const percent = fc.double({ min: 0, max: 100, noNaN: true });

test('the index is 0-100 and only a larger share of educated parents or a smaller one of the others raises it', () => {
  const keys = index.of;
  const all = fc.record(Object.fromEntries(keys.map((key) => [key, percent])));
  fc.assert(
    fc.property(all, fc.constantFrom(...keys), percent, (values, key, other) => {
      const before = indexOf(values);
      expect(before).toBeGreaterThanOrEqual(-1e-9);
      expect(before).toBeLessThanOrEqual(100 + 1e-9);
      const after = indexOf({ ...values, [key]: other });
      const better = key === 'higher-education-parent-rate' ? other > values[key]! : other < values[key]!;
      if (better) expect(after).toBeGreaterThanOrEqual(before - 1e-9);
      else expect(after).toBeLessThanOrEqual(before + 1e-9);
    }),
  );
});

test('it is made only of shares that the programme has', () => {
  const keys = programme.indicators.filter((item) => !isDerived(item)).map((item) => item.key);
  expect(index.of.filter((key) => !keys.includes(key))).toEqual([]);
  const sum = index.of.reduce((total, key) => total + setting(`weight:${key}`), 0);
  expect(sum).toBeCloseTo(1, 10);
});

test('the anchors that we propose are offered as ours, set schools further apart, and change nothing unasked', () => {
  const offered = programme.settings.flatMap(({ key, proposed }) =>
    proposed === undefined ? [] : [[key, proposed] as const],
  );
  expect(offered).toHaveLength(12);
  for (const [key] of offered) expect(setting(key)).toBe(key.startsWith('low:') ? 0 : 1);
  const helps = programme.settings.filter(({ proposed }) => proposed !== undefined).map(({ help }) => help);
  for (const help of helps) expect(help).toMatch(/Предложение авторов, уточнить по району: \d/);
  const proposed = settingsWith(Object.fromEntries(offered));
  const apart = (own?: typeof setting) => indexOf(X, own) - indexOf(Y, own);
  expect(apart(proposed)).toBeGreaterThan(2 * apart());
});
