import { valueOfSums, withheldIn } from '../../src/domain';
import {
  choice,
  count,
  decimal,
  defineForm,
  defineIndicator,
  EVERY_QUARTER,
  type Figure,
  type Indicator,
  text,
} from '../../src/model';

const works = defineForm({
  ...{ key: 'works', title: 'Работы', help: '', identity: ['subject'], slices: ['subject'], due: EVERY_QUARTER },
  fields: {
    subject: text('Предмет', ''),
    participants: count('Писали', ''),
    passed: count('Справились', ''),
    score: decimal('Сумма баллов', ''),
  },
});
const base = { unit: 'percent', direction: 'up', source: '', examples: [], from: works } as const;
const pass = defineIndicator({
  ...{ key: 'pass', title: 'Справились', kind: 'share', ...base },
  ...{ numerator: { passed: 1 }, denominator: { participants: 1 } },
});
const load = defineIndicator({
  ...{ key: 'load', title: 'Работ на ученика', kind: 'ratio', ...base },
  ...{ numerator: { passed: 1 }, denominator: { participants: 1 } },
});
const mean = defineIndicator({
  ...{ key: 'mean', title: 'Средний балл', kind: 'mean', ...base, unit: 'mark' },
  ...{ numerator: { score: 1 }, denominator: { participants: 1 } },
});
const INDICATORS = [pass, load, mean];

type Counts = readonly [numerator: number, denominator: number];
const figure = (
  of: Indicator,
  owner: Pick<Figure, 'scope' | 'school' | 'group' | 'slice'>,
  [above, below]: Counts,
): Figure => ({
  ...{ period: '2023-Q2', indicator: of.key, numerator: above, denominator: below, rows: 1, rowsLeftOut: 0 },
  ...owner,
  ...valueOfSums(of, above, below),
});

type Numbers = Readonly<Record<string, Counts>>;
/** Schools whose key begins with «п» are of one group, those with «в» of another, the others of none. */
const groupOf = (key: string): string => ({ п: 'П', в: 'В' })[key[0]!] ?? '';
const added = (all: readonly Counts[]): Counts => [
  all.reduce((sum, [above]) => sum + above, 0),
  all.reduce((sum, [, below]) => sum + below, 0),
];

function figuresOf(of: Indicator, numbers: Numbers, bySubject: Numbers = {}): Figure[] {
  const groups = new Set(Object.keys(numbers).map(groupOf));
  return [
    ...Object.entries(numbers).map(([school, own]) => figure(of, { scope: 'school', school }, own)),
    ...[...groups].flatMap((group) => {
      const own = Object.entries(numbers).flatMap(([key, counts]) => (groupOf(key) === group ? [counts] : []));
      return group === '' ? [] : [figure(of, { scope: 'group', group }, added(own))];
    }),
    figure(of, { scope: 'district' }, added(Object.values(numbers))),
    ...Object.entries(bySubject).map(([subject, own]) => figure(of, { scope: 'district', slice: { subject } }, own)),
  ];
}
const schoolsOf = (numbers: Numbers) => Object.keys(numbers).map((key) => ({ key, group: groupOf(key) }));
const nameOf = ({ school, group, slice }: Figure): string => slice?.subject ?? school ?? group ?? 'район';

/** Whose value is withheld; with «!» whose whole is, too. */
function hiddenOf(
  of: Indicator,
  numbers: Numbers,
  more: { bySubject?: Numbers; before?: readonly Numbers[] } = {},
): string {
  const figures = figuresOf(of, numbers, more.bySubject);
  const earlier = (more.before ?? []).map((own) => figuresOf(of, own, more.bySubject));
  const { has } = withheldIn(INDICATORS, schoolsOf(numbers), figures, earlier);
  return figures.flatMap((one) => (has(one, 'value') ? [nameOf(one) + (has(one, 'whole') ? '!' : '')] : [])).join(' ');
}

