import { byIndicator } from '../../src/domain';
import type { Figure, School } from '../../src/model';
import { carriedFigures } from '../../src/pipeline/carried-figures';
import { programme } from '../../src/programme';
import { LEADING, PARTICIPANT } from '../../src/programme/groups';

const LEADER: School = { key: 'a', name: 'А', type: 'СОШ', group: LEADING, partner: '' };
const HELPED: School = { key: 'b', name: 'Б', type: 'ООШ', group: PARTICIPANT, partner: '' };
const schools = [LEADER, HELPED];

const figure = (period: string, school: string, indicator: string, value: number | null): Figure => ({
  ...{ period, scope: 'school', school, indicator, numerator: 1, denominator: 4, value },
  ...{ rows: 1, rowsLeftOut: 0 },
});
const periodOf = (key: string, totals: readonly Figure[]) => ({
  key,
  totals,
  totalsOf: byIndicator(totals),
  schools,
  settings: {},
});
const carried = (now: string, before: readonly ReturnType<typeof periodOf>[], own: readonly Figure[] = []) =>
  carriedFigures(programme, before, periodOf(now, own)).map(({ period, school, indicator, value, from }) => [
    ...[period, school, indicator, value, from],
  ]);

const AUTUMN = periodOf('2022-Q3', [
  figure('2022-Q3', 'a', 'low-income-rate', 20),
  figure('2022-Q3', 'b', 'low-income-rate', 50),
  figure('2022-Q3', 'a', 'staffing-rate', 90),
  figure('2022-Q3', 'a', 'quality-rate', 40),
]);

test('the passport and the staff of autumn hold while nobody asks for them, results of pupils do not', () => {
  expect(carried('2022-Q4', [AUTUMN])).toEqual([
    ['2022-Q4', 'a', 'low-income-rate', 20, '2022-Q3'],
    ['2022-Q4', 'b', 'low-income-rate', 50, '2022-Q3'],
    ['2022-Q4', 'a', 'staffing-rate', 90, '2022-Q3'],
  ]);
});

test('what a school gives anew goes before what it gave last', () => {
  const winter = periodOf('2022-Q4', [figure('2022-Q4', 'a', 'low-income-rate', 30)]);
  expect(carried('2023-Q1', [AUTUMN, winter])).toContainEqual(['2023-Q1', 'a', 'low-income-rate', 30, '2022-Q4']);
  const own = [figure('2022-Q4', 'b', 'low-income-rate', 60)];
  expect(carried('2022-Q4', [AUTUMN], own).filter(([, school]) => school === 'b')).toEqual([]);
});

test('where a quarter asks some of the schools alone, the district’s figure is that of the last quarter that asked them all', () => {
  const district = (period: string, value: number): Figure => {
    const { school: _, ...all } = figure(period, '', 'low-income-rate', value);
    return { ...all, scope: 'district' };
  };
  const autumn = periodOf('2022-Q3', [district('2022-Q3', 35)]);
  const winter = periodOf('2022-Q4', [district('2022-Q4', 60)]);
  const told = [['2022-Q4', undefined, 'low-income-rate', 35, '2022-Q3']];
  expect(carried('2022-Q4', [autumn], [district('2022-Q4', 60)])).toEqual(told);
  expect(carried('2023-Q1', [autumn, winter], [district('2023-Q1', 70)])[0]?.slice(3)).toEqual([35, '2022-Q3']);
  expect(carried('2023-Q3', [autumn, winter], [district('2023-Q3', 30)])).toEqual([]);
});

test('where all have but to confirm a form, what some alone give anew is no figure of the group and of the district', () => {
  const of = (period: string, scope: 'group' | 'district', value: number): Figure => {
    const { school: _, ...all } = figure(period, '', 'staffing-rate', value);
    return { ...all, scope, ...(scope === 'group' ? { group: LEADING } : {}) };
  };
  const other: School = { ...LEADER, key: 'c', name: 'В' };
  const now = (own: readonly Figure[], period = '2022-Q4') =>
    carriedFigures(programme, [autumn], { ...periodOf(period, own), schools: [...schools, other] }).map(
      ({ scope, school, value }) => [school ?? scope, value],
    );
  const autumn = periodOf('2022-Q3', [
    ...[figure('2022-Q3', 'a', 'staffing-rate', 90), figure('2022-Q3', 'b', 'staffing-rate', 80)],
    ...[figure('2022-Q3', 'c', 'staffing-rate', 70), of('2022-Q3', 'group', 80), of('2022-Q3', 'district', 82)],
  ]);
  const winter = (...keys: string[]): Figure[] => [
    ...keys.map((key) => figure('2022-Q4', key, 'staffing-rate', 95)),
    ...[of('2022-Q4', 'group', 95), of('2022-Q4', 'district', 95)],
  ];
  expect(now([])).toEqual([
    ['a', 90],
    ['b', 80],
    ['c', 70],
    ['group', 80],
    ['district', 82],
  ]);
  expect(now(winter('a'))).toEqual([
    ['b', 80],
    ['c', 70],
    ['group', 80],
    ['district', 82],
  ]);
  expect(now(winter('a', 'c'))).toEqual([
    ['b', 80],
    ['district', 82],
  ]);
  expect(now(winter('a', 'b', 'c'))).toEqual([]);
});

test('it holds for four quarters, and a form that is owed and not given has no figure', () => {
  expect(carried('2023-Q2', [AUTUMN])).toHaveLength(3);
  expect(carried('2023-Q3', [AUTUMN])).toEqual([]);
  const spring = periodOf('2023-Q2', AUTUMN.totals);
  expect(carried('2023-Q3', [spring])).toEqual([]);
});
