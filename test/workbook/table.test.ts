import fc from 'fast-check';
import type { Cell, Grid } from '../../src/model';
import {
  FIRST_ROW,
  firstDifference,
  gapsOf,
  PERIOD_COLUMN,
  PERIOD_IN_WORDS,
  periodPieces,
  planPublication,
  readTable,
  stampOf,
  standingRows,
  standingStamp,
  type TabColumn,
  type Table,
  tableDesign,
  written,
} from '../../src/workbook';
import { copyOf, gridOf, publishedTab } from '../build';

const column = (key: string, format = '@'): TabColumn => ({ key, title: `Графа ${key}`, width: 90, format });
const TABLE: Table = {
  key: 'figures',
  name: 'Показатели',
  help: '',
  columns: [PERIOD_COLUMN, column('school'), column('value', '0.00')],
};

type Row = Readonly<Record<string, Cell>>;
const rowsNamed = (count: number, name = 'школа'): Row[] =>
  Array.from({ length: count }, (_, index) => ({ school: `${name} ${index + 1}`, value: index / 3 }));

const request = (rows: readonly Row[], period = '2023-Q2', table = TABLE, at = '2023-07-12T03:10') => ({
  ...{ table, rows, period, at },
});

/** Publishes as the shell does: looks at the top of the tab first, and further down only when it must. */
const published = (grid: Grid, rows: readonly Row[], period = '2023-Q2', table = TABLE): Grid =>
  publishedTab(grid, request(rows, period, table), Math.min(grid.length, FIRST_ROW + rows.length));

const bare = (table = TABLE): Grid => gridOf(tableDesign(table));
const rowsIn = (grid: Grid, period: string, table = TABLE): Row[] =>
  readTable(table, grid).filter((row) => row.period === period);
const withPeriod = (rows: readonly Row[], period = '2023-Q2') => rows.map((row) => ({ period, ...row }));

/** A tab with a closed quarter. */
const withClosed = (rows: readonly Row[]): Grid => published(bare(), rows, '2023-Q1');
const planOf = (grid: Grid, rows: readonly Row[], period = '2023-Q2') =>
  planPublication(request(rows, period), grid, grid.length);

/** Whatever has happened to a tab: cut into periods it says of each what the whole says, and so do its rows as they stand. */
function expectCutAsRead(grid: Grid): void {
  const piece = periodPieces(TABLE, grid, '2023-Q2');
  for (const period of ['2023-Q1', '2023-Q2']) {
    const read = readTable(TABLE, grid, '2023-Q2').filter((row) => row.period === period);
    const { rows, placeOf } = standingRows(TABLE, grid, period, '2023-Q2');
    expect(readTable(TABLE, piece(period))).toEqual(read);
    expect(rows.map((cells) => cells[placeOf('school')])).toEqual(read.map(({ school }) => school));
  }
}

