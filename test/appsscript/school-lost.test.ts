import { District, schoolsOf } from './district';

/** Two schools with data of the quarter, both consolidated. */
const district = District.ready();
for (const { key } of district.schools) district.fill(key);
district.click('consolidateWorkbook');

const LINES: Readonly<Record<'key' | 'name', string>> = { key: 'A', name: 'B' };
const remarkColumn = (of: District): number => of.keysOf('Школы').indexOf('remark') + 1;
const besideRow = (of: District, row: number): string =>
  String(of.sheet('Школы').getRange(row, remarkColumn(of)).getValue());
const typed = (of: District, field: 'key' | 'name', row: number, text: string) =>
  of.runtime.edit('Школы', `${LINES[field]}${row}`, text);
const close = (of: District): string => {
  try {
    of.runtime.run('closePeriod', ['2023-Q2']);
    return 'закрыт';
  } catch (error) {
    return (error as Error).message;
  }
};
const isOpen = (of: District): boolean =>
  of.rowsIn('Состояние').length > 0 && of.values('Периоды').every((row) => !row.includes('2023-Q2'));

describe('a quarter never closes without a school that slipped out of «Школы»', () => {
  test.each<[string, (of: District) => void, RegExp]>([
    ['a Cyrillic letter in its key', (of) => typed(of, 'key', 5, 'ѕ2'), /строка 5: ключ «ѕ2» не годится/],
    ['its key cleared', (of) => typed(of, 'key', 5, ''), /строка 5: нет ключа/],
    ['its name cleared', (of) => typed(of, 'name', 5, ''), /строка 5: нет названия школы/],
    ['the key of another school', (of) => typed(of, 'key', 5, 's1'), /строка 5: ключ «s1» уже занят/],
    [
      'the name of another school',
      (of) => typed(of, 'name', 5, 'ШКОЛА  № 1'),
      /строка 5: школа с названием «Школа №1» уже есть/,
    ],
    [
      'the name of a service tab',
      (of) => typed(of, 'name', 5, 'журнал'),
      /строка 5: так называется служебная вкладка «Журнал»/,
    ],
    [
      'its row cleared',
      (of) => void of.sheet('Школы').getRange('A5:G5').clearContent(),
      /На вкладке «Школа №2» есть данные за II квартал 2023 г\., а школы с ключом «s2» в «Школах» нет/,
    ],
    [
      'its row deleted and the role of its tab, too',
      (of) => {
        of.sheet('Школы').deleteRow(5);
        of.sheet('Школа №2').getRange('A1').clearContent();
      },
      /На вкладке «Школа №2» есть данные за II квартал 2023 г\., а школы в «Школах» нет/,
    ],
    ['another key in Latin letters', (of) => typed(of, 'key', 5, 's22'), /Не читаются вкладки: «Школа №2»|ключом «s2»/],
  ])('%s', (_, slip, words) => {
    const copy = district.copy();
    slip(copy);
    expect(close(copy)).toMatch(words);
    expect(isOpen(copy)).toBe(true);
    // Nothing stays locked: the school goes on typing.
    copy.enter('s1', 'classes', 1, 'enrolled', '21');
    expect(copy.runtime.failures).toEqual([]);
  });

  test('put right, it closes with both schools', () => {
    const copy = district.copy();
    typed(copy, 'key', 5, 'ѕ2');
    copy.click('consolidateWorkbook');
    expect(besideRow(copy, 5)).toContain('нужны латинские буквы');
    typed(copy, 'key', 5, 's2');
    copy.click('consolidateWorkbook');
    expect(besideRow(copy, 5)).toBe('');
    close(copy);
    expect(copy.results().periods.find(({ key }) => key === '2023-Q2')).toMatchObject({ closed: true });
    expect(copy.figures().some(({ school, period }) => school === 's2' && period === '2023-Q2')).toBe(true);
  });

  test('the way out holds: the tab of a school that hands in no more is deleted', () => {
    const copy = district.copy();
    copy.sheet('Школы').getRange('A5:G5').clearContent();
    expect(close(copy)).toContain('удалите вкладку');
    copy.spreadsheet().deleteSheet(copy.sheet('Школа №2'));
    close(copy);
    expect(copy.results().periods.find(({ key }) => key === '2023-Q2')).toMatchObject({ closed: true });
  });
});

test('«Журнал» can never become a school’s tab: its row is named and no tab is made or taken', () => {
  const fresh = new District();
  fresh.click('setUpWorkbook');
  fresh.register([...schoolsOf(1), { key: 'j', name: 'Журнал', type: 'СОШ', group: 'участник', partner: '' }]);
  fresh.set('period', '2023-Q2');
  expect(fresh.setUp()).toBeGreaterThan(0);
  expect(fresh.value('Журнал', 'A2')).toBe('journal|when');
  expect(besideRow(fresh, 5)).toContain('так называется служебная вкладка «Журнал»');
});

test('a school whose name is on another school’s tab does not get that tab', () => {
  const copy = district.copy();
  typed(copy, 'key', 5, 's22');
  const { message } = copy.click('setUpWorkbook');
  expect(message).toContain('Вкладка «Школа №2» – школы с ключом «s2», а в «Школах» у этого названия ключ «s22»');
  expect(copy.value('Школа №2', 'A1')).toMatch(/^head\/school\/s2\//);
});

describe('groups', () => {
  test('a word that is no group of the district is remarked on with the one of the list, and said at every consolidation', () => {
    const copy = district.copy();
    copy.runtime.edit('Школы', 'D4', 'ведущий');
    copy.runtime.edit('Школы', 'D5', 'участники');
    const { message } = copy.click('consolidateWorkbook');
    expect(besideRow(copy, 4)).toContain('группы «ведущий» в районе нет – возможно, «ведущая»');
    expect(besideRow(copy, 5)).toContain('группы «участники» в районе нет – возможно, «участник»');
    expect(message).toContain('строка 4: группы «ведущий» в районе нет');
  });

  test('case and spaces do not make another group', () => {
    const copy = district.copy();
    copy.runtime.edit('Школы', 'D5', ' Участник');
    copy.click('consolidateWorkbook');
    expect(besideRow(copy, 5)).toBe('');
    expect(copy.results().schools.map(({ group }) => group)).toEqual(['ведущая', 'участник']);
  });

  test('a new group is declared in «Настройки»: it is offered by the list and no longer remarked on', () => {
    const copy = district.copy();
    copy.runtime.edit('Школы', 'D5', 'опорная');
    copy.set('groups', 'ведущая, участник, опорная');
    copy.setUp();
    expect(besideRow(copy, 5)).toBe('');
    const rule = copy.sheet('Школы').getRange('D5').getDataValidation();
    expect(rule?.getCriteriaValues()[0]).toEqual(['ведущая', 'участник', 'опорная']);
  });
});
