import type { ChartBlock, ChartRow, Identification, Programme, RegisterRow, ScoreLine } from '../../src/model';
import { roundBounds, roundTicks } from '../../src/model';
import { programme } from '../../src/programme';
import { composeReport, type PartChart, type ReportKind } from '../../src/report';
import { expectedChart } from '../../src/report/parts/charts/expected';
import { progressChart } from '../../src/report/parts/charts/progress';
import { schoolsChart } from '../../src/report/parts/charts/schools';
import { targetsChart } from '../../src/report/parts/charts/targets';
import { yearsChart } from '../../src/report/parts/charts/years';
import { dataOf, share } from './data';

const QUALITY = 'pupil-quality-rate';
const school = (key: string, name: string) => ({ key, name, type: 'СОШ', group: 'участник', partner: '' });
const SCHOOLS = [school('one', 'Школа №1'), school('two', 'Школа №2'), school('tiny', 'Крошечная')];
const rate = (key: string, part: number, whole: number) => ({
  ...share({ scope: 'school', school: key, indicator: QUALITY }, part, whole),
  low: (100 * part) / whole - 5,
  high: (100 * part) / whole + 7,
});
const WORDS = { key: 'quality', indicator: QUALITY, title: 'Качество по школам', axis: 'Качество, %' };
const drawn = (...figures: ReturnType<typeof rate>[]) =>
  schoolsChart(dataOf(figures, { schools: SCHOOLS, programme }), WORDS);
const rowsOf = ([chart]: readonly PartChart[]): readonly ChartRow[] =>
  chart!.chart.form === 'points' ? [] : chart!.chart.rows;

describe('the chart of schools', () => {
  test('has a white part up to the lower bound, then the interval in two shades that meet at the value', () => {
    const [chart] = drawn(rate('one', 10, 40), rate('two', 20, 40));
    expect(chart!.chart.form === 'bars' && chart!.chart.series.map(({ shade }) => shade)).toEqual([
      'none',
      'dark',
      'light',
    ]);
    expect(rowsOf([chart!]).map(({ values }) => values)).toEqual([
      [20, 5, 7],
      [45, 5, 7],
    ]);
  });

  test('says each value beside the school with a comma, and the plan as a line', () => {
    const [chart] = drawn(rate('one', 10, 40), rate('two', 21, 40));
    expect(rowsOf([chart!]).map(({ title }) => title)).toEqual(['Школа №1: 25,0\u00a0%', 'Школа №2: 52,5\u00a0%']);
    expect(chart!.chart.axis.plan).toEqual({ at: 30, words: 'план\u00a030' });
  });

  test('names a school of fewer than ten below and draws no bar of it', () => {
    const [chart] = drawn(rate('one', 10, 40), rate('two', 21, 40), rate('tiny', 2, 3));
    expect(rowsOf([chart!])).toHaveLength(2);
    expect(chart!.note).toMatch(/обучающихся меньше 10: Крошечная – 2\sиз\s3\.$/);
    expect(JSON.stringify(chart!.chart)).not.toContain('Крошечная');
    expect(chart!.alt).not.toContain('Крошечная');
  });

  test('is not there where there is one school to show, or none', () => {
    expect([drawn(), drawn(rate('one', 10, 40)), drawn(rate('one', 10, 40), rate('tiny', 2, 9))]).toEqual([[], [], []]);
  });

  test('of a large district shows the participants, of a larger one nobody', () => {
    const many = (count: number, group: string) =>
      Array.from({ length: count }, (_, n) => ({ ...school(`${group}${n}`, `${group} ${n}`), group }));
    const shown = (schools: ReturnType<typeof many>) =>
      schoolsChart(
        dataOf(
          schools.map(({ key }) => rate(key, 10, 40)),
          { schools, programme },
        ),
        WORDS,
      );
    expect(rowsOf(shown([...many(40, 'ведущая'), ...many(5, 'участник')]))).toHaveLength(5);
    expect(shown(many(40, 'участник'))).toEqual([]);
  });
});

const aim = (id: string, by: string, years: ScoreLine['years'], whole = 100): ScoreLine => {
  const found = programme.indicators.find(({ key }) => key === by)!;
  const target = found.targets.find((item) => item.id === id)!;
  const fact = { numerator: 1, denominator: whole, value: 1, period: '2023-Q2' as const };
  return { target, by: found, baseline: null, fact, years, slope: null, met: null, deviation: null, inPeople: null };
};
const inYear = (year: number, value: number) => ({ year, period: `${year}-Q2`, value });
const YEARS = [inYear(2021, 19.04), inYear(2022, 21)];

describe('the chart of years', () => {
  const both = [aim('TI1a', 'pupil-pass-rate', YEARS), aim('TI1b', QUALITY, YEARS)];

  test('has a line for each target and a dashed one for its plan', () => {
    const [chart] = targetsChart(dataOf([], { scores: both }));
    expect(chart!.chart.series.map(({ title }) => title)).toEqual([
      'Успеваемость обучающихся',
      'план – 100',
      'Качество знаний обучающихся',
      'план – 30',
    ]);
    expect(rowsOf([chart!])).toEqual([
      { title: '2021: 19,0 и 19,0', values: [19.04, 100, 19.04, 30] },
      { title: '2022: 21,0 и 21,0', values: [21, 100, 21, 30] },
    ]);
  });

  test('is not there for a single year, nor for a school of fewer than ten', () => {
    expect(targetsChart(dataOf([], { scores: [aim('TI1a', 'pupil-pass-rate', YEARS.slice(1))] }))).toEqual([]);
    const of = { ...aim('TI1a', 'pupil-pass-rate', YEARS, 9), school: SCHOOLS[2]! };
    expect(targetsChart(dataOf([], { scores: [of] }), 'tiny')).toEqual([]);
  });

  test('shows years in which each of its lines has a value', () => {
    const line = (years: ScoreLine['years']) => ({ ...aim('TI1a', 'pupil-pass-rate', years), name: 'линия' });
    const words = { key: 'x', title: 'Ряд', shown: 'Ряд показан', axis: '%' };
    const longer = [...YEARS, inYear(2023, 25)];
    expect(rowsOf(yearsChart({ ...words, lines: [line(longer), line(YEARS)] }))).toHaveLength(2);
  });
});

