import { runInNewContext } from 'node:vm';
import { isBlank, isDate, textOf } from '../../src/model';

test('a cell with nothing but spaces is blank; 0 and an unticked box are not', () => {
  for (const cell of ['', ' ', '\u00a0', '\n\t', null, undefined]) expect(isBlank(cell)).toBe(true);
  for (const cell of [0, false, '0', '-']) expect(isBlank(cell)).toBe(false);
});

test('the words of a cell have single ordinary spaces and none at the ends', () => {
  expect(textOf(' Русский \u00a0 язык\n')).toBe('Русский язык');
  expect(textOf('Хи\u0007мия\u200b')).toBe('Хи мия');
  expect(textOf(5)).toBe('5');
  expect(textOf(null)).toBe('');
});

test('a date of another realm is a date, as in Apps Script', () => {
  expect(isDate(runInNewContext('new Date(0)'))).toBe(true);
  expect(isDate(new Date(0))).toBe(true);
  expect(isDate('2023-05-12')).toBe(false);
});
