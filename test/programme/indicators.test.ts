import { computeForm, settingNumbers } from '../../src/domain';
import {
  type Entry,
  type Example,
  type Figure,
  type Indicator,
  isDerived,
  numericKeys,
  roundHalfUp,
} from '../../src/model';
import { programme } from '../../src/programme';
import { formOf, frozen, PERIOD, SCHOOL } from '../build';

const indicators = programme.indicators.filter((item): item is Indicator => !isDerived(item));

const digitsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** Words with which a row counts, and by which an indicator that has no total is shown. */
function wordsFor({ from, where = {}, pooled }: Indicator): Readonly<Record<string, string>> {
  const wanted = Object.fromEntries(Object.entries(where).map(([key, words]) => [key, [words].flat()[0]!]));
  const [slice] = from.slices ?? [];
  return pooled === false ? { [slice!]: from.fields[slice!]!.choices![0]!, ...wanted } : wanted;
}

/** The district's value over rows that hold just what an example names. */
function districtValue(indicator: Indicator, { given }: Example): number | null {
  const texts = wordsFor(indicator);
  const rows = given.map((numbers, index) => {
    const place = { period: PERIOD, school: SCHOOL.key, form: indicator.from.key, row: index + 1 };
    const entry: Entry = { ...place, numbers, texts, explanation: '', started: true };
    return frozen({ entry, valid: true });
  });
  const context = { period: PERIOD, schools: [SCHOOL], setting: settingNumbers(programme.settings, {}) };
  const figures = computeForm(indicator.from, [indicator], rows, context);
  const isShown = ({ scope, slice }: Figure): boolean =>
    scope === 'district' && (slice !== undefined) === (indicator.pooled === false);
  return figures.find(isShown)!.value;
}

const examples = indicators.flatMap((indicator) =>
  indicator.examples.map((example): [string, Indicator, Example] => [
    `${indicator.key} of ${JSON.stringify(example.given)} is ${example.value}`,
    indicator,
    example,
  ]),
);

test.each(examples)('%s', (_, indicator, example) => {
  const value = districtValue(indicator, example);
  if (example.value === null) expect(value).toBeNull();
  else expect(roundHalfUp(value!, digitsOf(example.value))).toBe(example.value);
});

test.each(indicators.map((item) => [item.key, item] as const))(
  '%s is shown by at least one example',
  (_, indicator) => {
    expect(indicator.examples.length).toBeGreaterThan(0);
  },
);

test.each(indicators.map((item) => [item.key, item] as const))(
  'every weight of %s names a number of its form',
  (_, { from, numerator, denominator, examples: shown }) => {
    const known = numericKeys(from);
    const named = [
      ...Object.keys(numerator),
      ...Object.keys(denominator),
      ...shown.flatMap((example) => example.given.flatMap((row) => Object.keys(row))),
    ];
    expect(named.filter((key) => !known.includes(key))).toEqual([]);
    expect(Object.keys(numerator).length * Object.keys(denominator).length).toBeGreaterThan(0);
  },
);

