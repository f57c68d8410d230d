import { type Cell, count, defineForm, EVERY_QUARTER, type Grid, text } from '../../src/model';
import {
  CORRECTIONS,
  gapsOf,
  type KeyedTab,
  type KeyPlan,
  layoutOf,
  momentOf,
  planAnew,
  planKeys,
  planRowData,
  ROW_DATA,
  readKeyed,
  type TabColumn,
} from '../../src/workbook';
import { correctionsInWords, dataOfRow, keyOfTitle, titlesRow } from '../../src/workbook/made-by-0-1-0';

const column = (key: string, title: string): TabColumn => ({ key, title, width: 90, format: '@' });
/** «Журнал» as version 0.1.0 had it, and a column that came later. */
const TAB: KeyedTab = {
  ...{ key: 'journal', name: 'Журнал', help: '', spare: 0 },
  columns: [
    column('when', 'Когда'),
    column('who', 'Кто'),
    column('what', 'Что'),
    column('stamp', 'Номер свода'),
    column('details', 'Подробности'),
    column('data', 'Служебные данные'),
  ],
};
const TITLES = ['Когда', 'Кто', 'Что', 'Номер свода', 'Подробности'];
const LINE = ['12.01.2023 03:10', 'часы', 'Свод', '7', 'всё'];

/** The tab once the plan is carried out. */
function carriedOut(grid: Grid, { rows, write, width }: KeyPlan): Grid {
  const result = grid.map((cells) => [...cells]);
  if (rows) result.splice(rows.before - 1, 0, ...Array.from({ length: rows.count }, (): Cell[] => []));
  const wide = result.map((cells) => [...cells, ...Array<Cell>(Math.max(0, width - cells.length)).fill('')]);
  write.values.forEach((cells, down) => {
    cells.forEach((cell, right) => {
      wide[write.row - 1 + down]![write.column - 1 + right] = cell;
    });
  });
  return wide;
}
const planOf = (grid: Grid, tab = TAB) => planKeys(tab, grid) as KeyPlan;
const readBack = (grid: Grid) => readKeyed(TAB, carriedOut(grid, planOf(grid))).rows;
const KEPT = { when: LINE[0], who: LINE[1], what: LINE[2], stamp: LINE[3], details: LINE[4], data: '' };

test('a tab of version 0.1.0 gets its keys and the column it lacks, and its lines are read by them', () => {
  expect(readBack([TITLES, LINE])).toEqual([KEPT]);
  const plan = planOf([TITLES, LINE]);
  expect(plan.rows).toEqual({ before: 1, count: 2 });
  expect(plan.added).toEqual([{ at: 6, column: TAB.columns[5] }]);
  expect([plan.width, plan.titles, plan.write.row]).toEqual([6, 3, 1]);
});

test('its columns stay where people have moved them, with one of their own among them', () => {
  const moved = (cells: readonly string[]): string[] => [cells[1]!, 'моё', cells[0]!, ...cells.slice(2)];
  const grid = [['Наш журнал'], moved(TITLES), moved(LINE)];
  expect(readBack(grid)).toEqual([KEPT]);
  expect(planOf(grid).rows).toEqual({ before: 2, count: 2 });
  const done = carriedOut(grid, planOf(grid));
  expect([done[0]![0], done.at(-1)![1]]).toEqual(['Наш журнал', 'моё']);
});

test('a run that died after making room begins there again', () => {
  const begun: Grid = [['', ''], ['', ''], TITLES, LINE];
  expect(planOf(begun).rows).toBeUndefined();
  expect(planOf(begun)).toMatchObject({ titles: 3, write: { row: 1 } });
  expect(readBack(begun)).toEqual([KEPT]);
  expect(planOf([['', ''], TITLES, LINE]).rows).toEqual({ before: 2, count: 2 });
  expect(planOf([['слово'], ['', ''], TITLES, LINE]).rows).toEqual({ before: 3, count: 2 });
});

test('one reworded title is known by being the only one; of two nobody can say which is which', () => {
  const reworded = TITLES.map((title) => (title === 'Что' ? 'Событие' : title));
  expect(readBack([reworded, LINE])).toEqual([KEPT]);
  const one = [...TITLES.slice(0, 4), 'Примечания', 'Ещё'];
  expect(planKeys(TAB, [one, [...LINE, 'х']])).toEqual({ lost: ['Подробности'] });
  // A title that is gone without another in its place is a column that is made anew.
  expect(planOf([TITLES.slice(0, 4), LINE.slice(0, 4)]).added.map(({ column: { key } }) => key)).toEqual([
    'details',
    'data',
  ]);
});

