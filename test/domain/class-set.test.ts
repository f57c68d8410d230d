import fc from 'fast-check';
import { covers, overlaps, readClassSet } from '../../src/domain/class-set';

const read = (grade: string, letter = '') => readClassSet(grade, letter)!;

test('«5» is one grade, «1-4» four of them, with whatever dash', () => {
  expect(read('5')).toEqual({ from: 5, to: 5, letter: '' });
  for (const range of ['1-4', '1–4', '1—4', '1 - 4', '1 – 4']) {
    expect(read(range)).toEqual({ from: 1, to: 4, letter: '' });
  }
  expect(read('10-11')).toEqual({ from: 10, to: 11, letter: '' });
});

test.each(['', '0', '13', '4-1', '1-13', 'пятый', '5А', '5.', '1,2', '1-2-3', '123', '-4'])(
  '«%s» is neither a grade nor a range of grades',
  (grade) => {
    expect(readClassSet(grade, '')).toBeNull();
  },
);

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
});

test('a row covers a class when it speaks of the whole of it', () => {
  expect(covers(read('1-4'), read('3'))).toBe(true);
  expect(covers(read('1-4'), read('3', 'А'))).toBe(true);
  expect(covers(read('3', 'А'), read('3'))).toBe(false);
  expect(covers(read('2-4'), read('1-4'))).toBe(false);
  expect(covers(read('5', 'Б'), read('5', 'Б'))).toBe(true);
});

const anySet = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('', 'А', 'Б', 'A'))
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
