import type { Cell, Grid, SchoolAlias } from '../../src/model';
import { keepAliases, keyedDesign, schoolsTab } from '../../src/workbook';
import { applied, gridOf } from '../build';

const HEAD = () => gridOf(keyedDesign(schoolsTab));
const ORDER = schoolsTab.columns.map(({ key }) => key);
const gridWith = (...rows: Readonly<Record<string, Cell>>[]): Grid => [
  ...HEAD().slice(0, 3),
  ...rows.map((row) => ORDER.map((key) => row[key] ?? '')),
];
const FIRST = { key: 'first', name: 'Первая' };
const alias = (by: SchoolAlias['by'], value: string, school = 'first'): SchoolAlias => ({ school, by, value });
const columnOf = (key: string): number => ORDER.indexOf(key);
/** What stands in the first school's row afterwards, and what is told. */
function kept(row: Readonly<Record<string, Cell>>, ...aliases: SchoolAlias[]) {
  const grid = gridWith({ key: 'other', name: 'Другая' }, { ...FIRST, ...row });
  const { patches, told } = keepAliases(grid, aliases);
  const cells = applied(grid, patches)[4]!;
  return { of: (key: string) => cells[columnOf(key)], told, writes: patches.length };
}

test('what a file calls a school is kept in its row, so that the next file finds it', () => {
  const { of, told } = kept({}, alias('login', 'edu990001'), alias('code', '990101'), alias('name', 'Школа у реки'));
  expect([of('login'), of('code'), of('names')]).toEqual(['edu990001', '990101', 'Школа у реки']);
  expect(told[0]).toBe('Первая: логин «edu990001» записано в «Школы», в следующий раз школа узнается сама.');
  expect(told).toHaveLength(3);
});

test('another name stands beside those that are there, and once only', () => {
  const { of, writes } = kept({ names: 'Школа у реки' }, alias('name', 'Первая школа'), alias('name', 'Первая школа'));
  expect([of('names'), writes]).toEqual(['Школа у реки; Первая школа', 1]);
  expect(kept({ names: 'Школа у реки' }, alias('name', 'Школа у реки'))).toMatchObject({ told: [], writes: 0 });
});

test('a second login takes the place of the former one; a third, or another code, is not written over', () => {
  expect(kept({ login: 'edu990001' }, alias('login', 'edu990002')).of('oldLogin')).toBe('edu990002');
  const third = kept({ login: 'edu990001', oldLogin: 'edu990002' }, alias('login', 'edu990003'));
  expect([third.writes, third.told]).toEqual([
    0,
    ['Первая: логин «edu990003» не записано в «Школы», там уже стоит другой: если он сменился, исправьте его там.'],
  ]);
  expect(kept({ code: '990101' }, alias('code', '990102')).writes).toBe(0);
  expect(kept({ code: '990101' }, alias('code', '990101'))).toMatchObject({ told: [], writes: 0 });
});

test('nothing that could be a person’s, and no school that is not in the register, comes to stand there', () => {
  const strange = [
    alias('login', 'ivanova'),
    alias('login', 'edu12'),
    alias('code', '99-01'),
    alias('name', 'Иванова Мария'),
    alias('name', 'school@mail.ru школа'),
    alias('name', 'оу'),
    alias('code', '990101', 'unknown'),
  ];
  expect(kept({}, ...strange)).toMatchObject({ told: [], writes: 0 });
});

test('a tab of an older workbook that has no column for it says so', () => {
  const grid = gridWith(FIRST).map((cells) => cells.filter((_, at) => at !== columnOf('code')));
  const { patches, told } = keepAliases(grid, [alias('code', '990101')]);
  expect([patches, told]).toEqual([
    [],
    ['Первая: код РЦОИ «990101» не записано в «Школы», такого столбца на вкладке нет.'],
  ]);
  expect(keepAliases([], [alias('code', '990101')])).toEqual({ patches: [], told: [] });
});
