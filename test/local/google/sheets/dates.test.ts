import * as vm from 'node:vm';
import { instantOf, serialOf } from '../../../../src/local/google/sheets/cells/serial';
import { makeWorld } from './host';

// A cell holds what the clock of the spreadsheet's zone shows; a script gets and gives instants [D: Range.getValue, K].
test('midnight in Yakutsk is the day before in UTC', () => {
  const { sheet } = makeWorld();
  sheet.getRange('A1').setValue('05.01.2023');
  expect(sheet.getRange('A1').getValue().toISOString()).toBe('2023-01-04T15:00:00.000Z');
});

test('a date written keeps its instant and gets a date format where there is none', () => {
  const { sheet } = makeWorld();
  const noon = new Date(Date.UTC(2023, 5, 30, 3, 0, 0, 250));
  sheet.getRange('A1').setValue(noon);
  expect(sheet.getRange('A1').getValue()).toEqual(noon);
  expect(sheet.getRange('A1').getDisplayValue()).toBe('30.06.2023 12:00:00');
  sheet
    .getRange('B1')
    .setNumberFormat('0.00')
    .setValue(new Date(Date.UTC(2023, 0, 4, 15)));
  expect(sheet.getRange('B1').getValue()).toBe(44931);
  sheet.getRange('C1').setNumberFormat('dd.MM.yyyy').setValue(44931);
  expect(sheet.getRange('C1').getValue()).toEqual(new Date(Date.UTC(2023, 0, 4, 15)));
});

// platform.md: "Mind realms: instanceof Date fails across contexts".
test('a date of another realm is a date', () => {
  const { sheet } = makeWorld();
  const foreign = vm.runInNewContext('new Date(Date.UTC(2023, 0, 4, 15))');
  expect(foreign instanceof Date).toBe(false);
  sheet.getRange('A1').setValue(foreign);
  expect(sheet.getRange('A1').getDisplayValue()).toBe('05.01.2023');
});

test('a number too large for a date stays a number in a cell that shows dates', () => {
  const { sheet } = makeWorld();
  const range = sheet.getRange('A1').setNumberFormat('dd.mm.yyyy');
  expect(range.setValue(1e9).getValue()).toBe(1e9);
  expect(sheet.getRange('A2').setValue(1e9).setNumberFormat('dd.mm.yyyy').getValue()).toBe(1e9);
});

test('a number format decides whether a number is read as a date', () => {
  const { sheet } = makeWorld();
  const range = sheet.getRange('A1').setValue('05.01.2023');
  expect(range.setNumberFormat('0').getValue()).toBe(44931);
  expect(range.setNumberFormat('d MMMM yyyy').getValue()).toEqual(new Date(Date.UTC(2023, 0, 4, 15)));
  expect(range.getDisplayValue()).toBe('5 января 2023');
});

test('another time zone keeps the clock’s time and changes the instant', () => {
  const { app, sheet } = makeWorld();
  sheet.getRange('A1').setValue('05.01.2023');
  app.getActive().setSpreadsheetTimeZone('Europe/Moscow');
  expect(sheet.getRange('A1').getDisplayValue()).toBe('05.01.2023');
  expect(sheet.getRange('A1').getValue().toISOString()).toBe('2023-01-04T21:00:00.000Z');
});

test.each(['Asia/Yakutsk', 'Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kathmandu'])(
  'serial days of %s turn into instants and back, on the day the clock changes too',
  (zone) => {
    for (const serial of [45010, 45010.5, 45227.9, 45231.25, 30000.125]) {
      expect(serialOf(instantOf(serial, zone), zone)).toBeCloseTo(serial, 8);
    }
  },
);

test('a time the clock skips is taken an hour later', () => {
  // 12.03.2023 2:24 in New York.
  expect(new Date(instantOf(44997.1, 'America/New_York')).toISOString()).toBe('2023-03-12T07:24:00.000Z');
});

test.each([
  [0.5, '0', '1'],
  [46.66666, '0.0', '46,7'],
  [2.675, '0.00', '2,68'],
  [1234567.891, '#,##0.00', '1\u00a0234\u00a0567,89'],
  [1234, '#,##0', '1\u00a0234'],
  [0.4667, '0.0%', '46,7%'],
  [-0.5, '0%', '-50%'],
  [1 / 3, 'General', '0,3333333333'],
  [-0.001, '0.0', '0,0'],
  [5, '0" уч."', '5 уч.'],
  [-5, '0;(0)', '(5)'],
])('%p in the format %s shows as %s', (value, format, shown) => {
  const { sheet } = makeWorld();
  expect(sheet.getRange('A1').setNumberFormat(format).setValue(value).getDisplayValue()).toBe(shown);
});
