import * as fc from 'fast-check';
import { typeInto } from '../../../../src/local/google/sheets';
import { makeWorld, SCHOOL } from './host';

const day = (year: number, month: number, date: number) => new Date(Date.UTC(year, month - 1, date) - 9 * 3_600_000);

// platform.md "Sheets semantics that bite": in ru_RU the comma is decimal and the point separates day and month. [K]
const RUSSIAN: [typed: string, value: unknown, shown: string][] = [
  ['12,5', 12.5, '12,5'],
  ['12.5', day(2023, 5, 12), '12.5'],
  ['5/15', '5/15', '5/15'],
  ['5/1', day(2023, 1, 5), '5/1'],
  ['1-4', day(2023, 4, 1), '1-4'],
  ['5.1', day(2023, 1, 5), '5.1'],
  ['05.01.2023', day(2023, 1, 5), '05.01.2023'],
  ['05.01.23', day(2023, 1, 5), '05.01.2023'],
  ['2023-01-05', day(2023, 1, 5), '05.01.2023'],
  ['31.02.2023', '31.02.2023', '31.02.2023'],
  ['1 сентября', day(2023, 9, 1), '1 сентября'],
  ['007', 7, '7'],
  ['1 234', 1234, '1\u00a0234'],
  ['1\u00a0234,5', 1234.5, '1\u00a0234,50'],
  ['1 23', '1 23', '1 23'],
  ['50%', 0.5, '50%'],
  ['12,5%', 0.125, '12,50%'],
  ['1e3', 1000, '1,00E+03'],
  ['-5', -5, '-5'],
  ['ИСТИНА', true, 'ИСТИНА'],
  ['false', false, 'ЛОЖЬ'],
  ["'12,5", '12,5', '12,5'],
  ["'=1", '=1', '=1'],
  ['=1+1', 2, '2'],
  ['-нет', '#NAME?', '#NAME?'],
  ['-', '-', '-'],
  ['5А', '5А', '5А'],
  ['  слово ', '  слово ', '  слово '],
  ['', '', ''],
];

test.each(RUSSIAN)('in ru_RU %j is read as %p', (typed, value, shown) => {
  const { sheet, host, book } = makeWorld();
  sheet.getRange('A1').setValue(typed);
  typeInto(host, book, 'Лист1', 'B1', typed);
  expect(sheet.getRange('A1:B1').getValues()).toEqual([[value, value]]);
  expect(sheet.getRange('A1:B1').getDisplayValues()).toEqual([[shown, shown]]);
});

const AMERICAN: [typed: string, value: unknown][] = [
  ['12.5', 12.5],
  ['12,5', '12,5'],
  ['1,234', 1234],
  ['5/15', day(2023, 5, 15)],
  ['15/5', '15/5'],
  ['May 5, 2023', day(2023, 5, 5)],
  ['TRUE', true],
  ['ИСТИНА', 'ИСТИНА'],
];

test.each(AMERICAN)('in en_US %j is read as %p', (typed, value) => {
  const { sheet } = makeWorld('en_US');
  expect(sheet.getRange('A1').setValue(typed).getValue()).toEqual(value);
});

// platform.md: "Give text columns the format @ before writing".
test.each(['1-4', '007', '12.5', '=1+1', '5/1'])('plain text keeps %j', (typed) => {
  const { sheet } = makeWorld();
  sheet.getRange('A1').setNumberFormat('@').setValue(typed);
  expect(sheet.getRange('A1').getValue()).toBe(typed);
  sheet.getRange('A1').setValue(`'${typed}`);
  expect(sheet.getRange('A1').getValue()).toBe(typed);
});

test('a time is a moment of the first day', () => {
  const { sheet } = makeWorld('ru_RU', 'UTC');
  expect(sheet.getRange('A1').setValue('10:30').getValue()).toEqual(new Date(Date.UTC(1899, 11, 30, 10, 30)));
  expect(sheet.getRange('A1').getDisplayValue()).toBe('10:30:00');
});

test('any number written with a decimal comma is that number', () => {
  const { sheet } = makeWorld();
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (thousandths) => {
      const text = String(thousandths / 1000).replace('.', ',');
      return sheet.getRange('A1').setValue(text).getValue() === thousandths / 1000;
    }),
  );
});

// [D: Simple triggers, edit event]: value and oldValue for a single cell only.
test('an edit tells the range and, of one cell, both values', () => {
  const { sheet, host, book } = makeWorld();
  sheet.getRange('B2').setValue(3);
  const area = { sheetId: 0, row: 1, column: 1, rows: 1, columns: 1 };
  expect(typeInto(host, book, 'Лист1', 'B2', '12,5')).toEqual({ area, value: '12.5', oldValue: '3' });
  expect(typeInto(host, book, 'Лист1', 'B2', '')).toEqual({ area, oldValue: '12.5' });
  const pasted = typeInto(host, book, 'Лист1', 'B2', [['1', '2'], ['3']]);
  expect(pasted).toEqual({ area: { sheetId: 0, row: 1, column: 1, rows: 2, columns: 2 } });
  expect(sheet.getRange('B2:C3').getValues()).toEqual([
    [1, 2],
    [3, ''],
  ]);
});

test('pasting past the edge grows the sheet', () => {
  const { sheet, host, book } = makeWorld();
  typeInto(host, book, 'Лист1', 'A1000', [['1'], ['2'], ['3']]);
  expect(sheet.getMaxRows()).toBe(1002);
});

test('a person may not type over a protected cell, not even in a larger paste', () => {
  const world = makeWorld();
  const protection = world.sheet.getRange('C1').protect();
  protection.removeEditors(protection.getEditors());
  world.user = SCHOOL;
  expect(() => typeInto(world.host, world.book, 'Лист1', 'B1', [['1', '2']])).toThrow('protected cell');
  expect(world.sheet.getRange('B1').getValue()).toBe('');
  typeInto(world.host, world.book, 'Лист1', 'B1', '1');
});
