import fc from 'fast-check';
import { covers, gradeTitle, isPlainGrade, overlaps, readClassSet } from '../../src/domain/class-set';

const read = (grade: string, letter = '') => readClassSet(grade, letter)!;

test('«5» is one grade, «1-4» four of them, with whatever dash', () => {
  expect(read('5')).toEqual({ from: 5, to: 5, letters: [] });
  for (const range of ['1-4', '1–4', '1—4', '1 - 4', '1 – 4']) {
    expect(read(range)).toEqual({ from: 1, to: 4, letters: [] });
  }
  expect(read('10-11')).toEqual({ from: 10, to: 11, letters: [] });
  for (const spelt of ['5.', '5 класс', '5 кл.', '5-й класс', '5й', '\u200b5', '５'])
    expect(read(spelt)).toEqual(read('5'));
});

test.each(['', '0', '13', '4-1', '1-13', 'пятый', '5А1', '5.6', '1,2', '1-2-3', '123', '-4', '5-9 классы', 'Итого'])(
  '«%s» is neither a grade nor a range of grades',
  (grade) => {
    expect(readClassSet(grade, '')).toBeNull();
  },
);

test('a letter beside the number is the class’s letter, as in a cell of its own', () => {
  for (const grade of ['5А', '5 а', '5-А', '5«А»', '5A', '5а класс']) expect(read(grade)).toEqual(read('5', 'А'));
  expect(read('5-6А')).toEqual(read('5-6', 'А'));
  expect(read('5', '5А')).toEqual(read('5', 'А'));
  expect(readClassSet('5А', 'Б')).toBeNull();
});

test('several classes may stand in one cell', () => {
  const both = { from: 5, to: 5, letters: ['а', 'б'] };
  for (const letter of ['А,Б', 'Б, А', 'А + Б', 'А/Б', 'А и Б', 'А-Б']) expect(read('5', letter)).toEqual(both);
  for (const grade of ['5А,Б', '5А, 5Б', '5 А и Б', '5А-Б']) expect(read(grade)).toEqual(both);
  expect(read('5', 'А-Г').letters).toEqual(['а', 'б', 'в', 'г']);
});

test('«6А» beside the grade 5 is not its «А», and a comma without a class behind it is nothing', () => {
  expect(read('5', '6А')).not.toEqual(read('5', 'А'));
  expect(read('5', '5-А')).toEqual(read('5', 'А'));
  expect(read('5А,')).toEqual(read('5', 'А'));
  expect(read('5А, , 5Б')).toEqual(read('5', 'А, Б'));
  expect(read('5', 'Б-Б')).not.toEqual(read('5', 'Б'));
});

test('«з» typed for the digit 3 is one, alone or before a dash', () => {
  expect(read('з')).toEqual(read('3'));
  expect(read('з-4')).toEqual(read('3-4'));
  expect(readClassSet('зА', '')).toBeNull();
});

test('a grade has one spelling in tables; what cannot be read stays as typed', () => {
  expect(['07', '7', '7-7', '2 – 4', 'шестой', '5А'].map(gradeTitle)).toEqual(['7', '7', '7', '2-4', 'шестой', '5']);
});

test('a dash is no letter, and 0 is the letter О: there is no class number 0', () => {
  expect(read('5', '-')).toEqual(read('5'));
  expect(read('5', 'нет')).toEqual(read('5'));
  expect(read('5', '0')).toEqual(read('5', 'О'));
  expect(read('5', '3')).not.toEqual(read('5', 'З'));
  expect(read('З')).toEqual(read('3'));
});

test('a total among the letters names no class', () => {
  for (const letter of ['Итого', 'всего', 'ИТОГО:']) expect(readClassSet('5', letter)).toBeNull();
});

test('only a number or a range is a plain grade', () => {
  expect(['5', '1-4', '5 класс'].map(isPlainGrade)).toEqual([true, true, true]);
  expect(['5А', 'пятый', ''].map(isPlainGrade)).toEqual([false, false, false]);
});

test('a Latin letter that looks Cyrillic is the Cyrillic one', () => {
  expect(read('5', 'A')).toEqual(read('5', 'А'));
  expect(read('5', 'a')).toEqual(read('5', 'А'));
  expect(read('5', 'B')).toEqual(read('5', 'В'));
  expect(read('5', 'б')).toEqual(read('5', 'Б'));
  expect(read('5', 'ё')).toEqual(read('5', 'Е'));
});

test('rows meet where a class belongs to both; a row without a letter speaks of all parallels', () => {
  expect(overlaps(read('1-4'), read('3'))).toBe(true);
  expect(overlaps(read('1-4'), read('4-6'))).toBe(true);
  expect(overlaps(read('1-4'), read('5'))).toBe(false);
  expect(overlaps(read('5', 'А'), read('5', 'Б'))).toBe(false);
  expect(overlaps(read('5'), read('5', 'Б'))).toBe(true);
  expect(overlaps(read('5', 'A'), read('5', 'А'))).toBe(true);
  expect(overlaps(read('5', 'А,Б'), read('5', 'Б'))).toBe(true);
  expect(overlaps(read('5', 'А,Б'), read('5', 'В'))).toBe(false);
});

test('a row covers a class when it speaks of the whole of it', () => {
  expect(covers(read('1-4'), read('3'))).toBe(true);
  expect(covers(read('1-4'), read('3', 'А'))).toBe(true);
  expect(covers(read('3', 'А'), read('3'))).toBe(false);
  expect(covers(read('2-4'), read('1-4'))).toBe(false);
  expect(covers(read('5', 'Б'), read('5', 'Б'))).toBe(true);
  expect(covers(read('5', 'А,Б'), read('5', 'Б'))).toBe(true);
  expect(covers(read('5', 'Б'), read('5', 'А,Б'))).toBe(false);
});

const anySet = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('', 'А', 'Б', 'A', 'А,Б'))
  .map(([a, b, letter]) => read(`${Math.min(a, b)}-${Math.max(a, b)}`, letter));

test('meeting is mutual, and what one covers it meets', () => {
  fc.assert(
    fc.property(anySet, anySet, (a, b) => {
      expect(overlaps(a, b)).toBe(overlaps(b, a));
      if (covers(a, b)) expect(overlaps(a, b)).toBe(true);
      expect(covers(a, a) && overlaps(a, a)).toBe(true);
    }),
  );
});
