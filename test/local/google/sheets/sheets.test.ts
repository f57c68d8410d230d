import { makeWorld } from './host';

// [D: Spreadsheet.insertSheet]: 1000 rows and 26 columns [K]; the new sheet becomes the active one.
test('a new sheet is blank, active, of 1000 rows and 26 columns', () => {
  const { app, active } = makeWorld();
  const sheet = app.getActive().insertSheet();
  expect([sheet.getName(), sheet.getMaxRows(), sheet.getMaxColumns()]).toEqual(['Лист2', 1000, 26]);
  expect(active.sheetId).toBe(sheet.getSheetId());
  const first = app.getActive().insertSheet('Первый', 0);
  expect(first.getIndex()).toBe(1);
  expect(
    app
      .getActive()
      .getSheets()
      .map((one) => one.getName()),
  ).toEqual(['Первый', 'Лист1', 'Лист2']);
});

test('a new file is in English', () => {
  const { app } = makeWorld();
  const file = app.create('Другая', 10, 3);
  expect([file.getSpreadsheetLocale(), file.getSheets()[0]!.getName()]).toEqual(['en_US', 'Sheet1']);
  expect(file.getSheets()[0]!.getMaxRows()).toBe(10);
});

// Google's words, quoted in public issues; names differ in more than case. [K]
test('a name is taken once', () => {
  const { app, sheet } = makeWorld();
  const book = app.getActive();
  const clash = 'A sheet with the name "лист1" already exists. Please enter another name.';
  expect(() => book.insertSheet('лист1')).toThrow(clash);
  const other = book.insertSheet('Другой');
  expect(() => other.setName('лист1')).toThrow(clash);
  expect(() => other.setName('я'.repeat(101))).toThrow('The sheet name cannot be greater than 100 characters.');
  expect(sheet.setName('ЛИСТ1').getName()).toBe('ЛИСТ1');
});

test('formulas follow a renamed sheet and lose a deleted one', () => {
  const { app, sheet } = makeWorld();
  const other = app.getActive().insertSheet('Данные');
  other.getRange('A1').setValue(5);
  sheet.getRange('A1').setFormula('=Данные!A1+1');
  other.setName('Свод данных');
  expect(sheet.getRange('A1').getFormula()).toBe("='Свод данных'!A1+1");
  expect(sheet.getRange('A1').getValue()).toBe(6);
  app.getActive().deleteSheet(other);
  expect(sheet.getRange('A1').getValue()).toBe('#REF!');
});

test('the last visible sheet can be neither deleted nor hidden', () => {
  const { app, sheet } = makeWorld();
  const other = app.getActive().insertSheet('Другой');
  other.hideSheet();
  expect(() => sheet.hideSheet()).toThrow("You can't hide all the sheets in a document.");
  expect(() => app.getActive().deleteSheet(sheet)).toThrow("You can't remove all the visible sheets in a document.");
  expect(other.isSheetHidden()).toBe(true);
});

test('sheets have ids that stay theirs', () => {
  const { app, sheet } = makeWorld();
  const book = app.getActive();
  const ids = [sheet, book.insertSheet('a'), book.insertSheet('b')].map((one) => one.getSheetId());
  expect(new Set(ids).size).toBe(3);
  expect(book.getSheetById(ids[1]!)!.getName()).toBe('a');
  expect(book.getSheetById(12345)).toBeNull();
  expect(book.getSheetByName('нет')).toBeNull();
});

// platform.md: "Range protections vanish when a file is copied".
test('a copy has the cells of a sheet and none of its protections', () => {
  const { app, sheet } = makeWorld();
  sheet.getRange('A1').setValue('05.01.2023').setNote('n');
  sheet.getRange('A1').protect();
  const file = app.create('Другая');
  file.setSpreadsheetTimeZone('Europe/Moscow');
  const copy = sheet.copyTo(file);
  expect([copy.getName(), copy.getRange('A1').getNote()]).toEqual(['Copy of Лист1', 'n']);
  expect(copy.getRange('A1').getDisplayValue()).toBe('05.01.2023');
  expect(copy.getProtections(app.ProtectionType.RANGE)).toEqual([]);
});

test('widths, frozen rows, colour and hidden columns are kept', () => {
  const { sheet } = makeWorld();
  sheet.setFrozenRows(2);
  sheet.setFrozenColumns(1);
  sheet.setTabColor('#ff0000').setColumnWidths(2, 2, 50);
  sheet.hideColumns(1, 2);
  expect([sheet.getFrozenRows(), sheet.getFrozenColumns(), sheet.getTabColor()]).toEqual([2, 1, '#ff0000']);
  expect([sheet.getColumnWidth(3), sheet.isColumnHiddenByUser(2), sheet.isColumnHiddenByUser(3)]).toEqual([
    50,
    true,
    false,
  ]);
  expect(() => sheet.setFrozenRows(1000)).toThrow();
});
