import { resolve } from 'node:path';
import { Desk } from '../../../src/local/proof/desk';
import { differences, pictureOf } from '../../../src/local/proof/picture';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const dist = resolve(__dirname, '../../../dist');

function deskWith(work: (sheet: Sheet, desk: Desk) => void): Desk {
  const desk = new Desk(dist);
  work(desk.spreadsheet().getSheets()[0]!, desk);
  return desk;
}

const between = (one: Desk, other: Desk): string[] => differences(pictureOf(one.runtime), pictureOf(other.runtime));

test('cells that look alike are alike, whichever of their looks was set first', () => {
  const one = deskWith((sheet) => sheet.getRange('B2').setWrap(true).setHorizontalAlignment('center'));
  const other = deskWith((sheet) => sheet.getRange('B2').setHorizontalAlignment('center').setWrap(true));
  expect(between(one, other)).toEqual([]);
  const bare = deskWith((sheet) => sheet.getRange('B2').setHorizontalAlignment('center'));
  expect(between(one, bare)).toHaveLength(1);
});

test('tabs set aside before a repair are the same at whatever time that was, also in a property that lists them', () => {
  const aside = (time: string) =>
    deskWith((sheet, desk) => {
      sheet.setName(`Школа №1 (до починки 25.06 ${time})`);
      const { PropertiesService } = desk.runtime.globals as unknown as typeof globalThis;
      const tabs = JSON.stringify([String(sheet.getSheetId())]);
      PropertiesService.getDocumentProperties().setProperty('shut', tabs);
    });
  expect(between(aside('10-40-46'), aside('11-11-20'))).toEqual([]);
});

test('a property that lists tabs is the same where one of them had to be made again, another where it lists others', () => {
  const listing = (names: readonly string[], before: number) =>
    deskWith((_, desk) => {
      const book = desk.spreadsheet();
      for (let times = 0; times < before; times += 1) book.deleteSheet(book.insertSheet('Недоделанная'));
      const ids = ['Первая', 'Вторая'].map((name) => [name, String(book.insertSheet(name).getSheetId())]);
      const tabs = ids.filter(([name]) => names.includes(name!)).map(([, id]) => id);
      const { PropertiesService } = desk.runtime.globals as unknown as typeof globalThis;
      PropertiesService.getDocumentProperties().setProperty('shut', JSON.stringify({ of: '', tabs }));
    });
  const both = listing(['Первая', 'Вторая'], 0);
  expect(between(both, listing(['Вторая', 'Первая'], 2))).toEqual([]);
  expect(between(both, listing(['Первая'], 0))).toHaveLength(1);
});
