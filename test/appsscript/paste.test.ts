import { a1, District, goodRows } from './district';

const MOST_CALLS = 6;
const blank = District.ready();
const full = blank.copy();
full.fill('s1');

/** A journal's summary: its own order, its own words, a column of its own. */
const TITLES = [
  '№ п/п',
  'Учебный\nпредмет',
  'Класс',
  '5',
  '4',
  '3',
  '2',
  'Не аттес-\nтованы',
  'Всего уч-ся',
  'Учитель',
];
const LINES = [
  ['1', 'Математика', '5А', '4', '6', '7', '2', '1', '20', 'по графику'],
  ['2', 'Русский язык', '5А', '3', '5', '9', '2', '1', '20', ''],
  ['3', 'Алгебра', '9', '1', '4', '8', '2', '1', '16', 'по графику'],
];

const marksOf = (district: District, rows: number): Record<string, unknown>[] =>
  Array.from({ length: rows }, (_, n) =>
    Object.fromEntries(
      ['grade', 'letter', 'subject', 'enrolled', 'five', 'four', 'three', 'two', 'notAssessed', 'explanation'].map(
        (key) => [key, district.field('s1', 'marks', n + 1, key)],
      ),
    ),
  );

const row = (
  ...[grade, letter, subject, five, four, three, enrolled, explanation = '']: (string | number)[]
): Record<string, unknown> => ({
  ...{ grade, letter, subject, enrolled, five, four, three, two: 2, notAssessed: 1, explanation },
});
const PLACED = [
  row('5', 'А', 'Математика', 4, 6, 7, 20, 'Учитель: по графику'),
  row('5', 'А', 'Русский язык', 3, 5, 9, 20),
  row('9', '', 'Алгебра', 1, 4, 8, 16, 'Учитель: по графику'),
];

/** The workbook before anything is typed, with the class list of the rows. */
const listed = blank.copy();
listed.replace('s1', 'classes', goodRows(0).classes);

function pasted(lines: readonly (readonly string[])[], column = 'grade', right = 0) {
  const district = listed.copy();
  district.runtime.calls.reset();
  const at = a1(district.row('s1', 'marks', 1), district.column('s1', 'marks', column) + right);
  const toasts = district.type(
    's1',
    at,
    lines.map((line) => [...line]),
  );
  return { district, toasts, calls: district.runtime.calls.service };
}

describe('a block pasted together with its titles', () => {
  test('goes into its columns by them, whatever their order, words and lines', () => {
    const { district, toasts, calls } = pasted([TITLES, ...LINES]);
    expect(marksOf(district, 3)).toEqual(PLACED);
    expect(calls).toBeLessThanOrEqual(MOST_CALLS);
    expect(toasts.join()).toContain('«Отметки»: по заголовкам разложено строк: 3. Не понята графа «Учитель»');
    expect([1, 2, 3].map((n) => district.remark('s1', 'marks', n))).toEqual(['', '', '']);
  });

  test.each([
    ['one column to the right', [TITLES, ...LINES], 'grade', 1],
    ['below an empty line', [['', ''], TITLES, ...LINES], 'grade', 0],
  ])('%s comes to stand where it belongs', (_, lines, column, right) => {
    expect(marksOf(pasted(lines, column, right).district, 3)).toEqual(PLACED);
  });

  test('over the titles of the form leaves these as they were', () => {
    const district = listed.copy();
    const header = district.row('s1', 'marks', 1) - 1;
    const titles = () => district.values(district.tab('s1'))[header - 1]!.slice(3);
    const before = titles();
    district.type('s1', a1(header, 4), [TITLES, ...LINES]);
    expect(titles()).toEqual(before);
    expect(marksOf(district, 3)).toEqual(PLACED);
  });
});

