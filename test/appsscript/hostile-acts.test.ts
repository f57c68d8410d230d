import { District } from './district';

const full = District.ready();
full.fill('s1');
full.fill('s2', 1);
full.click('consolidateWorkbook');

const figuresOf = (district: District): string =>
  JSON.stringify(district.figures().map(({ value, ...figure }) => ({ ...figure, value })));
const figures = figuresOf(full);

function mended(district: District): string {
  district.runtime.answers.push('YES');
  const { message } = district.click('setUpWorkbook');
  district.click('consolidateWorkbook');
  return message;
}

test.each([
  ['the rows’ memory', 2],
  ['the remarks', 3],
])('a school’s tab without the column of %s is put right, and no word of the head is taken for data', (_, column) => {
  const district = full.copy();
  district.sheet(district.tab('s1')).deleteColumn(column);
  expect(mended(district)).not.toContain('Не распознано');
  expect(figuresOf(district)).toBe(figures);
});

test('the line of the reporting period, deleted, is named with the way out and comes back with the period of the tabs', () => {
  const district = full.copy();
  district.sheet('Настройки').deleteRow(district.rowOf('Настройки', 'period'));
  expect(district.click('consolidateWorkbook').message).toBe(
    'Вкладка «Настройки»: нет строки «Отчётный период». Нажмите «Настройка», «Создать или починить вкладки»: она вернётся.',
  );
  expect(mended(district)).toContain('На вкладку «Настройки» внизу добавлены строки: 1.');
  expect(figuresOf(district)).toBe(figures);
});

type Act = (district: District) => void;
const tabOf = (district: District) => district.sheet(district.tab('s1'));

test.each<[string, Act]>([
  ['a published tab sorted', (d) => void d.sheet('Сводные данные. Показатели').getRange(4, 1, 9, 12).sort(6)],
  ['a published tab without formats', (d) => void d.sheet('Сводные данные. Отметки').clearFormats()],
  ['a school’s tab without formats', (d) => void tabOf(d).clearFormats()],
  ['a renamed tab', (d) => void tabOf(d).setName('Моя школа')],
  ['a second copy of a tab', (d) => void tabOf(d).copyTo(d.spreadsheet())],
  ['a column put in the middle', (d) => void tabOf(d).insertColumnAfter(6)],
  [
    'a filter',
    (d) =>
      void tabOf(d)
        .getRange(d.row('s1', 'marks', 1) - 1, 4, 4, 9)
        .createFilter(),
  ],
  ['hidden rows', (d) => tabOf(d).hideRows(d.row('s1', 'marks', 1), 2)],
  ['other frozen rows', (d) => tabOf(d).setFrozenRows(30)],
  [
    'a note in a service cell',
    (d) =>
      void tabOf(d)
        .getRange(d.rowOf(d.tab('s1'), 'marks/keys'), 1)
        .setNote('моё'),
  ],
  [
    'a form moved below the others',
    (d) => {
      const [first, last] = ['title', 'end'].map((role) => d.rowOf(d.tab('s1'), `marks/${role}`));
      tabOf(d).moveRows(tabOf(d).getRange(`${first}:${last}`), tabOf(d).getMaxRows());
    },
  ],
  ['lost memory', (d) => void tabOf(d).getRange(1, 2, tabOf(d).getMaxRows(), 1).clearContent()],
])('%s changes no figure', (_, act) => {
  const district = full.copy();
  act(district);
  district.click('consolidateWorkbook');
  expect(figuresOf(district)).toBe(figures);
});
