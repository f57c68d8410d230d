import type { ProtectionState, SheetState } from '../../src/local/google/book';
import { programme } from '../../src/programme';
import {
  a1,
  accountOf,
  cellOf,
  District,
  differences,
  FORMS,
  goodRows,
  linesOf,
  looksOf,
  OUTPUT_TABS,
  REGISTER_TABS,
  schoolsOf,
} from './district';

const REFUSED = 'You are trying to edit a protected cell or object.';
const SERVICE_TABS = [
  'Панель',
  'Справка',
  'Настройки',
  'Что и когда сдаётся',
  'Школы',
  ...OUTPUT_TABS,
  ...REGISTER_TABS,
  'Периоды',
];

const district = District.ready({ schools: schoolsOf(3) });
const FORM_KEYS = ['classes', 'marks', 'pupils', 'context'] as const;
/** Of its sheet, of the labels of its head, of the add-on's columns below. */
const PROTECTIONS_OF_A_TAB = 3;
const names = (of: District): string[] => of.runtime.book.sheets.map(({ name }) => name);

describe('setting up', () => {
  test('takes two steps: the register and the settings first, then all that follows from them', () => {
    const fresh = new District();
    expect(fresh.click('setUpWorkbook').title).toBe('Шаг 1 из 2');
    expect(names(fresh)).toEqual(['Справка', 'Настройки', 'Что и когда сдаётся', 'Школы']);
    expect(fresh.click('setUpWorkbook').title).toBe('Вкладки готовы');
    expect(names(fresh)).toHaveLength(4 + 7 + OUTPUT_TABS.length + REGISTER_TABS.length + 2);
  });

  test('starts in the quarter of the day', () => {
    const fresh = new District({ at: '2023-11-05T10:00:00+09:00' });
    fresh.click('setUpWorkbook');
    expect(fresh.value('Настройки', a1(fresh.rowOf('Настройки', 'period'), 3))).toBe('2023-Q4');
  });

  test('makes one tab for each school of the register and every service tab, none in English', () => {
    expect(names(district).sort()).toEqual([...SERVICE_TABS, 'Школа №1', 'Школа №2', 'Школа №3'].sort());
  });

  test('removes the blank first sheet of a new workbook, and no other', () => {
    const fresh = new District();
    expect(names(fresh)).toEqual(['Лист1']);
    fresh.click('setUpWorkbook');
    expect(names(fresh)).not.toContain('Лист1');
    const used = new District();
    used.runtime.edit('Лист1', 'B2', 'мои записи');
    used.click('setUpWorkbook');
    expect(names(used)).toContain('Лист1');
  });

  test('hides the rows of the schools, the quiet registers and Периоды', () => {
    const quiet = programme.registers.filter((register) => register.quiet).map(({ title }) => title);
    const hidden = district.runtime.book.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
    const rows = [...Object.values(FORMS), 'Показатели'].map((title) => `Сводные данные. ${title}`);
    expect(hidden).toEqual([...rows, ...quiet, 'Периоды']);
  });
});