describe('rows that wait for their marks', () => {
  const waiting = full.copy();
  for (const n of [1, 2, 3]) {
    const exempt = waiting.column('s1', 'marks', 'exempt');
    waiting.type('s1', a1(waiting.row('s1', 'marks', n), exempt), [['', '', '', '', '', '']]);
  }
  const names = (district: District) =>
    [1, 2, 3, 4].map((n) =>
      ['grade', 'letter', 'subject', 'enrolled', 'five'].map((key) => district.field('s1', 'marks', n, key)).join(' '),
    );

  test('get those of their own class and subject, wherever the block was pasted, and none is lost', () => {
    const district = waiting.copy();
    const block = [
      ['Класс', 'Предмет', '5', '4', '3', '2', 'н/а'],
      ['9', 'Алгебра', '1', '4', '8', '2', '1'],
    ];
    district.type('s1', district.at('s1', 'marks', 1, 'grade'), block);
    expect(names(district)).toEqual(['5 А Математика 20 ', '5 А Русский язык 20 ', '9  Алгебра 16 1', '    ']);
  });

  test('of one class get them from a table that names only subjects', () => {
    const district = waiting.copy();
    const block = [
      ['Предмет', '5', '4', '3', '2', 'н/а'],
      ['Русский язык', '3', '5', '9', '2', '1'],
      ['Математика', '4', '6', '7', '2', '1'],
    ];
    district.type('s1', district.at('s1', 'marks', 1, 'subject'), block);
    expect(names(district)).toEqual(['5 А Русский язык 20 3', '5 А Математика 20 4', '9  Алгебра 16 ', '    ']);
  });
});

describe('of a block pasted with its titles', () => {
  test('a line of totals is named an error, wherever its word stands', () => {
    const { district } = pasted([TITLES, ...LINES, ['', 'ИТОГО', '', '8', '15', '24', '6', '3', '56', '']]);
    expect(district.remark('s1', 'marks', 4)).toContain('указано «ИТОГО»; строку итогов удалите');
    const numbered = pasted([TITLES, ...LINES, ['Всего', '', '', '8', '15', '24', '6', '3', '56', '']]);
    expect(numbered.district.remark('s1', 'marks', 4)).toContain('строку итогов удалите');
  });

  test('the rows that it has taken the place of are named, with the way back', () => {
    const district = full.copy();
    const [toast] = district.type('s1', district.at('s1', 'marks', 1, 'grade'), [
      ['Класс', 'Предмет', '5', '4', '3', '2', 'н/а', 'Всего'],
      ['5А', 'Физика', '4', '6', '7', '2', '1', '20'],
    ]);
    expect(toast).toContain('Они встали на место строк «5 А Математика»: если те нужны, отмените вставку (Ctrl+Z)');
  });

  test('numbers that Sheets took for dates and percentages are named in the columns they belong to', () => {
    const district = full.copy();
    district.type('s1', 'D4', true);
    district.runtime.calls.reset();
    district.type('s1', district.at('s1', 'marks', 1, 'grade'), [
      ['Предмет', '«5»', 'Класс', '«4»', '«3»', '«2»', 'н/а', 'Обучающихся', '% качества'],
      ['Физика', '3', '5А', '12.5', '9', '50%', '1', '20', '40%'],
      ['Химия', '3', '1-4', '5', '9', '2', '1', '20', '40%'],
    ]);
    expect(district.runtime.calls.service).toBeLessThanOrEqual(MOST_CALLS);
    expect(district.remark('s1', 'marks', 1)).toMatch(
      /«4»: ввод превратился в дату 12\.05\.\d{4}.*«2»: введено в проц/,
    );
    expect(district.field('s1', 'marks', 2, 'grade')).toBe('1-4');
    district.enter('s1', 'marks', 1, 'four', '5');
    district.enter('s1', 'marks', 1, 'two', '2');
    expect(district.remark('s1', 'marks', 1)).toBe('');
  });

  test('what no column takes explains nothing', () => {
    const district = listed.copy();
    district.type('s1', district.at('s1', 'marks', 1, 'grade'), [
      [...TITLES.slice(2), 'Кабинет'],
      ['5А', '4', '', '7', '2', '1', '20', '', '12'],
    ]);
    expect(district.field('s1', 'marks', 1, 'explanation')).toBe('Кабинет: 12');
    expect(district.remark('s1', 'marks', 1)).toMatch(/^✖/);
  });
});

test('a block that runs past the end of its form is named, with how many lines are missing', () => {
  const district = full.copy();
  const lines = Array.from({ length: 70 }, (_, n) => ['5А', '', `Предмет ${n}`, '20', '0', '5', '5', '10', '0', '0']);
  const at = district.at('s1', 'marks', 1, 'grade');
  const words =
    'Вставка не вошла в форму «Отметки»: отмените её (Ctrl+Z), добавьте над чертой «Новые строки – выше черты» 10 строк и вставьте снова.';
  expect(district.type('s1', at, lines).join().replaceAll('\u00a0', ' ')).toContain(words);
  const held = (text: unknown) => /^Предмет \d+$/.test(String(text));
  district.runtime.answers.push('YES');
  district.setUp();
  expect(district.values(district.tab('s1')).flat().filter(held)).toHaveLength(70);
});

