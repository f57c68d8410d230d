import { makeWorld } from './host';

/** Rows A1:A5 hold 1-5; row 3 is dressed. */
function dressed() {
  const world = makeWorld();
  const { app, sheet } = world;
  sheet.getRange('A1:A5').setValues([[1], [2], [3], [4], [5]]);
  const rule = app.newDataValidation().requireNumberGreaterThan(0).build();
  sheet.getRange('A3').setNote('третья').setBackground('#ff0000').setNumberFormat('0.0').setDataValidation(rule);
  return world;
}

test('inserted rows push down all that belongs to the rows below', () => {
  const { app, sheet } = dressed();
  sheet.getRange('B3:C4').merge();
  sheet.getRange('B1').setFormula("=SUM(A2:A4)+'Лист1'!A3");
  sheet.hideRows(4);
  sheet.setRowHeight(3, 50);
  sheet.getRange('A3:A4').protect().setDescription('строки');
  const red = app.newConditionalFormatRule().whenNumberGreaterThan(1).setBackground('#ff0000');
  sheet.setConditionalFormatRules([red.setRanges([sheet.getRange('A3:A5')]).build()]);
  sheet.getRange('A2:C5').createFilter();
  sheet.insertRowsBefore(3, 2);
  expect(sheet.getRange('A1:A7').getValues().flat()).toEqual([1, 2, '', '', 3, 4, 5]);
  expect(sheet.getRange('A5').getNote()).toBe('третья');
  expect(sheet.getRange('B1').getFormula()).toBe("=SUM(A2:A6)+'Лист1'!A5");
  expect([sheet.isRowHiddenByUser(6), sheet.isRowHiddenByUser(4)]).toEqual([true, false]);
  expect([sheet.getRowHeight(5), sheet.getRowHeight(3)]).toEqual([50, 21]);
  expect(sheet.getProtections(app.ProtectionType.RANGE)[0]!.getRange().getA1Notation()).toBe('A5:A6');
  expect(sheet.getConditionalFormatRules()[0]!.getRanges()[0]!.getA1Notation()).toBe('A5:A7');
  expect(sheet.getFilter()!.getRange().getA1Notation()).toBe('A2:C7');
  expect(sheet.getRange('C6').isPartOfMerge()).toBe(true);
  expect(sheet.getMaxRows()).toBe(1002);
});

// Sheets gives new rows the look and the validation of the row they were inserted after (or before). [K]
test('inserted rows inherit format and validation, never values or notes', () => {
  const { sheet } = dressed();
  sheet.insertRowAfter(3);
  const inherited = sheet.getRange('A4');
  expect([inherited.getBackground(), inherited.getNumberFormat()]).toEqual(['#ff0000', '0.0']);
  expect(inherited.getDataValidation()).not.toBeNull();
  expect([inherited.getValue(), inherited.getNote()]).toEqual(['', '']);
  sheet.insertRowsBefore(3, 1);
  expect(sheet.getRange('A3').getBackground()).toBe('#ff0000');
  sheet.insertRowAfter(1);
  expect(sheet.getRange('A2').getBackground()).toBe('#ffffff');
});

test('deleted rows take what was theirs along', () => {
  const { app, sheet } = dressed();
  sheet.getRange('B1').setFormula('=SUM(A1:A5)');
  sheet.getRange('B2').setFormula('=A3');
  sheet.getRange('A3').protect();
  sheet.getRange('A2:A4').protect();
  sheet.deleteRows(3, 1);
  expect(sheet.getRange('B1:B2').getFormulas()).toEqual([['=SUM(A1:A4)'], ['=#REF!']]);
  expect(sheet.getRange('B1:B2').getValues()).toEqual([[12], ['#REF!']]);
  const left = sheet.getProtections(app.ProtectionType.RANGE).map((one) => one.getRange().getA1Notation());
  expect(left).toEqual(['A2:A3']);
  expect(sheet.getRange('A3').getNote()).toBe('');
});

test('columns are inserted and deleted like rows', () => {
  const { sheet } = makeWorld();
  sheet.getRange('A1:C1').setValues([[1, 2, '=A1+B1']]);
  sheet.setColumnWidth(2, 300);
  sheet.getRange('B1').setBackground('#00ff00');
  sheet.insertColumnsAfter(2, 2);
  expect(sheet.getRange('A1:E1').getValues()).toEqual([[1, 2, '', '', 3]]);
  expect(sheet.getRange('C1').getBackground()).toBe('#00ff00');
  sheet.insertColumnBefore(1);
  expect(sheet.getRange('F1').getFormula()).toBe('=B1+C1');
  expect([sheet.getColumnWidth(3), sheet.getColumnWidth(2)]).toEqual([300, 100]);
  sheet.deleteColumn(2);
  expect(sheet.getRange('E1').getValue()).toBe('#REF!');
  expect(sheet.getMaxColumns()).toBe(28);
});

// Google's words, quoted in public issues.
test('rows out of bounds, all rows and all unfrozen rows are refused', () => {
  const { sheet } = makeWorld();
  expect(() => sheet.deleteRows(1000, 2)).toThrow('Those rows are out of bounds.');
  expect(() => sheet.insertRowsAfter(1001, 1)).toThrow('Those rows are out of bounds.');
  expect(() => sheet.insertRowBefore(0)).toThrow('Those rows are out of bounds.');
  expect(() => sheet.deleteColumns(26, 2)).toThrow('Those columns are out of bounds.');
  expect(() => sheet.deleteRows(1, 1000)).toThrow("You can't delete all the rows on the sheet.");
  sheet.setFrozenRows(2);
  expect(() => sheet.deleteRows(3, 998)).toThrow('Sorry, it is not possible to delete all non-frozen rows.');
  sheet.deleteRows(1, 1);
  expect(sheet.getFrozenRows()).toBe(1);
  expect(() => sheet.insertRowsAfter(1, 400_000)).toThrow('10000000 cells');
});

