import fc from 'fast-check';
import { identityOf, normalText, themeOf } from '../../src/domain';
import { rowParser } from '../../src/domain/parse';
import type { Cell } from '../../src/model';
import { formOf, rawRow } from '../build';

const marks = formOf('marks');
const entryOf = (grade: Cell, letter: Cell, subject: Cell) =>
  rowParser(marks)(rawRow('marks', 1, { grade, letter, subject })).entry;
const idOf = (grade: Cell, letter: Cell, subject: Cell) => identityOf(marks, entryOf(grade, letter, subject));

test('case, ё, dashes and spaces do not tell rows apart', () => {
  expect(normalText(' Учёт  –  Ёлка ')).toBe('учет - елка');
  expect(idOf('5', 'А', 'Русский язык')).toBe(idOf(5, ' а', 'русский \u00a0ЯЗЫК'));
  expect(idOf('1-4', '', 'Музыка')).toBe(idOf('1 – 4', '', 'музыка'));
  expect(idOf('05', '', 'Музыка')).toBe(idOf('5', '', 'Музыка'));
});

test('a Latin letter of a class is the same class', () => {
  expect(idOf('5', 'A', 'Музыка')).toBe(idOf('5', 'А', 'Музыка'));
  expect(idOf('5', 'Б', 'Музыка')).not.toBe(idOf('5', 'А', 'Музыка'));
});

test('Latin letters inside a Cyrillic word were typed by mistake', () => {
  expect(idOf('5', '', 'Mатематика')).toBe(idOf('5', '', 'Математика'));
  expect(normalText('ХИМИЯ')).toBe(normalText('Xимия'));
  expect(normalText('English')).toBe('english');
});

test('what is left of a row without grade and letter is its subject', () => {
  expect(themeOf(marks, entryOf('5', 'А', 'Музыка'))).toBe('музыка');
});

test('tidying a text twice changes nothing more', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normalText(normalText(text)) === normalText(text)));
});
