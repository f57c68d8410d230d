import { District } from './district';

const LIST = 'Сводные данные. Показатели';
const TAB = 'Показатели';

const done = District.ready();
done.fill('s1', 0);
done.fill('s2', 1);
done.click('consolidateWorkbook');

const titles = (district: District): string[] => district.values(TAB)[2]!.map(String).filter(Boolean);
const row = (district: District, indicator: string) =>
  district.rowsIn(TAB).find((cells) => cells.indicator === indicator)!;

test('«Показатели» show an indicator in a line, the district, its groups and its schools beside each other', () => {
  expect(titles(done)).toEqual([
    ...[
      'Период',
      'Отчётный период',
      'Ключ показателя',
      'Разрез, служебные данные',
      'Показатель',
      'Раздел',
      'Данные за',
    ],
    ...['Район', 'Ведущие', 'Участницы', 'Школа №1', 'Школа №2'],
  ]);
  const quality = row(done, 'quality-rate');
  expect(quality).toMatchObject({ title: 'Качество знаний, %', section: 'Отметки', from: '' });
  const figure = (scope: string, school?: string) =>
    done
      .figures()
      .find((one) => one.indicator === 'quality-rate' && one.scope === scope && one.school === school && !one.slice)!;
  const shown = (value: number | null) => value!.toFixed(1).replace('.', ',');
  expect(quality.district).toBe(shown(figure('district').value));
  expect(quality['school:s1']).toBe(shown(figure('school', 's1').value));
});

test('the long list with all its digits is out of sight', () => {
  expect(done.state(LIST).hidden).toBe(true);
  expect(done.state(TAB).hidden).toBe(false);
});

test('a consolidation of the same data neither writes nor reads them back', () => {
  const copy = done.copy();
  const calls: string[] = [];
  const before = copy.values(TAB);
  copy.onCall = ({ method, phase }) => void (phase === 'before' && calls.push(method));
  copy.click('consolidateWorkbook');
  copy.onCall = undefined;
  expect(copy.values(TAB)).toEqual(before);
  // Nobody's but the journal's line and the panel's.
  expect(calls.filter((method) => method === 'Range.setValues').length).toBeLessThanOrEqual(2);
});

describe('what the coordinator does to the tab', () => {
  const copy = done.copy();
  const sheet = () => copy.sheet(TAB);
  const note = titles(copy).length + 1;
  const lineOf = (indicator: string) =>
    copy.values(TAB).findIndex((cells) => cells[copy.keysOf(TAB).indexOf('indicator')] === indicator) + 1;
  sheet().insertColumnsAfter(sheet().getMaxColumns(), 1);
  sheet().getRange(3, note).setValue('Заметки');
  sheet().getRange(lineOf('quality-rate'), note).setValue('обсудить');
  sheet().getRange(4, 1, copy.rowsIn(TAB).length, note).sort({ column: 5, ascending: false });
  const order = () => copy.rowsIn(TAB).map(({ indicator }) => indicator);
  const sorted = order();
  copy.enter('s1', 'marks', 1, 'five', '3');
  copy.click('consolidateWorkbook');

  test('the order of the lines stays as they have sorted it', () => {
    expect(order()).toEqual(sorted);
    expect(row(copy, 'quality-rate')['school:s1']).not.toBe(row(done, 'quality-rate')['school:s1']);
  });

  test('a note stays beside its line', () => {
    expect(sheet().getRange(lineOf('quality-rate'), note).getValue()).toBe('обсудить');
  });

  test('a school that comes gets a column behind the notes', () => {
    const grown = copy.copy();
    grown.register([...copy.schools, { key: 's3', name: 'Школа №3', type: 'ООШ', group: 'участник', partner: '' }]);
    grown.setUp();
    grown.click('consolidateWorkbook');
    const heads = grown.values(TAB)[2]!;
    expect(heads.indexOf('Школа №3')).toBeGreaterThan(heads.indexOf('Заметки'));
    expect(
      grown
        .sheet(TAB)
        .getRange(3, heads.indexOf('Школа №3') + 1)
        .getFontWeight(),
    ).toBe('bold');
  });
});

test('a workbook whose long list still bears the name gets both tabs by the next consolidation, nothing is lost', () => {
  const older = done.copy();
  const list = older.values(LIST);
  older.spreadsheet().deleteSheet(older.sheet(TAB));
  older.sheet(LIST).setName(TAB).showSheet();
  expect(older.click('consolidateWorkbook').title).toBe('Свод собран');
  expect(older.values(LIST)).toEqual(list);
  expect(older.state(LIST).hidden).toBe(true);
  expect(older.rowsIn(TAB)).toEqual(done.rowsIn(TAB));
});

test('a closed period’s lines stay below those of the next', () => {
  const closed = done.copy();
  closed.runtime.run('closePeriod', ['2023-Q2']);
  closed.move('2023-09-20T10:00:00+09:00');
  for (const { key } of closed.schools) closed.fill(key, 3);
  closed.click('consolidateWorkbook');
  const periods = [...new Set(closed.rowsIn(TAB).map(({ period }) => period))];
  expect(periods).toEqual(['2023-Q3', '2023-Q2']);
});
