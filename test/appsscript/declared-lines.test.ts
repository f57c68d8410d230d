import type { Cell, PanelAnswer, SetUpContents, SetUpDraft } from '../../src/model';
import { District } from './district';

const SETTINGS = 'Настройки';
const DUE = 'Что и когда сдаётся';
const PLACE = 'Место составления';
const DEADLINE = 'deadline-q2';
const SIGNED = 'Кто подписывает: И. О. Фамилия';
const PREPARED = 'Кто готовит справки: И. О. Фамилия';

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

const call = (district: District, action: string, ...args: unknown[]): unknown => {
  const answer = district.runtime.run('panelCall', ['set-up', action, args]) as PanelAnswer<unknown>;
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done;
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

describe('keys that do not go with what is seen beside them', () => {
  test.each<[string, (district: District) => void]>([
    [
      'filled down over other lines of «Настройки»',
      (d) => {
        const sheet = d.sheet(SETTINGS);
        sheet.getRange(5, 1).copyTo(sheet.getRange(6, 1, 3, 1));
      },
    ],
    [
      'left behind when the lines of «Настройки» were sorted',
      (d) => {
        const sheet = d.sheet(SETTINGS);
        sheet.getRange(4, 2, sheet.getLastRow() - 3, 3).sort(2);
      },
    ],
    ['typed over with another form’s', (d) => void d.sheet(DUE).getRange(contextRow, 1).setValue('marks')],
    [
      'left behind when «Что и когда сдаётся» was sorted',
      (d) => {
        const sheet = d.sheet(DUE);
        sheet.getRange(4, 2, sheet.getLastRow() - 3, sheet.getLastColumn() - 1).sort(2);
      },
    ],
  ])('(%s) are named, and set-up gives each line its own again', (_, change) => {
    const copy = full.copy();
    change(copy);
    expect(copy.click('consolidateWorkbook').message).toContain('пропал служебный ключ');
    expect(copy.click('setUpWorkbook').message).toContain('возвращены служебные ключи строк');
    const lines = (district: District, tab: string) =>
      saidOn(district, tab)
        .map((line) => JSON.stringify(line))
        .sort();
    for (const tab of [SETTINGS, DUE]) expect(lines(copy, tab)).toEqual(lines(full, tab));
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).toEqual(figures);
  });
});

describe('a title typed over with that of another line', () => {
  test.each<[string, (district: District) => void]>([
    [
      'which says the same',
      (d) => {
        setting(d, SIGNED).setValue('И. И. Иванова');
        setting(d, PREPARED).setValue('И. И. Иванова');
      },
    ],
    ['which says something else', () => undefined],
  ])('(%s) comes back, with what was decided in its line', (_, prepare) => {
    const copy = full.copy();
    prepare(copy);
    const before = saidOn(copy, SETTINGS);
    setting(copy, PREPARED, 'title').setValue(SIGNED);
    copy.sheet(DUE).getRange(contextRow, 2).setValue(copy.values(DUE)[4]![1]!);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.click('setUpWorkbook').message).toContain(`На вкладке «${SETTINGS}» возвращены названия строк: 1.`);
    expect([saidOn(copy, SETTINGS), saidOn(copy, DUE)]).toEqual([before, saidOn(full, DUE)]);
  });
});

describe('a line that was moved in what is seen of it', () => {
  const below = (district: District): number => {
    const sheet = district.sheet(SETTINGS);
    sheet.insertRowsAfter(sheet.getLastRow(), 2);
    return sheet.getLastRow() + 2;
  };
  const moved = (district: District, left: string[]): void => {
    const sheet = district.sheet(SETTINGS);
    const [from, to] = [rowOf(district, PLACE), below(district)];
    sheet.getRange(from, 2, 1, 2).copyTo(sheet.getRange(to, 2));
    sheet.getRange(from, 2, 1, 2).setValues([left]);
  };

  test.each([
    ['its place left blank', ['', '']],
    ['a note in its place', ['Бухгалтерия', '97-2-33']],
  ])('(%s) is named, gets its key there, and the note is none of the settings', (_, left) => {
    const copy = full.copy();
    moved(copy, left);
    expect(copy.click('consolidateWorkbook').message).toContain(`пропал служебный ключ: «${PLACE}»`);
    expect(copy.click('setUpWorkbook').message).toContain('возвращены служебные ключи строк: 1');
    const places = saidOn(copy, SETTINGS).filter((line) => (line as { key: string }).key === 'place');
    expect(places).toMatchObject([{ title: PLACE, value: 'с. Гонжа' }]);
    expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  });

  test('among others, a note with them, when all that is seen was sorted', () => {
    const copy = full.copy();
    const row = below(copy);
    const sheet = copy.sheet(SETTINGS);
    sheet.getRange(row, 2, 1, 2).setValues([['Бухгалтерия', '97-2-33']]);
    sheet.getRange(4, 2, row - 3, 3).sort(2);
    copy.click('setUpWorkbook');
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    const lines = (district: District) =>
      saidOn(district, SETTINGS)
        .filter((line) => (line as { key: string }).key !== '')
        .map((line) => JSON.stringify(line))
        .sort();
    expect(lines(copy)).toEqual(lines(full));
    expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
  });
});

