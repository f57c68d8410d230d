import { FEWEST_PEERS, type OtherSchool, peersOf, rowsOfForm } from '../../src/domain/peers';
import { rawRow } from '../build';

const school = (key: string, type: string, group?: string): OtherSchool => ({ key, type, group, rows: [] });
const many = (count: number, type: string, group?: string) =>
  Array.from({ length: count }, (_, at) => school(`${type}-${group}-${at}`, type, group));
const count = (others: readonly OtherSchool[], group?: string) =>
  peersOf({ key: 'own', type: 'СОШ', group }, others).map(({ group: of }) => of);

test('a school is held against the schools of its type and group, where there are five', () => {
  const leading = many(FEWEST_PEERS, 'СОШ', 'ведущая');
  const others = [...leading, ...many(9, 'СОШ', 'участник'), ...many(9, 'ООШ', 'ведущая')];
  expect(count(others, 'ведущая')).toEqual(new Array(5).fill('ведущая'));
});

test('where these are too few, against all of its type; where those are, too, against none', () => {
  const [leading, partner] = [many(4, 'СОШ', 'ведущая'), many(1, 'СОШ', 'участник')];
  expect(count([...leading, ...partner, ...many(9, 'ООШ', 'ведущая')], 'ведущая')).toHaveLength(5);
  expect(count([...leading, ...many(9, 'ООШ', 'ведущая')], 'ведущая')).toEqual([]);
});

test('schools without a group are a group, too', () => {
  const others = [...many(5, 'СОШ'), ...many(3, 'СОШ', 'ведущая'), ...many(2, 'СОШ', '')];
  expect(count(others)).toHaveLength(7);
  expect(count(others, '')).toHaveLength(7);
});

test('a school’s rows are told apart by their form', () => {
  const rows = [rawRow('marks', 1, {}), rawRow('classes', 1, {}), rawRow('marks', 2, {})];
  const of = (form: string) => rowsOfForm(rows, form).map(({ form: own, row }) => `${own} ${row}`);
  expect([of('marks'), of('classes'), of('pupils')]).toEqual([['marks 1', 'marks 2'], ['classes 1'], []]);
});