describe('publishing', () => {
  test('fills an empty table and says of when its data are', () => {
    const rows = rowsNamed(3);
    const grid = published(bare(), rows);
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rows));
    expect(grid[0]![0]).toBe('Данные на 12\u00a0июля, 03:10');
    expect(standingStamp(TABLE, grid, '2023-Q2')).toBe(stampOf(rows));
  });

  test('says in words which period it is of; the key is for the add-on and out of sight', () => {
    const table = { ...TABLE, columns: [...PERIOD_IN_WORDS, ...TABLE.columns.slice(1)] };
    const closed = published(bare(table), rowsNamed(1), '2023-Q1', table);
    const grid = published(closed, rowsNamed(2), '2023-Q2', table);
    expect(grid.slice(FIRST_ROW - 1, FIRST_ROW + 2).map((cells) => cells.slice(0, 3))).toEqual([
      ['2023-Q2', 'учебный год 2022/23', 'школа 1'],
      ['2023-Q2', 'учебный год 2022/23', 'школа 2'],
      ['2023-Q1', 'III четверть 2022/23', 'школа 1'],
    ]);
    expect(grid[0]!.slice(0, 2)).toEqual(['', 'Данные на 12\u00a0июля, 03:10']);
    expect(tableDesign(table).hiddenColumns).toEqual([1]);
    expect(standingStamp(table, grid, '2023-Q2')).toBe(stampOf(rowsNamed(2)));
  });

  test('a table that was never published says so and has no rows', () => {
    expect([bare()[0]![0], readTable(TABLE, bare())]).toEqual(['Свод ещё не собран', []]);
  });

  test('fewer rows leave none of the old ones', () => {
    const grid = published(published(bare(), rowsNamed(40)), rowsNamed(2, 'новая'));
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rowsNamed(2, 'новая')));
  });

  test('no rows empty the period and nothing else', () => {
    const closed = rowsNamed(3, 'закрытая');
    const grid = published(published(withClosed(closed), rowsNamed(5)), []);
    expect(readTable(TABLE, grid)).toEqual(withPeriod(closed, '2023-Q1'));
  });

  test.each([
    [7, 12],
    [7, 3],
    [7, 7],
    [7, 0],
  ])('%i open rows that become %i stand right above the closed ones, which are not changed', (before, after) => {
    const closed = rowsNamed(4, 'закрытая');
    const grid = published(published(withClosed(closed), rowsNamed(before)), rowsNamed(after, 'новая'));
    const periods = grid.slice(FIRST_ROW - 1).map(([period]) => period);
    expect(periods.slice(0, after + 5)).toEqual([...Array(after).fill('2023-Q2'), ...Array(4).fill('2023-Q1'), '']);
    expect(rowsIn(grid, '2023-Q1')).toEqual(withPeriod(closed, '2023-Q1'));
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rowsNamed(after, 'новая')));
  });

  test('the free rows that version 0.1.0 left above the closed ones are found', () => {
    const old = published(withClosed(rowsNamed(4, 'закрытая')), rowsNamed(2));
    old.splice(0, 2, ['Показатели: свод от 12.04.2023 10:00, № 20230412-100000-abcd'], ['period', 'school', 'value']);
    old.splice(FIRST_ROW + 1, 0, ...Array.from({ length: 30 }, () => ['', '', '']));
    expect(gapsOf({ ...TABLE, spare: 0 }, old)).toEqual([{ row: FIRST_ROW + 2, count: 30 }]);
  });

  test('more rows than an empty tab holds grow it above its last row', () => {
    const before = bare();
    const grid = published(before, rowsNamed(200));
    expect(rowsIn(grid, '2023-Q2')).toHaveLength(200);
    expect(grid[grid.length - 1]![0]).toBe(before[before.length - 1]![0]);
  });

  test('the same twice is not written, whatever the day', () => {
    const once = published(bare(), rowsNamed(6));
    const again = planPublication(request(rowsNamed(6), '2023-Q2', TABLE, '2023-08-01T03:10'), once, once.length);
    expect(again).toEqual({ kind: 'same', stamp: stampOf(rowsNamed(6)), at: '2023-07-12T03:10' });
  });

  test('the same after a closing and another quarter is not written either', () => {
    const grid = published(withClosed(rowsNamed(4, 'закрытая')), rowsNamed(6));
    expect(planOf(grid, rowsNamed(6)).kind).toBe('same');
  });

  test('looks no further than one row below the open ones while nobody has been at the tab', () => {
    const grid = published(withClosed(rowsNamed(40, 'закрытая')), rowsNamed(6));
    const top = copyOf(grid.slice(0, FIRST_ROW + 6));
    expect(planPublication(request(rowsNamed(6)), top, grid.length).kind).toBe('same');
    expect(planPublication(request(rowsNamed(5)), top, grid.length).kind).toBe('write');
    top[5]![2] = 77;
    expect(planPublication(request(rowsNamed(6)), top, grid.length)).toEqual({ kind: 'look', rows: grid.length });
  });
});

