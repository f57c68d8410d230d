import { byIndicator, type CheckedForm } from '../../src/domain';
import { type Figure, formatNumber, type School } from '../../src/model';
import { ofContext } from '../../src/pipeline/explain-context';
import { explainExpected } from '../../src/pipeline/explain-expected';
import { identify } from '../../src/pipeline/identify';
import type { StoredPeriod } from '../../src/pipeline/stored-periods';
import { programme } from '../../src/programme';

const SCHOOLS: School[] = Array.from({ length: 7 }, (_, at) => ({
  key: `s${at}`,
  name: `Школа ${at}`,
  type: 'СОШ',
  group: at < 3 ? 'ведущая' : 'участник',
  partner: '',
}));

/** Shares of parents with higher education, quality in percent: school by school. */
const HIGHER = [60, 55, 50, 20, 18, 15, 12];
const QUALITY = [45, 41, 42, 24, 8, 22, 20];

const figure = (period: string, school: string, indicator: string, value: number): Figure => ({
  period,
  scope: 'school',
  school,
  indicator,
  numerator: value,
  denominator: 100,
  value,
  rows: 1,
  rowsLeftOut: 0,
});

const vprRow = (subject: string, participants: number, two: number, valid = true) => ({
  valid,
  entry: { numbers: { participants, two }, texts: { grade: '5', subject } },
});

const periodOf = (
  key: string,
  totals: readonly Figure[],
  rows: Readonly<Record<string, readonly ReturnType<typeof vprRow>[]>> = {},
): StoredPeriod =>
  ({
    key,
    settings: {},
    schools: SCHOOLS,
    totals,
    totalsOf: byIndicator(totals),
    results: {
      checked: new Map(
        Object.entries(rows).map(([school, own]) => [
          school,
          [{ form: { key: 'vpr' }, rows: own } as unknown as CheckedForm],
        ]),
      ),
    },
  }) as unknown as StoredPeriod;

const contextOf = (period: string): Figure[] =>
  SCHOOLS.flatMap(({ key }, at) => [
    figure(period, key, 'context-index', 30 + HIGHER[at]!),
    ...[
      'higher-education-parent',
      'low-income',
      'incomplete-families',
      'unemployed-parents',
      'registered',
      'disabilities',
    ].map((share) => figure(period, key, `${share}-rate`, HIGHER[at]!)),
  ]);
const qualityOf = (period: string): Figure[] =>
  SCHOOLS.map(({ key }, at) => figure(period, key, 'pupil-quality-rate', QUALITY[at]!));

const AUTUMN = periodOf('2022-Q3', contextOf('2022-Q3'));
const LAST_SPRING = periodOf('2022-Q2', [], { s4: [vprRow('Математика', 10, 5)] });
const SPRING = periodOf('2023-Q2', qualityOf('2023-Q2'), {
  s3: [vprRow('Математика', 10, 5), vprRow('Русский язык', 10, 5, false)],
  s4: [vprRow('Математика', 10, 4), vprRow('Русский язык', 10, 3), vprRow('История', 3, 3)],
});
const found = identify(programme, [LAST_SPRING, AUTUMN, SPRING], SPRING);
const of = (school: string) => found.find((item) => item.school === school)!;

test('each school has all that it is identified by: tests, works with their numbers, chance, index, what is expected, label', () => {
  const { tests, procedures, falseAlarm, index, band, expected, label } = of('s4');
  expect({ tests, index, band, label }).toEqual({
    ...{ tests: { severalInYear: true, twoYears: true }, index: 48, band: 'low', label: 'ШНОР, ШНСУ' },
  });
  expect(procedures[0]).toMatchObject({ form: 'vpr', subject: 'Математика', participants: 10, low: 4, share: 40 });
  expect(falseAlarm).toBeGreaterThan(0);
  expect(falseAlarm).toBeLessThan(1);
  const [{ indicator, value, ...line }] = expected as [(typeof expected)[number]];
  expect([indicator, value, line.verdict]).toEqual(['pupil-quality-rate', 8, 'below']);
  expect(line.low).toBeLessThan(line.expected);
  expect(line.expected).toBeLessThan(line.high);
  expect(line.deviation).toBeCloseTo(8 - line.expected, 9);
});

test('a school is labelled by its context and by results that three years confirm, and not without either', () => {
  expect([of('s0'), of('s6')].map(({ label }) => label)).toEqual([null, 'ШНСУ']);
});

test('the passport of the beginning of the year speaks of the whole year', () => {
  expect(of('s0')).toMatchObject({ index: 90, band: 'high', group: 'ведущая', adverseContext: false });
  expect(of('s6')).toMatchObject({ index: 42, band: 'low', adverseContext: true });
  const later = periodOf('2023-Q3', []);
  const year = identify(programme, [AUTUMN, later], later);
  expect(year[0]!.index).toBeNull();
});

test('a school with two low works this year, one of them low the year before, meets both tests', () => {
  expect(of('s4')).toMatchObject({ tests: { severalInYear: true, twoYears: true }, lowResults: true, counted: 2 });
  expect(of('s4').procedures.map(({ subject, share, threeYears }) => [subject, share, threeYears])).toEqual([
    ['Математика', 40, { participants: 20, low: 9 }],
    ['Русский язык', 30, { participants: 10, low: 3 }],
  ]);
});