test('a column of a person’s at the right, without a title, is none of the tab’s, and one row filled in above is no room', () => {
  const wide = [[...TITLES, '', ''], LINE];
  expect(planOf(wide)).toMatchObject({ width: 6, added: [{ at: 6 }] });
  expect(planOf([['', 'моё'], ['', ''], TITLES, LINE]).rows).toEqual({ before: 3, count: 2 });
});

test('a tab that has lost its first column gets it at the right of what people have typed, its head where it stands', () => {
  const grid = [
    ['Данные на 5 мая', '', '', '', ''],
    ['who', 'what', 'stamp', 'details', ''],
    TITLES.slice(1),
    [...LINE.slice(1), 'сверено'],
  ];
  const plan = planOf(grid);
  expect(plan.rows).toBeUndefined();
  expect([plan.write.row, plan.added.map(({ at }) => at)]).toEqual([1, [6, 7]]);
  const after = carriedOut(grid, plan);
  expect(after[0]![0]).toBe('Данные на 5 мая');
  expect(readKeyed(TAB, after).rows).toEqual([{ ...KEPT, when: '' }]);
  expect(after[3]![4]).toBe('сверено');
});

test('a new tab’s columns that it lacks come one beside another', () => {
  const more: KeyedTab = { ...TAB, columns: [...TAB.columns, column('new', 'Новое')] };
  expect(planOf([TITLES, LINE], more).added.map(({ at }) => at)).toEqual([6, 7]);
  const keyed = carriedOut([TITLES, LINE], planOf([TITLES, LINE]));
  const two: KeyedTab = { ...more, columns: [...more.columns, column('newer', 'Новейшее')] };
  expect(planOf(keyed, two).added.map(({ at }) => at)).toEqual([7, 8]);
});

test('only free rows between those of a period are a gap, the lowest first', () => {
  const published: KeyedTab = { ...TAB, key: 'figures', columns: [column('period', 'Период'), column('who', 'Чей')] };
  const grid: Grid = [
    ...[['Данные'], ['figures|period', 'who'], ['Период', 'Чей'], ['', '']],
    ...[
      ['2023-Q2', 'а'],
      ['', ''],
      ['', ''],
      ['2023-Q1', 'б'],
      ['', 'звонили'],
      ['2022-Q4', 'в'],
      ['', ''],
    ],
  ];
  expect(gapsOf(published, grid)).toEqual([
    { row: 6, count: 2 },
    { row: 4, count: 1 },
  ]);
  const half: Grid = [...grid.slice(0, 3), ['2023-Q2', 'а'], ['', ''], ['', 'звонили'], ['2023-Q1', 'б']];
  expect(gapsOf(published, half)).toEqual([]);
  expect(gapsOf(published, [])).toEqual([]);
  expect(
    gapsOf({ ...published, columns: TAB.columns }, [
      ['figures|who', 'what'],
      ['Чей', 'Что'],
      ['а', ''],
    ]),
  ).toEqual([]);
});

describe('the words of a row’s period', () => {
  const published: KeyedTab = {
    ...{ ...TAB, key: 'figures' },
    columns: [column('who', 'Чей'), column('period', 'Период'), column('period-words', 'Отчётный период')],
  };
  const grid = (...words: string[]): Grid => [
    ...[
      ['Данные', '', ''],
      ['figures|who', 'period', 'period-words'],
      ['Чей', 'Период', 'Отчётный период'],
    ],
    ...['2023-Q3', '2023-Q2', '', '2023-Q1', '— конец —'].map((period, index) => ['а', period, words[index] ?? '']),
  ];
  const right = grid('начало учебного года 2023/24', 'учебный год 2022/23', 'звонили', 'III четверть 2022/23');

  test('are left alone while they are its own', () => {
    expect(planKeys(published, right)).toBeNull();
  });

  test('are written from the first wrong one to the last, what is typed between them as it is', () => {
    const wrong = right.map((cells, row) => (row === 4 || row === 6 ? [...cells.slice(0, 2), 'май'] : cells));
    expect(carriedOut(wrong, planOf(wrong, published))).toEqual(right);
    expect(planOf(wrong, published)).toMatchObject({ width: 3, added: [], titles: 3, write: { row: 5, column: 3 } });
  });

  test('come with their column where it is missing', () => {
    const without = right.map((cells) => cells.slice(0, 2));
    const named = carriedOut(without, planOf(without, published)).map((cells) => cells[2]);
    expect(named.slice(1)).toEqual(right.slice(1).map((cells) => (cells[2] === 'звонили' ? '' : cells[2])));
  });
});