describe('whatever a person has done to a tab', () => {
  const closed = () => rowsNamed(5, 'закрытая');
  const whole = () => published(withClosed(closed()), rowsNamed(6));
  const body = whole().length - FIRST_ROW;

  test('the next publication puts it right, closed rows as they were', () => {
    const move = fc.record({
      kind: fc.constantFrom('type', 'delete', 'insert', 'swap', 'copy'),
      at: fc.nat(body - 1),
      to: fc.nat(body - 1),
    });
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 4 }), (moves) => {
        const grid = copyOf(whole());
        const isOpen = (row: number) => grid[row]?.[0] === '2023-Q2';
        for (const { kind, at, to } of moves) {
          const [row, other] = [FIRST_ROW - 1 + at, FIRST_ROW - 1 + to];
          // Closed rows are not the publication's to bring back.
          if (kind === 'type' && isOpen(row)) grid[row]![2] = 'x';
          if (kind === 'delete' && isOpen(row)) grid.splice(row, 1);
          if (kind === 'insert') grid.splice(row, 0, ['', '', '']);
          if (kind === 'swap' && grid[row] && grid[other]) [grid[row], grid[other]] = [grid[other]!, grid[row]!];
          if (kind === 'copy' && isOpen(row)) grid.splice(other, 0, [...grid[row]!]);
        }
        expectCutAsRead(grid);
        const right = published(grid, rowsNamed(6));
        expect(readTable(TABLE, right, '2023-Q2').filter(({ period }) => period === '2023-Q2')).toEqual(
          withPeriod(rowsNamed(6)),
        );
        const names = (rows: readonly Row[]) => rows.map(({ school }) => school).sort();
        expect(names(rowsIn(right, '2023-Q1'))).toEqual(names(closed()));
        expect(planOf(right, rowsNamed(6)).kind).toBe('same');
      }),
      { numRuns: 300 },
    );
  });

  test('a tab without keys or without the column of periods is not guessed at', () => {
    expect(
      planOf(
        whole().filter((_, row) => row !== 1),
        rowsNamed(6),
      ).kind,
    ).toBe('lost');
    expect(
      planOf(
        whole().map((cells) => cells.slice(1)),
        rowsNamed(6),
      ).kind,
    ).toBe('lost');
  });

  test('own columns and their words stay, and no new column is written over them', () => {
    const wider: Table = { ...TABLE, columns: [...TABLE.columns, column('note')] };
    const own = published(bare(), rowsNamed(2)).map((cells, row) => [
      ...cells,
      row === 2 ? 'Моё' : row === 3 ? 'раз' : '',
    ]);
    const grid = published(own, [{ school: 'а', value: 1, note: 'новое' }], '2023-Q2', wider);
    expect(grid.slice(1, 4).map((cells) => cells.slice(3))).toEqual([
      ['', 'note'],
      ['Моё', 'Графа note'],
      ['раз', 'новое'],
    ]);
  });
});

describe('columns of the tab', () => {
  const wider: Table = { ...TABLE, columns: [...TABLE.columns, column('note')] };

  test('a field new to the programme is added at the right', () => {
    const grid = published(
      published(bare(), rowsNamed(1)),
      [{ school: 'а', value: 1, note: 'новое' }],
      '2023-Q2',
      wider,
    );
    expect(grid[1]!.slice(1)).toEqual(['school', 'value', 'note']);
    expect(grid[2]![3]).toBe('Графа note');
    expect(rowsIn(grid, '2023-Q2')).toEqual([{ period: '2023-Q2', school: 'а', value: 1, note: 'новое' }]);
  });

  test('a field new to the programme is added though nothing is to be said under it yet', () => {
    const before = published(bare(), rowsNamed(2));
    expect(published(before, rowsNamed(2), '2023-Q2', wider)[1]!.slice(1)).toEqual(['school', 'value', 'note']);
  });

  test('a field that the programme has no more stays, with its title, for the closed rows', () => {
    const before = published(bare(wider), [{ school: 'а', value: 1, note: 'старое' }], '2023-Q1', wider);
    const grid = published(before, rowsNamed(2));
    expect(grid[1]!.slice(1)).toEqual(['school', 'value', 'note']);
    expect(grid[2]![3]).toBe('Графа note');
    expect(rowsIn(grid, '2023-Q1')).toEqual([{ period: '2023-Q1', school: 'а', value: 1, note: 'старое' }]);
    expect(rowsIn(grid, '2023-Q2').map((row) => row.note)).toEqual(['', '']);
  });

  test('are found by their keys where the coordinator has put them', () => {
    const before = bare().map((cells) => [cells[0]!, cells[2]!, cells[1]!]);
    const grid = published(before, rowsNamed(2));
    expect(grid[1]!.slice(1)).toEqual(['value', 'school']);
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rowsNamed(2)));
  });

  test('one that the coordinator has inserted between the others moves none of them', () => {
    const closed = rowsNamed(2, 'закрытая');
    const before = withClosed(closed).map((cells) => [cells[0]!, cells[1]!, '', cells[2]!]);
    const grid = published(before, rowsNamed(2));
    const values = (period: string) => rowsIn(grid, period).map(({ school, value }) => ({ school, value }));
    expect(values('2023-Q2')).toEqual(rowsNamed(2));
    expect(values('2023-Q1')).toEqual(closed);
  });
});

