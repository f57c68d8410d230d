import { accountOf, District, OWNER } from './district';

const district = District.ready();
for (const { key } of district.schools) district.fill(key);
const SECOND = accountOf('s2');

const type = (of: District, user: string, text: string) =>
  of.runtime.edit(of.tab('s1'), of.at('s1', 'classes', 1, 'enrolled'), text, { user });
const enterEditors = (of: District, row: number, addresses: string): string => {
  const column = String.fromCharCode(65 + of.keysOf('Школы').indexOf('editors'));
  of.runtime.edit('Школы', `${column}${row}`, addresses);
  return of.click('setUpWorkbook').message;
};

describe('editors of a tab are entered in «Школы»', () => {
  test('with none entered every editor of the workbook may type into it', () => {
    expect(() => type(district.copy(), SECOND, '21')).not.toThrow();
  });

  test('once entered, another school cannot type into it, its own can', () => {
    const copy = district.copy();
    expect(enterEditors(copy, 4, accountOf('s1'))).toContain('Править могут только редакторы из «Школ»: Школа №1');
    expect(() => type(copy, SECOND, '21')).toThrow('protected');
    expect(() => type(copy, accountOf('s1'), '21')).not.toThrow();
    expect(copy.runtime.failures).toEqual([]);
    expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
  });

  test('a school that opens the workbook lands on its own tab, the coordinator on «Панель»; while tabs are open to all, a school where the workbook was', () => {
    const copy = district.copy();
    const landsOn = (user: string): string | null => {
      copy.runtime.select('Настройки', 'A1', { user });
      copy.runtime.open({ user });
      return copy.runtime.sheetOf(user);
    };
    expect(landsOn(SECOND)).toBe('Настройки');
    copy.schools.forEach(({ key }, index) => {
      enterEditors(copy, 4 + index, accountOf(key));
    });
    expect([SECOND, accountOf('s1'), OWNER].map(landsOn)).toEqual([copy.tab('s2'), copy.tab('s1'), 'Панель']);
  });

  test('an address that is none is remarked on beside the row, the others hold', () => {
    const copy = district.copy();
    const message = enterEditors(copy, 4, `${accountOf('s1')}, школа@почта`);
    expect(message).toContain('строка 4: «школа@почта» в «Редакторах вкладки» – не адрес почты');
    expect(() => type(copy, SECOND, '21')).toThrow('protected');
  });

  test('in a domain its people are kept out, too', () => {
    const copy = district.copy();
    copy.runtime.book.domain = 'school.example';
    for (const sheet of copy.runtime.book.sheets) for (const each of sheet.protections) each.domainEdit = true;
    enterEditors(copy, 4, accountOf('s1'));
    expect(() => type(copy, SECOND, '21')).toThrow('protected');
    expect(() => copy.runtime.edit('Настройки', 'C5', 'x', { user: SECOND })).toThrow('protected');
  });
});

describe('a copied file', () => {
  const lost = district.copy();
  for (const sheet of lost.runtime.book.sheets) {
    sheet.protections = sheet.protections.filter(({ kind }) => kind === 'SHEET');
    for (const each of sheet.protections) each.editors = null;
  }

  test('lets schools type anywhere until set-up restores its protections and says so', () => {
    expect(() => lost.copy().runtime.edit('Настройки', 'C5', 'x', { user: SECOND })).not.toThrow();
    const restored = lost.copy();
    const { message } = restored.click('setUpWorkbook');
    expect(message).toMatch(/Восстановлена защита вкладок: .*Настройки.*Школа №1, Школа №2/);
    expect(() => restored.runtime.edit('Настройки', 'C5', 'x', { user: SECOND })).toThrow('protected');
    expect(() => restored.runtime.edit('Школа №1', 'A1', 'x', { user: SECOND })).toThrow('protected');
    expect(restored.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
  });

  test('without any protection, too', () => {
    const bare = lost.copy();
    for (const sheet of bare.runtime.book.sheets) sheet.protections = [];
    expect(bare.click('setUpWorkbook').message).toContain('Восстановлена защита вкладок');
    expect(() => bare.runtime.edit('Журнал', 'A5', 'x', { user: SECOND })).toThrow('protected');
  });

  test('also where free rows at a tab’s end have been deleted or added since', () => {
    const bare = lost.copy();
    for (const sheet of bare.runtime.book.sheets) sheet.protections = [];
    const rows = bare.sheet('Школа №1').getMaxRows();
    bare.sheet('Школа №1').deleteRows(rows - 9, 10);
    bare.sheet('Школа №2').insertRowsAfter(rows, 10);
    expect(bare.click('setUpWorkbook').message).toContain('Восстановлена защита вкладок');
    const areas = ['Школа №1', 'Школа №2'].map((tab) => {
      const area = bare.state(tab).protections.find(({ warningOnly }) => warningOnly)!.area!;
      return area.row + area.rows;
    });
    expect(areas).toEqual([rows - 10, rows + 10]);
  });
});

test('a second coordinator who stands on the list of «Настройки» stays there', () => {
  const copy = district.copy();
  const second = 'second@example.org';
  copy.runtime.book.editors.add(second);
  const ofSheets = (copy.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).ProtectionType;
  copy.sheet('Настройки').getProtections(ofSheets.SHEET)[0]!.addEditor(second);
  copy.click('setUpWorkbook');
  expect(copy.runtime.open({ user: second }).menus).toHaveLength(1);
});

test('a group through which the coordinator himself has access is named, with the way out', () => {
  const copy = district.copy();
  const [group, member] = ['schools@example.org', 'member@example.org'];
  copy.runtime.book.editors.add(group);
  copy.runtime.book.groups = new Map([[group, new Set([member])]]);
  copy.runtime.grant(member);
  // Everybody is let in, so whoever is in the group is a coordinator as far as Google knows.
  for (const sheet of copy.runtime.book.sheets) sheet.protections = [];
  copy.runtime.run('setUpWorkbook', undefined, { user: member });
  const said = copy.runtime.shown.at(-1);
  expect(said).toMatchObject({ title: 'Не выполнено', message: expect.stringContaining(`Через группу ${group}`) });
  expect(OWNER).not.toBe(member);
});
