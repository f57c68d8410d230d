import fc from 'fast-check';
import type { Cell, Grid } from '../../src/model';
import {
  firstDifference,
  PERIOD_COLUMN,
  planPublication,
  readTable,
  rowsToRead,
  SPARE_ROWS_BELOW,
  seenWhole,
  stampOf,
  type Table,
  type TableColumn,
  tableDesign,
  whenOf,
  written,
} from '../../src/workbook';
import { applied, copyOf, frozen, gridOf } from '../build';

const column = (key: string, format = '@'): TableColumn => ({ key, title: `Графа ${key}`, width: 90, format });
const TABLE: Table = {
  key: 'figures',
  name: 'Показатели',
  help: '',
  columns: [PERIOD_COLUMN, column('school'), column('value', '0.00')],
};
const WHEN = '12.07.2023 03:10';

type Row = Readonly<Record<string, Cell>>;
const rowsNamed = (count: number, name = 'школа'): Row[] =>
  Array.from({ length: count }, (_, index) => ({ school: `${name} ${index + 1}`, value: index / 3 }));

const request = (rows: readonly Row[], period = '2023-Q2', table = TABLE) =>
  frozen({ table, rows, period, stamp: '20230712-031000-abcd', when: WHEN });

/** Publishes as the shell does: looks at the top of the tab, applies the patches, gives the whole tab. */
function published(grid: Grid, rows: readonly Row[], period = '2023-Q2', table = TABLE): Grid {
  let seen = Math.min(grid.length, rowsToRead(rows.length));
  while (!seenWhole(grid.slice(0, seen), grid.length, period)) seen = Math.min(grid.length, seen * 2);
  const plan = planPublication(request(rows, period, table), frozen(copyOf(grid.slice(0, seen))), grid.length);
  const result = applied(grid, [...(plan.insert ? [plan.insert] : []), plan.write]);
  expect(firstDifference(plan.expected, result)).toBeNull();
  return result;
}

const bare = (rows = 2, table = TABLE): Grid => gridOf(tableDesign(table, rows));
const rowsIn = (grid: Grid, period: string): Record<string, Cell>[] =>
  readTable(grid).filter((row) => row.period === period);
const withPeriod = (rows: readonly Row[], period = '2023-Q2') => rows.map((row) => ({ period, ...row }));

/** A tab with a closed quarter below free rows, as closing leaves it. */
function withClosed(rows: readonly Row[], free: number): Grid {
  const grid = published(bare(rows.length), rows, '2023-Q1');
  grid.splice(3, 0, ...Array.from({ length: free }, () => ['', '', '']));
  return grid;
}

