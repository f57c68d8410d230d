import type { PanelAnswer, SetUpContents, SetUpDraft } from '../../src/model';
import { District } from './district';

const SETTINGS = 'Настройки';
const DUE = 'Что и когда сдаётся';
const PLACE = 'Место составления';
const DEADLINE = 'deadline-q2';

const full = District.ready();
full.fill('s1');
full.fill('s2', 1);

/** Where a setting stands, by its title, and the column of a key. */
const rowOf = (district: District, title: string): number =>
  district.values(SETTINGS).findIndex((cells) => cells.includes(title)) + 1;
const columnOf = (district: District, tab: string, key: string): number => district.keysOf(tab).indexOf(key) + 1;
const setting = (district: District, title: string, key = 'value') =>
  district.sheet(SETTINGS).getRange(rowOf(district, title), columnOf(district, SETTINGS, key));
/** What a tab says, line by line, whatever the order of its columns. */
const saidOn = (district: District, tab: string): unknown[] => {
  const keys = district.keysOf(tab);
  return district
    .values(tab)
    .slice(3)
    .map((cells) => Object.fromEntries(keys.map((key, index) => [key, String(cells[index] ?? '')])));
};

setting(full, PLACE).setValue('с. Гонжа');
const contextRow = full.values(DUE).findIndex(([form]) => form === 'context') + 1;
full
  .sheet(DUE)
  .getRange(contextRow, columnOf(full, DUE, 'q2'), 2, 1)
  .setValue('нет');
full.click('consolidateWorkbook');
const figures = full.figures();

describe.each([
  [SETTINGS, 'key'],
  [DUE, 'form'],
])('«%s»', (tab, key) => {
  test('without its hidden column says what it said once the tabs are repaired, and no collection before', () => {
    const copy = full.copy();
    copy.sheet(tab).deleteColumn(columnOf(copy, tab, key));
    expect(copy.click('consolidateWorkbook').message).toContain('«Создать или починить вкладки»');
    expect(copy.click('setUpWorkbook').message).toMatch(
      new RegExp(`На вкладке «${tab}» возвращены служебные ключи строк: \\d+`),
    );
    expect(saidOn(copy, tab)).toEqual(saidOn(full, tab));
    expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).toEqual(figures);
  });

  test('that was deleted stops the collection instead of being taken as declared', () => {
    const copy = full.copy();
    copy.spreadsheet().deleteSheet(copy.sheet(tab));
    expect(copy.click('consolidateWorkbook').message).toContain(`нет нужной вкладки (${tab})`);
  });
});

test('a line whose key was cleared or typed over is named, and gets it back with what was decided there', () => {
  const copy = full.copy();
  setting(copy, PLACE, 'key').setValue('место');
  copy
    .sheet(DUE)
    .getRange(contextRow, columnOf(copy, DUE, 'form'), 2, 1)
    .clearContent();
  const { message } = copy.click('consolidateWorkbook');
  expect(message).toContain(`Вкладка «${SETTINGS}», пропал служебный ключ: «${PLACE}» (строка ${rowOf(copy, PLACE)}).`);
  expect(message).toContain(`(строка ${contextRow}), `);
  expect(copy.click('setUpWorkbook').message).toContain('возвращены служебные ключи строк: 1');
  expect([saidOn(copy, SETTINGS), saidOn(copy, DUE)]).toEqual([saidOn(full, SETTINGS), saidOn(full, DUE)]);
  expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
});

describe('a setting that stands twice', () => {
  const copied = (value: string, ...lost: string[]): District => {
    const copy = full.copy();
    const sheet = copy.sheet(SETTINGS);
    const last = sheet.getLastRow();
    sheet.insertRowAfter(last);
    const row = sheet.getRange(rowOf(copy, PLACE), 1, 1, sheet.getLastColumn());
    row.copyTo(sheet.getRange(last + 1, 1));
    sheet.getRange(last + 1, columnOf(copy, SETTINGS, 'value')).setValue(value);
    for (const key of lost) sheet.getRange(last + 1, columnOf(copy, SETTINGS, key)).clearContent();
    return copy;
  };

  test.each([
    ['with its key', []],
    ['without it', ['key']],
  ])('%s and says another thing there is named with both rows, until one is deleted', (_, lost) => {
    const copy = copied('п. Ушумун', ...lost);
    const rows = [rowOf(copy, PLACE), copy.sheet(SETTINGS).getLastRow()];
    const said = `Вкладка «${SETTINGS}», указано дважды по-разному: «${PLACE}» (строки ${rows.join(' и ')}). Оставьте по одной строке, лишние удалите.`;
    for (const command of ['consolidateWorkbook', 'setUpWorkbook']) expect(copy.click(command).message).toContain(said);
    copy.sheet(SETTINGS).deleteRow(rows[1]!);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).toEqual(figures);
  });

  test('and says the same is no trouble', () => {
    expect(copied('с. Гонжа').click('consolidateWorkbook').title).toBe('Свод собран');
  });
});

test.each<[string, (district: District, row: number) => void]>([
  ['whose key is lost', (d, row) => void d.sheet(SETTINGS).getRange(row, 1).clearContent()],
  ['that was deleted', (d, row) => void d.sheet(SETTINGS).deleteRow(row)],
])('a deadline %s is kept when it is typed in the panel', (_, lose) => {
  const copy = full.copy();
  lose(copy, copy.values(SETTINGS).findIndex(([key]) => key === DEADLINE) + 1);
  const call = (action: string, ...args: unknown[]): unknown => {
    const answer = copy.runtime.run('panelCall', ['set-up', action, args]) as PanelAnswer<unknown>;
    if ('refused' in answer) throw new Error(answer.refused);
    return answer.done;
  };
  const { period, schools, deadlines } = call('load') as SetUpContents;
  const typed = Object.fromEntries(deadlines.map(({ key, value }) => [key, value]));
  const draft: SetUpDraft = { period, schools, closed: [], deadlines: { ...typed, [DEADLINE]: '21 июня' } };
  expect(call('save', draft)).toEqual([]);
  const after = call('load') as SetUpContents;
  expect(after.deadlines.find(({ key }) => key === DEADLINE)!.value).toMatch(/^21\sиюня$/);
  expect(after.notes).toEqual([]);
});

describe('«Школы»', () => {
  test.each<[string, (district: District) => void]>([
    ['without its column of keys', (d) => void d.sheet('Школы').deleteColumn(1)],
    ['of which the keys were cleared', (d) => void d.sheet('Школы').getRange('A4:A5').clearContent()],
  ])('%s gets the keys that the schools’ tabs say', (_, lose) => {
    const copy = full.copy();
    lose(copy);
    const { message } = copy.click('setUpWorkbook');
    expect(message).toContain('На вкладке «Школы» возвращены ключи школ: 2.');
    expect(message).not.toContain('не учитывается');
    expect(saidOn(copy, 'Школы')).toEqual(saidOn(full, 'Школы'));
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).toEqual(figures);
  });

  test('gives no key to a school without a tab, to a second row of a name, or of a service tab’s name', () => {
    const copy = full.copy();
    const sheet = copy.sheet('Школы');
    sheet.getRange('A6:B8').setValues([
      ['', 'Школа №2'],
      ['', 'Новая школа'],
      ['', 'Журнал'],
    ]);
    expect(copy.click('setUpWorkbook').message).not.toContain('возвращены ключи');
    expect(sheet.getRange('A6:A8').getValues().flat()).toEqual(['', '', '']);
  });
});