describe('the stamp of rows', () => {
  const rows = [
    { school: 'а', value: 12 },
    { school: 'б', value: 3 },
  ];

  test('is the same whatever the order of columns, with or without blank ones', () => {
    expect(stampOf(rows.map(({ school, value }) => ({ value, school, note: '' })))).toBe(stampOf(rows));
    expect(stampOf(rows.map((row) => ({ ...row, period: '2023-Q2' })))).toBe(stampOf(rows));
  });

  test.each<[string, Row[]]>([
    ['a cell changes', [{ school: 'а', value: 13 }, rows[1]!]],
    ['a number becomes its digits in words', [{ school: 'а', value: '12' }, rows[1]!]],
    ['two rows change places', [rows[1]!, rows[0]!]],
    ['a row goes', [rows[0]!]],
    ['a cell moves to another column', rows.map(({ school, value }) => ({ school: value, value: school }))],
    ['a column gets another key', rows.map(({ school, value }) => ({ school, other: value }))],
    ['a letter moves over to the next cell', [{ school: '', value: 'а12' }, rows[1]!]],
  ])('is another one when %s', (_, changed) => {
    expect(stampOf(changed)).not.toBe(stampOf(rows));
  });

  test('tells cells of a row apart: what stands in two is not the same in one', () => {
    const last = { a: 'x', b: 'y' };
    expect(stampOf([{ a: '1', b: '2' }, last])).not.toBe(stampOf([{ a: '12', b: '' }, last]));
    expect(stampOf([{ a: new Date(5), b: '' }, last])).not.toBe(stampOf([{ a: '5', b: '' }, last]));
  });

  test('stays what it was: tabs that stand published are not taken for changed', () => {
    expect(stampOf(rows)).toBe('g3g9fbnerk');
  });

  test('of a tab is that of its open rows on top: free rows between do not end them, closed ones do', () => {
    const grid = published(withClosed(rowsNamed(1, 'закрытая')), rows);
    grid.splice(FIRST_ROW, 0, ['', '', '']);
    expect(standingStamp(TABLE, grid, '2023-Q2')).toBe(stampOf(rows));
    grid.splice(FIRST_ROW + 3, 0, ['2023-Q2', 'чужая', 1]);
    expect(standingStamp(TABLE, grid, '2023-Q2')).toBe(stampOf(rows));
  });

  test('of a tab without keys, without periods or of no period is that of no rows', () => {
    const grid = published(bare(), rows);
    const none = stampOf([]);
    expect(standingStamp(TABLE, [], '2023-Q2')).toBe(none);
    expect(
      standingStamp(
        TABLE,
        grid.map((cells) => cells.slice(1)),
        '2023-Q2',
      ),
    ).toBe(none);
    expect(standingStamp(TABLE, grid, '')).toBe(none);
    const apart = grid.map((cells, row) => (row === 1 ? ['', 'figures|school', 'value'] : cells));
    expect(standingStamp(TABLE, apart, '2023-Q2')).toBe(none);
  });

  test('of a tab in which people have columns of their own does not count those', () => {
    const own = published(bare(), rows).map((cells, row) => [cells[0]!, row > 2 ? 'моё' : '', ...cells.slice(1)]);
    expect(standingStamp(TABLE, own, '2023-Q2')).toBe(stampOf(rows));
  });
});

