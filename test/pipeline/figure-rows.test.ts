import type { Figure, School } from '../../src/model';
import { figureRows } from '../../src/pipeline';
import { LEADING, PARTICIPANT } from '../../src/programme/groups';
import { programme } from '../four-forms';

const KEY = 'pupil-quality-rate';
const SCHOOLS: readonly School[] = [
  { key: 'a', name: 'Школа А', type: 'СОШ', group: LEADING, partner: '' },
  { key: 'b', name: 'Школа Б', type: 'СОШ', group: PARTICIPANT, partner: 'a' },
];

type Counts = readonly [part: number, whole: number];
const total = (period: string, owner: Partial<Figure>, [numerator, denominator]: Counts): Figure => ({
  period,
  scope: 'district',
  indicator: KEY,
  ...{ numerator, denominator, value: (100 * numerator) / denominator, rows: 1, rowsLeftOut: 0 },
  ...owner,
});

/** The figures of two schools, each alone in its group. */
const year = (period: string, a: Counts, b: Counts): Figure[] => [
  total(period, { scope: 'school', school: 'a' }, a),
  total(period, { scope: 'school', school: 'b' }, b),
  total(period, { scope: 'group', group: LEADING }, a),
  total(period, { scope: 'group', group: PARTICIPANT }, b),
  total(period, {}, [a[0] + b[0], a[1] + b[1]]),
];
const now = year('2023-Q2', [40, 100], [25, 100]);
const earlier = (key: string, a: Counts, b: Counts) => ({ key, schools: SCHOOLS, totals: year(key, a, b) });
const YEARS = [earlier('2022-Q2', [38, 100], [20, 100]), earlier('2021-Q2', [38, 100], [15, 100])];

const rowsOf = (figures: readonly Figure[], years = YEARS) =>
  figureRows(programme, { period: '2023-Q2', schools: SCHOOLS, figures }, years);
const rowOf = (scope: string, owner = '') => rowsOf(now).find((row) => row.scope === scope && row.owner === owner)!;

test('a total says what it was a year ago, how it has changed, and what it was in all years with this kind of result', () => {
  expect(rowOf('школа', 'Школа Б')).toMatchObject({
    value: 25,
    'year-ago': 20,
    change: 5,
    years: '2020/21: 15,0; 2021/22: 20,0; 2022/23: 25,0',
  });
});

test('years stand in their order, in whatever order they come', () => {
  const row = rowsOf(now, [...YEARS].reverse()).find(({ scope }) => scope === 'школа')!;
  expect(row.years).toBe('2020/21: 38,0; 2021/22: 38,0; 2022/23: 40,0');
});

test('of the district it says how far its schools are apart', () => {
  expect(rowOf('район').years).toBe('2020/21: 26,5; 2021/22: 29,0; 2022/23: 32,5; школы: 25,0–40,0');
});

test('the gap between the leading schools and the participants has a row, with its interval and its years', () => {
  const row = rowOf('разрыв', 'Ведущие − участницы');
  expect(row).toMatchObject({
    value: 15,
    'year-ago': 18,
    change: -3,
    years: '2020/21: 23,0; 2021/22: 18,0; 2022/23: 15,0',
  });
  expect(Number(row.low)).toBeGreaterThan(0);
  expect(Number(row.high)).toBeLessThan(30);
});

test('a change is of the schools with data in both years, and says so', () => {
  const [before] = YEARS;
  const onlyB = before!.totals.filter(({ school, group }) => school === 'b' || group === PARTICIPANT);
  const district = total('2022-Q2', {}, [20, 100]);
  const row = rowsOf(now, [{ ...before!, totals: [...onlyB, district] }]).find(({ scope }) => scope === 'район')!;
  expect(row).toMatchObject({ 'year-ago': 20, change: 5 });
  expect(row.years).toContain('изменение – по школам с данными за оба года: 1');
});

test('without earlier years these cells stay blank, and another kind of result is no year ago', () => {
  for (const years of [[], [earlier('2023-Q1', [30, 100], [10, 100])]])
    expect(rowsOf(now, years).find(({ scope }) => scope === 'школа')).toMatchObject({ 'year-ago': '', change: '' });
});

test('a slice stays as it is', () => {
  const slice = { ...total('2023-Q2', {}, [1, 10]), slice: { grade: '5' } };
  expect(rowsOf([...now, slice]).find((row) => row.slice === '5')).not.toHaveProperty('change');
});

test('a figure that nobody was asked for in the period stands there as it was last, with the period it is of', () => {
  const none = {
    ...total('2023-Q2', { scope: 'school', school: 'a', indicator: 'low-income-rate' }, [0, 0]),
    value: null,
  };
  const last = { ...none, value: 20, numerator: 20, denominator: 100, from: '2022-Q3' };
  const rows = figureRows(programme, { period: '2023-Q2', schools: SCHOOLS, figures: [...now, none] }, YEARS, [last]);
  const own = rows.filter(({ indicator, scope }) => indicator === 'low-income-rate' && scope === 'школа');
  expect(own).toHaveLength(1);
  expect(own[0]).toMatchObject({ value: 20, from: 'на начало учебного года 2022/23', reason: '' });
  expect(own[0]!['year-ago']).toBeUndefined();
  expect(rowOf('школа', 'Школа Б').from).toBe('');
});

test('of a school that is not among those shown nothing is carried over', () => {
  const gone = {
    ...total('2022-Q3', { scope: 'school', school: 'x', indicator: 'low-income-rate' }, [1, 4]),
    from: '2022-Q3',
  };
  expect(figureRows(programme, { period: '2023-Q2', schools: SCHOOLS, figures: now }, [], [gone])).toHaveLength(
    rowsOf(now, []).length,
  );
});
