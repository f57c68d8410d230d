import type { Cell, Grid } from '../../src/model';
import { programme } from '../../src/programme';
import { dueDesign, dueTab, layoutOf, missingDueRows, readDue } from '../../src/workbook';
import { gridOf } from '../build';

const GROUPS = ['ведущая', 'участник'];
const fresh = (): Grid => gridOf(dueDesign(programme, GROUPS));

function withCell(form: string, group: string, column: string, value: Cell): Grid {
  const grid = fresh();
  const { keysRow, order } = layoutOf(dueTab, grid)!;
  const at = (key: string): number => order.indexOf(key);
  const row = grid.findIndex(
    (cells, index) => index > keysRow && cells[at('form')] === form && cells[at('group')] === group,
  );
  grid[row]![at(column)] = value;
  return grid;
}

const rowOf = (form: string, group: string): Cell[] =>
  fresh()
    .find((cells) => cells[0] === form && cells[2] === group)!
    .slice(3);

test('the district sees of each form and group in which quarter it is handed in', () => {
  expect(rowOf('marks', 'участник').slice(0, 4)).toEqual(['да', 'да', 'да', 'нет']);
  expect(rowOf('marks', 'ведущая').slice(0, 4)).toEqual(['нет', 'нет', 'да', 'нет']);
  expect(rowOf('vpr', 'участник').slice(0, 4)).toEqual(['2020, 2022', 'нет', 'кроме 2020, 2022', 'нет']);
  expect(String(rowOf('marks', 'участник')[4])).toContain('1-9 классы, Русский язык');
  expect(rowOf('ege', 'ведущая')[4]).toMatch(
    /^только СОШ; III квартал \(начало года\), 2020, 2021: Русский язык, Математика \(профильная\), [^;]+; вносит район, школа подтверждает$/,
  );
});

test('an untouched tab says nothing beyond the declarations', () => {
  expect(readDue(programme, fresh())).toEqual({ values: {}, trouble: [] });
  expect(readDue(programme, [])).toEqual({ values: {}, trouble: [] });
});

test.each<[Cell, string]>([
  ['да', 'да'],
  ['Да', 'да'],
  [2023, '2023'],
  ['кроме 2021', 'кроме 2021'],
])('what the district writes over it holds: %s', (typed, words) => {
  const { values, trouble } = readDue(programme, withCell('marks', 'ведущая', 'q4', typed));
  expect(trouble).toEqual([]);
  expect(values).toEqual({ 'due:marks:ведущая:4': words });
});

test('a cell that says neither is named with what may stand there', () => {
  const { trouble } = readDue(programme, withCell('marks', 'ведущая', 'q4', 'иногда'));
  expect(trouble).toHaveLength(1);
  expect(trouble[0]).toContain('«Что и когда сдаётся», строка');
  expect(trouble[0]).toContain('нужно «да», «нет»');
});

test('a group that the district adds gets its rows, and those that stand stay', () => {
  expect(missingDueRows(programme, GROUPS, fresh())).toEqual([]);
  const missing = missingDueRows(programme, [...GROUPS, 'прочая'], fresh());
  expect(missing).toHaveLength(programme.forms.length);
  expect(new Set(missing.map(({ group }) => group))).toEqual(new Set(['прочая']));
});
