import { makeWorld } from './host';

// [D: Sheet.getRange]: A1 and R1C1 notation, open ends, and (row, column, rows, columns).
test.each([
  ['B3', [3, 2, 1, 1], 'B3'],
  ['A1:B2', [1, 1, 2, 2], 'A1:B2'],
  ['B2:A1', [1, 1, 2, 2], 'A1:B2'],
  ['A:B', [1, 1, 1000, 2], 'A:B'],
  ['2:5', [2, 1, 4, 26], '2:5'],
  ['A2:B', [2, 1, 999, 2], 'A2:B1000'],
  ['$C$4', [4, 3, 1, 1], 'C4'],
  ['R1C1:R2C2', [1, 1, 2, 2], 'A1:B2'],
  ['R5C3', [5, 3, 1, 1], 'C5'],
  ["'Лист1'!Z9", [9, 26, 1, 1], 'Z9'],
])('%s is a range', (text, expected, name) => {
  const range = makeWorld().sheet.getRange(text);
  expect([range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()]).toEqual(expected);
  expect(range.getA1Notation()).toBe(name);
});

test('a range by numbers counts from one', () => {
  const { sheet } = makeWorld();
  expect(sheet.getRange(2, 3).getA1Notation()).toBe('C2');
  expect(sheet.getRange(2, 3, 4).getA1Notation()).toBe('C2:C5');
  expect(sheet.getRange(2, 27 - 1, 4, 1).getLastColumn()).toBe(26);
  expect(sheet.getRange(1, 1, 3, 2).offset(1, 1).getA1Notation()).toBe('B2:C4');
  expect(sheet.getRange(1, 1, 3, 2).offset(1, 1, 1).getA1Notation()).toBe('B2:C2');
  expect(sheet.getRange('B2:C3').getCell(2, 1).getA1Notation()).toBe('B3');
});

// Texts as thrown by Google, quoted in public issues.
test('a range outside the sheet is refused when asked for', () => {
  const { app, sheet } = makeWorld();
  const outside = 'The coordinates of the range are outside the dimensions of the sheet.';
  expect(() => sheet.getRange(1001, 1)).toThrow(outside);
  expect(() => sheet.getRange(1, 20, 1, 8)).toThrow(outside);
  expect(() => sheet.getRange('A1:AA1')).toThrow(outside);
  expect(() => sheet.getRange(0, 1)).toThrow('The starting row of the range is too small.');
  expect(() => sheet.getRange(1, 0)).toThrow('The starting column of the range is too small.');
  expect(() => sheet.getRange(1, 1, 0)).toThrow('The number of rows in the range must be at least 1.');
  expect(() => sheet.getRange(1, 1, 1, 0)).toThrow('The number of columns in the range must be at least 1.');
  expect(() => sheet.getRange('чепуха')).toThrow('Range not found');
  expect(() => app.getActive().getRange("'Нет'!A1")).toThrow('Range not found');
  expect(() => sheet.getRange('A1').getCell(2, 1)).toThrow('Cell reference out of range');
});

test('a range cut off by deleted rows is refused when used', () => {
  const { sheet } = makeWorld();
  const range = sheet.getRange('A1000');
  sheet.deleteRow(5);
  expect(() => range.getValue()).toThrow('outside the dimensions');
});

test('a workbook finds cells by sheet name, quoted or not, and by named range', () => {
  const { app, sheet } = makeWorld();
  const book = app.getActive();
  book.insertSheet("МОУ «СОШ № 1» д'Артаньян").getRange('B2').setValue(5);
  expect(book.getRange("'МОУ «СОШ № 1» д''Артаньян'!B2").getValue()).toBe(5);
  book.setNamedRange('Порог', sheet.getRange('C3:C4'));
  expect(book.getRangeByName('Порог')!.getA1Notation()).toBe('C3:C4');
  expect(book.getRangeByName('Нет')).toBeNull();
  sheet.insertRowBefore(1);
  expect(book.getRangeByName('Порог')!.getA1Notation()).toBe('C4:C5');
  sheet.deleteRows(4, 2);
  expect(book.getRangeByName('Порог')).toBeNull();
});

// [D: getLastRow, getDataRange]: content counts, formats and notes do not.
test('the data range reaches as far as content', () => {
  const { sheet } = makeWorld();
  expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]).toEqual([0, 0, 'A1']);
  sheet.getRange('E9').setNote('заметка').setBackground('#ff0000');
  sheet.getRange('C4').setValue('x');
  sheet.getRange('B6').setFormula('=""');
  expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]).toEqual([6, 3, 'A1:C6']);
  sheet.getRange('B6').clearContent();
  expect(sheet.getLastRow()).toBe(4);
});