describe('setting up again', () => {
  test('changes no cell, format, protection or validation of an empty workbook and makes no tab', () => {
    const copy = district.copy();
    const before = linesOf(copy.runtime.book);
    const { title, message } = copy.click('setUpWorkbook');
    expect([title, message]).toEqual(['Вкладки готовы', 'Все вкладки на месте, ничего не изменено.']);
    expect(differences(before, linesOf(copy.runtime.book))).toEqual([]);
  });

  test('changes nothing of a workbook in use: data, remarks, settings, explanations, a consolidation', () => {
    const copy = district.copy();
    copy.fill('s1');
    copy.enter('s1', 'marks', 1, 'five', '12.5');
    copy.enter('s1', 'pupils', 1, 'explanation', 'да');
    copy.set('place', 'с. Дактуй');
    copy.click('consolidateWorkbook');
    const before = linesOf(copy.runtime.book);
    copy.click('setUpWorkbook');
    copy.click('setUpWorkbook');
    expect(differences(before, linesOf(copy.runtime.book))).toEqual([]);
  });

  test('in the next quarter does not change the period', () => {
    const copy = district.copy();
    copy.move('2024-02-01T10:00:00+09:00');
    copy.click('setUpWorkbook');
    expect(copy.value('Настройки', a1(copy.rowOf('Настройки', 'period'), 3))).toBe('2023-Q2');
  });

  test('after a school is added to the register makes its tab, and touches no other', () => {
    const copy = district.copy();
    copy.fill('s2');
    const before = linesOf(copy.runtime.book, (tab) => tab.startsWith('Школа №'));
    copy.runtime.edit('Школы', 'A7', [['s4', 'Школа №4', 'ООШ', 'участник', '']]);
    expect(copy.click('setUpWorkbook').message).toBe('Создано вкладок: 1.');
    const after = linesOf(copy.runtime.book, (tab) => tab.startsWith('Школа №') && tab !== 'Школа №4');
    expect(differences(before, after)).toEqual([]);
    expect(copy.value('Школа №4', 'A1')).toBe('head/school/s4/ООШ');
    expect(copy.click('consolidateWorkbook').message).toContain('собрано школ 4 из 4');
  });

  test('removes what a run that died has left unfinished, also a copy that had no name yet', () => {
    const fresh = new District();
    fresh.click('setUpWorkbook');
    let copies = 0;
    fresh.onCall = ({ method, phase }) => {
      if (method === 'Sheet.copyTo' && phase === 'after') copies += 1;
      if (copies === 2) throw Object.assign(new Error('killed'), { name: 'Cut' });
    };
    expect(() => fresh.click('setUpWorkbook')).toThrow('killed');
    fresh.onCall = undefined;
    expect(names(fresh).filter((name) => name.includes('⏳'))).toHaveLength(2);
    fresh.move('2024-02-01T10:00:00+09:00');
    fresh.click('setUpWorkbook');
    expect(names(fresh)).toHaveLength(4 + 7 + OUTPUT_TABS.length + REGISTER_TABS.length + 2);
    expect(names(fresh).join()).not.toMatch(/⏳|Copy/);
  });

  test('an unfinished tab is never taken for the school’s, and the next set-up makes a whole one', () => {
    const fresh = new District();
    fresh.click('setUpWorkbook');
    fresh.onCall = ({ method, phase }) => {
      if (method === 'Range.protect' && phase === 'before') throw Object.assign(new Error('killed'), { name: 'Cut' });
    };
    expect(() => fresh.click('setUpWorkbook')).toThrow('killed');
    fresh.onCall = undefined;
    fresh.move('2024-02-01T10:00:00+09:00');
    fresh.click('consolidateWorkbook');
    fresh.click('setUpWorkbook');
    expect(names(fresh).join()).not.toContain('⏳');
    const open = fresh.runtime.book.sheets.filter(
      ({ name, protections }) => / СОШ| ООШ/.test(name) && protections.length !== PROTECTIONS_OF_A_TAB,
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test('a repair that died between the two names keeps what was typed into the new tab', () => {
    const copy = district.copy();
    copy.fill('s1');
    copy.sheet('Школа №1').deleteRow(copy.rowOf('Школа №1', 'marks/keys'));
    let renamed = false;
    copy.onCall = ({ method, phase }) => {
      if (renamed) throw Object.assign(new Error('killed'), { name: 'Cut' });
      renamed =
        method === 'Sheet.setName' && phase === 'after' && names(copy).some((name) => name.includes('до починки'));
    };
    copy.runtime.answers.push('YES');
    expect(() => copy.click('setUpWorkbook')).toThrow('killed');
    copy.onCall = undefined;
    const fresh = names(copy).find((name) => name.includes('⏳'))!;
    const { cells } = copy.runtime.book.sheets.find(({ name }) => name === fresh)!;
    const row = cells.findIndex((line) => line?.[0]?.value === 'classes/row') + 1;
    copy.sheet(fresh).getRange(row, 7).setValue(77);
    copy.move('2023-06-26T10:00:00+09:00');
    copy.click('setUpWorkbook');
    expect(names(copy).filter((name) => name.includes('⏳'))).toEqual([]);
    expect(copy.value('Школа №1', a1(row, 7))).toBe(77);
    expect(copy.runtime.book.sheets.find(({ name }) => name.includes('до починки'))!.hidden).toBe(true);
  });

  test('a tab left behind in a closed quarter is turned to the open one', () => {
    const copy = district.copy();
    for (const { key } of copy.schools) copy.fill(key);
    const older = copy.copy().runtime.book.sheets;
    copy.move('2023-07-12T10:00:00+09:00');
    copy.runtime.run('closePeriod', ['2023-Q2']);
    // As somebody would bring an older version of the tab back.
    const state = copy.runtime.book.sheets.find(({ name }) => name === 'Школа №1')!;
    const { cells, rowCount } = older.find(({ name }) => name === 'Школа №1')!;
    Object.assign(state, { cells, rowCount });
    expect(copy.click('consolidateWorkbook').message).toMatch(/Не прочитана вкладка «Школа №1»/);
    expect(copy.click('setUpWorkbook').message).toMatch(/«Школа №1» переведена, теперь на ней III квартал 2023/);
    expect(copy.click('consolidateWorkbook').message).toContain('собрано школ 3 из 3');
    expect(copy.field('s1', 'marks', 1, 'five')).toBe('');
  });

  test('makes again a tab that was deleted', () => {
    const copy = district.copy();
    copy.spreadsheet().deleteSheet(copy.sheet('Школа №2'));
    copy.click('setUpWorkbook');
    expect(names(copy)).toContain('Школа №2');
    const original = comparable(district.state('Школа №2'));
    expect(comparable(copy.state('Школа №2'))).toEqual(original);
  });

  test.each([
    'Показатели',
    'Сводные данные. Показатели',
    'Мероприятия',
    'Целевые индикаторы',
    'Сводные данные. Отметки',
  ])('makes «%s» anew as it was made together with the others', (name) => {
    const copy = district.copy();
    // Ten points are what a cell has of which nothing is said.
    const lookOf = () =>
      new Map(
        [...looksOf(copy.runtime.book, (tab) => tab === name)].map(([key, line]) => [
          key,
          line.replace('"size":10,', ''),
        ]),
      );
    const before = lookOf();
    copy.spreadsheet().deleteSheet(copy.sheet(name));
    copy.setUp();
    expect(differences(before, lookOf())).toEqual([]);
  });

  test('names a row of the register that cannot be used', () => {
    const copy = district.copy();
    copy.runtime.edit('Школы', 'A7', [['школа', 'Школа №4', 'СОШ', '', '']]);
    expect(copy.click('setUpWorkbook').message).toContain('Вкладка «Школы», строка 7: ключ «школа»');
    expect(names(copy)).not.toContain('Школа №4');
  });
});

describe('who may change what', () => {
  const copy = district.copy();
  const school = { user: accountOf('s1') };
  const tab = 'Школа №1';
  const typed = (name: string, cell: string, text = 'x') => copy.runtime.edit(name, cell, text, school);
  const row = (role: string) => copy.rowOf(tab, role);

  test.each(SERVICE_TABS)('a school cannot type into «%s»', (name) => {
    expect(() => typed(name, 'A1')).toThrow(REFUSED);
    expect(() => typed(name, 'C20')).toThrow(REFUSED);
  });

  test('of the head a school cannot change roles, data and labels, nor the period', () => {
    for (let line = 1; line <= row('head/form/context') + 4; line += 1) {
      for (const column of [1, 2, 3]) expect(() => typed(tab, a1(line, column))).toThrow(REFUSED);
    }
  });

  test.each(FORM_KEYS)(
    'the frame of form %s is not locked: a school that writes over it is told so, and nothing is counted',
    (form) => {
      const enrolled = copy.column('s1', form, 'enrolled');
      const frame = [
        ...['title', 'help', 'keys', 'header', 'end'].map((role) => a1(row(`${form}/${role}`), 1)),
        a1(row(`${form}/keys`), enrolled),
        a1(row(`${form}/header`), enrolled),
        a1(row(`${form}/end`), enrolled),
      ];
      for (const cell of frame) {
        const own = district.copy();
        own.type('s1', cell, 'x');
        expect(own.type('s1', 'D4', true)[0]).toContain('Вкладка не проверяется');
        expect(own.value(tab, 'D4')).toBe(false);
      }
    },
  );

  test.each([
    ['classes', 'title', 1],
    ['marks', 'keys', 1],
    ['pupils', 'header', 1],
    ['context', 'end', 1],
  ] as const)('what a school wrote over in the frame of form %s (%s) is named and healed', (form, role, column) => {
    const own = district.copy();
    own.fill('s1');
    own.type('s1', a1(own.rowOf(tab, `${form}/${role}`), column), 'x');
    expect(own.click('consolidateWorkbook').message).toContain(`Не прочитана вкладка «${tab}»`);
    own.runtime.answers.push('YES');
    expect(own.click('setUpWorkbook').message).toContain(`${tab}: сохранены:`);
    expect(own.click('consolidateWorkbook').message).toContain('собрано школ 3 из 3');
    goodRows(0)[form].forEach((row, n) => {
      const kept = Object.keys(row).map((key) => [key, String(own.field('s1', form, n + 1, key))]);
      expect(Object.fromEntries(kept)).toEqual(row);
    });
  });

  test('a title that a school wrote over is healed, and what it wrote is kept until somebody clears it', () => {
    const own = district.copy();
    own.fill('s1');
    own.type('s1', a1(own.rowOf(tab, 'pupils/header'), own.column('s1', 'pupils', 'enrolled')), 'x');
    own.runtime.answers.push('YES');
    expect(own.click('setUpWorkbook').message).toContain('в блок «Не распознано» попали 1\u00a0ячейка');
    expect(own.click('consolidateWorkbook').message).toContain('собрано школ 2 из 3');
    own.sheet(tab).deleteRow(own.rowOf(tab, 'unrecognised/row'));
    expect(own.click('consolidateWorkbook').message).toContain('собрано школ 3 из 3');
  });

  test('a school can fill every input, explanation and tick of its tab', () => {
    for (const [form, rows] of Object.entries(goodRows(1))) copy.paste('s1', form as 'marks', rows);
    for (const form of FORM_KEYS) {
      copy.enter('s1', form, 1, 'explanation', 'слово');
    }
    copy.type('s1', 'D3', true);
    expect(copy.type('s1', 'D4', true)).toEqual(['Сдано. Спасибо!']);
  });

  test("a school's simple trigger writes remarks, status and calculated cells", () => {
    copy.enter('s1', 'marks', 1, 'five', 'x');
    expect(copy.remark('s1', 'marks', 1)).toContain('Ошибка');
    expect(copy.value(tab, 'G4')).toBe('изменено после сдачи – сдайте ещё раз');
    expect(copy.value(tab, 'D4')).toBe(false);
    expect(copy.field('s1', 'marks', 1, 'calc:sou')).toBe('');
    expect(copy.runtime.failures).toEqual([]);
  });

  test('roles, memory and remarks warn whoever types over them; no input does', () => {
    const warned = (row: number, column: number) =>
      copy.state(tab).protections.some((each) => each.warningOnly && covers(each, row, column));
    const last = copy.state(tab).rowCount;
    for (const line of [row('classes/title'), row('marks/keys'), copy.row('s1', 'marks', 1), last]) {
      expect([1, 2, 3, 4].map((column) => warned(line, column))).toEqual([true, true, true, false]);
    }
    expect(warned(copy.row('s1', 'marks', 1), copy.column('s1', 'marks', 'five'))).toBe(false);
  });

  test('a tab has one protection of its sheet, a lock of A:C of its head and a warning over A:C of the rest', () => {
    for (const name of ['Школа №1', 'Школа №2', 'Школа №3']) {
      const { protections, rowCount } = district.state(name);
      const headRows = district.rowOf(name, 'classes/title') - 1;
      const places = protections.map(({ kind, warningOnly, area }) => [kind, warningOnly, area]);
      expect(places).toHaveLength(PROTECTIONS_OF_A_TAB);
      expect(places).toEqual(
        expect.arrayContaining([
          ['SHEET', false, undefined],
          ['RANGE', false, { row: 0, column: 0, rows: headRows - 1, columns: 3 }],
          ['RANGE', true, { row: headRows, column: 0, rows: rowCount - headRows, columns: 3 }],
        ]),
      );
    }
  });

  test('once its editors are listed, only they and the coordinator may change a tab', () => {
    const listed = district.copy();
    const { SpreadsheetApp } = listed.runtime.globals as Record<string, GoogleAppsScript.Spreadsheet.SpreadsheetApp>;
    const [protection] = listed.sheet(tab).getProtections(SpreadsheetApp!.ProtectionType.SHEET);
    protection!.removeEditors(protection!.getEditors()).addEditor(accountOf('s1'));
    listed.enter('s1', 'marks', 1, 'five', 'x');
    expect(listed.remark('s1', 'marks', 1)).toContain('Ошибка');
    const other = { user: accountOf('s2') };
    expect(() => listed.runtime.edit(tab, listed.at('s1', 'marks', 1, 'five'), '1', other)).toThrow(REFUSED);
  });
});

const covers = ({ area }: ProtectionState, row: number, column: number): boolean =>
  area !== undefined &&
  area.row < row &&
  row <= area.row + area.rows &&
  area.column < column &&
  column <= area.column + area.columns;

describe('validations', () => {
  test('there are some, on every number of every form', () => {
    const copy = district.copy();
    for (const [form, key] of [
      ['classes', 'enrolled'],
      ['marks', 'notAssessed'],
      ['pupils', 'good'],
      ['context', 'transported'],
    ] as const) {
      const cell = cellOf(copy.state('Школа №1'), copy.row('s1', form, 1), copy.column('s1', form, key));
      expect(cell?.validation?.help).toMatch(/^Целое число, 0 или больше/);
    }
  });

  test.each(['Мероприятия', 'Рекомендации и меры', 'Школы'])(
    'offer lists of choices in the free rows of «%s», too',
    (name) => {
      const { cells, rowCount } = district.state(name);
      const listed = Array.from({ length: rowCount }, (_, row) =>
        (cells[row] ?? []).some((cell) => String(cell?.validation?.criteria).startsWith('VALUE_IN')),
      );
      expect(listed.slice(3, 30)).not.toContain(false);
    },
  );

  test('warn and never reject, so that no paste fails as a whole', () => {
    const rejecting = district.runtime.book.sheets.flatMap((sheet) =>
      sheet.cells.flatMap((cells, row) =>
        (cells ?? []).flatMap((cell, column) =>
          cell?.validation && !cell.validation.allowInvalid && cell.validation.criteria !== 'CHECKBOX'
            ? [`${sheet.name}!${a1(row + 1, column + 1)}`]
            : [],
        ),
      ),
    );
    expect(rejecting).toEqual([]);
  });

  test('a paste with wrong cells among good ones goes in whole', () => {
    const copy = district.copy();
    copy.paste('s1', 'marks', [{ ...goodRows(0).marks[0]!, five: 'пять', four: '-1', subject: 'Астрономия' }]);
    expect(copy.field('s1', 'marks', 1, 'five')).toBe('пять');
    expect(copy.field('s1', 'marks', 1, 'notAssessed')).toBe(1);
  });
});

describe("a school's tab", () => {
  test('hides roles and memory, keeps the remark and the row’s name in sight', () => {
    for (const name of ['Школа №1', 'Школа №2', 'Школа №3']) {
      const { hiddenColumns, frozenColumns, columnWidths } = district.state(name);
      const inSight = [2, 3, 4, 5].reduce((sum, column) => sum + (columnWidths.get(column) ?? Number.NaN), 0);
      expect(inSight).toBeLessThan(480);
      expect([[...hiddenColumns], frozenColumns]).toEqual([[0, 1], 6]);
    }
  });

  test('hides the keys rows, and in the head the status as data, the answer and the spare lines, nothing else', () => {
    const { cells, hiddenRows } = district.state('Школа №1');
    const data = /^head\/(answer|status|spare)$|\/keys$/;
    const rows = cells.flatMap((line, row) => (data.test(String(line?.[0]?.value ?? '')) ? [row] : []));
    expect(rows).toHaveLength(1 + 1 + 4 + FORM_KEYS.length);
    expect([...hiddenRows].sort((a, b) => a - b)).toEqual(rows);
  });

  test('offers at least ten rows in each form', () => {
    for (const form of FORM_KEYS) {
      const rows = district.rowOf('Школа №1', `${form}/end`) - district.rowOf('Школа №1', `${form}/header`) - 1;
      expect(rows).toBeGreaterThanOrEqual(10);
    }
  });

  test('is offered free rows again by the next set-up when they run out', () => {
    const copy = district.copy();
    const free = (form: 'classes' | 'marks', filled: number) =>
      copy.rowOf('Школа №1', `${form}/end`) - copy.row('s1', form, filled) - 1;
    const subjects = Array.from({ length: 58 }, (_, n) => ({ ...goodRows(0).marks[0]!, subject: `Предмет ${n + 1}` }));
    copy.paste('s1', 'marks', subjects);
    const classes = Array.from({ length: 14 }, (_, n) => ({ grade: `${1 + (n % 9)}`, letter: `${n}`, enrolled: '20' }));
    copy.paste('s1', 'classes', classes);
    expect([free('marks', 58), free('classes', 14)]).toEqual([2, 1]);
    copy.click('setUpWorkbook');
    expect([free('marks', 58), free('classes', 14)]).toEqual([4, 2]);
    copy.paste('s1', 'marks', [{ ...goodRows(0).marks[0]!, subject: 'Музыка', five: 'x' }], 62);
    expect(copy.remark('s1', 'marks', 62)).toContain('Ошибка');
    expect(copy.field('s1', 'marks', 62, 'grade')).toBe('5');
  });

  test('links each form of the head to its title', () => {
    FORM_KEYS.forEach((form, index) => {
      const cell = cellOf(district.state('Школа №1'), 8 + index, 3);
      const title = district.rowOf('Школа №1', `${form}/title`);
      expect(cell?.formula).toContain(`"#gid=${district.state('Школа №1').id}&range=D"&ROW(D${title})`);
      expect(cell?.value).toBe(district.value('Школа №1', a1(title, 4)));
    });
  });

  test('of the summer quarter hides the forms that are not asked for', () => {
    const summer = District.ready({ schools: schoolsOf(2), period: '2023-Q3' });
    for (const name of ['Школа №1', 'Школа №2']) {
      const hidden = (form: string) => summer.state(name).hiddenRows.has(summer.rowOf(name, `${form}/title`) - 1);
      expect(['classes', 'marks', 'pupils', 'context'].map(hidden)).toEqual([false, true, true, false]);
    }
  });
});

/** A tab as it looks and behaves: without its name, its number and what says whose it is. */
function comparable(sheet: SheetState) {
  const { id, name, cells, protections, ...rest } = sheet;
  const text = (value: unknown) => (typeof value === 'string' ? value.replaceAll(String(id), '#') : value);
  const own = /^head\/school\//;
  return {
    ...rest,
    cells: cells.map((row, r) =>
      (row ?? []).map((cell, c) => {
        if (!cell) return {};
        const { value, formula, ...look } = cell;
        const facts = r === 0 && c === 1 ? { ...JSON.parse(String(value)), gid: '', group: '' } : null;
        const said = (r === 0 && c === 2) || own.test(String(value)) ? '' : (facts ?? text(value));
        return { ...look, value: said, ...(formula ? { formula: text(formula) } : {}) };
      }),
    ),
    protections: protections.map(({ description, ...each }) => ({
      ...each,
      description: description.replace(name, '…'),
    })),
  };
}

describe('a copied tab', () => {
  // A single school's tab is made as designed.
  const made = comparable(District.ready({ schools: schoolsOf(1) }).state('Школа №1'));
  const copies = ['Школа №1', 'Школа №2', 'Школа №3'].map((name) => comparable(district.state(name)));

  test.each([
    'cells',
    'hiddenRows',
    'hiddenColumns',
    'frozenColumns',
    'columnWidths',
    'rowCount',
    'columnCount',
  ] as const)('is the designed one in %s', (what) => {
    for (const copy of copies) expect(copy[what]).toEqual(made[what]);
  });

  test('has the same protections of the same cells for the same people', () => {
    const byPlace = (tab: typeof made) =>
      tab!.protections.map((each) => JSON.stringify({ ...each, editors: each.editors && [...each.editors] })).sort();
    for (const copy of copies) expect(byPlace(copy)).toEqual(byPlace(made));
  });

  test('names its own school, and in its data its own sheet and group', () => {
    for (const { key, name, type, group } of district.schools) {
      expect([district.value(name, 'A1'), district.value(name, 'C1')]).toEqual([`head/school/${key}/${type}`, name]);
      const facts = JSON.parse(String(district.value(name, 'B1')));
      expect([facts.gid, facts.group]).toEqual([String(district.state(name).id), group]);
    }
  });

  test('costs at most 25 service calls', () => {
    const callsFor = (schools: number): number => {
      const fresh = new District({ schools: schoolsOf(schools) });
      fresh.click('setUpWorkbook');
      fresh.register(fresh.schools);
      fresh.set('period', '2023-Q2');
      fresh.runtime.calls.reset();
      fresh.setUp();
      return fresh.runtime.calls.service;
    };
    const [few, many] = [2, 6] as const;
    expect((callsFor(many) - callsFor(few)) / (many - few)).toBeLessThanOrEqual(25);
  });

  test('takes no data of the tab it is a copy of', () => {
    const copy = district.copy();
    copy.fill('s1');
    copy.runtime.edit('Школы', 'A7', [['s4', 'Школа №4', 'СОШ', 'участник', '']]);
    copy.runtime.edit('Школы', 'A8', [['s5', 'Школа №5', 'СОШ', 'участник', '']]);
    copy.click('setUpWorkbook');
    expect(comparable(copy.state('Школа №5')).cells).toEqual(comparable(district.state('Школа №2')).cells);
  });
});

describe('setting up cut short', () => {
  const step = new District({ schools: schoolsOf(2) });
  step.click('setUpWorkbook');
  step.register(step.schools);
  step.set('period', '2023-Q2');
  const lookOf = (of: District) => looksOf(of.runtime.book, (tab) => tab !== 'Журнал');
  const whole = step.copy();
  whole.setUp();
  const calls = whole.runtime.calls.service;
  const points = Array.from({ length: 12 }, (_, n) => 1 + Math.round((n * (calls - 1)) / 11));
  const wanted = lookOf(whole);

  test.each(points)(`at call %i of ${calls}, done again, ends like an uncut one`, (index) => {
    const copy = step.copy();
    copy.onCall = (call) => {
      if (call.index === index && call.phase === 'before') throw new Error('cut');
    };
    expect(() => copy.click('setUpWorkbook')).toThrow('cut');
    copy.onCall = undefined;
    copy.setUp();
    expect(names(copy).sort()).toEqual(names(whole).sort());
    expect(differences(wanted, lookOf(copy))).toEqual([]);
  });

  test('by the six minutes of Google goes on with the next click', () => {
    const slow = step.copy();
    slow.onCall = ({ method, phase }) => {
      if (phase === 'after' && /insertSheet|copyTo/.test(method)) slow.runtime.advance(100_000);
    };
    expect(slow.setUp()).toBeGreaterThan(2);
    expect(differences(wanted, lookOf(slow))).toEqual([]);
  });
});