test('a tab that is another one loses all titles and is not touched', () => {
  expect(planKeys(TAB, [['Фамилия', 'Имя']])).toEqual({ lost: TAB.columns.map(({ title }) => title) });
  expect(planKeys(TAB, [])).toEqual({ lost: TAB.columns.map(({ title }) => title) });
});

test('a published tab on which nothing stands any more is made anew, in rows of its own', () => {
  const plan = planAnew(TAB);
  expect(plan).toMatchObject({ rows: { before: 1, count: 3 }, width: 6, titles: 3, write: { row: 1, column: 1 } });
  expect(plan.added).toEqual(TAB.columns.map((column, index) => ({ at: index + 1, column })));
  const made = carriedOut([[]], plan);
  expect(layoutOf(TAB, made)).toEqual({ keysRow: 2, order: TAB.columns.map(({ key }) => key), data: '' });
  expect([made[0]![0], made[2]]).toEqual(['Журнал', [...TITLES, 'Служебные данные']]);
});

describe('a tab with keys', () => {
  const keyed = () => carriedOut([TITLES, LINE], planOf([TITLES, LINE]));

  test('that has all columns is as it is to be', () => {
    expect(planKeys(TAB, keyed())).toBeNull();
  });

  test('gets a new column at the right of all that stands there', () => {
    const wider: KeyedTab = { ...TAB, columns: [...TAB.columns, column('new', 'Новое')] };
    const own = keyed().map((cells, at) => [...cells, at === 3 ? 'моё' : '']);
    expect(planOf(own, wider)).toEqual({
      width: 8,
      added: [{ at: 8, column: column('new', 'Новое') }],
      write: { row: 2, column: 8, values: [['new'], ['Новое']] },
      titles: 3,
    });
    expect(layoutOf(wider, carriedOut(own, planOf(own, wider)))!.order.at(-1)).toBe('new');
  });
});

describe('a consolidated tab of version 0.1.0', () => {
  const form = defineForm({
    ...{ key: 'marks', title: 'Отметки', help: '', identity: ['grade'], due: EVERY_QUARTER },
    fields: { grade: text('Класс', ''), five: count('«5»', ''), two: count('«2»', '') },
  });
  const tab: KeyedTab = {
    ...{ key: 'rows/marks', name: 'Сводные данные', help: '', spare: 0 },
    columns: ['grade', 'five', 'two', 'remark', 'correction', ROW_DATA, CORRECTIONS].map((key) => column(key, key)),
  };
  const REMARK = '⚠ «5»: введено в процентах. Ячейки строки сдвинуты: «Химия» стоит не в своём столбце';
  const FIXED =
    '12.07.2023: «Отметки» [five] – было пусто, стало 4. Причина: описка\n13.07.2023: «Отметки» [two] – было 7, стало 1,5. Причина: сверка';
  const grid: Grid = [
    [''],
    ['rows/marks|grade', 'five', 'two', 'remark', 'correction'],
    ['Класс', '«5»', '«2»', 'Замечание', 'Исправление'],
    ['5', 3, 1, REMARK, FIXED],
    ['6', 3, 1, '', 'просто слова'],
    ['7', 3, 1, '', '12.07.2023: «Было» [former] – было 1, стало 2. Причина: нет такого'],
  ];
  const plan = () => planRowData(form, tab, grid)!;

  test('keeps as data what it said of its rows in words', () => {
    const [, , first, ...rest] = plan().write.values;
    expect(plan().write.values.slice(0, 2)).toEqual([
      [ROW_DATA, CORRECTIONS],
      [ROW_DATA, CORRECTIONS],
    ]);
    expect(JSON.parse(String(first![0]))).toEqual({ percent: ['five'], misplaced: 'Химия' });
    expect(JSON.parse(String(first![1]))).toEqual([
      { day: '12.07.2023', field: 'five', was: '', became: 4, reason: 'описка' },
      { day: '13.07.2023', field: 'two', was: '7', became: 1.5, reason: 'сверка' },
    ]);
    // Words that are no correction, and one of a field that is no more, are none.
    expect(rest).toEqual([]);
    expect(plan()).toMatchObject({ width: 7, titles: 3, write: { row: 2, column: 6 } });
    const lower = planRowData(form, tab, [...grid.slice(0, 3), [], ['5', 3, 1, REMARK, '']])!;
    expect(lower.write.values.slice(2)).toEqual([
      ['', ''],
      [expect.stringContaining('Химия'), ''],
    ]);
  });

  test('is brought once, and only with keys', () => {
    const done = grid.map((cells, at) => (at === 1 ? [...cells, ROW_DATA, CORRECTIONS] : cells));
    expect(planRowData(form, tab, done)).toBeNull();
    expect(planRowData(form, tab, [['Класс']])).toBeNull();
    const half = grid.map((cells, at) => (at === 1 ? [...cells, ROW_DATA] : [...cells, '']));
    expect(planRowData(form, tab, half)!.added.map(({ column: { key } }) => key)).toEqual([CORRECTIONS]);
  });
});