test('keys of indicators are in kebab case and no two are the same', () => {
  const keys = programme.indicators.map((item) => item.key);
  expect(keys.filter((key) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
});

test('titles of indicators are Russian and no two are the same', () => {
  const titles = programme.indicators.map((item) => item.title);
  expect(titles.filter((title) => /[A-Za-z]/.test(title))).toEqual([]);
  expect(new Set(titles).size).toBe(titles.length);
});

test('a share is a percentage of 0-100, a score counts in points, a mean in what is averaged', () => {
  for (const { key, kind, unit, scale } of indicators) {
    const units = { share: ['percent'], ratio: ['percent'], score: ['points'], mean: ['mark', 'points'] }[kind];
    expect(units).toContain(unit);
    expect([key, scale]).toEqual([key, units[0] === 'percent' ? 100 : 1]);
  }
});

const contextFields = Object.keys(formOf('context').fields).filter(
  (key) => !['grade', 'letter', 'enrolled'].includes(key),
);
const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const fourMarksOf = (prefix: string): string[] =>
  ['pass-rate', 'quality-rate', 'fail-rate', 'mean-mark'].map((key) => `${prefix}-${key}`);

/** design.md 8: what outside checks look up. */
const CONTRACT: Readonly<Record<string, readonly string[]>> = {
  marks: ['pass-rate', 'quality-rate', 'fail-rate', 'sou', 'mean-mark'],
  pupils: ['pupil-pass-rate', 'pupil-quality-rate', 'excellent-rate', 'not-mastered-rate', 'reserve-rate'],
  context: ['context-index', ...contextFields.map((key) => `${kebab(key)}-rate`)],
  vpr: [...fourMarksOf('vpr'), 'vpr-lowered-rate', 'vpr-confirmed-rate', 'vpr-raised-rate'],
  controlWorks: fourMarksOf('control'),
  oge: fourMarksOf('oge'),
  ege: ['ege-mean-score', 'ege-below-minimum-rate', 'ege-high-score-rate'],
  staff: [
    ...['staffing-rate', 'higher-education-rate', 'pedagogical-higher-rate', 'vocational-rate', 'category-rate'],
    ...['trained-rate', 'retraining-need-rate', 'individual-routes-rate', 'management-trained-rate'],
    ...['modern-methods-rate', 'retrained-rate'],
  ],
  yearResults: ['certified-rate', 'not-mastered-final-rate'],
  coverage: [
    ...['additional-education-rate', 'institutions-rate', 'individual-plan-rate', 'families-coverage-rate'],
    'masterclass-coverage-rate',
  ],
  achievements: ['participation-rate', 'success-rate'],
  satisfaction: ['response-rate', 'satisfaction-rate'],
  materialBase: ['renewal-rate'],
  programme: ['programme-done-rate'],
};

test.each(Object.entries(CONTRACT))('form %s gives the indicators of the contract', (form, keys) => {
  // Others may be added beside them.
  const own = programme.indicators.filter((item) => item.from.key === form).map((item) => item.key);
  expect(keys.filter((key) => !own.includes(key))).toEqual([]);
});

const weightsOf = (key: string) => {
  const { numerator, denominator } = indicators.find((item) => item.key === key)!;
  return [numerator, denominator];
};

const FOUR_MARKS = { five: 1, four: 1, three: 1, two: 1 };
const WITH_NOT_ASSESSED = { five: 1, four: 1, three: 1, two: 1, notAssessed: 1 };

test.each<[string, Readonly<Record<string, number>>, Readonly<Record<string, number>>]>([
  ['pass-rate', { five: 1, four: 1, three: 1 }, WITH_NOT_ASSESSED],
  ['quality-rate', { five: 1, four: 1 }, WITH_NOT_ASSESSED],
  ['fail-rate', { two: 1 }, WITH_NOT_ASSESSED],
  ['sou', { five: 100, four: 64, three: 36, two: 16, notAssessed: 7 }, WITH_NOT_ASSESSED],
  ['mean-mark', { five: 5, four: 4, three: 3, two: 2 }, { five: 1, four: 1, three: 1, two: 1 }],
  ['pupil-pass-rate', { assessed: 1, failing: -1, notAssessed: -1 }, { assessed: 1 }],
  ['pupil-quality-rate', { excellent: 1, good: 1 }, { assessed: 1 }],
  ['excellent-rate', { excellent: 1 }, { assessed: 1 }],
  ['not-mastered-rate', { notMastered: 1 }, { enrolled: 1 }],
  ['reserve-rate', { oneThree: 1 }, { assessed: 1 }],
  ...['vpr', 'control', 'oge'].flatMap((prefix): [string, Record<string, number>, Record<string, number>][] => [
    [`${prefix}-pass-rate`, { five: 1, four: 1, three: 1 }, FOUR_MARKS],
    [`${prefix}-quality-rate`, { five: 1, four: 1 }, FOUR_MARKS],
    [`${prefix}-fail-rate`, { two: 1 }, FOUR_MARKS],
    [`${prefix}-mean-mark`, { five: 5, four: 4, three: 3, two: 2 }, FOUR_MARKS],
  ]),
  ['vpr-lowered-rate', { lowered: 1 }, { lowered: 1, confirmed: 1, raised: 1 }],
  ['ege-mean-score', { totalScore: 1 }, { participants: 1 }],
  ['ege-below-minimum-rate', { belowMinimum: 1 }, { participants: 1 }],
  ['ege-high-score-rate', { highScores: 1 }, { participants: 1 }],
  ['staffing-rate', { positionsFilled: 1 }, { positions: 1 }],
  ['category-rate', { highestCategory: 1, firstCategory: 1 }, { people: 1 }],
  ['retrained-rate', { retrained: 1 }, { retrained: 1, retrainingNeeded: 1 }],
  ['certified-rate', { certified: 1 }, { enrolled: 1 }],
  ['not-mastered-final-rate', { notMasteredFinal: 1 }, { enrolled: 1 }],
  ['individual-plan-rate', { onPlan: 1 }, { enrolled: 1 }],
  ['success-rate', { winners: 1, prizeWinners: 1 }, { entries: 1 }],
  ['satisfaction-rate', { fully: 1, rather: 1 }, { answered: 1 }],
  ['renewal-rate', { unitsNew: 1 }, { unitsStart: 1 }],
  ['programme-done-rate', { actionsDone: 1 }, { actionsPlanned: 1 }],
])('%s is the sum that the contract names', (key, numerator, denominator) => {
  expect(weightsOf(key)).toEqual([numerator, denominator]);
});

test.each(contextFields)('the share of %s is counted over the pupils on the list', (key) => {
  expect(weightsOf(`${kebab(key)}-rate`)).toEqual([{ [key]: 1 }, { enrolled: 1 }]);
});

test('the programme aims at 100 % passing and at least 30 % quality among its participants by 2023', () => {
  const targets = programme.indicators.flatMap(({ key, targets: own }) =>
    own
      .filter(({ id }) => id.startsWith('TI1'))
      .map(({ by, group, atLeast, source }) => ({ key, by, group, atLeast, sourced: source.includes('№ 341') })),
  );
  const target = { by: '2023-Q2', group: 'участник', sourced: true };
  expect(targets).toEqual([
    { key: 'pupil-pass-rate', atLeast: 100, ...target },
    { key: 'pupil-quality-rate', atLeast: 30, ...target },
  ]);
});

test('olympiads, contests and answers of unlike people are shown apart, never together', () => {
  const apart = indicators.filter(({ pooled }) => pooled === false).map(({ from }) => from.key);
  expect([...new Set(apart)].sort()).toEqual(['achievements', 'satisfaction']);
});

test('renewal of equipment may exceed 100 %', () => {
  expect(indicators.find(({ key }) => key === 'renewal-rate')!.kind).toBe('ratio');
});