test('moved rows keep their notes, and formulas follow them', () => {
  const { sheet } = dressed();
  sheet.getRange('B1').setFormula('=A3');
  sheet.moveRows(sheet.getRange('3:3'), 6);
  expect(sheet.getRange('A1:A5').getValues().flat()).toEqual([1, 2, 4, 5, 3]);
  expect([sheet.getRange('A5').getNote(), sheet.getRange('B1').getFormula()]).toEqual(['третья', '=A5']);
  sheet.moveRows(sheet.getRange('5:5'), 1);
  expect(sheet.getRange('A1:A5').getValues().flat()).toEqual([3, 1, 2, 4, 5]);
});

test('a validation that reads its values from cells follows them', () => {
  const { app, sheet } = makeWorld();
  sheet.getRange('A5:A6').setValues([['да'], ['нет']]);
  const rule = app.newDataValidation().requireValueInRange(sheet.getRange('A5:A6')).setAllowInvalid(false).build();
  sheet.getRange('C1').setDataValidation(rule);
  sheet.insertRowsBefore(2, 3);
  expect(() => sheet.getRange('C1').setValue('может быть')).toThrow('violates the data validation rules');
  sheet.getRange('C1').setValue('да');
  const [range] = sheet.getRange('C1').getDataValidation()!.getCriteriaValues();
  expect(range.getA1Notation()).toBe('A8:A9');
});

// platform.md: "A sort moves values, not row metadata".
test('a sort moves values, formulas, notes and looks; hidden rows and validations stay', () => {
  const { app, sheet } = makeWorld();
  sheet.getRange('A1:B4').setValues([
    ['б', '=ROW()*10'],
    ['', 2],
    [3, 3],
    ['а', 4],
  ]);
  sheet.getRange('A1').setNote('бе').setBackground('#ff0000');
  sheet.getRange('A1').setDataValidation(app.newDataValidation().requireTextContains('б').build());
  sheet.hideRows(1);
  sheet.getRange('A1:B4').sort({ column: 1, ascending: true });
  expect(sheet.getRange('A1:A4').getValues().flat()).toEqual([3, 'а', 'б', '']);
  expect([sheet.getRange('A3').getNote(), sheet.getRange('A3').getBackground()]).toEqual(['бе', '#ff0000']);
  expect(sheet.getRange('B3').getValue()).toBe(30);
  expect(sheet.isRowHiddenByUser(1)).toBe(true);
  expect(sheet.getRange('A1').getDataValidation()).not.toBeNull();
  sheet.getRange('A1:B4').sort([{ column: 1, ascending: false }]);
  expect(sheet.getRange('A1:A4').getValues().flat()).toEqual(['б', 'а', 3, '']);
  expect(() => sheet.getRange('A1:B4').sort(3)).toThrow();
});

test('copying repeats over a larger target and takes formulas along', () => {
  const { app, sheet } = makeWorld();
  sheet
    .getRange('A1:B1')
    .setValues([[1, '=A1*2']])
    .setNotes([['n', '']]);
  sheet.getRange('A1:B1').copyTo(sheet.getRange('A2:B4'));
  expect(sheet.getRange('B4').getFormula()).toBe('=A4*2');
  expect(sheet.getRange('A3').getNote()).toBe('n');
  sheet.getRange('A1:B1').copyTo(sheet.getRange('D1'), app.CopyPasteType.PASTE_VALUES, true);
  expect(sheet.getRange('D1:D2').getValues()).toEqual([[1], [2]]);
  sheet.getRange('A1:B1').moveTo(sheet.getRange('F1'));
  expect(sheet.getRange('A1:G1').getValues()).toEqual([['', '', '', 1, '', 1, 2]]);
});

test('rows are hidden and shown among the frozen ones too', () => {
  const { app, sheet } = makeWorld();
  sheet.setFrozenRows(6);
  sheet.setFrozenColumns(6);
  sheet.hideRows(3, 2);
  sheet.hideColumns(1, 2);
  expect([2, 3, 4, 5].map((row) => sheet.isRowHiddenByUser(row))).toEqual([false, true, true, false]);
  expect([sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.isColumnHiddenByUser(2)]).toEqual([6, 6, true]);
  const copy = sheet.copyTo(app.getActive());
  expect([copy.getFrozenRows(), copy.isRowHiddenByUser(4), copy.isColumnHiddenByUser(1)]).toEqual([6, true, true]);
  sheet.deleteRow(3);
  expect([sheet.getFrozenRows(), sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(4)]).toEqual([5, true, false]);
  sheet.showRows(1, 10);
  expect(sheet.isRowHiddenByUser(3)).toBe(false);
});

test('a copy of a sheet keeps notes and what cells may hold', () => {
  const { app, sheet } = dressed();
  const positive = app.newDataValidation().requireNumberGreaterThan(0).setAllowInvalid(false).build();
  sheet.getRange('A3').setDataValidation(positive);
  const copy = sheet.copyTo(app.getActive());
  expect(copy.getRange('A3').getNote()).toBe('третья');
  expect(() => copy.getRange('A3').setValue(-1)).toThrow('violates the data validation rules');
  sheet.getRange('A3').clearNote().clearDataValidations();
  expect([copy.getRange('A3').getNote(), copy.getRange('A3').getDataValidation() !== null]).toEqual(['третья', true]);
});