describe('the titles of version 0.1.0', () => {
  const tabOf = (key: string, ...columns: TabColumn[]): KeyedTab => ({ ...TAB, key, columns });

  test.each([
    ['settings', 'Пояснение', 'help'],
    ['schools', 'Ключ школы-партнёра', 'partner'],
    ['periods', 'Закрыт', 'closed-at'],
    ['periods', 'Снимок, часть 12', 'part-12'],
    ['periods', 'Снимок, часть 1 (копия)', ''],
    ['periods', 'Мой снимок, часть 1', ''],
    ['schools', 'Снимок, часть 1', ''],
    ['schools', 'Телефон', 'phone'],
    ['schools', 'Моё', ''],
    ['others', 'Телефон', 'phone'],
  ])('of «%s»: «%s» is «%s»', (key, title, found) => {
    expect(keyOfTitle(tabOf(key, column('phone', 'Телефон')), title)).toBe(found);
  });

  test('are known by three of them, or by all of a tab that has fewer, near its top', () => {
    const three = [['Вещи'], ['Когда', 'Кто'], ['Когда', 'Кто', 'Что']];
    expect(titlesRow(TAB, three)).toBe(3);
    expect(titlesRow(TAB, three.slice(0, 2))).toBe(0);
    expect(titlesRow(tabOf('others', column('a', 'А'), column('b', 'Б')), [['А'], ['Б', 'А']])).toBe(2);
    const blank = (count: number): Grid => Array.from({ length: count }, () => ['']);
    expect(titlesRow(TAB, [...blank(9), TITLES])).toBe(10);
    expect(titlesRow(TAB, [...blank(10), TITLES])).toBe(0);
  });
});

test.each([
  ['a line that only holds one', 'ред. 12.07.2023: «5» [five] – было 4, стало 5. Причина: опечатка'],
  ['one without a reason', '12.07.2023: «5» [five] – было 4, стало 5. Причина: '],
  ['one without a whole day', '12.7.2023: «5» [five] – было 4, стало 5. Причина: опечатка'],
  ['one that became no number', '12.07.2023: «5» [five] – было 4, стало пять. Причина: опечатка'],
])('%s is no correction of version 0.1.0', (_, words) => {
  expect(correctionsInWords(words)).toEqual([]);
});

describe('what a remark of version 0.1.0 says of a row', () => {
  const form = defineForm({
    ...{ key: 'marks', title: 'Отметки', help: '', identity: ['grade'], due: EVERY_QUARTER },
    fields: { grade: text('Класс', ''), five: count('«5»', ''), two: count('Двоек', '') },
  });
  const dataOf = (remark: string) => dataOfRow(form, { remark }).data;

  test.each([
    ['a number typed as a percentage', '⚠ «Двоек»: введено в процентах', '{"percent":["two"]}'],
    ['a title in other letters', '⚠ «двоек»: введено в процентах', '{"percent":["two"]}'],
    ['a text, which is no percentage', '⚠ «Класс»: введено в процентах', ''],
    ['cells that were shifted', 'Ячейки строки сдвинуты: «А» стоит не в своём столбце', '{"misplaced":"А"}'],
    ['the same within a sentence', 'Прочее; ячейки строки сдвинуты: «А» стоит не в своём столбце', '{"misplaced":"А"}'],
    ['nothing of that kind', '⚠ «Двоек»: больше, чем учеников', ''],
  ])('is kept as data: %s', (_, remark, data) => {
    expect(dataOf(remark)).toBe(data);
  });

  test('is nothing where there is no remark, nor a correction', () => {
    expect(dataOfRow(form, {})).toEqual({ data: '', corrections: '' });
  });
});

test('a moment of version 0.1.0 is told as today', () => {
  expect(['12.01.2023 03:10', '2023-01-12T03:10', 'вчера', 'с 12.01.2023 03:10'].map(momentOf)).toEqual([
    ...['2023-01-12T03:10', '2023-01-12T03:10', 'вчера'],
    'с 12.01.2023 03:10',
  ]);
});
