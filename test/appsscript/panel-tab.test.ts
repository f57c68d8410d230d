import { chartPicture } from '../../src/local/google/sheets/charts/picture';
import { District, goodRows } from './district';

const NAME = 'Панель';

function collected(): District {
  const district = District.ready();
  for (const [at, { key }] of district.schools.entries())
    for (const form of ['classes', 'marks', 'pupils'] as const) district.replace(key, form, goodRows(at)[form]);
  district.click('consolidateWorkbook');
  return district;
}

const district = collected();
const sheetOf = (of: District) => of.runtime.book.sheets.find(({ name }) => name === NAME)!;
const pictures = (of: District): string[] =>
  sheetOf(of).charts.map((chart) => chartPicture(of.runtime.book, sheetOf(of), chart));
const words = (of: District): string[][] =>
  of
    .sheet(NAME)
    .getDataRange()
    .getDisplayValues()
    .map((row) => row.slice(1, 7));
const rowOf = (of: District, title: string): string[] => words(of).find(([first]) => first === title) ?? [];

test('«Панель» stands behind «Справка» and begins with what is to be done next', () => {
  expect(district.runtime.book.sheets[1]!.name).toBe(NAME);
  const [title, , , heading, next, collection] = words(district).map(([first]) => first);
  expect(title).toMatch(/^Панель: II квартал 2023 г\. Данные на /);
  expect(heading).toBe('Что делать дальше');
  expect(next).toMatch(/\.$/);
  expect(collection).toMatch(/^Сдали 0 из \d+\sшкол/);
});

test('targets, schools with their intervals and the state of handing in follow, each under its heading', () => {
  const first = words(district).map(([what]) => what);
  for (const heading of ['Целевые индикаторы', 'Учатся на «4» и «5», %', 'Сдача данных'])
    expect(first).toContain(heading);
  const [, , fact, , n, note] = rowOf(district, district.schools[0]!.name);
  expect(fact).toMatch(/^\d+(,\d)?$/);
  expect(Number(n)).toBeGreaterThan(9);
  expect(note).toMatch(/^от \d+,\d до \d+,\d$/);
});

test('charts show schools with the plan; they are drawn of what stands in hidden columns', () => {
  const sheet = sheetOf(district);
  const drawn = sheet.charts.map(({ kind }) => kind);
  expect(drawn).toContain('ComboChart');
  for (const { ranges } of sheet.charts)
    for (const { column, columns } of ranges)
      for (let at = column; at < column + columns; at += 1) expect(sheet.hiddenColumns.has(at)).toBe(true);
  expect(pictures(district).join()).toContain(district.schools[0]!.name);
});

test('the chart that has something to show from the first quarter on stands first, beside the first rows', () => {
  const [first] = sheetOf(district).charts;
  expect([first!.row, first!.options.title]).toEqual([3, expect.stringContaining('Учатся на «4» и «5»')]);
  expect(pictures(district)[0]).not.toBe('');
});

test('a consolidation in which nothing has changed writes nothing on it; a changed number changes table and chart', () => {
  const copy = district.copy();
  const before = JSON.stringify(sheetOf(copy).cells);
  copy.click('consolidateWorkbook');
  expect(JSON.stringify(sheetOf(copy).cells)).toBe(before);
  const drawn = pictures(copy);
  copy.enter(copy.schools[0]!.key, 'pupils', 1, 'excellent', '0');
  copy.click('consolidateWorkbook');
  expect(pictures(copy)).not.toEqual(drawn);
  expect(sheetOf(copy).charts).toEqual(sheetOf(district).charts);
});

test('what people have done to it is put right: rows typed over, a head that is gone; their own columns stay', () => {
  const copy = district.copy();
  const sheet = copy.sheet(NAME);
  const before = words(copy);
  sheet.getRange(2, 1, 5, 8).clearContent();
  copy.click('consolidateWorkbook');
  expect(words(copy)).toEqual(before);
  sheet.insertColumnsBefore(3, 1);
  sheet.getRange(6, 3).setValue('моя пометка');
  copy.enter(copy.schools[0]!.key, 'pupils', 1, 'excellent', '0');
  copy.click('consolidateWorkbook');
  expect(sheet.getRange(6, 3).getValue()).toBe('моя пометка');
});

test('a chart that somebody has deleted comes back with set-up, the others stay as they are', () => {
  const copy = district.copy();
  const sheet = copy.sheet(NAME);
  const kept = sheetOf(copy).charts.slice(1);
  sheet.removeChart(sheet.getCharts()[0]!);
  copy.click('consolidateWorkbook');
  expect(sheetOf(copy).charts).toEqual(kept);
  copy.setUp();
  expect(sheetOf(copy).charts).toHaveLength(kept.length + 1);
  expect(sheetOf(copy).charts.slice(0, kept.length)).toEqual(kept);
});

test('a workbook without the tab is consolidated all the same and gets it with set-up', () => {
  const copy = district.copy();
  const spreadsheet = copy.sheet(NAME).getParent();
  spreadsheet.deleteSheet(copy.sheet(NAME));
  expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  copy.setUp();
  copy.click('consolidateWorkbook');
  expect(copy.runtime.book.sheets[1]!.name).toBe(NAME);
  expect(rowOf(copy, copy.schools[0]!.name)[5]).toMatch(/^от /);
});