test('a block whose titles alone run past the end is taken, and the end stands where it was', () => {
  const district = listed.copy();
  const tab = district.tab('s1');
  const end = district.rowOf(tab, 'marks/end');
  const marks = () => district.values(tab)[end - 1]!.slice(3, 12);
  const before = marks();
  const first = district.row('s1', 'marks', 1);
  district.type('s1', a1(end - 3, district.column('s1', 'marks', 'grade')), [TITLES, ...LINES]);
  expect(marks()).toEqual(before);
  expect([3, 2, 1].map((up) => district.field('s1', 'marks', end - first - up + 1, 'subject'))).toEqual(
    LINES.map((line) => line[1]),
  );
});

test('a table of another form goes by the words of that form', () => {
  const district = listed.copy();
  district.type('s1', district.at('s1', 'pupils', 1, 'grade'), [
    ['Класс', 'Всего учащихся', 'Подлежало аттестации', 'На «5»', 'На 4 и 5', 'С одной «3»', 'Не успевают', 'Н/А'],
    ['5А', '20', '20', '2', '5', '1', '2', '1'],
  ]);
  const fields = ['grade', 'letter', 'enrolled', 'assessed', 'excellent', 'good', 'oneThree', 'failing', 'notAssessed'];
  expect(fields.map((key) => district.field('s1', 'pupils', 1, key))).toEqual(['5', 'А', 20, 20, 2, 5, 1, 2, 1]);
});

test('a summary with a heading, groups of columns and a class named once is read as people read it', () => {
  const { district, toasts } = pasted([
    ['Сводная ведомость за год', '', '', '', '', '', '', ''],
    ['№', 'Класс', 'Предмет', 'Кол-во уч-ся', 'Оценки', '', '', ''],
    ['', '', '', '', '5', '4', '3', '2'],
    ['1', '5А', 'Математика', '20', '4', '6', '8', '2'],
    ['2', '', 'Русский язык', '20', '3', '5', '10', '2'],
    ['3', '9', 'Алгебра', '16', '1', '4', '9', '2'],
  ]);
  const fields = ['grade', 'letter', 'subject', 'enrolled', 'five', 'three'];
  expect([1, 2, 3].map((n) => fields.map((key) => district.field('s1', 'marks', n, key)).join(' '))).toEqual([
    '5 А Математика 20 4 8',
    '5 А Русский язык 20 3 10',
    '9  Алгебра 16 1 9',
  ]);
  expect(district.field('s1', 'marks', 1, 'explanation')).toBe('Сводная ведомость за год');
  expect(toasts.join()).not.toContain('Не понят');
});

test('captions among rows that were pasted without titles over them are captions still', () => {
  const district = listed.copy();
  const [first, second] = goodRows(0).marks;
  const [a, b] = district.table('s1', 'marks', [first!, second!]);
  const header = district.row('s1', 'marks', 1) - 1;
  const captions = district
    .values(district.tab('s1'))
    [header - 1]!.slice(3, 3 + a!.length)
    .map(String);
  district.type('s1', district.at('s1', 'marks', 1, 'grade'), [a!, captions, b!]);
  const standing = district.values(district.tab('s1')).slice(header, header + 3);
  expect(standing.map((cells) => cells[5])).toEqual(['Математика', 'Предмет', 'Русский язык']);
});

test('a class copied together with the captions above it leaves these where they stand', () => {
  const district = listed.copy();
  const tab = district.tab('s1');
  const [first, second] = district.table('s1', 'marks', goodRows(0).marks.slice(0, 2));
  const header = district.row('s1', 'marks', 1) - 1;
  const captions = district
    .values(tab)
    [header - 1]!.slice(3, 3 + first!.length)
    .map(String);
  district
    .sheet(tab)
    .getRange(header + 1, 1)
    .setValue('marks/caption');
  district.type('s1', a1(header + 1, 4), [captions, first!, second!]);
  const standing = district.values(tab).slice(header, header + 3);
  expect(standing.map((cells) => cells[5])).toEqual(['Предмет', 'Математика', 'Русский язык']);
});
