import { makeWorld } from './host';

test('blanks are empty strings, other values keep their type', () => {
  const { sheet } = makeWorld();
  sheet.getRange('A1:E1').setValues([[1.5, true, 'слово', null, new Date(Date.UTC(2023, 0, 4, 15))] as never]);
  const [values] = sheet.getRange('A1:F1').getValues();
  expect(values).toEqual([1.5, true, 'слово', '', new Date(Date.UTC(2023, 0, 4, 15)), '']);
});

// Google's words for data of another size, quoted in public issues.
test('data must be of the size of the range, and nothing is written when it is not', () => {
  const { sheet } = makeWorld();
  const range = sheet.getRange('A1:B2');
  expect(() => range.setValues([[1, 2]])).toThrow(
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  );
  expect(() => range.setValues([[1, 2], [3]])).toThrow(
    'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
  );
  expect(() => range.setValues([])).toThrow('The data has 0 but the range has 2.');
  expect(sheet.getLastRow()).toBe(0);
  expect(() => range.setNotes([['a', 'b']])).toThrow('The data has 1 but the range has 2.');
});

test('a value that is no cell value is refused', () => {
  const { sheet } = makeWorld();
  const range = sheet.getRange('A1:B1');
  expect(() => range.setValues([[1, Number.NaN]])).toThrow();
  expect(() => range.setValues([[1, new Date(Number.NaN)]])).toThrow();
  expect(() => range.setValues([[1, ['a']]])).toThrow("don't match the method signature");
  expect(() => range.setValues([['x', 'я'.repeat(50_001)]])).toThrow('50000 characters');
  expect(range.getValues()).toEqual([['', '']]);
});

test('a written value fills the whole range', () => {
  const { sheet } = makeWorld();
  sheet.getRange('A1:B2').setValue(7);
  expect(sheet.getRange('A1:B2').getValues()).toEqual([
    [7, 7],
    [7, 7],
  ]);
});

test('a date read from a cell is the script’s own: changing it changes nothing', () => {
  const { sheet } = makeWorld();
  sheet.getRange('A1').setValue(new Date(Date.UTC(2023, 0, 4, 15)));
  sheet.getRange('A1').getValue().setFullYear(1999);
  expect(sheet.getRange('A1').getDisplayValue()).toBe('05.01.2023');
});

// [D: Sheet.appendRow]
test('a row is appended below the last content and the sheet grows for it', () => {
  const { sheet } = makeWorld();
  sheet.deleteRows(3, 998);
  sheet.getRange('B2').setValue('последняя');
  sheet.appendRow(['a', '12,5']);
  expect(sheet.getRange('A3:B3').getValues()).toEqual([['a', 12.5]]);
  expect(sheet.getMaxRows()).toBe(3);
  expect(() => sheet.appendRow([])).toThrow('SpreadsheetApp.Sheet.appendRow');
});

// [D: Range.clear, clearContent, clearFormat]
test('clearing takes what it names and no more', () => {
  const { app, sheet } = makeWorld();
  const rule = app.newDataValidation().requireNumberGreaterThan(0).build();
  const fill = () => sheet.getRange('A1').setNote('n').setDataValidation(rule).setBackground('#ff0000').setValue(5);
  const range = fill();
  range.clearContent();
  expect([range.getValue(), range.getNote(), range.getBackground()]).toEqual(['', 'n', '#ff0000']);
  expect(range.getDataValidation()).not.toBeNull();
  fill().clear();
  expect([range.getValue(), range.getNote(), range.getBackground()]).toEqual(['', 'n', '#ffffff']);
  fill().clear({ commentsOnly: true, validationsOnly: true });
  expect([range.getValue(), range.getNote(), range.getDataValidation()]).toEqual([5, '', null]);
});

test('notes are set, read and removed without touching values', () => {
  const { sheet } = makeWorld();
  sheet.getRange('A1:B1').setNotes([['первая', '']]);
  expect(sheet.getRange('A1:B1').getNotes()).toEqual([['первая', '']]);
  sheet.getRange('A1:B1').setNote(null);
  expect(sheet.getRange('A1').getNote()).toBe('');
});

test('merged cells keep the first value only', () => {
  const { sheet } = makeWorld();
  sheet
    .getRange('A1:B1')
    .setValues([['a', 'b']])
    .merge();
  expect(sheet.getRange('A1:B1').getValues()).toEqual([['a', '']]);
  sheet.getRange('A1:B1').setValues([['c', 'd']]);
  expect(sheet.getRange('A1:B1').getValues()).toEqual([['c', '']]);
  expect(sheet.getRange('B1').isPartOfMerge()).toBe(true);
  sheet.getRange('A1:B1').breakApart();
  expect(sheet.getRange('B1').isPartOfMerge()).toBe(false);
});
