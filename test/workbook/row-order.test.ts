import type { Cell, Grid } from '../../src/model';
import { planPublication, planReplacement, type Table, type Writing } from '../../src/workbook';
import { PERIOD_COLUMN } from '../../src/workbook/table';

const table: Table = {
  key: 'overview',
  name: 'Показатели',
  help: '',
  identity: ['indicator'],
  columns: [
    PERIOD_COLUMN,
    { key: 'indicator', title: 'Ключ', width: 80, format: '@' },
    { key: 'value', title: 'Район', width: 80, format: '@' },
  ],
};

const OPEN = '2023-Q2';
const head = (data = ''): Grid => [
  ['Данные', '', '', ''],
  [`overview|period${data}`, 'indicator', 'value', ''],
  ['Период', 'Ключ', 'Район', 'Заметки'],
];
const rowsOf = (...names: string[]) => names.map((indicator) => ({ indicator, value: `значение ${indicator}` }));
const standing = (...lines: [period: string, indicator: string, note: string][]): Grid =>
  lines.map(([period, indicator, note]) => [period, indicator, '', note]);

/** Period, indicator and note of the rows as they stand afterwards: what is not written stays. */
function published(grid: Grid, ...names: string[]): Cell[][] {
  const request = { table, rows: rowsOf(...names), period: OPEN, at: '2023-06-25T10:00' };
  const { expected } = planPublication(request, grid, grid.length) as Writing;
  return expected
    .slice(3)
    .map(([period, indicator, , note], at) => [period!, indicator!, note ?? grid[3 + at]?.[3] ?? '']);
}

describe('what the coordinator has written beside the rows', () => {
  const grid = [...head(), ...standing([OPEN, 'a', ''], [OPEN, 'b', 'обсудить'], [OPEN, 'c', ''])];

  test('stays beside its row when another row comes before it', () => {
    expect(published(grid, 'a', 'new', 'b', 'c')).toEqual([
      [OPEN, 'a', ''],
      [OPEN, 'new', ''],
      [OPEN, 'b', 'обсудить'],
      [OPEN, 'c', ''],
    ]);
  });

  test('is kept, once, when its row is there no more', () => {
    expect(published(grid, 'a', 'c')).toEqual([
      [OPEN, 'a', ''],
      [OPEN, 'c', ''],
      ['', '', 'обсудить'],
    ]);
  });

  test('of a closed period is not repeated beside the rows of the next', () => {
    const columns = [...table.columns, { key: 'last', title: 'Ещё', width: 80, format: '@' }];
    const mine = head().map((cells) => [...cells, 'last']);
    const closed = [...mine, ...standing(['2023-Q1', 'a', 'за прошлый квартал'])];
    const { identity: _, ...unnamed } = table;
    for (const own of [table, unnamed]) {
      const asked = { rows: rowsOf('a'), period: OPEN, at: '2023-06-25T10:00', table: { ...own, columns } };
      const { expected, insert } = planPublication(asked, closed, closed.length) as Writing;
      expect([insert?.like, expected[3]]).toEqual(['below', [OPEN, 'a', 'значение a', '', '']]);
    }
  });

  test('stays beside its row when a closed period is corrected', () => {
    const closed = [...head(), ...standing(['2023-Q1', 'b', 'обсудить'], ['2023-Q1', 'a', ''])];
    const patches = planReplacement(table, closed, '2023-Q1', rowsOf('a', 'b')) ?? [];
    const values = patches.flatMap((patch) => (patch.kind === 'values' ? patch.values : []));
    expect(values.map(([, indicator, , note], at) => [indicator, note ?? closed[3 + at]![3]])).toEqual([
      ['b', 'обсудить'],
      ['a', ''],
    ]);
  });
});

test('rows that the coordinator has sorted stay in that order, new ones come behind them', () => {
  const grid = [...head(), ...standing([OPEN, 'c', 'в'], [OPEN, 'a', ''], [OPEN, 'b', 'б'])];
  expect(published(grid, 'a', 'new', 'b', 'c')).toEqual([
    [OPEN, 'c', 'в'],
    [OPEN, 'a', ''],
    [OPEN, 'b', 'б'],
    [OPEN, 'new', ''],
  ]);
});
