import { makeWorld } from './host';

// design.md 7: any other member throws with its name; 8: which calls are service calls.
test('a member nobody wrote throws with its name', () => {
  const { app, sheet } = makeWorld();
  expect(() => sheet.getSlicers()).toThrow('Sheet.getSlicers is not implemented');
  expect(() => sheet.getRange('A1').getTextDirection()).toThrow('Range.getTextDirection is not implemented');
  expect(() => (app as never as { openByUrl: unknown }).openByUrl).toThrow(
    'SpreadsheetApp.openByUrl is not implemented',
  );
  expect(() => sheet.protect().getRangeName()).toThrow('Protection.getRangeName is not implemented');
});

test('a handle may be printed, awaited and serialised', async () => {
  const { sheet } = makeWorld();
  expect(String(sheet)).toBe('Sheet');
  expect(JSON.stringify(sheet.getRange('A1'))).toBe('{}');
  expect(await sheet).toBe(sheet);
});

test('handles and builders are free, stored state costs a call each', () => {
  const { app, sheet, calls, handles } = makeWorld();
  app.getActive().getSheetByName('Лист1')!.getRange('A1:B2').offset(1, 1).getA1Notation();
  app.newDataValidation().requireNumberBetween(0, 1).setAllowInvalid(false).build();
  sheet.getDataRange();
  expect(calls).toEqual([]);
  expect(handles).toContain('Sheet.getRange');
  sheet.getRange('A1').setValue(1).setNote('x');
  sheet.getLastRow();
  app.flush();
  expect(calls).toEqual(['Range.setValue', 'Range.setNote', 'Sheet.getLastRow', 'SpreadsheetApp.flush']);
});

// The wording of V8 Apps Script, as quoted in public issues.
test('wrong arguments are refused in the words of Google', () => {
  const { sheet } = makeWorld();
  const range = sheet.getRange('A1') as never as Record<string, (...given: unknown[]) => void>;
  expect(() => range.setValue!('a', 'b')).toThrow(
    "The parameters (String,String) don't match the method signature for SpreadsheetApp.Range.setValue.",
  );
  expect(() => range.setNote!(5)).toThrow(
    "The parameters (number) don't match the method signature for SpreadsheetApp.Range.setNote.",
  );
  expect(() => range.setValues!([1, 2])).toThrow(
    "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
  );
  expect(() => range.setValue!({})).toThrow(
    "The parameters ((class)) don't match the method signature for SpreadsheetApp.Range.setValue.",
  );
  expect(() => sheet.deleteRow(null as never)).toThrow(
    "The parameters (null) don't match the method signature for SpreadsheetApp.Sheet.deleteRow.",
  );
  expect(() => (sheet as never as { copyTo(range: unknown): void }).copyTo(range)).toThrow('(SpreadsheetApp.Range)');
});

test('an enumeration member equals itself and prints as its name', () => {
  const { app, sheet } = makeWorld();
  const protection = sheet.protect();
  expect(protection.getProtectionType()).toBe(app.ProtectionType.SHEET);
  expect(String(app.ProtectionType.SHEET)).toBe('SHEET');
  expect(typeof app.ProtectionType.SHEET).toBe('object');
});

test('in a time trigger there is no active sheet, range or user interface', () => {
  const { app, active, sheet } = makeWorld();
  Object.assign(active, { sheetId: null, area: null });
  expect(app.getActiveSheet()).toBeNull();
  expect(app.getActiveRange()).toBeNull();
  sheet.activate();
  expect(active.sheetId).toBeNull();
  expect(app.getActive().getName()).toBe('Район');
});

test('a range is dead once its sheet is deleted', () => {
  const { app } = makeWorld();
  const sheet = app.getActive().insertSheet('Лишний');
  const range = sheet.getRange('A1');
  app.getActive().deleteSheet(sheet);
  expect(() => range.getValue()).toThrow(/^Sheet \d+ not found$/);
  expect(() => sheet.getLastRow()).toThrow(/not found$/);
});
