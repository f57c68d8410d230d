import type { Cell, Grid } from '../../src/model';
import { programme } from '../../src/programme';
import { readSchools, schoolsDesign, schoolTabName } from '../../src/workbook';
import { frozen, gridOf } from '../build';

const HEAD: Cell[] = ['Ключ', 'Название', 'Тип', 'Группа', 'Партнёр', 'Почта'];
const read = (...rows: Cell[][]) => readSchools(frozen<Grid>([HEAD, ...rows]));

test('a new register is read back as the order names the schools', () => {
  expect(readSchools(gridOf(schoolsDesign(programme.schools)))).toEqual({ schools: programme.schools, trouble: [] });
});

test('blank rows between schools are no schools', () => {
  const { schools, trouble } = read(['a', 'Первая', 'СОШ', '', '', ''], ['', ' ', '', '', '', ''], ['b', 'Вторая']);
  expect(schools.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(schools[1]).toEqual({ key: 'b', name: 'Вторая', type: '', group: '', partner: '' });
  expect(trouble).toEqual([]);
});

test.each<[string, Cell[][], string]>([
  ['a key in Cyrillic', [['школа', 'Первая']], 'строка 2: ключ «школа»'],
  ['no key', [['', 'Первая']], 'строка 2: ключ «»'],
  ['a key with a slash', [['a/b', 'Первая']], 'строка 2: ключ «a/b»'],
  [
    'a key used twice',
    [
      ['a', 'Первая'],
      ['a', 'Вторая'],
    ],
    'строка 3: ключ «a» уже занят',
  ],
  ['no name', [['a', '']], 'строка 2: нет названия'],
  [
    'a name used twice',
    [
      ['a', 'Первая'],
      ['b', 'ПЕРВАЯ'],
    ],
    'строка 3: школа с названием',
  ],
  [
    'names that give one tab',
    [
      ['a', 'Школа/1'],
      ['b', 'Школа 1'],
    ],
    'строка 3: школа с названием',
  ],
])('%s is named and that row is left out', (_, rows, words) => {
  const { schools, trouble } = read(...rows, ['last', 'Последняя']);
  expect(trouble).toHaveLength(1);
  expect(trouble[0]).toContain(`Вкладка «Школы», ${words}`);
  expect(schools.map(({ key }) => key)).toContain('last');
  expect(schools).toHaveLength(rows.length);
});

test('the name of a tab is the school’s without what a tab name may not hold', () => {
  expect(schoolTabName('МОБУ  СОШ [№1]: «А/Б»?')).toBe('МОБУ СОШ №1 «А Б»');
  expect(schoolTabName('я'.repeat(200))).toHaveLength(100);
});
