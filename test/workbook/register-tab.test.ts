import type { Cell, Grid } from '../../src/model';
import { cellAt, ID, keysCells, readRegister, registerDesign, registerTabOf } from '../../src/workbook';
import { papers } from '../domain/sample-register';

const TAB = registerTabOf(papers, [papers]);

/** The register's tab as made, without the order's rows, and rows typed into it by the keys of its columns. */
function gridWith(...rows: readonly Readonly<Record<string, Cell>>[]): Grid {
  const { values } = registerDesign({ ...papers, starts: [] }, [papers]).section;
  const order = TAB.columns.map(({ key }) => key);
  return [...values.slice(0, 3), ...rows.map((row) => order.map((key) => row[key] ?? ''))];
}
const read = (grid: Grid) => readRegister(TAB, papers, grid);

test('rows in which something is typed are rows of the register, each with its place and number', () => {
  const grid = gridWith({ id: ' Б-101 ', number: '1', title: 'Положение' }, {}, { title: 'План' });
  expect(read(grid)!.rows).toMatchObject([
    { place: 4, id: 'Б-101', cells: { number: '1', title: 'Положение' } },
    { place: 6, id: '', cells: { title: 'План' } },
  ]);
});

test('a number, a label or a remark that a run has written makes no row by itself', () => {
  expect(read(gridWith({ id: 'Б-101', label: 'Положение', remark: 'Проверьте' }))!.rows).toEqual([]);
  expect(read(gridWith({ id: 'Б-101', pages: 0 }))!.rows).toHaveLength(1);
});

test('the highest number and the order of schools stand beside the keys', () => {
  expect(read(gridWith())).toMatchObject({ lastNumber: 0, numbered: [] });
  const grid = gridWith({ title: 'План' });
  grid[1] = keysCells(
    TAB,
    TAB.columns.map(({ key }) => key),
    '107 ushumun daktuy',
  );
  expect(read(grid)).toMatchObject({ lastNumber: 107, numbered: ['ushumun', 'daktuy'] });
});

test('a tab whose keys are gone cannot be read; a column that it lacks stands at its right edge from then on', () => {
  const grid = gridWith({ title: 'План' });
  expect(read(grid.map((row, at) => (at === 1 ? row.map(() => '') : row)))).toBeNull();
  const [id, pages] = [ID, 'pages'].map((key) => TAB.columns.findIndex((column) => column.key === key)) as [
    number,
    number,
  ];
  expect(read(grid.map((row) => row.filter((_, column) => column !== id)))).toBeNull();
  const without = read(grid.map((row) => row.filter((_, column) => column !== pages)))!;
  expect(without.rows).toHaveLength(1);
  expect(without.layout.order.at(-1)).toBe('pages');
  expect(without.patches.map(({ kind }) => kind)).toEqual(['add-columns', 'values']);
});

test('a cell is found by its row and the key of its column', () => {
  const grid = gridWith({ id: 'Б-101', title: 'Положение' });
  const { layout } = read(grid)!;
  expect([cellAt(grid, layout, 4, 'id'), cellAt(grid, layout, 4, 'title')]).toEqual(['Б-101', 'Положение']);
  expect([cellAt(grid, layout, 4, 'unknown'), cellAt(grid, layout, 99, 'title')]).toEqual(['', '']);
});