test('the roadmap is shown by its sections; what is not required is not counted', () => {
  const row = (number: string, status: string): RegisterRow => ({
    id: number,
    number,
    status,
    section: `${number}. Раздел`,
  });
  const [chart] = progressChart({ programme }, [
    row('1.1.1', 'выполнено'),
    row('1.1.2', 'в работе'),
    row('1.1.3', 'не требуется'),
    row('2.1', 'не начато'),
    row('2.2', 'не выполнено'),
  ]);
  expect(rowsOf([chart!])).toEqual([
    { title: 'Раздел 1.1: 1 из 2', values: [1, 1, 0] },
    { title: 'Раздел 2: 0 из 2', values: [0, 0, 2] },
  ]);
});

test('results by ИСБШ have a sign for each school and the expected line, schools of few pupils are named', () => {
  const held = ['one', 'two', 'tiny', 'four'].map(
    (key, at) =>
      ({
        school: key,
        index: 50 + 5 * at,
        expected: [{ indicator: QUALITY, value: 20 + at }],
      }) as unknown as Identification,
  );
  const figures = ['one', 'two', 'four'].map((key) => rate(key, 10, 40));
  const data = dataOf([...figures, rate('tiny', 2, 5)], {
    schools: [...SCHOOLS, school('four', 'Школа №4')],
    names: new Map([['tiny', 'Крошечная']]),
    expectedLines: { [QUALITY]: { index: 50, value: 20, slope: 0.5 } },
  });
  const [chart] = expectedChart(data, held, QUALITY, 'Качество');
  if (chart?.chart.form !== 'points') throw new Error('no chart of points');
  const { series, across } = chart.chart;
  expect(new Set(series.map(({ mark, shade }) => `${mark} ${shade}`)).size).toBe(4);
  expect(series.at(-1)).toMatchObject({
    joined: true,
    points: [
      [across.least, 20 + 0.5 * (across.least - 50)],
      [across.most, 20 + 0.5 * (across.most - 50)],
    ],
  });
  expect(chart.note).toContain('Крошечная');
});

describe('in a report', () => {
  const chart = (key: string): PartChart => ({
    kind: 'chart',
    key,
    title: `О ${key}`,
    intro: `Показано на рисунке {figure:${key}}.`,
    chart: { form: 'bars', axis: { title: 'n', least: 0, most: 10 }, series: [], rows: [] },
    alt: '',
    heightMm: 50,
  });
  const kind: ReportKind = {
    key: 'trial',
    title: 'Проба',
    editions: ['служебная'],
    subjects: () => [null],
    parts: () => [
      {
        title: 'Часть',
        needs: [],
        blocks: () => [{ kind: 'paragraph', content: 'Рост (рисунок {figure:b}).' }, chart('a'), chart('b')],
      },
    ],
  };
  const composed = (...undrawn: string[]) =>
    composeReport(kind, dataOf([], { programme: programme as Programme }), null, new Set(undrawn)).blocks.map(
      (block) => (block.kind === 'chart' ? block.caption : block.kind === 'paragraph' ? block.content : block.kind),
    );

  test('charts are numbered from 1 on, each after the sentence that refers to it', () => {
    expect(composed().slice(1)).toEqual([
      'Рост (рисунок 2).',
      'Показано на рисунке 1.',
      'Рисунок 1 – О a',
      'Показано на рисунке 2.',
      'Рисунок 2 – О b',
    ]);
  });

  test('one that cannot be drawn is gone with its sentence, its number and what refers to it', () => {
    expect(composed('a').slice(1)).toEqual(['Рост (рисунок 1).', 'Показано на рисунке 1.', 'Рисунок 1 – О b']);
    expect(composed('a', 'b').slice(1)).toEqual(['Рост.']);
  });

  test('the edition for everybody has charts that count nothing of people', () => {
    const parts = () => [
      { needs: [], blocks: () => [chart('of-people'), { ...chart('of-actions'), impersonal: true } as PartChart] },
    ];
    const data = dataOf([], { edition: 'публичная' });
    const blocks = composeReport({ ...kind, parts }, data, null).blocks;
    expect(blocks.flatMap((block) => (block.kind === 'chart' ? [block.key] : []))).toEqual(['of-actions']);
  });

  test('the data of a chart are in the tree', () => {
    const blocks = composeReport(kind, dataOf([]), null).blocks;
    expect(blocks.filter((block): block is ChartBlock => block.kind === 'chart')[0]!.chart).toEqual(chart('a').chart);
  });
});

test('axes have round bounds and round steps', () => {
  expect(roundBounds([91.9, 100])).toEqual({ least: 90, most: 100 });
  expect(roundBounds([5, 5])).toEqual({ least: 5, most: 6 });
  expect(roundBounds([-3, 18])).toEqual({ least: -5, most: 20 });
  expect(roundTicks({ least: 90, most: 100 })).toEqual([90, 92, 94, 96, 98, 100]);
  expect(roundTicks({ least: 0, most: 100 })).toEqual([0, 20, 40, 60, 80, 100]);
});
