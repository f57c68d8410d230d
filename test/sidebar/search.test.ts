import { matches, pieces, stemsOf } from '../../src/sidebar/help/search';

const finds = (query: string, text: string) => matches(stemsOf(query), text);

test('capitals, ё and the ending of a word do not matter', () => {
  expect(finds('ОТМЕТКИ', 'Итоговая отметка')).toBe(true);
  expect(finds('учет', 'На учёте')).toBe(true);
  expect(finds('зачёт', 'зачета нет')).toBe(true);
});

test('every word must be found, in whatever order', () => {
  expect(finds('знаний качество', 'Качество знаний')).toBe(true);
  expect(finds('качество чтения', 'Качество знаний')).toBe(false);
});

test('signs are found too, and none of them is taken for a pattern', () => {
  expect(finds('н/а', '«н/а» – не аттестованы')).toBe(true);
  expect(finds('(.*', 'Что угодно')).toBe(true);
  expect(pieces('a+b', ['+'])).toEqual(['a', '+', 'b']);
});

test('the pieces of a text are the text, what was found at every other place', () => {
  expect(pieces('Учёт и учет', stemsOf('учёт'))).toEqual(['', 'Учёт', ' и ', 'учет', '']);
  expect(pieces('Текст', [])).toEqual(['Текст']);
});
