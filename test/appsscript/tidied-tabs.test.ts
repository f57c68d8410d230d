import { District, OUTPUT_TABS } from './district';

const full = District.ready();
full.fill('s1');
full.fill('s2', 1);
full.click('consolidateWorkbook');

/** Rows by key, whatever stands above them. */
const rowsOf = (district: District, tab: string): string[] =>
  district
    .values(tab)
    .map((cells) => cells.join('|'))
    .filter((line) => line.startsWith('2023-Q2'));

describe.each(OUTPUT_TABS.filter((tab) => tab !== 'Журнал'))('«%s»', (tab) => {
  test('without its first row says after the next consolidation what it said', () => {
    const copy = full.copy();
    copy.sheet(tab).deleteRow(1);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.values(tab)).toEqual(full.values(tab));
  });

  test('of which all is cleared is filled anew once the tabs are repaired', () => {
    const copy = full.copy();
    copy.sheet(tab).clear();
    copy.setUp();
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(rowsOf(copy, tab)).toEqual(rowsOf(full, tab));
  });
});

test.each([
  ['its first row', (d: District) => d.sheet('Панель').deleteRow(1)],
  ['its first column', (d: District) => d.sheet('Панель').deleteColumn(1)],
])('«Панель» without %s says after the next consolidation what it said, its charts of the same cells', (_, act) => {
  const copy = full.copy();
  act(copy);
  expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  expect(copy.values('Панель')).toEqual(full.values('Панель'));
  expect(copy.state('Панель').hiddenColumns).toEqual(full.state('Панель').hiddenColumns);
  const areas = (district: District) =>
    district
      .sheet('Панель')
      .getCharts()
      .map((chart) => chart.getRanges()[0]!.getA1Notation());
  expect(areas(copy)).toEqual(areas(full));
});

test('«Показатели» without its row of keys has each school once when the tabs are repaired', () => {
  const copy = full.copy();
  copy.sheet('Показатели').deleteRow(2);
  copy.setUp();
  copy.click('consolidateWorkbook');
  expect(rowsOf(copy, 'Показатели')).toEqual(rowsOf(full, 'Показатели'));
});

test.each([1, 2])('«Справка» without column %i is written anew', (column) => {
  const copy = full.copy();
  copy.sheet('Справка').deleteColumn(column);
  copy.setUp();
  expect(copy.values('Справка')).toEqual(full.values('Справка'));
});

test('a school that has lost its key and its name in «Школы» is told which one it was, and that its tab is to stay', () => {
  const copy = full.copy();
  copy
    .sheet('Школы')
    .getRange('A5:B5')
    .setValues([['', 'Школа']]);
  expect(copy.click('setUpWorkbook').message).toContain(
    'Вкладка «Школа №2» не учитывается: школы с ключом «s2» на вкладке «Школы» нет. Верните строку школы с этим ключом, а если школа больше не сдаёт, удалите вкладку.',
  );
  copy.runtime.edit('Школы', 'B5', 'Школа №2');
  copy.runtime.edit('Школы', 'A5', 's2');
  expect(copy.click('consolidateWorkbook').message).toContain('собрано школ 2 из 2');
});