const LARGE: Numbers = { п2: [20, 40], п3: [30, 60], п4: [40, 80] };

describe('of a share', () => {
  test.each<[string, Numbers, string]>([
    ['nothing is hidden where nothing is small', { п1: [30, 40] }, ''],
    ['fewer than five go, with the next in size', { п1: [3, 40] }, 'п1 п2'],
    ['so do those of whom all but a few are counted', { п1: [38, 40] }, 'п1 п2'],
    ['five are not few', { п1: [5, 40], п5: [35, 40] }, ''],
    ['nor is nobody, or everybody', { п1: [0, 40], п5: [40, 40] }, ''],
    ['two that make five together need no third', { п1: [3, 40], п5: [4, 40] }, 'п1 п5'],
    ['two that make fewer do', { п1: [3, 40], п5: [1, 40] }, 'п1 п5 п2'],
    ['of fewer than ten not even how many they are is told', { п1: [5, 9] }, 'п1! п2!'],
    ['of ten it is', { п1: [5, 10] }, ''],
    ['a school without data hides nothing', { п1: [0, 0] }, ''],
  ])('%s', (_, numbers, hidden) => {
    expect(hiddenOf(pass, { ...numbers, ...LARGE })).toBe(hidden);
  });

  test('the next in size is one of the same group', () => {
    expect(hiddenOf(pass, { п1: [3, 40], п2: [30, 60], в1: [20, 40], в2: [40, 80] })).toBe('п1 п2');
    expect(hiddenOf(pass, { х1: [3, 40], п1: [10, 60], х2: [30, 60] })).toBe('х1 х2');
  });

  test('an only school of its group takes the group with it, and a school and a group beside', () => {
    expect(hiddenOf(pass, { п1: [3, 40], в1: [20, 40], в2: [30, 60] })).toBe('п1 в1 П В');
    expect(hiddenOf(pass, { п1: [3, 40], х1: [20, 40], х2: [30, 60] })).toBe('п1 х1 П');
    expect(hiddenOf(pass, { п1: [3, 40] })).toBe('п1 П район');
  });

  test('a subject of the district goes with the next one where all of them are told, and alone where they are not', () => {
    const numbers = { п1: [30, 40], ...LARGE } as const;
    const bySubject: Numbers = { Химия: [3, 20], Физика: [37, 60], Алгебра: [80, 140] };
    expect(hiddenOf(pass, numbers, { bySubject })).toBe('Химия Физика');
    expect(hiddenOf(pass, numbers, { bySubject: { Химия: [3, 20] } })).toBe('Химия');
  });
});

describe('of what is no share', () => {
  test('a ratio of few is told, one to fewer than ten is not', () => {
    expect(hiddenOf(load, { п1: [3, 40], ...LARGE })).toBe('');
    expect(hiddenOf(load, { п1: [3, 9], ...LARGE })).toBe('п1! п2!');
  });

  test('a mean is told, but for that of fewer than ten', () => {
    expect(hiddenOf(mean, { п1: [150, 40], ...LARGE })).toBe('');
    expect(hiddenOf(mean, { п1: [30, 9], ...LARGE })).toBe('п1! п2!');
  });
});

describe('after a correction', () => {
  const corrected = (now: Counts, ...before: readonly Counts[]): string =>
    hiddenOf(pass, { п1: now, ...LARGE }, { before: before.map((own) => ({ п1: own, ...LARGE })) });

  test('nothing is hidden where nothing was and is small', () => {
    expect(corrected([31, 40], [30, 40])).toBe('');
  });

  test('what was hidden stays so, and so does all that the correction has changed', () => {
    expect(corrected([6, 40], [3, 40])).toBe('п1 п2 П район');
    expect(corrected([31, 40], [30, 40], [4, 40])).toBe('п1 п2 П район');
  });

  test('sums that have changed are told where the same schools are hidden before and after', () => {
    expect(corrected([2, 40], [3, 40])).toBe('п1 п2');
  });
});