test.each([SETTINGS, DUE])('titles of «%s» come back from their keys', (tab) => {
  const copy = full.copy();
  copy.sheet(tab).deleteColumn(columnOf(copy, tab, 'title'));
  expect(copy.click('setUpWorkbook').message).toContain(`На вкладке «${tab}» возвращены названия строк`);
  expect(saidOn(copy, tab)).toEqual(saidOn(full, tab));
  expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
});

test('what a person notes under a title of the tab is no line of it', () => {
  const copy = full.copy();
  const below = (tab: string, words: string[]): void => {
    const sheet = copy.sheet(tab);
    sheet.insertRowsAfter(sheet.getLastRow(), 2);
    sheet.getRange(sheet.getLastRow() + 2, 2, 1, words.length).setValues([words]);
  };
  below(SETTINGS, ['Исполнитель', 'тел. 97-2-33']);
  below(SETTINGS, ['Исполнитель', 'тел', 'уточнить']);
  below(DUE, ['Паспорт']);
  expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
  // Also when the lines themselves have lost their keys, but one that has all that a line has: nobody can tell it then.
  copy.sheet(SETTINGS).deleteRow(copy.sheet(SETTINGS).getLastRow());
  copy
    .sheet(DUE)
    .getRange(4, 1, copy.sheet(DUE).getLastRow() - 3, 1)
    .clearContent();
  copy.sheet(SETTINGS).getRange(rowOf(copy, 'Исполнитель'), 1).clearContent();
  copy.click('setUpWorkbook');
  expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  expect(copy.figures()).toEqual(figures);
});

describe('the group of a line of «Что и когда сдаётся»', () => {
  const group = (district: District) => district.sheet(DUE).getRange(contextRow, columnOf(district, DUE, 'group'));

  test('in another spelling is the same group', () => {
    const copy = full.copy();
    group(copy).setValue(` ${String(group(copy).getValue()).toUpperCase()}`);
    expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
    const other = full.copy();
    other.setUp();
    for (const each of [copy, other]) each.click('consolidateWorkbook');
    expect(copy.values('Школа №1')).toEqual(other.values('Школа №1'));
  });

  test('that was cleared is asked for before anything is counted, and no second line is made', () => {
    const copy = full.copy();
    group(copy).clearContent();
    for (const command of ['consolidateWorkbook', 'setUpWorkbook'])
      expect(copy.click(command).message).toContain(
        `Вкладка «${DUE}», пусто в столбце «Группа»: «Паспорт» (строка ${contextRow}).`,
      );
    expect(copy.values(DUE)).toHaveLength(full.values(DUE).length);
  });
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

  test('and says the same goes on saying it when the add-on itself writes there', () => {
    const copy = full.copy();
    const sheet = copy.sheet(SETTINGS);
    for (const key of ['period', DEADLINE]) {
      const row = copy.values(SETTINGS).findIndex(([own]) => own === key) + 1;
      sheet.insertRowAfter(sheet.getLastRow());
      sheet.getRange(row, 1, 1, sheet.getLastColumn()).copyTo(sheet.getRange(sheet.getLastRow() + 1, 1));
    }
    const { period, schools } = call(copy, 'load') as SetUpContents;
    expect(call(copy, 'save', { period, schools, closed: [], deadlines: { [DEADLINE]: '22 июня' } })).toEqual([]);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    copy.runtime.run('closePeriod', ['2023-Q2']);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    copy.runtime.run('reopenPeriod', ['2023-Q2', 'закрыт раньше времени']);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  });

  test.each<[string, string, string, Cell]>([
    [SETTINGS, 'deadline-q2', 'value', new Date(2023, 5, 15)],
    [SETTINGS, 'weight:low-income-rate', 'value', "'0,2"],
    [DUE, 'marks', 'q2', 'Да'],
    [DUE, 'marks', 'q2', ''],
  ])('(«%s», «%s») and says the same in other words is none', (tab, line, column, words) => {
    const copy = full.copy();
    const sheet = copy.sheet(tab);
    const row = copy.values(tab).findIndex(([key]) => key === line) + 1;
    const last = sheet.getLastRow();
    sheet.insertRowAfter(last);
    sheet.getRange(row, 1, 1, sheet.getLastColumn()).copyTo(sheet.getRange(last + 1, 1));
    sheet.getRange(last + 1, columnOf(copy, tab, column)).setValue(words);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  });
});

