import type { Cell, Grid } from '../../src/model';
import {
  firstDifference,
  PERIOD_COLUMN,
  planPublication,
  rowsToRead,
  type TabColumn,
  type Table,
  tableDesign,
  type Writing,
} from '../../src/workbook';
import { gridOf, publishedTab } from '../build';

const column = (key: string, format = '@', hidden = false): TabColumn => ({
  ...{ key, title: `Графа ${key}`, width: 90, format },
  ...(hidden ? { hidden } : {}),
});
const TABLE: Table = {
  ...{ key: 'figures', name: 'Показатели', help: '' },
  columns: [PERIOD_COLUMN, column('school'), column('value', '0.00')],
};
/** Its rows have names: people sort them and write beside them. */
const NAMED: Table = { ...TABLE, identity: ['school'] };

type Row = Readonly<Record<string, Cell>>;
const rowsOf = (...schools: string[]): Row[] => schools.map((school, index) => ({ school, value: index + 1 }));

interface Asked {
  readonly period?: string;
  readonly table?: Table;
  readonly note?: string;
}
const request = (rows: readonly Row[], { period = '2023-Q2', table = TABLE, note = '' }: Asked = {}) => ({
  ...{ table, rows, period, at: '2023-07-12T03:10', note },
});
const published = (grid: Grid, rows: readonly Row[], asked: Asked = {}): Grid =>
  publishedTab(grid, request(rows, asked));
const bare = (table = TABLE): Grid => gridOf(tableDesign(table));
const planOf = (grid: Grid, rows: readonly Row[], asked: Asked = {}, seen = grid.length) =>
  planPublication(request(rows, asked), grid.slice(0, seen), grid.length);
const written = (...args: Parameters<typeof planOf>): Writing => {
  const plan = planOf(...args);
  if (plan.kind !== 'write') throw new Error(plan.kind);
  return plan;
};
/** First column of the rows below the titles. */
const periodsIn = (grid: Grid): string[] => grid.slice(3).map(([period]) => String(period).replace('2023-', ''));
const quarters = (count = 2): Grid =>
  published(published(bare(), rowsOf('а', 'б'), { period: '2023-Q1' }), rowsOf(...'вгдежз'.slice(0, count)));

describe('what stands above the titles', () => {
  test('is the moment of the data and what else is to be said of them', () => {
    expect(published(bare(), rowsOf('а'), { note: 'Не хватает двух школ' })[0]![0]).toBe(
      'Данные на 12\u00a0июля, 03:10. Не хватает двух школ',
    );
  });

  test('is written anew when there is something else to be said of the same rows', () => {
    const grid = published(bare(), rowsOf('а'));
    expect(planOf(grid, rowsOf('а')).kind).toBe('same');
    expect(planOf(grid, rowsOf('а'), { note: 'Не хватает двух школ' }).kind).toBe('write');
  });

  test('stays a person’s over a column of that person', () => {
    const own = published(bare(), rowsOf('а')).map((cells, row) => [
      ...cells.slice(0, 2),
      row === 0 ? 'Моё' : '',
      cells[2]!,
    ]);
    const [head, , titles] = published(own, rowsOf('б'));
    expect(head!.slice(1)).toEqual(['', 'Моё', '']);
    expect(titles).toEqual(['Период', 'Графа school', '', 'Графа value']);
  });

  test('stands over the first column in sight, after one of a person’s, too', () => {
    const table = { ...TABLE, columns: [{ ...PERIOD_COLUMN, hidden: true }, ...TABLE.columns.slice(1)] };
    const own = published(bare(table), rowsOf('а'), { table }).map((cells) => ['', ...cells]);
    expect(published(own, rowsOf('б'), { table })[0]).toEqual(['', '', 'Данные на 12\u00a0июля, 03:10', '']);
  });
});