test('where there is no sum to subtract from, a few are hidden alone', () => {
  const schools = figuresOf(pass, { п1: [3, 40], ...LARGE }).filter(({ scope }) => scope === 'school');
  const { has } = withheldIn(INDICATORS, schoolsOf({ п1: [3, 40], ...LARGE }), schools);
  expect(schools.filter((one) => has(one, 'value')).map(nameOf)).toEqual(['п1']);
});

test('what no indicator of the programme is hides nothing and is not hidden', () => {
  const figures = figuresOf({ ...pass, key: 'former' }, { п1: [3, 9], ...LARGE });
  const { has } = withheldIn(INDICATORS, schoolsOf(LARGE), figures);
  expect(figures.some((one) => has(one, 'value'))).toBe(false);
});

describe('a mean mark beside shares of the same marks', () => {
  const fields = {
    level: choice('Уровень', '', ['школьный', 'районный']),
    ...{ participants: count('Писали', ''), five: count('«5»', ''), four: count('«4»', '') },
    ...{ three: count('«3»', ''), two: count('«2»', '') },
  };
  const formOf = (key: string) =>
    defineForm({ key, title: 'Работы', help: '', identity: ['level'], due: EVERY_QUARTER, fields });
  const [work, other] = [formOf('work'), formOf('other')];
  const about = { unit: 'percent', direction: 'up', source: '', examples: [] } as const;
  const whole = { five: 1, four: 1, three: 1, two: 1 };
  type Marks = Readonly<Record<'five' | 'four' | 'three' | 'two', number>>;
  const share = (key: string, from: typeof work, numerator: Partial<Marks>, where = {}) =>
    defineIndicator({
      ...about,
      ...where,
      key,
      title: key,
      kind: 'share',
      from,
      numerator,
      denominator: whole,
    });
  const marks = { five: 5, four: 4, three: 3, two: 2 };
  const meanMark = defineIndicator({
    ...{ ...about, unit: 'mark', key: 'mean-mark', title: 'Средняя', kind: 'mean', from: work },
    ...{ numerator: marks, denominator: whole },
  });
  const passed = share('passed', work, { five: 1, four: 1, three: 1 });
  const quality = share('quality', work, { five: 1, four: 1 });

  const isTold = (
    five: number,
    beside: readonly Indicator[] = [passed, quality],
    more: Partial<Marks> = {},
  ): boolean => {
    const counts: Record<string, number> = { five, four: 30, three: 20, two: 6, ...more };
    const sum = (weights: object) =>
      Object.entries(weights).reduce((all, [key, weight]) => all + weight * counts[key]!, 0);
    const all = [...beside, meanMark];
    const figures = all.map((of) => figure(of, { scope: 'district' }, [sum(of.numerator), sum(of.denominator)]));
    return !withheldIn(all, [], figures).has(figures.at(-1)!, 'value');
  };

  test('is not told where it tells of a few «5»', () => {
    expect([1, 4, 5, 30].map((five) => isTold(five))).toEqual([false, false, true, true]);
    expect(isTold(0)).toBe(true);
    expect(isTold(4, [quality, passed])).toBe(false);
  });

  test('is told where the shares beside it do not tell of the «5» alone', () => {
    expect(isTold(3, [passed])).toBe(true);
    expect(isTold(3, [quality])).toBe(true);
    expect(isTold(3, [])).toBe(true);
  });

  test('is told where those shares are of another form, or of some of the rows', () => {
    expect(isTold(3, [passed, share('elsewhere', other, { five: 1, four: 1 })])).toBe(true);
    expect(isTold(3, [passed, share('some', work, { five: 1, four: 1 }, { where: { level: 'районный' } })])).toBe(true);
  });

  test('is not told either of a few marks of which it is all that there are', () => {
    expect(isTold(3, [passed, quality], { four: 0, three: 0, two: 20 })).toBe(false);
  });
});
