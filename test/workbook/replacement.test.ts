import type { Cell, Grid } from '../../src/model';
import {
  END,
  FIRST_ROW,
  PERIOD_COLUMN,
  planPutBack,
  planReplacement,
  readTable,
  type TabColumn,
  type Table,
  tableDesign,
} from '../../src/workbook';
import { applied, gridOf, publishedTab } from '../build';

const column = (key: string, format = '@'): TabColumn => ({ key, title: key, width: 90, format });
const TABLE: Table = {
  ...{ key: 'rows', name: 'Сводные данные', help: '' },
  columns: [PERIOD_COLUMN, column('school'), column('value', '0.00')],
};
type Row = Readonly<Record<string, Cell>>;
const rowsNamed = (name: string, count: number): Row[] =>
  Array.from({ length: count }, (_, at) => ({ school: `${name} ${at + 1}`, value: at }));

const published = (grid: Grid, period: string, rows: readonly Row[]): Grid =>
  publishedTab(grid, { table: TABLE, rows, period, at: '2023-07-12T03:10' });

/** Two closed quarters below an open one, and a column of somebody's own at the right. */
function bookOf(): Grid {
  const empty = gridOf(tableDesign(TABLE));
  const first = published(empty, '2022-Q3', rowsNamed('старая', 2));
  const closed = published(first, '2022-Q4', rowsNamed('закрытая', 3));
  const grid = published(closed, '2023-Q1', rowsNamed('открытая', 2));
  return grid.map((cells, at) => [...cells, at >= FIRST_ROW - 1 && cells[1] ? `моё ${cells[1]}` : '']);
}
const of = (grid: Grid, period: string): unknown[] =>
  readTable(TABLE, grid)
    .filter((row) => row.period === period)
    .map(({ school, value }) => [school, value]);
const cells = (rows: readonly Row[]): unknown[] => rows.map(({ school, value }) => [school, value]);
const place = (grid: Grid, period: string): number => grid.findIndex(([key]) => key === period) + 1;

describe('the rows of a closed quarter that were put right', () => {
  const replaced = (grid: Grid, rows: readonly Row[], period = '2022-Q4'): Grid =>
    applied(grid, planReplacement(TABLE, grid, period, rows)!);

  test.each([3, 5, 1, 0])(
    'stand in their old place, %i of them in the place of 3; the others are as they were',
    (count) => {
      const before = bookOf();
      const grid = replaced(before, rowsNamed('новая', count));
      expect(of(grid, '2022-Q4')).toEqual(cells(rowsNamed('новая', count)));
      if (count > 0) expect(place(grid, '2022-Q4')).toBe(place(before, '2022-Q4'));
      for (const period of ['2023-Q1', '2022-Q3']) expect(of(grid, period)).toEqual(of(before, period));
      expect(grid.at(-1)![0]).toBe(END);
      // No row more than is needed.
      expect(grid).toHaveLength(before.length + Math.max(0, count - 3));
    },
  );

  test('keep beside them what somebody has typed in a column of their own', () => {
    const grid = replaced(bookOf(), rowsNamed('новая', 3));
    const at = place(grid, '2022-Q4') - 1;
    expect(grid.slice(at, at + 3).map((row) => row[3])).toEqual(['моё закрытая 1', 'моё закрытая 2', 'моё закрытая 3']);
  });

  test('of a quarter that has none stand above the last row of the tab', () => {
    const before = bookOf();
    const grid = replaced(before, rowsNamed('новая', 2), '2021-Q4');
    expect(of(grid, '2021-Q4')).toEqual(cells(rowsNamed('новая', 2)));
    expect(grid.slice(-3).map(([key]) => key)).toEqual(['2021-Q4', '2021-Q4', END]);
    expect(of(grid, '2022-Q3')).toEqual(of(before, '2022-Q3'));
  });

  test('take the room that a run which died has made, and no more', () => {
    const before = bookOf();
    const at = place(before, '2022-Q3') - 1;
    const begun = [...before.slice(0, at), ['', '', '', ''], ['', '', '', ''], ...before.slice(at)];
    const [none, some] = [4, 6].map((count) => replaced(begun, rowsNamed('новая', count)));
    expect([none!.length, some!.length]).toEqual([begun.length, begun.length + 1]);
    expect(of(some!, '2022-Q4')).toEqual(cells(rowsNamed('новая', 6)));
    expect(of(some!, '2022-Q3')).toEqual(of(before, '2022-Q3'));
  });

  test('are not written where others stand among them, nor to a tab without keys or periods', () => {
    const mixed = bookOf();
    const at = place(mixed, '2022-Q4');
    mixed.splice(at, 0, ['2022-Q3', 'чужая', 1, '']);
    expect(planReplacement(TABLE, mixed, '2022-Q4', [])).toBeNull();
    expect(planReplacement(TABLE, [], '2022-Q4', [])).toBeNull();
    const bare = bookOf().map(([, ...rest]) => rest);
    expect(planReplacement(TABLE, bare, '2022-Q4', [])).toBeNull();
  });
});