describe('room for the rows', () => {
  test('is made above the closed ones, where the rows look like the one above', () => {
    expect(written(quarters(), rowsOf('в', 'г', 'д', 'е')).insert).toEqual({ row: 5, count: 2, like: 'above' });
  });

  test('is made on top where the tab begins with closed rows, which then show how a row looks', () => {
    const closed = published(bare(), rowsOf('а', 'б'), { period: '2023-Q1' });
    expect(written(closed, rowsOf('в', 'г')).insert).toEqual({ row: 4, count: 2, like: 'below' });
  });

  test('is not made where it is there', () => {
    expect(written(quarters(), rowsOf('г', 'в'))).not.toHaveProperty('insert');
    expect(written(bare(), rowsOf('а'))).not.toHaveProperty('insert');
  });

  test('that is left over above closed rows goes', () => {
    expect(written(quarters(), rowsOf('в')).remove).toEqual({ row: 5, count: 1 });
    expect(periodsIn(published(quarters(), rowsOf('в'))).slice(0, 4)).toEqual(['Q2', 'Q1', 'Q1', '']);
  });

  test('stays where somebody has written something in a free row, or beside one that is to go', () => {
    const apart = quarters();
    apart.splice(5, 0, ['', 'звонили в школу', '']);
    expect(written(apart, rowsOf('в', 'г', 'д'))).not.toHaveProperty('remove');
    expect(written(apart, rowsOf('в'))).not.toHaveProperty('remove');
    const beside = quarters().map((cells, row) => [...cells, row === 4 ? 'звонили в школу' : '']);
    expect(written(beside, rowsOf('в'))).not.toHaveProperty('remove');
    expect(published(beside, rowsOf('в'))[4]!.slice(0, 4)).toEqual(['', '', '', 'звонили в школу']);
  });

  test('with a person’s words in it does not make the tab a changed one from then on', () => {
    const apart = quarters();
    apart.splice(5, 0, ['', 'звонили в школу', '']);
    const stays = published(apart, rowsOf('в'));
    expect(planOf(stays, rowsOf('в')).kind).toBe('same');
    stays.splice(4, 0, ['', '', '']);
    expect(written(stays, rowsOf('в')).disturbed).toBe(true);
  });

  test('a person’s column among the others keeps what stands beside a row that has gone', () => {
    const own = quarters().map((cells, row) => [cells[0]!, row === 4 ? 'звонили' : '', ...cells.slice(1)]);
    expect(written(own, rowsOf('в'))).not.toHaveProperty('remove');
    const fewer = published(own, rowsOf('в'));
    expect(fewer.slice(3, 6).map((cells) => cells.slice(0, 3))).toEqual([
      ['2023-Q2', '', 'в'],
      ['', 'звонили', ''],
      ['2023-Q1', '', 'а'],
    ]);
    expect(planOf(fewer, rowsOf('в')).kind).toBe('same');
  });

  test('a tab that ends with its open rows ends with the new ones', () => {
    const cut = published(bare(), rowsOf('а', 'б', 'в')).slice(0, 6);
    const fewer = published(cut, rowsOf('а')).slice(0, 4);
    expect(planOf(fewer, rowsOf('а')).kind).toBe('same');
    const more = published(cut, rowsOf('а', 'б', 'в', 'г'));
    expect(more).toHaveLength(7);
    expect(planOf(more, rowsOf('а', 'б', 'в', 'г')).kind).toBe('same');
  });

  test('at the end of a tab without closed rows stays free', () => {
    const grid = published(bare(), rowsOf('а', 'б', 'в'));
    expect(written(grid, rowsOf('а'))).not.toHaveProperty('remove');
    expect(published(grid, rowsOf('а')).slice(4, 6)).toEqual([
      ['', '', ''],
      ['', '', ''],
    ]);
  });
});

