import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { parseDate, parseNumber, parseText, rowParser } from '../../src/domain/parse';
import { type Cell, isBlank } from '../../src/model';
import { field, formOf, frozen, MARKS_A, rawRow } from '../build';

const whole = frozen(field('count'));
const decimal = frozen(field('decimal'));
const words = frozen(field('text'));
const choice = frozen(field('choice', { choices: ['учителя', 'руководители'] }));

describe('a count', () => {
  test.each<[Cell, number]>([
    [0, 0],
    [15, 15],
    ['15', 15],
    [' 15 ', 15],
    ['15\u00a0', 15],
    ['1 234', 1234],
    ['1\u00a0234', 1234],
    ['1\u202f234\u202f567', 1234567],
    ['007', 7],
  ])('%j is read as %d', (cell, value) => {
    expect(parseNumber(whole, cell)).toEqual({ value });
  });

  test.each<[string, Cell]>([
    ['an empty cell', ''],
    ['spaces', '   '],
    ['a no-break space', '\u00a0'],
  ])('%s is a blank with nothing wrong', (_, cell) => {
    expect(parseNumber(whole, cell)).toEqual({ value: null });
  });

  test.each<[string, Cell, string, string]>([
    ['the word «нет»', 'нет', 'cell/nothing-word', 'нет'],
    ['«Н/Д»', 'Н/Д', 'cell/nothing-word', 'Н/Д'],
    ['a dash', '-', 'cell/nothing-word', '-'],
    ['a long dash', '—', 'cell/nothing-word', '—'],
    ['a word', 'пять', 'cell/not-a-number', 'пять'],
    ['a number with a unit', '15 чел.', 'cell/not-a-number', '15 чел.'],
    ['two numbers', '1 2', 'cell/not-a-number', '1 2'],
    ['a number with a point kept as text', '12.5', 'cell/not-a-number', '12.5'],
    ['a power', '1e3', 'cell/not-a-number', '1e3'],
    ['a ticked box', true, 'cell/not-a-number', 'галочка'],
    ['an unticked box', false, 'cell/not-a-number', 'галочка'],
    ['a number below 0', -3, 'cell/negative', '-3'],
    ['a fraction', 12.5, 'cell/fraction', '12,5'],
    ['a sum of fractions', 0.1 + 0.2, 'cell/fraction', '0,30000000000000004'],
    ['a broken reference', '#REF!', 'cell/formula-error', '#REF!'],
    ['a missing value', '#N/A', 'cell/formula-error', '#N/A'],
    ['a division by 0', '#DIV/0!', 'cell/formula-error', '#DIV/0!'],
    ['a date', new Date(2023, 4, 12), 'cell/date', '12.05.2023'],
    ['a date as the consolidated tab keeps it', 'дата 12.05.2023', 'cell/date', '12.05.2023'],
  ])('%s is an error and no number', (_, cell, id, found) => {
    expect(parseNumber(whole, cell)).toEqual({ value: null, finding: { id, found } });
  });

  test('a fraction typed as text is an error as well', () => {
    expect(parseNumber(whole, '12,5').value).toBeNull();
    expect(parseNumber(whole, '12,5').finding).toBeDefined();
  });

  test('a date of another realm is a date', () => {
    const { finding } = parseNumber(whole, runInNewContext('new Date(2023, 0, 5)') as Date);
    expect(finding).toEqual({ id: 'cell/date', found: '05.01.2023' });
  });

  test('any whole number is read, however its thousands are parted', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.constantFrom('', ' ', '\u00a0', '\u202f'), (n, space) => {
        const typed = String(n).replace(/\B(?=(\d{3})+$)/g, space);
        expect(parseNumber(whole, typed)).toEqual({ value: n });
        expect(parseNumber(whole, n)).toEqual({ value: n });
      }),
    );
  });

  test('whatever is typed gives a whole number from 0 on, or a finding, or a blank', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
    );
    fc.assert(
      fc.property(cell, (typed) => {
        const { value, finding } = parseNumber(whole, typed);
        if (value !== null) expect(Number.isInteger(value) && value >= 0 && !finding).toBe(true);
        else if (finding) expect(finding.found.length).toBeLessThanOrEqual(40);
        else expect(isBlank(typed)).toBe(true);
      }),
    );
  });
});

