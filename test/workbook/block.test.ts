import { choice, count, date, decimal, defineForm, type Indicator, isDerived, text } from '../../src/model';
import {
  type BlockColumn,
  blockColumns,
  blockSection,
  blockWidth,
  columnDecorations,
  columnFormat,
  gapBelow,
  gapUnder,
  noteOf,
  rowCells,
  rowsFor,
  withCaptions,
} from '../../src/workbook';
import { unrecognisedSection } from '../../src/workbook/unrecognised';
import { programme } from '../four-forms';
import { lookAt } from './look-at';

const form = defineForm({
  key: 'sample',
  title: 'Форма',
  help: 'Как заполнять.',
  fields: {
    subject: choice('Предмет', 'Какой предмет.', ['Алгебра', 'Физика'], { slot: 'third' }),
    grade: text('Класс', 'Какой класс.', { slot: 'first' }),
    five: count('«5»', 'Сколько пятёрок.'),
    mean: decimal('Средний', 'Средний балл.'),
    held: date('Когда', 'День работы.'),
    note: text('Тема', 'Тема работы.', { slot: 'third' }),
  },
  identity: ['grade', 'subject'],
  captionsBy: ['grade'],
  due: [{ quarters: [1, 2, 3, 4] }],
});
const rate = {
  ...programme.indicators.find((each): each is Indicator => !isDerived(each) && each.column)!,
  ...{ from: form, unit: 'percent', source: 'приказ № 341' },
} as Indicator;
const mark = { ...rate, key: 'mean-mark', unit: 'mark' } as Indicator;
const unseen = { ...rate, key: 'unseen', column: undefined } as unknown as Indicator;
const elsewhere = { ...rate, key: 'elsewhere', from: { ...form, key: 'other' } } as Indicator;
const GONE = [{ key: 'retired:old', title: 'Прежнее' }];
const columns = () => blockColumns(form, [rate, mark, unseen, elsewhere], GONE);
const at = (key: string): BlockColumn => columns().find((column) => column.key === key)!;
const KEYS = columns().map(({ key, column }) => `${column} ${key}`);

test('the row’s name stands in its frozen columns, all else follows in order; two cannot have one place', () => {
  expect(KEYS).toEqual([
    ...['6 subject', '4 grade', '7 five', '8 mean', '9 held', '10 note'],
    ...[`11 calc:${rate.key}`, '12 calc:mean-mark', '13 explanation', '14 retired:old'],
  ]);
  expect(blockWidth(columns())).toBe(14);
});

test.each([
  ['five', 'General', 'Сколько пятёрок.'],
  ['held', 'dd.MM.yyyy', 'День работы.'],
  ['note', '@', 'Тема работы.'],
  [`calc:${rate.key}`, '0.0', 'Считается само: приказ № 341.'],
  ['calc:mean-mark', '0.00', 'Считается само: приказ № 341.'],
  ['explanation', '@', 'Ваше слово о необычном числе: почему так. Без фамилий.'],
  ['retired:old', 'General', 'Больше не заполняется; что здесь стоит, остаётся.'],
])('the column «%s» has its format and says what it is for', (key, format, note) => {
  expect([columnFormat(at(key)), noteOf(at(key))]).toEqual([format, note]);
});

test.each<[string, unknown]>([
  ['five', { kind: 'whole-number', help: 'Целое число, 0 или больше. Сколько пятёрок.' }],
  ['mean', { kind: 'number', help: 'Число, 0 или больше, через запятую. Средний балл.' }],
  ['subject', { kind: 'list', choices: ['Алгебра', 'Физика'], help: 'Какой предмет.' }],
  ['note', undefined],
  ['explanation', undefined],
  ['retired:old', undefined],
  ['calc:mean-mark', undefined],
])('the column «%s» accepts what it is made for', (key, rule) => {
  const [look, ...more] = columnDecorations(at(key), 5, 8, 20);
  expect(more).toEqual([]);
  expect(look).toMatchObject({ row: 8, column: 5, rows: 20, columns: 1 });
  expect(look!.rule).toEqual(rule);
});

