import type { Grid } from '../../src/model';
import {
  cellsOf,
  filledWidth,
  type KeyedTab,
  keyedDesign,
  layoutOf,
  readColumn,
  readKeyed,
  type TabColumn,
  tabKeyOf,
} from '../../src/workbook';
import { lookAt } from './look-at';

const column = (key: string, more: Partial<TabColumn> = {}): TabColumn => ({
  ...{ key, title: `Графа ${key}`, width: 90, format: '@' },
  ...more,
});
const TAB: KeyedTab = {
  ...{ key: 'things', name: 'Вещи', help: 'Что это за вкладка.', spare: 3 },
  columns: [
    column('id', { hidden: true }),
    column('name', { help: 'Как называется.' }),
    column('kind', { rule: { kind: 'list', choices: ['а', 'б'], help: 'Выберите.' } }),
    column('count', { format: '0', width: 60 }),
    column('day', { format: 'dd.MM.yyyy', width: 60 }),
    column('secret', { format: '0', hidden: true }),
    column('sum', { format: '0.0' }),
  ],
};
const ROWS = [{ id: '1', name: '=стол', count: 3 }];

describe('a service tab', () => {
  test('begins with its words over what is in sight, hidden keys, titles; texts are written as texts', () => {
    const design = keyedDesign(TAB, ROWS);
    const { values } = design.section;
    expect(values).toEqual([
      ['', 'Вещи', '', '', '', '', ''],
      ['things|id', 'name', 'kind', 'count', 'day', 'secret', 'sum'],
      TAB.columns.map(({ title }) => title),
      ['1', "'=стол", '', 3, '', '', ''],
    ]);
    expect(keyedDesign({ ...TAB, title: 'Ещё пусто' }).section.values[0]![1]).toBe('Ещё пусто');
  });

  test('says what it is for in a note over its words, and of a column what belongs there', () => {
    const design = keyedDesign(TAB, ROWS);
    const { decorations } = design.section;
    expect(lookAt(decorations, 1, 2)).toMatchObject({ bold: true, note: 'Что это за вкладка.', background: '#e8eef7' });
    expect(lookAt(decorations, 1, 3).note).toBeUndefined();
    expect(lookAt(decorations, 3, 2)).toMatchObject({ bold: true, note: 'Как называется.' });
    expect(lookAt(decorations, 3, 3).note).toBeUndefined();
    expect(lookAt(decorations, 2, 7)).toEqual({ hideRows: true, format: '@' });
    expect(lookAt(decorations, 3, 7).hideRows).toBeUndefined();
  });

  test('has frames and wrapped words where rows stand, and accepts the words of a list in free rows, too', () => {
    const design = keyedDesign(TAB, ROWS);
    const { decorations } = design.section;
    expect(lookAt(decorations, 4, 2)).toMatchObject({ border: true, wrap: true, format: '@' });
    expect(lookAt(decorations, 4, 1)).toEqual({ border: true, format: '@' });
    expect(lookAt(decorations, 4, 4)).toEqual({ border: true, format: '0', align: 'center' });
    expect(lookAt(decorations, 5, 2)).toEqual({});
    expect([4, 5, 6, 7, 8].map((row) => lookAt(decorations, row, 3).rule?.kind)).toEqual([
      ...['list', 'list', 'list', 'list'],
      undefined,
    ]);
  });

  test('has numbers and days under their titles, neighbouring columns as one area', () => {
    const design = keyedDesign(TAB, ROWS);
    const { decorations } = design.section;
    expect(decorations.filter(({ align, row }) => align === 'center' && row === 4)).toEqual([
      { row: 4, rows: 4, column: 4, columns: 2, align: 'center' },
      { row: 4, rows: 4, column: 7, columns: 1, align: 'center' },
    ]);
    const none = keyedDesign({ ...TAB, spare: 0 }).section.decorations;
    expect(none.filter(({ align, row }) => align === 'center' && row === 4)).toEqual([]);
  });

  test('is as long as its rows and the free ones, its first rows and hidden columns as declared', () => {
    const design = keyedDesign(TAB, ROWS);
    expect(design).toMatchObject({ rows: 7, columns: 7, frozenRows: 3, frozenColumns: 0, hidden: false });
    expect(design.hiddenColumns).toEqual([1, 6]);
    expect(design.formats).toEqual(TAB.columns.map(({ format }) => format));
    expect(design.protect).toEqual({ description: 'Служебная вкладка: Вещи', warningOnly: false });
    expect(keyedDesign({ ...TAB, spare: 0 }, ROWS)).not.toHaveProperty('formats');
    expect(design).not.toHaveProperty('lastRow');
    const ended = keyedDesign({ ...TAB, spare: 0, lastRow: 'конец', frozenColumns: 2, hidden: true }, ROWS);
    expect(ended).toMatchObject({ rows: 5, lastRow: 'конец', frozenColumns: 2, hidden: true });
    expect(ended).toHaveProperty('formats');
  });

  test('without titles of its columns hides their row: its headings stand among its rows', () => {
    const untitled = { ...TAB, columns: [column('id', { hidden: true }), column('name', { title: '' })] };
    expect(lookAt(keyedDesign(untitled).section.decorations, 3, 1).hideRows).toBe(true);
    const half = { ...TAB, columns: [column('id', { title: '' }), column('name')] };
    expect(lookAt(keyedDesign(half).section.decorations, 3, 1).hideRows).toBeUndefined();
  });

  test('all of whose columns are out of sight has its words in the first', () => {
    const hidden = { ...TAB, columns: [column('id', { hidden: true }), column('name', { hidden: true })] };
    const { section } = keyedDesign(hidden);
    expect(section.values[0]).toEqual(['Вещи', '']);
    expect(lookAt(section.decorations, 1, 1).note).toBe('Что это за вкладка.');
  });
});