describe('a decimal', () => {
  test.each<[Cell, number]>([
    [12.5, 12.5],
    ['12,5', 12.5],
    ['12', 12],
    ['0,25', 0.25],
    [0, 0],
  ])('%j is read as %d', (cell, value) => {
    expect(parseNumber(decimal, cell)).toEqual({ value });
  });

  test.each<[Cell, string]>([
    ['12.5', 'cell/not-a-number'],
    ['12,', 'cell/not-a-number'],
    [',5', 'cell/not-a-number'],
    ['1,2,3', 'cell/not-a-number'],
    [-0.5, 'cell/negative'],
    [Number.NaN, 'cell/not-a-number'],
    [Number.POSITIVE_INFINITY, 'cell/not-a-number'],
  ])('%j is an error', (cell, id) => {
    expect(parseNumber(decimal, cell)).toMatchObject({ value: null, finding: { id } });
  });
});

describe('words', () => {
  test('are taken as typed, with tidy spaces', () => {
    expect(parseText(words, ' Русский \u00a0язык ')).toEqual({ value: 'Русский язык' });
    expect(parseText(words, 5)).toEqual({ value: '5' });
    expect(parseText(words, '')).toEqual({ value: '' });
  });

  test('«1-4» that became a date is not guessed at', () => {
    const finding = { id: 'cell/text-became-date', found: '04.01.2023' };
    expect(parseText(words, new Date(2023, 0, 4))).toEqual({ value: '04.01.2023', finding });
    expect(parseText(words, 'дата 04.01.2023').finding).toEqual(finding);
  });

  test('a tick or a formula error is not a word', () => {
    expect(parseText(words, true).finding).toEqual({ id: 'cell/not-a-text', found: 'галочка' });
    expect(parseText(words, '#REF!').finding).toEqual({ id: 'cell/formula-error', found: '#REF!' });
  });

  test('only words of the list are a choice; a blank is none', () => {
    expect(parseText(choice, 'учителя')).toEqual({ value: 'учителя' });
    expect(parseText(choice, ' учителя ')).toEqual({ value: 'учителя' });
    expect(parseText(choice, 'учитель').finding).toEqual({ id: 'cell/not-in-list', found: 'учитель' });
    expect(parseText(choice, '').finding).toBeUndefined();
  });

  test('the words of a list are suggestions for a text', () => {
    expect(parseText(field('text', { choices: ['Химия'] }), 'Астрономия').finding).toBeUndefined();
  });
});

describe('a day', () => {
  test.each<[Cell, string]>([
    [new Date(2023, 4, 12), '2023-05-12'],
    ['12.05.2023', '2023-05-12'],
    [' 1.9.2022 ', '2022-09-01'],
    ['дата 12.05.2023', '2023-05-12'],
    ['2023-05-12', '2023-05-12'],
    ['', ''],
  ])('%j is read as ISO «%s»', (cell, value) => {
    expect(parseDate(cell)).toEqual({ value });
  });

  test.each<Cell>(['31.02.2023', 'в мае', '12.05', 45058, true])('%j is not guessed at', (cell) => {
    expect(parseDate(cell).finding?.id).toBe('cell/not-a-date');
  });
});

test('a day that no calendar has is no day, and long words are told by their beginning', () => {
  expect(parseDate('31.02.2023').finding).toEqual({ id: 'cell/not-a-date', found: '31.02.2023' });
  expect(parseDate('00.05.2023').finding!.id).toBe('cell/not-a-date');
  expect(parseDate('12.13.2023').finding!.id).toBe('cell/not-a-date');
  expect(parseDate('29.02.2024')).toEqual({ value: '2024-02-29' });
  expect(parseDate('2023-05-12')).toEqual({ value: '2023-05-12' });
  expect(parseDate('31.06.2023').finding!.id).toBe('cell/not-a-date');
  // A slip in the year is not mended in silence.
  expect(parseDate('12.05.0023')).toEqual({ value: '0023-05-12' });
  expect(parseDate(true).finding).toEqual({ id: 'cell/not-a-date', found: 'галочка' });
  const long = 'слово '.repeat(20).trim();
  expect(parseDate(long).finding!.found).toBe(long.slice(0, 40));
  expect(parseNumber(whole, long).finding!.found).toBe(long.slice(0, 40));
  expect(parseText(choice, long).finding!.found).toBe(long.slice(0, 40));
  expect(parseNumber(whole, `#${'Ы'.repeat(60)}`).finding!.found).toHaveLength(40);
});

test('two numbers one below another in one cell are none; breaks around a number are nothing', () => {
  for (const sign of ['\n', '\n\n', '\t', '\r\n', '\v', '\f'])
    expect(parseNumber(whole, `1${sign}234`)).toMatchObject({ value: null, finding: { id: 'cell/not-a-number' } });
  expect([parseNumber(whole, '\n15\n'), parseNumber(whole, '15\t')]).toEqual([{ value: 15 }, { value: 15 }]);
});

