import fc from 'fast-check';
import { digest } from '../../src/model';

test('equal texts have one digest, and it is short enough for a cell', () => {
  fc.assert(fc.property(fc.string(), (text) => digest(text) === digest(`${text}`) && digest(text).length <= 11));
});

test('one letter more, one less or two swapped give another digest', () => {
  expect(new Set(['', 'а', 'б', 'аб', 'ба', 'аба', '5А|1', '5А|10', '5|А1'].map(digest)).size).toBe(9);
});

test('a digest is a number in base 36 as anybody writes it: those that workbooks remember stay what they are', () => {
  expect(['', 'а', '5А|1', 'Алгебра'].map(digest)).toEqual(['wvjl67o803', '2efhmm2xy00', '7osl2x8ny6', '6tkzp0ihas']);
  fc.assert(fc.property(fc.string(), (text) => digest(text) === Number.parseInt(digest(text), 36).toString(36)));
});