describe('closed quarters that somebody has changed', () => {
  const FROZEN = new Map([
    ['2022-Q3', rowsNamed('старая', 2)],
    ['2022-Q4', rowsNamed('закрытая', 3)],
  ]);
  const patchesOf = (grid: Grid) => planPutBack(TABLE, grid, '2023-Q1', FROZEN)!;
  const back = (grid: Grid): Grid => applied(grid, patchesOf(grid));
  const periods = (grid: Grid): unknown[] => grid.slice(FIRST_ROW - 1).flatMap(([key]) => (key === '' ? [] : [key]));
  const WHOLE = ['2023-Q1', '2023-Q1', '2022-Q4', '2022-Q4', '2022-Q4', '2022-Q3', '2022-Q3', END];

  test.each<[string, (grid: Grid) => Grid]>([
    [
      'turned round',
      (grid) => [...grid.slice(0, FIRST_ROW - 1), ...grid.slice(FIRST_ROW - 1, -1).reverse(), grid.at(-1)!],
    ],
    ['deleted', (grid) => grid.filter(([key]) => key !== '2022-Q4')],
    ['typed over', (grid) => grid.map((row) => (row[0] === '2022-Q4' ? ['2022-Q4', 'не то', 99, ''] : row))],
    [
      'without their periods',
      (grid) => grid.map((row, at) => (at < FIRST_ROW - 1 || row[0] === END ? row : ['', ...row.slice(1)])),
    ],
    ['without the period of one', (grid) => grid.map((row) => (row[1] === 'закрытая 2' ? ['', ...row.slice(1)] : row))],
    ['copied', (grid) => grid.flatMap((row) => (row[0] === '2022-Q3' ? [row, [...row]] : [row]))],
  ])('%s stand again as they were frozen, the newest above', (_, change) => {
    const whole = bookOf();
    const grid = back(change(whole));
    expect(periods(grid)).toEqual(WHOLE);
    for (const period of ['2022-Q3', '2022-Q4']) expect(of(grid, period)).toEqual(of(whole, period));
    expect(new Set(of(grid, '2023-Q1'))).toEqual(new Set(of(whole, '2023-Q1')));
  });

  test('keep beside them what somebody has typed in a column of their own, wherever they stood and whatever was typed over', () => {
    const whole = bookOf();
    const beside = (grid: Grid): unknown[] =>
      grid.slice(FIRST_ROW - 1).flatMap(([key, school, , own]) => (key ? [`${school}: ${own ?? ''}`] : []));
    const turned = [...whole.slice(0, FIRST_ROW - 1), ...whole.slice(FIRST_ROW - 1, -1).reverse(), whole.at(-1)!];
    const mistyped = turned.map((row) => (row[1] === 'закрытая 2' ? [row[0]!, row[1]!, 99, row[3]!] : row));
    expect(beside(back(mistyped)).sort()).toEqual(beside(whole).sort());
  });

  test('leave the words beside a row that does not belong there below all, once', () => {
    const whole = bookOf();
    const extra = whole.flatMap((row) =>
      row[1] === 'старая 1' ? [row, [...row], ['2022-Q3', 'лишняя', 5, 'моё особое']] : [row],
    );
    const after = back(extra);
    const own = after.map((row) => row[3]).filter((word) => word === 'моё особое' || word === 'моё старая 1');
    expect(own).toEqual(['моё старая 1', 'моё особое']);
    expect(after.find((row) => row[3] === 'моё особое')!.slice(0, 3)).toEqual(['', '', '']);
  });

  test('without their periods, equal ones of several quarters, keep their own places and what is typed beside them', () => {
    const rows = rowsNamed('класс', 2);
    const equal = ['2022-Q3', '2022-Q4', '2023-Q1'].reduce(
      (grid, period) => published(grid, period, rows),
      gridOf(tableDesign(TABLE)),
    );
    const whole = equal.map((cells, at) => [
      ...cells,
      at >= FIRST_ROW - 1 && cells[1] ? `${cells[0]} ${cells[1]}` : '',
    ]);
    const lost = whole.map((row, at) => (at < FIRST_ROW - 1 || row[0] === END ? row : ['', ...row.slice(1)]));
    const patches = planPutBack(
      TABLE,
      lost,
      '2023-Q1',
      new Map([
        ['2022-Q4', rows],
        ['2022-Q3', rows],
      ]),
    );
    const beside = (grid: Grid) => grid.slice(FIRST_ROW - 1).flatMap((row) => (row[1] ? [[row[0], row[3]]] : []));
    expect(beside(applied(lost, patches!))).toEqual(beside(whole));
  });

  test('without their periods leave a word that stands among them', () => {
    const grid = bookOf();
    grid.splice(
      grid.findIndex((row) => row[0] === '2022-Q4'),
      0,
      ['', 'заметка', '', ''],
    );
    const after = back(grid.map((row, at) => (at < FIRST_ROW - 1 || row[0] === END ? row : ['', ...row.slice(1)])));
    expect(after.find((row) => row[1] === 'заметка')![0]).toBe('');
    expect(periods(after)).toEqual(WHOLE);
  });

  test.each([
    ['as they were', (grid: Grid) => grid],
    ['without their periods', (grid: Grid) => grid.map((row) => (row[0] === END ? row : ['', ...row.slice(1)]))],
  ])('(%s) and what people have typed below them stays there', (_, change) => {
    const grid = bookOf();
    grid.splice(-1, 0, ['', 'заметка', 7, '']);
    const head = grid.slice(0, FIRST_ROW - 1);
    const after = back([...head, ...change(grid.slice(FIRST_ROW - 1))]);
    expect(after.find((row) => row[1] === 'заметка')!.slice(0, 3)).toEqual(['', 'заметка', 7]);
    expect(after.findIndex((row) => row[1] === 'заметка')).toBe(after.findIndex((row) => row[1] === 'старая 2') + 1);
  });

  test('get room for just the rows that were gone, and the formats of their columns', () => {
    const whole = bookOf();
    const room = whole.filter((row) => row[1] !== '' || row[0] !== '');
    const kinds = (grid: Grid) => patchesOf(grid).map(({ kind }) => kind);
    const without = room.filter(([key]) => key !== '2022-Q4');
    expect(patchesOf(without)[0]).toEqual({ kind: 'insert-rows', tab: 'rows', after: FIRST_ROW, count: 3 });
    expect(kinds(room)).toEqual(['format', 'format', 'values']);
    const [words, numbers] = patchesOf(room);
    const area = (at: number) => ({ row: FIRST_ROW, column: at, rows: 7, columns: 1 });
    expect(words).toEqual({ kind: 'format', tab: 'rows', format: '@', areas: [area(1), area(2)] });
    expect(numbers).toEqual({ kind: 'format', tab: 'rows', format: '0.00', areas: [area(3)] });
  });

  test('cannot be put back into a tab without keys', () => {
    expect(planPutBack(TABLE, [], '2023-Q1', FROZEN)).toBeNull();
    expect(
      planPutBack(
        TABLE,
        bookOf().map(([, ...rest]) => rest),
        '2023-Q1',
        FROZEN,
      ),
    ).toBeNull();
  });
});