describe('a tab that people have been at', () => {
  const grid: Grid = [
    ['Моя строка', '', '', ''],
    ['', 'Вещи', '', ''],
    ['name', 'things|id|запомнено|и ещё', '', 'count'],
    ['Название', 'Ключ', 'Моё', 'Сколько'],
    ['стол', '1', 'раз', 3],
    ['', '', 'два', ''],
    ['', '2', '', ''],
  ];

  test('is found by its keys wherever they stand, with what it remembers', () => {
    expect(layoutOf(TAB, grid)).toEqual({ keysRow: 3, order: ['name', 'id', '', 'count'], data: 'запомнено|и ещё' });
    expect(layoutOf({ ...TAB, key: 'others' }, grid)).toBeNull();
    expect(tabKeyOf(grid)).toBe('things');
    expect(tabKeyOf([['things'], ['А|б'], ['|id']])).toBe('');
  });

  test('is not looked for far below', () => {
    const blank = (count: number): Grid => Array.from({ length: count }, () => ['']);
    expect(layoutOf(TAB, [...blank(9), ...grid.slice(2)])?.keysRow).toBe(10);
    expect(layoutOf(TAB, [...blank(10), ...grid.slice(2)])).toBeNull();
  });

  test('is read by keys: a row that holds nothing but a person’s words beside is none', () => {
    expect(readKeyed(TAB, grid)).toEqual({
      rows: [
        { name: 'стол', id: '1', count: 3 },
        { name: '', id: '2', count: '' },
      ],
      rowNumbers: [5, 7],
    });
    expect(readKeyed({ ...TAB, key: 'others' }, grid)).toEqual({ rows: [], rowNumbers: [] });
  });

  test('is read by one key: blank down to the titles, nothing where the key is gone', () => {
    expect(readColumn(TAB, grid, 'count')).toEqual(['', '', '', '', 3, '', '']);
    expect(readColumn(TAB, grid, 'name')).toEqual(['', '', '', '', 'стол', '', '']);
    expect(readColumn(TAB, grid, 'sum')).toEqual([]);
    expect(readColumn({ ...TAB, key: 'others' }, grid, 'count')).toEqual([]);
    expect(readColumn(TAB, [...grid.slice(0, 4), ['стул']], 'count')[4]).toBe('');
  });

  test('gets a row in the order of its columns, a person’s own blank', () => {
    const layout = layoutOf(TAB, grid)!;
    expect(cellsOf(TAB, layout, { id: '3', name: '+шкаф', count: 'нет' })).toEqual(["'+шкаф", '3', '', "'нет"]);
    expect(cellsOf(TAB, { order: ['was-there'] }, { 'was-there': '12' })).toEqual(['12']);
  });
});

test('a tab of 0.1.0 does not say whose its keys are: it is known by the first of its columns and one more', () => {
  const old = (...keys: string[]): Grid => [['Вещи'], keys, ['Графа']];
  expect(layoutOf(TAB, old('id', 'count', '', ''))).toEqual({ keysRow: 2, order: ['id', 'count'], data: '' });
  expect(layoutOf(TAB, old('count', 'name'))).toBeNull();
  expect(layoutOf(TAB, old('id', 'other'))).toBeNull();
  expect(layoutOf(TAB, [])).toBeNull();
});

test('the last column in which anything stands is seen past blanks between', () => {
  expect([filledWidth(['а', '', 'б', '', ' ']), filledWidth(['', '']), filledWidth([])]).toEqual([3, 0, 0]);
});

test('what tab a sheet is says the mark in its first rows, whole and at the beginning of a cell', () => {
  for (const mark of ['journal|when', 'journal|when|{"a":1}', 'rows/marks|period']) {
    expect(tabKeyOf([['Журнал'], ['', mark, 'who']])).toBe(mark.split('|')[0]);
  }
  for (const other of ['см. journal|when', 'journal|', 'journal|when,who', 'Journal|when', 7]) {
    expect(tabKeyOf([['Журнал'], ['', other, 'who']])).toBe('');
  }
});