test('an address, a paragraph and the id of a register are kept as typed', () => {
  const fields = { at: field('link'), about: field('long-text'), plan: field('ref', { ref: 'plan' }) };
  const form = { ...formOf('classes'), fields };
  const about = 'Проведено занятий: двенадцать. '.repeat(60).trim();
  const { entry, unread } = rowParser(form)(rawRow('classes', 1, { at: 'https://example.org/a', about, plan: 'm-1' }));
  expect(entry.texts).toEqual({ at: 'https://example.org/a', about, plan: 'm-1' });
  expect(unread).toEqual([]);
});

describe('a row', () => {
  const marks = formOf('marks');

  test('becomes numbers and words, with the place it came from', () => {
    const { entry, unread } = rowParser(marks)(rawRow('marks', 3, { ...MARKS_A, five: '2' }, { explanation: 'да' }));
    expect(unread).toEqual([]);
    expect(entry).toMatchObject({ school: 'ushumun', form: 'marks', row: 3, explanation: 'да', started: true });
    expect(entry.texts).toEqual({ grade: '5', letter: 'А', subject: 'Математика' });
    expect(entry.numbers).toEqual({ enrolled: 15, exempt: 0, five: 2, four: 5, three: 7, two: 1, notAssessed: 0 });
  });

  test('of which most is not filled in has blanks there', () => {
    const { entry, unread } = rowParser(marks)(rawRow('marks', 1, { grade: '5', five: '', two: undefined as never }));
    expect(unread).toEqual([]);
    expect(entry.texts).toEqual({ grade: '5', letter: '', subject: '' });
    const none = { enrolled: null, exempt: null, five: null, four: null, three: null, two: null, notAssessed: null };
    expect(entry.numbers).toEqual(none);
    expect(entry.started).toBe(false);
  });

  test('with «100 %» or «12,5 %» where pupils are counted asks how many they are', () => {
    const percent = ['five', 'two', 'three'];
    const cells = { ...MARKS_A, five: 1, two: 0.125, three: '7' };
    const { entry, unread } = rowParser(marks)({ ...rawRow('marks', 1, cells), percent });
    expect(unread).toEqual([
      { field: 'five', id: 'cell/percent', found: '100 %' },
      { field: 'two', id: 'cell/percent', found: '12,5 %' },
    ]);
    expect(entry.numbers).toMatchObject({ five: null, two: null, three: 7, four: 5 });
  });

  test('has an error for every cell that cannot be read, each with its column', () => {
    const { entry, unread } = rowParser(marks)(rawRow('marks', 1, { ...MARKS_A, five: 'нет', two: -1 }));
    expect(unread).toEqual([
      { field: 'five', id: 'cell/nothing-word', found: 'нет' },
      { field: 'two', id: 'cell/negative', found: '-1' },
    ]);
    expect(entry.numbers).toMatchObject({ five: null, two: null, four: 5 });
  });

  test('with only what was carried over is not started, and a typed 0 starts it', () => {
    const { grade, letter, subject, enrolled } = MARKS_A;
    const carried = { grade, letter, subject, enrolled };
    expect(rowParser(marks)(rawRow('marks', 1, carried)).entry.started).toBe(false);
    expect(rowParser(marks)(rawRow('marks', 1, { ...carried, two: 0 })).entry.started).toBe(true);
    expect(rowParser(marks)(rawRow('marks', 1, { ...carried, two: 'нет' })).entry.started).toBe(true);
  });

  test('keeps a long paragraph and the words of a formula error in full sight', () => {
    const form = { ...formOf('classes'), fields: { about: field('long-text'), who: field('text') } };
    const read = (cells: Record<string, Cell>) => rowParser(form)(rawRow('classes', 1, cells));
    expect(read({ about: '#1 в районе' }).unread).toEqual([]);
    expect(read({ about: '#REF!' }).unread).toEqual([{ field: 'about', id: 'cell/formula-error', found: '#REF!' }]);
    const long = `#${'Ы'.repeat(60)}`;
    expect(read({ who: long }).unread).toEqual([{ field: 'who', id: 'cell/formula-error', found: long.slice(0, 40) }]);
  });

  test('of a form where all is carried over is started from the beginning', () => {
    expect(rowParser(formOf('classes'))(rawRow('classes', 1, { grade: '5' })).entry.started).toBe(true);
  });
});
