import { judged, scorecardOf, scoresOf, theilSen } from '../../src/domain';
import type { Measure, Target } from '../../src/model';
import { programme } from '../../src/programme';
import { resultText } from '../../src/report/words/targets';
import { find, pupil, resultsOf, SCHOOLS, scores, YEAR } from './target-scores';

describe('a target without a number', () => {
  const aim = (trend: 'up' | 'down', unit: Measure['unit'] = 'mark', atLeast: number | null = null) => ({
    target: { id: 'X', by: YEAR, group: '', atLeast, trend, source: '' } satisfies Target,
    by: {
      key: 'x',
      title: '',
      unit,
      formula: '',
      targets: [],
      of: () => null,
      bySchool: false,
    } satisfies Measure,
  });
  const points = (...values: (readonly [string, number])[]) =>
    values.map(([period, value]) => ({ period, value, numerator: value, denominator: 1 }));

  test('is met by the slope of the years, by the change since the programme began, or by nothing yet', () => {
    const rising = points(['2021-Q2', 3], ['2022-Q2', 3.4], ['2022-Q4', 1], ['2023-Q2', 3.2]);
    expect(judged(aim('up'), rising, YEAR, null)).toMatchObject({ met: true, slope: expect.closeTo(0.1) });
    expect(judged(aim('down'), rising, YEAR, null).met).toBe(false);
    const first = { year: '2019/2020', numerator: 3, denominator: 1, value: 3 };
    expect(judged(aim('up'), points([YEAR, 3.2]), YEAR, first)).toMatchObject({ met: true, slope: null });
    expect(judged(aim('up'), points([YEAR, 3.2]), YEAR, null).met).toBe(null);
  });

  test('of all is reached where nothing is above it: 100 % need not rise, nor a mark of 100', () => {
    const all = points(['2022-Q2', 100], ['2023-Q2', 100]);
    expect(judged(aim('up', 'percent'), all, YEAR, null).met).toBe(true);
    expect(judged(aim('up', 'mark'), all, YEAR, null).met).toBe(false);
    expect(judged(aim('down', 'percent'), all, YEAR, null).met).toBe(false);
    expect(judged(aim('up', 'percent'), points(['2022-Q2', 99], ['2023-Q2', 99]), YEAR, null).met).toBe(false);
  });

  test('is as far from its beginning as it has moved, and lacks nobody', () => {
    const first = { year: '2019/2020', numerator: 3, denominator: 1, value: 3 };
    const now = points([YEAR, 3.2]);
    expect(judged(aim('up'), now, YEAR, first).deviation).toBeCloseTo(0.2);
    expect(judged(aim('up', 'percent'), now, YEAR, null)).toMatchObject({ deviation: null, inPeople: null });
    expect(judged(aim('up', 'percent'), [], YEAR, first)).toMatchObject({ deviation: null, met: null, fact: null });
  });

  test('with a number it is as far from the number, and in percent of people it is said how many lack', () => {
    const of = (numerator: number, denominator: number) => [
      { period: YEAR, value: (100 * numerator) / denominator, numerator, denominator },
    ];
    const plan = (unit: Measure['unit']) => aim('up', unit, 95);
    expect(judged(plan('percent'), of(45, 50), YEAR, null)).toMatchObject({ met: false, deviation: -5, inPeople: -3 });
    expect(judged(plan('percent'), of(19, 20), YEAR, null)).toMatchObject({ met: true, deviation: 0, inPeople: 0 });
    expect(judged(plan('percent'), of(50, 50), YEAR, null).inPeople).toBe(2);
    expect(judged(plan('mark'), of(45, 50), YEAR, null).inPeople).toBeNull();
  });

  test('the slope is the median of all pairs, which one odd year does not turn', () => {
    expect(
      theilSen([
        [2020, 1],
        [2021, 2],
        [2022, 30],
        [2023, 4],
      ]),
    ).toBe(1);
    expect(theilSen([[2020, 1]])).toBe(null);
  });

  test('is held against results of the kind of its fact: the first quarter against first quarters', () => {
    const regime = points(['2021-Q1', 0], ['2021-Q3', 50], ['2022-Q1', 25], ['2022-Q3', 0], ['2023-Q1', 50]);
    const found = judged(aim('up'), regime, '2023-Q1', null);
    expect(found).toMatchObject({ met: true, slope: 25, fact: { period: '2023-Q1' } });
    expect(found.years.map(({ period }) => period)).toEqual(['2021-Q1', '2022-Q1', '2023-Q1']);
  });

  test('a figure older than a year is none', () => {
    expect(judged(aim('up'), points(['2022-Q2', 3]), '2023-Q1', null).fact!.period).toBe('2022-Q2');
    expect(judged(aim('up'), points(['2022-Q2', 3]), YEAR, null).fact).toBe(null);
  });
});

test('what is planned for a school year is not measured by a half-year: in winter the fact is that of the summer', () => {
  const of = (assessed: number, failing: number) => scores({ pupils: [['a', pupil(assessed, failing, 2)]] });
  const known = [
    { period: '2023-Q2', scores: of(10, 1) },
    { period: '2023-Q4', scores: of(10, 0) },
  ];
  const card = scorecardOf(programme, { schools: SCHOOLS, settings: {} }, known, {});
  const line = card.find(({ target, school: own }) => target.id === 'TI1a' && !own)!;
  expect(line).toMatchObject({ fact: { period: '2023-Q2', value: 90 }, met: false, deviation: -10 });
});

describe('satisfaction is to rise in most schools', () => {
  const PARTNERS = 'социальные партнёры';
  const answers = (fully: number) => ({ respondents: PARTNERS, invited: 10, answered: 10, fully, rather: 0 });
  const cardOf = (...years: readonly (readonly [a: number, b: number, c: number])[]) => {
    const known = years.map((own, at) => {
      const period = `${2021 + at}-Q2`;
      const rows = { satisfaction: own.map((fully, index) => [SCHOOLS[index]!.key, answers(fully)] as const) };
      return { period, scores: scoresOf(programme, resultsOf(rows, period), {}, {}) };
    });
    const card = scorecardOf(programme, { schools: SCHOOLS, settings: {} }, known, {});
    return card.find(({ target, school: own }) => target.id === 'ER7-partners' && !own)!;
  };

  test('one school that carries the district’s mean is no rise of the district', () => {
    const line = cardOf([5, 5, 2], [5, 5, 4], [5, 5, 8]);
    expect(line.slope).toBeGreaterThan(0);
    expect(line).toMatchObject({ met: false, schools: { met: 1, of: 3 } });
    expect(resultText(line).replace(/\u00a0/g, ' ')).toBe('рост в 1 из 3 школ');
  });

  test('two of three are most; schools of one year are not judged', () => {
    expect(cardOf([5, 5, 9], [6, 6, 1])).toMatchObject({ met: true, schools: { met: 2, of: 3 } });
    expect(cardOf([5, 5, 9])).toMatchObject({ met: null, schools: { met: 0, of: 0 } });
  });
});

test('ОГЭ of 2021, held in two subjects, is compared with the same two of the years that held more', () => {
  const exam = (subject: string, five: number, two: number) =>
    ['a', { subject, participants: five + two, five, four: 0, three: 0, two }] as const;
  const of = (...rows: ReturnType<typeof exam>[]) => find(scores({ oge: rows }), 'ER6-oge');
  const main = [exam('Русский язык', 1, 1), exam('Математика', 2, 0)];
  expect(of(...main)).toMatchObject({ value: 4.25, denominator: 4 });
  expect(of(...main, exam('Биология', 0, 6))).toMatchObject({ value: 4.25, denominator: 4 });
});