describe('the look of what is written', () => {
  test('is that of each column, for as many rows as there are', () => {
    expect(written(quarters(), rowsOf('в', 'г', 'д')).formats).toEqual([
      { row: 4, column: 1, rows: 3, formats: ['@', '@', '0.00'] },
    ]);
    expect(written(quarters(), []).formats).toEqual([]);
  });

  test('leaves out the columns of people', () => {
    const own = bare().map((cells) => [cells[0]!, cells[1]!, '', cells[2]!]);
    expect(written(own, rowsOf('а')).formats).toEqual([
      { row: 4, column: 1, rows: 1, formats: ['@', '@'] },
      { row: 4, column: 4, rows: 1, formats: ['0.00'] },
    ]);
  });

  test('a text in a column of numbers stays a text, a title and a key stay words', () => {
    const { values } = written(bare(), [{ school: 'а', value: 'нет' }]).write;
    expect(values[3]).toEqual(['2023-Q2', 'а', "'нет"]);
    expect(values[2]).toEqual(['Период', 'Графа school', 'Графа value']);
  });
});

describe('whether somebody has changed the tab', () => {
  test('is said when one of its rows is not as the publication left it', () => {
    const changed = quarters();
    expect(written(changed, rowsOf('г')).disturbed).toBe(false);
    changed[3]![2] = 77;
    expect(written(changed, rowsOf('г')).disturbed).toBe(true);
  });

  test('is said when rows were inserted or deleted, however blank', () => {
    const longer = quarters();
    longer.splice(3, 0, ['', '', '']);
    expect(written(longer, rowsOf('в', 'г')).disturbed).toBe(true);
    const moved = quarters();
    moved.splice(5, 0, ...moved.splice(4, 1, ['', '', '']));
    expect(written(moved.slice(0, -1), rowsOf('в', 'г')).disturbed).toBe(true);
  });

  test('is said when a row of a period that is now closed is no longer there, or open rows were put into one', () => {
    const next = { period: '2023-Q3' };
    expect(written(quarters(), rowsOf('а'), next).disturbed).toBe(false);
    const mixed = quarters();
    mixed[3]![0] = '2023-Q3';
    expect(written(mixed, rowsOf('а'), next).disturbed).toBe(true);
  });

  test('is not said of a tab that remembers nothing', () => {
    const old = quarters();
    old[1]![0] = 'figures|period';
    expect(written(old, rowsOf('в', 'г')).disturbed).toBe(false);
    old[1]![0] = 'figures|period|{"period":"2023-Q2"}';
    expect(written(old, rowsOf('в', 'г')).disturbed).toBe(false);
    old[1]![0] = 'figures|period|null';
    expect(written(old, rowsOf('в', 'г')).disturbed).toBe(false);
    old[1]![0] = 'figures|period|свод';
    expect(written(old, rowsOf('в', 'г')).disturbed).toBe(false);
  });
});

describe('a tab whose open and closed rows somebody has sorted together', () => {
  const three = (): Grid => {
    const first = published(bare(), rowsOf('а', 'б'), { period: '2022-Q4' });
    return published(published(first, rowsOf('в'), { period: '2023-Q1' }), rowsOf('г', 'д'));
  };
  const sorted = (): Grid => {
    const grid = three();
    const body = grid.slice(3, -1).filter(([period]) => period !== '');
    const rest = grid.slice(3 + body.length);
    return [...grid.slice(0, 3), ...body.reverse(), ...rest];
  };

  test('has the open rows on top again, then the closed ones, the newest first', () => {
    const right = published(sorted(), rowsOf('г', 'д'));
    expect(right.slice(3, 9).map(([period, school]) => `${period} ${school}`.trim())).toEqual([
      ...['2023-Q2 г', '2023-Q2 д', '2023-Q1 в', '2022-Q4 б', '2022-Q4 а'],
      '',
    ]);
    expect(right[right.length - 1]![0]).toBe(three().at(-1)![0]);
    expect(right).toHaveLength(three().length);
    expect(planOf(right, rowsOf('г', 'д')).kind).toBe('same');
  });

  test('keeps below them what somebody has typed there without a period', () => {
    const grid = sorted();
    grid[5] = ['', 'звонили в школу', ''];
    const right = published(grid, rowsOf('г', 'д'));
    expect(right.slice(3, 8).map(([period, school]) => `${period} ${school}`.trim())).toEqual([
      ...['2023-Q2 г', '2023-Q2 д', '2022-Q4 б', '2022-Q4 а', 'звонили в школу'],
    ]);
  });

  test('grows by as many rows as do not fit', () => {
    const grid = sorted().filter(([period]) => period !== '');
    const plan = written(grid, rowsOf('г', 'д', 'е', 'ж'));
    expect(plan.insert).toEqual({ row: 4, count: 2, like: 'below' });
    expect(plan.expected).toHaveLength(grid.length + 2);
    expect(plan.formats).toEqual([{ row: 4, column: 1, rows: 7, formats: ['@', '@', '0.00'] }]);
    expect(plan.disturbed).toBe(true);
    const right = published(grid, rowsOf('г', 'д', 'е', 'ж'));
    expect(planOf(right, rowsOf('г', 'д', 'е', 'ж')).kind).toBe('same');
  });
});