test('works moved to autumn and those of the next spring are two years, though less than a year lies between them', () => {
  const autumn = periodOf('2022-Q4', [], { s5: [vprRow('Математика', 10, 5)] });
  const spring = periodOf('2023-Q2', [], { s5: [vprRow('Математика', 10, 4), vprRow('История', 10, 0)] });
  const at = (period: StoredPeriod, ...periods: StoredPeriod[]) =>
    identify(programme, [...periods, period], period).find(({ school }) => school === 's5')!;
  expect(at(spring, autumn)).toMatchObject({ tests: { severalInYear: false, twoYears: true }, counted: 2 });
  // Until the works of the new year are in, those of the last one stand.
  expect(at(periodOf('2023-Q1', []), autumn)).toMatchObject({ counted: 1, tests: { twoYears: false } });
});

test('three years of a procedure are the year and the two before it, not a fourth round that lies within twelve quarters', () => {
  const rounds = ['2020-Q4', '2021-Q2', '2022-Q4', '2023-Q2'].map((key) =>
    periodOf(key, [], { s5: [vprRow('Математика', 10, 4)] }),
  );
  const [found] = identify(programme, rounds, rounds[3]!).find(({ school }) => school === 's5')!.procedures;
  expect(found!.threeYears).toEqual({ participants: 30, low: 12 });
});

test('signs of resilience are those of the third in the least favourable conditions, whatever its band', () => {
  const wide = { 'band-low': '10', 'band-high': '95' };
  const periods = ['2021-Q2', '2022-Q2', '2023-Q2'].map((key) => ({
    ...periodOf(key, [...contextOf(key), ...qualityOf(key)]),
    settings: wide,
  }));
  const resilient = (until: number, change: (value: number, at: number) => number = (value) => value) => {
    const known = periods.slice(0, until).map((period) => {
      const totals = period.totals.map((item) => {
        const at = SCHOOLS.findIndex(({ key }) => key === item.school);
        return item.indicator === 'pupil-quality-rate' ? { ...item, value: change(item.value!, at) } : item;
      });
      return { ...period, totals, totalsOf: byIndicator(totals) };
    });
    return identify(programme, known, known[until - 1]!).flatMap((item) => (item.resilient ? [item.school] : []));
  };
  expect(resilient(3)).toEqual([]);
  const holding = (value: number, at: number) => (at === 5 ? 24 : value);
  expect(resilient(2, (value, at) => (at === 6 ? 60 : value))).toEqual(['s6']);
  expect(resilient(3, holding)).toContain('s5');
  // The fourth school of seven by conditions does as well, and is none of the third.
  expect(resilient(3, (value, at) => (at === 3 ? 60 : value))).toEqual([]);
});

test('a row that is not counted counts here neither', () => {
  expect(of('s3')).toMatchObject({ counted: 1, lowResults: false, falseAlarm: null });
});

test('only a result outside what the other schools’ context lets expect is called below it', () => {
  expect(of('s4').expected[0]).toMatchObject({ indicator: 'pupil-quality-rate', value: 8, verdict: 'below' });
  expect(of('s4').quadrant).toBe('targeted help');
  expect(found.filter(({ expected }) => expected.some(({ verdict }) => verdict !== 'as expected'))).toHaveLength(1);
});

describe('«Откуда цифра?»', () => {
  const known = { programme, periods: [AUTUMN, SPRING], registersAt: () => ({}) };
  const result = { kind: 'expected', period: '2023-Q2', school: 's4', indicator: 'pupil-quality-rate' } as const;

  test('an expected value tells the line, the interval, the verdict and the schools that it is drawn through', () => {
    const told = explainExpected(known, result)!;
    const [expected] = of('s4').expected;
    const number = (value: number) => formatNumber(value, 1);
    expect(told.title).toBe('Ожидаемое с учётом условий: Качество знаний обучающихся');
    expect(told.value).toContain(number(expected!.expected));
    expect(told.value).toContain(number(expected!.high));
    expect(told.notes.join(' ')).toMatch(/^Факт – 8,0\s%: ниже ожидаемого\. Прямая проведена через 6\s/);
    expect(told.parts.map(({ title }) => title).slice(2)).toEqual(
      SCHOOLS.filter(({ key }) => key !== 's4').map(({ name }) => expect.stringContaining(name)),
    );
    for (const { of: part } of told.parts) expect(part).toMatchObject({ kind: 'figure', period: '2023-Q2' });
  });

  test('the index of a school tells its band by the bounds of Настройки and leads to what it lets expect', () => {
    const key = { period: '2023-Q2', scope: 'school', school: 's4', indicator: 'context-index' } as const;
    const { notes, parts } = ofContext(known, SPRING, key);
    expect(notes).toEqual([expect.stringMatching(/^Уровень: низкий\. Низкий – ниже \d+, высокий – выше \d+/)]);
    expect(parts.map((part) => part.of)).toEqual([result]);
    expect(ofContext(known, SPRING, { ...key, indicator: 'pupil-quality-rate' }).parts).toHaveLength(1);
    expect(ofContext(known, SPRING, { ...key, indicator: 'quality-rate' })).toEqual({ notes: [], parts: [] });
  });
});

test('a participant is given the leading school in the nearest conditions whose result is better, a leading school nobody', () => {
  expect(of('s3').partner).toBe('s2');
  expect(found.filter(({ group }) => group === 'ведущая').map(({ partner }) => partner)).toEqual([null, null, null]);
  expect(found.every((item) => 'partner' in item)).toBe(true);
});

test('a programme without such rules identifies nobody', () => {
  const { identification: _, ...without } = programme;
  expect(identify(without, [SPRING], SPRING)).toEqual([]);
});