test('numbers are centred, words wrap, what counts itself is grey', () => {
  const look = (key: string) => columnDecorations(at(key), 5, 8, 20)[0]!;
  expect([look('five').align, look('five').wrap]).toEqual(['center', undefined]);
  expect([look('note').align, look('note').wrap]).toEqual([undefined, true]);
  expect(look(`calc:${rate.key}`).background).toBe('#f2f2f2');
  expect(look('retired:old')).not.toHaveProperty('wrap');
});

describe('the block of a form', () => {
  const rows = [
    { cells: { grade: '5', subject: 'Алгебра', five: 3 } },
    { cells: { grade: '5', subject: 'Физика', five: 4 } },
    { cells: { grade: '6', subject: 'Алгебра', five: 5 } },
  ];
  // Made within each test: what is made when a file is loaded is made before any mutant.
  const made = () => blockSection(form, [rate], true, rows, GONE);

  test('begins with its title, its help, keys and titles of columns and ends with a line', () => {
    const { values } = made();
    expect(values.map(([role]) => role)).toEqual([
      ...['sample/title', 'sample/help', 'sample/keys', 'sample/header'],
      ...['sample/row', 'sample/row', 'sample/caption', 'sample/row', ...Array(5).fill('sample/row'), 'sample/end'],
    ]);
    expect(values[0]!.slice(1, 7)).toEqual(['', '', 'Форма', '', '', '']);
    expect(values[1]!.slice(1, 8)).toEqual(['', '', '', '', '', 'Как заполнять.', '']);
    expect(values[2]!.slice(1, 8)).toEqual(['memory', 'remarks', 'grade', '', 'subject', 'five', 'mean']);
    expect(values[3]!.slice(2, 8)).toEqual(['Замечания', 'Класс', '', 'Предмет', '«5»', 'Средний']);
    expect(values.at(-1)!.slice(1, 8)).toEqual(['', 'Новые строки – выше черты', '·', '', '·', '·', '·']);
  });

  test('remembers with what columns it was made, but not those that are no longer asked for', () => {
    const { values } = made();
    expect(String(values[3]![1])).toContain('"explanation"');
    expect(String(values[3]![1])).not.toContain('retired');
  });

  test('says the titles of its columns once more where another class begins', () => {
    const { values, decorations } = made();
    expect(values[6]!.slice(2)).toEqual(['', 'Класс', '', 'Предмет', '«5»', 'Средний', 'Когда', 'Тема', '', '', '']);
    expect(lookAt(decorations, 7, 7)).toMatchObject({ wrap: true, rule: null });
    expect(lookAt(decorations, 6, 7).rule).toMatchObject({ kind: 'whole-number' });
    expect(lookAt(decorations, 7, 3).rule).toBeUndefined();
    expect(withCaptions({ ...form, captionsBy: undefined } as never, rows)).toEqual(rows);
    expect(withCaptions(form, rows)).toEqual([rows[0], rows[1], null, rows[2]]);
  });

  test('is made of title, help, thin keys, headings, frames and a grey end', () => {
    const { decorations } = made();
    expect(lookAt(decorations, 1, 4)).toMatchObject({ bold: true, size: 13, background: '#e8eef7' });
    expect(lookAt(decorations, 2, 4)).toMatchObject({ italic: true });
    expect(lookAt(decorations, 3, 4)).toMatchObject({ hideRows: true, height: 3 });
    expect(lookAt(decorations, 4, 7)).toMatchObject({ bold: true, size: 9, note: 'Сколько пятёрок.' });
    expect(lookAt(decorations, 4, 12)).toMatchObject({ background: '#d9e2f3' });
    expect(lookAt(decorations, 4, 13)).toMatchObject({ background: '#eeeeee' });
    expect(lookAt(decorations, 14, 7)).toMatchObject({ background: '#d9d9d9' });
    expect(lookAt(decorations, 13, 3)).toMatchObject({ background: '#fff8e5', format: '@', border: true });
    expect(lookAt(decorations, 5, 2)).toEqual({ format: '@' });
    expect([1, 4, 14].map((row) => lookAt(decorations, row, 2))).toEqual([{}, {}, {}]);
    expect([1, 4, 14].map((row) => lookAt(decorations, row, 3).format)).toEqual(['@', '@', '@']);
  });

  test('has frames round its columns only, none round a place between them that is not used', () => {
    const { decorations } = made();
    expect([3, 4, 6, 7, 13].map((column) => lookAt(decorations, 8, column).border)).toEqual(Array(5).fill(true));
    expect(lookAt(decorations, 8, 5)).toEqual({});
    expect(lookAt(decorations, 4, 5)).toEqual({});
  });

  test('is out of sight where the form is not asked for, with the gap below it', () => {
    const { decorations } = made();
    const hidden = blockSection(form, [rate], false, rows);
    expect(lookAt(hidden.decorations, 1, 1)).toEqual({ hideRows: true });
    expect(lookAt(hidden.decorations, hidden.values.length, 1)).toEqual({ hideRows: true });
    expect(lookAt(decorations, 1, 1)).toEqual({});
    expect(lookAt(gapBelow(false).decorations, 1, 1)).toEqual({ hideRows: true });
    expect(gapBelow(true)).toEqual({ values: [['']], decorations: [] });
  });

  test('has free rows: five below what stands there, fifteen where nothing does, or as many as the form says', () => {
    expect([rowsFor(form, 3), rowsFor(form, 0)]).toEqual([8, 15]);
    const own = { ...form, spareRows: 2, startingRows: 4 };
    expect([rowsFor(own, 3), rowsFor(own, 0)]).toEqual([5, 4]);
  });
});

