import type { Cell, Grid } from '../../src/model';
import {
  archivedTabFile,
  archivedTabFrom,
  archivedTabText,
  type KeyedTab,
  keyedDesign,
  layoutOf,
  readKeyed,
  restoredDesign,
  type TabColumn,
} from '../../src/workbook';
import { gridOf } from '../build';

const column = (key: string, more: Partial<TabColumn> = {}): TabColumn => ({
  ...{ key, title: `Графа ${key}`, width: 90, format: '@' },
  ...more,
});
const TAB: KeyedTab = {
  ...{ key: 'journal', name: 'Журнал', help: 'Кто и что.', spare: 5 },
  columns: [column('when'), column('what'), column('count', { format: '0' })],
};
const ROWS = [
  { when: '12.07.2023', what: '=не формула', count: 3 },
  { when: '', what: '5/1', count: '' },
  { when: '13.07.2023', what: 'Свод', count: 4 },
];
const STOOD = () => gridOf(keyedDesign(TAB, ROWS));

/** The tab as it stands once the shell has made it and written its rows. */
function restored(grid: Grid, tab = TAB, more = {}) {
  const found = restoredDesign(tab, { key: tab.key, grid, rows: grid.length, ...more })!;
  const made = gridOf({
    ...found.design,
    section: { ...found.design.section, values: [...found.design.section.values, ...found.rows] },
  });
  return { ...found, grid: made, read: readKeyed(tab, made).rows };
}

test('an archived tab stands again with all its rows, words as words', () => {
  const { read, grid, rows, design } = restored(STOOD());
  expect(read).toEqual(ROWS);
  expect(grid.slice(0, 3)).toEqual(STOOD().slice(0, 3));
  // Rows are written in one go below the head.
  expect([rows.length, design.section.values.length]).toEqual([3, 3]);
  expect(design.rows).toBeGreaterThanOrEqual(grid.length);
});

test('a tab keeps what it remembers of itself, and as many rows as it had', () => {
  const remembering = STOOD().map((cells, at) => (at === 1 ? ['journal|when|107 a', ...cells.slice(1)] : cells));
  const { grid, design } = restored(remembering, TAB, { rows: 300 });
  expect(layoutOf(TAB, grid)!.data).toBe('107 a');
  expect(design.rows).toBe(300);
});

test('its own columns come in the order of today, what people have added at their right, with its title', () => {
  const moved = STOOD().map(([when, what, amount], at): Cell[] => [
    amount!,
    ['', '', 'Моё', 'а', '', 'б'][at]!,
    what!,
    when!,
    '',
  ]);
  const keys = moved.map((cells, at) => (at === 1 ? ['journal|count', '', 'what', 'when', ''] : cells));
  const { grid, read, design } = restored(keys);
  expect(read).toEqual(ROWS);
  expect(grid[2]).toEqual(['Графа when', 'Графа what', 'Графа count', 'Моё']);
  expect(grid.slice(3).map((cells) => cells[3])).toEqual(['а', '', 'б']);
  expect(design.columns).toBe(4);
});

test('rows put above the keys do not come along; a column new to the programme is blank', () => {
  const wider: KeyedTab = { ...TAB, columns: [...TAB.columns, column('new')] };
  const { grid, read } = restored([['Внимание'], ...STOOD()], wider);
  expect(read).toEqual(ROWS.map((row) => ({ ...row, new: '' })));
  expect([grid[0]![0], grid[1]!.at(-1)]).toEqual([STOOD()[0]![0], 'new']);
});

test('where cells have notes or lists to choose from, all is made at once, notes beside their cells', () => {
  const notes = STOOD().map((_, at) => ['', at === 4 ? 'Уточнить' : '', at === 2 ? 'Заголовок' : '']);
  const { design, rows, read } = restored(STOOD(), TAB, { notes });
  expect([rows, read]).toEqual([[], ROWS]);
  expect(design.section.decorations.filter(({ note }) => note === 'Уточнить')).toEqual([
    { row: 5, column: 2, rows: 1, columns: 1, note: 'Уточнить' },
  ]);
  expect(design.section.decorations.filter(({ note }) => note === 'Заголовок')).toEqual([]);
  const listed: KeyedTab = {
    ...TAB,
    columns: [column('when', { rule: { kind: 'list', choices: ['а'], help: '' } }), ...TAB.columns.slice(1)],
  };
  expect(restored(STOOD(), listed).rows).toEqual([]);
});

test('a tab that was empty stands again with its head and free rows', () => {
  const { rows, design, read } = restored(gridOf(keyedDesign(TAB)), TAB, { rows: 40 });
  expect([rows, read, design.rows]).toEqual([[], [], 40]);
});

test('it has one row more than is written, as long as the sheet had no more', () => {
  expect(restored(STOOD(), TAB, { rows: 2 }).design.rows).toBe(3 + ROWS.length + TAB.spare);
});

test('as many columns stay in sight as the tab says, or as were told', () => {
  const frozen = { ...TAB, frozenColumns: 2 };
  expect(restored(STOOD(), frozen).design.frozenColumns).toBe(2);
  expect(restored(STOOD()).design.frozenColumns).toBe(0);
  const told = restoredDesign(frozen, { key: 'journal', grid: STOOD(), rows: 9 }, 1)!;
  expect(told.design.frozenColumns).toBe(1);
});

test('a column of a person’s that is blank is not kept, one that only a longer row has is', () => {
  const grid = STOOD().map((cells, at): Cell[] => [...cells, '', ...(at === 5 ? ['звонили'] : [])]);
  const { design, grid: made } = restored(grid);
  expect(design.columns).toBe(4);
  expect(made.map((cells) => cells[3])).toEqual(['', '', '', '', '', 'звонили']);
});

test('a key that was the first, or stood where the first column stands, keeps its own', () => {
  const moved = STOOD().map((cells, at): Cell[] => [
    at === 1 ? 'journal|count' : cells[2]!,
    cells[1]!,
    at === 1 ? 'when' : cells[0]!,
  ]);
  expect(restored(moved).read).toEqual(ROWS);
  expect(restored(moved).grid[1]).toEqual(['journal|when', 'what', 'count']);
});

test('what marks the end of a tab is put there anew, once', () => {
  const ended: KeyedTab = { ...TAB, spare: 0, lastRow: '— конец —' };
  const { grid, read } = restored(gridOf(keyedDesign(ended, ROWS)), ended);
  expect(read.slice(0, 3)).toEqual(ROWS);
  expect(grid.filter(([first]) => first === '— конец —')).toHaveLength(1);
  expect(grid.at(-1)![0]).toBe('— конец —');
});

test('a tab without keys is not guessed at', () => {
  expect(restoredDesign(TAB, { key: 'journal', grid: STOOD().filter((_, at) => at !== 1), rows: 6 })).toBeNull();
});

test('an archive keeps the tab as it stood, days included', () => {
  const archived = { key: 'rows/marks', grid: [['а', 5, true, new Date(2023, 4, 12)]], rows: 9, notes: [['слово']] };
  expect(archivedTabFrom(archivedTabText(archived))).toEqual(archived);
  expect([archivedTabFile('rows/marks'), archivedTabFile('journal')]).toEqual([
    'workbook/rows-marks.json',
    'workbook/journal.json',
  ]);
});