test('a tab without keys or without periods has no rows of any period', () => {
  const grid = published(bare(), rowsNamed(2));
  const apart = grid.map((cells, row) => (row === 1 ? ['', 'figures|school', 'value'] : cells));
  for (const tab of [[], apart]) {
    expect(standingRows(TABLE, tab, '2023-Q2', '2023-Q2').rows).toEqual([]);
    expect(periodPieces(TABLE, tab)('2023-Q2')).toEqual([]);
  }
  expect(standingRows(TABLE, grid, '', '2023-Q2').rows).toEqual([]);
  expect(periodPieces(TABLE, grid)('2022-Q4')).toEqual(grid.slice(0, 3));
});

const anyWord = fc.oneof(
  fc.constantFrom('5/1', '1-4', '=1+1', "'кавычка", '007', '+7', '-', '@', 'TRUE', '12,5', '12.5', '№ 1'),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => text.trim() !== ''),
);
const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  anyWord,
  fc.constant(''),
  fc.boolean(),
);
const anyRow = fc.record({ school: anyWord, value: anyCell });

test('what is published is read back: words stay words, whatever they look like', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), fc.array(anyRow, { maxLength: 12 }), (closed, rows) => {
      const grid = published(withClosed(closed), rows);
      expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rows));
      expect(rowsIn(grid, '2023-Q1')).toEqual(withPeriod(closed, '2023-Q1'));
    }),
  );
});

test('any history of publishing leaves just the last rows of each period', () => {
  const step = fc.record({ count: fc.nat(70), closes: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      let grid = bare();
      let year = 2000;
      const kept: Record<string, Row[]> = {};
      for (const { count, closes } of steps) {
        const period = `${year}-Q1`;
        kept[period] = rowsNamed(count, period);
        grid = published(grid, kept[period]!, period);
        if (closes) year += 1;
      }
      for (const [period, rows] of Object.entries(kept)) expect(rowsIn(grid, period)).toEqual(withPeriod(rows, period));
    }),
    { numRuns: 50 },
  );
});

describe('a text is written so that Sheets does not read it', () => {
  test('in a column of numbers always with an apostrophe', () => {
    expect(written('12.5', 'General')).toBe("'12.5");
    expect(written('нет', '0')).toBe("'нет");
  });

  test('in a column of words where it begins like a formula', () => {
    expect(written('=1', '@')).toBe("'=1");
    expect(written("'я", '@')).toBe("''я");
    expect(written('5/1', '@')).toBe('5/1');
  });

  test('and numbers, blanks and ticks as they are', () => {
    expect([written(5, 'General'), written('', 'General'), written(true, '@')]).toEqual([5, '', true]);
  });
});

describe('reading back', () => {
  const day = new Date(2023, 4, 12);

  test('finds the first cell that is not what was meant', () => {
    expect(
      firstDifference(
        [
          ['а', 1],
          ['б', 2],
        ],
        [
          ['а', 1],
          ['б', 3],
        ],
      ),
    ).toEqual({ row: 2, column: 2 });
    expect(firstDifference([['а']], [])).toEqual({ row: 1, column: 1 });
    expect(firstDifference([['5']], [[5]])).toEqual({ row: 1, column: 1 });
  });

  test('takes blanks and dates of the same instant for the same', () => {
    expect(firstDifference([['', day]], [[' ', new Date(day.getTime())]])).toBeNull();
    expect(firstDifference([[day]], [['12.05.2023']])).toEqual({ row: 1, column: 1 });
    expect(firstDifference([['']], [[]])).toBeNull();
  });

  test('is not disturbed by what else stands on the tab', () => {
    expect(firstDifference([['а']], [['а', 'б'], ['в']])).toBeNull();
  });
});