describe('the panel of the first set-up', () => {
  const load = (district: District) => call(district, 'load') as SetUpContents;
  const draftOf = (
    { period, schools, deadlines }: SetUpContents,
    own: Readonly<Record<string, string>> = {},
  ): SetUpDraft => ({
    ...{ period, schools, closed: [] },
    deadlines: { ...Object.fromEntries(deadlines.map(({ key, value }) => [key, value])), ...own },
  });
  const deadlineRow = (district: District) => district.values(SETTINGS).findIndex(([key]) => key === DEADLINE) + 1;

  test.each<[string, (district: District, row: number) => void]>([
    ['whose key is lost', (d, row) => void d.sheet(SETTINGS).getRange(row, 1).clearContent()],
    ['that was deleted', (d, row) => void d.sheet(SETTINGS).deleteRow(row)],
  ])('keeps a deadline %s', (_, lose) => {
    const copy = full.copy();
    lose(copy, deadlineRow(copy));
    expect(call(copy, 'save', draftOf(load(copy), { [DEADLINE]: '21 июня' }))).toEqual([]);
    const after = load(copy);
    expect(after.deadlines.find(({ key }) => key === DEADLINE)!.value).toMatch(/^21\sиюня$/);
    expect(after.notes).toEqual([]);
  });

  test('writes nothing while a deadline stands twice, and says so', () => {
    const copy = full.copy();
    const sheet = copy.sheet(SETTINGS);
    const last = sheet.getLastRow();
    sheet.insertRowAfter(last);
    sheet.getRange(deadlineRow(copy), 1, 1, sheet.getLastColumn()).copyTo(sheet.getRange(last + 1, 1));
    sheet.getRange(last + 1, columnOf(copy, SETTINGS, 'value')).setValue('20 июня');
    const draft = draftOf(load(copy), { [DEADLINE]: '22 июня' });
    expect(() => call(copy, 'save', draft)).toThrow('указано дважды по-разному');
  });

  test('takes the values that are proposed also while their keys are lost', () => {
    const copy = full.copy();
    copy
      .sheet(SETTINGS)
      .getRange(4, 1, copy.sheet(SETTINGS).getLastRow() - 3, 1)
      .clearContent();
    expect(call(copy, 'takeProposals')).toBe(call(full.copy(), 'takeProposals'));
  });

  test('keeps a school whose key was cleared the one school that it is', () => {
    const copy = full.copy();
    copy.sheet('Школы').getRange('A4').clearContent();
    const draft = draftOf(load(copy));
    const schools = draft.schools.map((school, index) =>
      index === 0 ? { ...school, mail: 'one@school.example' } : school,
    );
    expect(call(copy, 'save', { ...draft, schools })).toEqual([]);
    expect(load(copy).schools.map(({ key, mail }) => [key, mail])).toEqual([
      ['s1', 'one@school.example'],
      ['s2', ''],
    ]);
  });
});

describe('«Школы»', () => {
  test.each<[string, (district: District) => void]>([
    ['without its column of keys', (d) => void d.sheet('Школы').deleteColumn(1)],
    ['of which the keys were cleared', (d) => void d.sheet('Школы').getRange('A4:A5').clearContent()],
  ])('%s gets the keys that the schools’ tabs say', (_, lose) => {
    const copy = full.copy();
    lose(copy);
    expect(copy.click('consolidateWorkbook').message).toContain('«Создать или починить вкладки»');
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