describe('publishing', () => {
  test('fills an empty table and says when and by which run', () => {
    const rows = rowsNamed(3);
    const grid = published(bare(), rows);
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rows));
    expect(stampOf(grid)).toBe('20230712-031000-abcd');
    expect(whenOf(grid)).toBe(WHEN);
  });

  test('a table that was never published has no number and no time', () => {
    expect([stampOf(bare()), whenOf(bare()), readTable(bare())]).toEqual(['', '', []]);
  });

  test('fewer rows leave none of the old ones', () => {
    const grid = published(published(bare(), rowsNamed(40)), rowsNamed(2, 'новая'));
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rowsNamed(2, 'новая')));
  });

  test('no rows empty the period and nothing else', () => {
    const closed = rowsNamed(3, 'закрытая');
    const grid = published(published(withClosed(closed, 10), rowsNamed(5)), []);
    expect(readTable(grid)).toEqual(withPeriod(closed, '2023-Q1'));
  });

  test('closed rows are neither moved apart nor changed', () => {
    const closed = rowsNamed(4, 'закрытая');
    const grid = published(withClosed(closed, 20), rowsNamed(7));
    expect(rowsIn(grid, '2023-Q1')).toEqual(withPeriod(closed, '2023-Q1'));
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rowsNamed(7)));
  });

  test('more rows than are free grow the tab just above the closed ones', () => {
    const closed = rowsNamed(4, 'закрытая');
    const before = withClosed(closed, 3);
    const plan = planPublication(request(rowsNamed(8)), before, before.length);
    expect(plan.insert).toEqual({ kind: 'insert-rows', tab: 'figures', after: 6, count: 5 + SPARE_ROWS_BELOW });
    const grid = published(before, rowsNamed(8));
    expect(rowsIn(grid, '2023-Q1')).toEqual(withPeriod(closed, '2023-Q1'));
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rowsNamed(8)));
    expect(grid.length).toBe(before.length + 5 + SPARE_ROWS_BELOW);
  });

  test('more rows than an empty tab holds grow it above its last row', () => {
    const before = bare(0);
    const grid = published(before, rowsNamed(SPARE_ROWS_BELOW + 30));
    expect(rowsIn(grid, '2023-Q2')).toHaveLength(SPARE_ROWS_BELOW + 30);
    expect(grid[grid.length - 1]![0]).toBe(before[before.length - 1]![0]);
  });

  test('as many rows as are free insert none', () => {
    const before = withClosed(rowsNamed(4), 8);
    expect(planPublication(request(rowsNamed(8)), before, before.length).insert).toBeUndefined();
  });

  test('the same twice changes nothing', () => {
    const once = published(bare(), rowsNamed(6));
    expect(published(once, rowsNamed(6))).toEqual(once);
  });

  test('is refused when too little of the tab was read', () => {
    const grid = published(bare(), rowsNamed(40));
    expect(() => planPublication(request(rowsNamed(40)), grid.slice(0, 10), grid.length)).toThrow('too few rows');
    expect(() => planPublication(request([]), grid.slice(0, 20), grid.length)).toThrow('too few rows');
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
    expect(grid[1]).toEqual(['period', 'school', 'value', 'note']);
    expect(grid[2]![3]).toBe('Графа note');
    expect(rowsIn(grid, '2023-Q2')).toEqual([{ period: '2023-Q2', school: 'а', value: 1, note: 'новое' }]);
  });

  test('a field that the programme has no more stays, with its title, for the closed rows', () => {
    const before = published(bare(2, wider), [{ school: 'а', value: 1, note: 'старое' }], '2023-Q1', wider);
    before.splice(3, 0, ...Array.from({ length: 5 }, () => ['', '', '', '']));
    const grid = published(before, rowsNamed(2));
    expect(grid[1]).toEqual(['period', 'school', 'value', 'note']);
    expect(grid[2]![3]).toBe('Графа note');
    expect(rowsIn(grid, '2023-Q1')).toEqual([{ period: '2023-Q1', school: 'а', value: 1, note: 'старое' }]);
    expect(rowsIn(grid, '2023-Q2').map((row) => row.note)).toEqual(['', '']);
  });

  test('are found by their keys where the coordinator has put them', () => {
    const before = bare().map((cells) => [cells[0]!, cells[2]!, cells[1]!]);
    const grid = published(before, rowsNamed(2));
    expect(grid[1]).toEqual(['period', 'value', 'school']);
    expect(rowsIn(grid, '2023-Q2')).toEqual(withPeriod(rowsNamed(2)));
  });

  test('one that the coordinator has inserted between the others moves none of them', () => {
    const closed = rowsNamed(2, 'закрытая');
    const before = withClosed(closed, 10).map((cells) => [cells[0]!, cells[1]!, '', cells[2]!]);
    const grid = published(before, rowsNamed(2));
    const values = (period: string) => rowsIn(grid, period).map(({ school, value }) => ({ school, value }));
    expect(values('2023-Q2')).toEqual(rowsNamed(2));
    expect(values('2023-Q1')).toEqual(closed);
  });
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
      const grid = published(withClosed(closed, closed.length), rows);
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
        if (closes) {
          year += 1;
          grid.splice(3, 0, ...Array.from({ length: 5 }, () => ['', '', '']));
        }
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