test('a row stands in the cells of its columns, what is remembered of it beside them', () => {
  const row = { cells: { grade: '5', five: 3, [`calc:${rate.key}`]: 40, 'retired:old': 'было' } };
  expect(rowCells(form, columns(), 14, row)).toEqual([
    'sample/row',
    '',
    '',
    '5',
    '',
    '',
    3,
    '',
    '',
    '',
    40,
    '',
    '',
    'было',
  ]);
  const remembered = rowCells(form, columns(), 14, {
    ...row,
    memory: {
      identity: '5',
      control: '',
      percent: [],
      dates: {},
      said: '',
      explained: [],
      before: {},
      outside: [],
    } as never,
  });
  expect(remembered[1]).not.toBe('');
});

test('one blank row stands below a form; what the add-on itself has put there does not count, a person’s words do', () => {
  const below = (...cells: string[]) => gapUnder([['end'], cells], { endRow: 1 });
  expect([below('', '', '', ''), below('', 'память', 'замечание', '')]).toEqual([1, 1]);
  expect([below('role', '', '', ''), below('', '', '', 'звонили')]).toEqual([0, 0]);
  expect(gapUnder([['end']], { endRow: 1 })).toBe(0);
});

describe('what a repair could not recognise', () => {
  test('stands below the forms as words, with its place, cut where the tab ends', () => {
    const { values, decorations } = unrecognisedSection([{ place: 'строка 7', cells: [5, '', 'да', true] }], 6);
    expect(values.map((cells) => cells.slice(0, 3))).toEqual([
      ['unrecognised/title', '', 'Не распознано'],
      ['unrecognised/help', '', expect.stringContaining('школа в свод не входит')],
      ['unrecognised/row', '', 'строка 7'],
      ['unrecognised/row', '', 'строка 7'],
    ]);
    expect(values.slice(2).map((cells) => cells.slice(3))).toEqual([
      ["'5", '', "'да"],
      ["'true", '', ''],
    ]);
    expect(values.map(({ length }) => length)).toEqual([6, 6, 6, 6]);
    expect(lookAt(decorations, 1, 2)).toMatchObject({ bold: true, background: '#fce4d6' });
    expect(lookAt(decorations, 2, 6)).toMatchObject({ italic: true });
    expect(lookAt(decorations, 4, 6)).toEqual({ format: '@', border: true });
    expect([lookAt(decorations, 4, 1), lookAt(decorations, 4, 7), lookAt(decorations, 5, 3)]).toEqual([{}, {}, {}]);
  });

  test('is no block at all where there is nothing', () => {
    expect(unrecognisedSection([], 6)).toEqual({ values: [], decorations: [] });
  });
});
