import { identifyRows, orderRowOf, withSchoolStarts } from '../../src/domain';
import type { Cell, Register } from '../../src/model';
import { papers } from './sample-register';

const school = (key: string, group = 'участник') => ({ key, name: `Школа ${key}`, type: 'ООШ', group, partner: '' });
const [first, leading, second] = [school('one'), school('two', 'ведущая'), school('three')];
const declared: Register = {
  ...papers,
  identity: ['number', 'school'],
  hand: { ...papers.hand, school: 'order' },
  schoolStarts: [
    { group: 'участник', start: { id: 'Б-03', number: '3', title: 'Приказ школы', status: 'нет' } },
    { start: { id: 'Б-04', number: '4', title: 'Сайт', status: 'нет' } },
  ],
};
const SCHOOLS = [first, leading, second];
const idsOf = (schools: typeof SCHOOLS, numbered: readonly string[] = []) =>
  withSchoolStarts(declared, schools, numbered).register.starts.map(({ id }) => id);

test('each school of the group has its row of the order, with a number of its own', () => {
  expect(idsOf(SCHOOLS)).toEqual(['Б-01', 'Б-02', 'Б-3001', 'Б-3003', 'Б-4001', 'Б-4002', 'Б-4003']);
});

test('a school keeps its number when others come, leave or are sorted', () => {
  const { numbered } = withSchoolStarts(declared, SCHOOLS, []);
  expect(numbered).toEqual(['one', 'two', 'three']);
  expect(idsOf([second, school('new'), first], numbered).slice(2, 5)).toEqual(['Б-3003', 'Б-3004', 'Б-3001']);
});

test('a row in which somebody has typed the number and the school is the order’s row', () => {
  const { register } = withSchoolStarts(declared, SCHOOLS, []);
  const typed = (cells: Readonly<Record<string, Cell>>) => ({ id: '', cells });
  const { rows, missing } = identifyRows(
    register,
    [typed({ number: '3', school: 'школа THREE', status: 'проект' }), typed({ number: '3', title: 'Своё' })],
    0,
    SCHOOLS,
  );
  expect(rows.map(({ id }) => id)).toEqual(['Б-3003', 'Б-101']);
  expect(missing.map(({ id }) => id)).toEqual(['Б-01', 'Б-02', 'Б-3001', 'Б-4001', 'Б-4002', 'Б-4003']);
});

test('what the order says of a school’s row is known by its id alone', () => {
  expect(orderRowOf(declared, 'Б-3003')).toMatchObject({ title: 'Приказ школы' });
  expect(orderRowOf(declared, 'Б-02')).toMatchObject({ title: 'План' });
  expect(orderRowOf(declared, 'Б-101')).toBeUndefined();
});