describe('of a large tab', () => {
  const large = (): Grid => published(published(bare(), rowsOf('а'), { period: '2023-Q1' }), rowsOf(...'бвгдежзик'));

  test('no more is read than the rows and one below, as long as nobody has been at it', () => {
    expect(planOf(large(), rowsOf(...'бвгдежзик'), {}, 13).kind).toBe('same');
    expect(planOf(large(), rowsOf(...'бвгдежзик'), {}, 12)).toEqual({ kind: 'look', rows: 24 });
  });

  test('its head and one row more than there are to be written are enough to begin with', () => {
    expect([rowsToRead(0), rowsToRead(100)]).toEqual([4, 104]);
  });

  test('never more is asked for than it has', () => {
    const grid = large();
    expect(planOf(grid, rowsOf(...'бвгдежзик'), {}, 12)).toEqual({ kind: 'look', rows: Math.min(24, grid.length) });
    const short = grid.slice(0, 14);
    expect(planPublication(request(rowsOf(...'бвгдежзик')), short.slice(0, 12), 14)).toEqual({
      kind: 'look',
      rows: 14,
    });
  });

  test('without closed rows as much is read as the old or the new rows fill', () => {
    const open = published(bare(), rowsOf('а', 'б', 'в'));
    expect(planOf(open, rowsOf('а', 'б', 'в'), {}, 7).kind).toBe('same');
    expect(planOf(open, rowsOf('а', 'б', 'в', 'г'), {}, 7)).toEqual({ kind: 'look', rows: 14 });
    expect(planOf(open, rowsOf('а'), {}, 6)).toEqual({ kind: 'look', rows: 12 });
    expect(planOf(open, rowsOf('а'), {}, 7).kind).toBe('write');
  });
});

describe('rows that have names', () => {
  const asked = { table: NAMED };
  const three = () =>
    published(bare(NAMED), rowsOf('а', 'б', 'в'), asked).map((cells, row) => [...cells, row === 4 ? 'у б' : '']);

  test('keep what is written beside them when another one goes or comes', () => {
    const fewer = published(three(), rowsOf('б', 'в'), asked);
    expect(fewer.slice(3, 6).map((cells) => `${cells[1]} ${cells[3]}`.trim())).toEqual(['б у б', 'в', '']);
    const more = published(three(), rowsOf('я', 'а', 'б', 'в'), asked);
    expect(more.slice(3, 7).map((cells) => `${cells[1]} ${cells[3]}`.trim())).toEqual(['я', 'а', 'б у б', 'в']);
  });

  test('leave what is written beside one that has gone where the rows end', () => {
    const fewer = published(three(), rowsOf('а', 'в'), asked);
    expect(fewer.slice(3, 6).map((cells) => `${cells[1]} ${cells[3]}`.trim())).toEqual(['а', 'в', 'у б']);
  });
});

test('dates less than a second apart are the same moment, as a tab keeps no more of it', () => {
  const day = new Date(2023, 4, 12);
  const later = (ms: number) => new Date(day.getTime() + ms);
  expect(firstDifference([[day]], [[later(999)]])).toBeNull();
  expect(firstDifference([[later(999)]], [[day]])).toBeNull();
  expect(firstDifference([[day]], [[later(1000)]])).toEqual({ row: 1, column: 1 });
  expect(firstDifference([['']], [[day]])).toEqual({ row: 1, column: 1 });
});
