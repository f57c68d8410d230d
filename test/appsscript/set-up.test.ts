import type { ProtectionState, SheetState } from '../../src/local/google/book';
import {
  a1,
  accountOf,
  cellOf,
  District,
  differences,
  goodRows,
  linesOf,
  looksOf,
  OUTPUT_TABS,
  REGISTER_TABS,
  schoolsOf,
} from './district';

const REFUSED = 'You are trying to edit a protected cell or object.';
const SERVICE_TABS = ['Справка', 'Настройки', 'Школы', ...OUTPUT_TABS, ...REGISTER_TABS, 'Периоды'];

const district = District.ready({ schools: schoolsOf(3) });
const names = (of: District): string[] => of.runtime.book.sheets.map(({ name }) => name);

describe('setting up', () => {
  test('takes two steps: the register and the settings first, then all that follows from them', () => {
    const fresh = new District();
    expect(fresh.click('setUpWorkbook').title).toBe('Шаг 1 из 2');
    expect(names(fresh)).toEqual(['Справка', 'Настройки', 'Школы']);
    expect(fresh.click('setUpWorkbook').title).toBe('Вкладки готовы');
    expect(names(fresh)).toHaveLength(3 + 7 + OUTPUT_TABS.length + REGISTER_TABS.length + 1);
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

  test('hides Периоды', () => {
    expect(district.runtime.book.sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(['Периоды']);
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
    expect(names(fresh)).toHaveLength(3 + 7 + OUTPUT_TABS.length + REGISTER_TABS.length + 1);
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
      ({ name, protections }) => / СОШ| ООШ/.test(name) && protections.length < 5,
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
    copy.sheet(fresh).getRange(row, 5).setValue(77);
    copy.move('2023-06-26T10:00:00+09:00');
    copy.click('setUpWorkbook');
    expect(names(copy).filter((name) => name.includes('⏳'))).toEqual([]);
    expect(copy.value('Школа №1', a1(row, 5))).toBe(77);
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
    state.cells = older.find(({ name }) => name === 'Школа №1')!.cells;
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

  test.each(['classes', 'marks', 'pupils', 'context'] as const)(
    'of form %s a school cannot change title, help, keys, headers or the end line',
    (form) => {
      for (const role of ['title', 'help', 'keys', 'header', 'end']) {
        expect(() => typed(tab, a1(row(`${form}/${role}`), 3))).toThrow(REFUSED);
      }
      const explanation = copy.column('s1', form, 'explanation');
      expect(() => typed(tab, a1(row(`${form}/header`), explanation))).toThrow(REFUSED);
      expect(() => typed(tab, a1(row(`${form}/keys`), explanation))).toThrow(REFUSED);
    },
  );

  // design.md 3, Protection: roles are hard-protected, as titles, keys, headers and ends are.
  test.each(['head', 'classes', 'marks', 'pupils', 'context'])(
    'of %s a school cannot change the roles in column A that the tab is read by',
    (part) => {
      const own = district.copy();
      const roles = part === 'head' ? ['head/school/s1/СОШ', 'head/period/2023-Q2', 'head/check'] : [];
      const all = [...roles, ...['title', 'help', 'keys', 'header', 'end'].map((role) => `${part}/${role}`)];
      for (const role of part === 'head' ? roles : all) {
        expect(() => own.runtime.edit(tab, a1(own.rowOf(tab, role), 1), 'x', school)).toThrow(REFUSED);
      }
    },
  );

  test('a school cannot change the period', () => {
    expect(() => typed(tab, 'C1')).toThrow(REFUSED);
    expect(() => typed(tab, 'C2')).toThrow(REFUSED);
  });

  test('a school can fill every input, explanation and tick of its tab', () => {
    for (const [form, rows] of Object.entries(goodRows(1))) copy.paste('s1', form as 'marks', rows);
    for (const form of ['classes', 'marks', 'pupils', 'context'] as const) {
      copy.enter('s1', form, 1, 'explanation', 'слово');
    }
    copy.type('s1', 'C3', true);
    expect(copy.type('s1', 'C4', true)).toEqual(['Сдано. Спасибо!']);
  });

  test("a school's simple trigger writes remarks, status and calculated cells", () => {
    copy.enter('s1', 'marks', 1, 'five', 'x');
    expect(copy.remark('s1', 'marks', 1)).toContain('Ошибка');
    expect(copy.value(tab, 'C5')).toContain('черновик');
    expect(copy.field('s1', 'marks', 1, 'calc:sou')).toBe('');
    expect(copy.runtime.failures).toEqual([]);
  });

  test('remarks, status and calculated cells warn whoever types over them', () => {
    const warned = (row: number, column: number) =>
      copy.state(tab).protections.some((each) => each.warningOnly && covers(each, row, column));
    const marks = copy.row('s1', 'marks', 1);
    expect(warned(marks, 2)).toBe(true);
    expect(warned(marks, copy.column('s1', 'marks', 'calc:sou'))).toBe(true);
    expect([5, 6, 7, 8, 9, 10].map((line) => warned(line, 3))).toEqual(Array(6).fill(true));
    expect(warned(marks, copy.column('s1', 'marks', 'five'))).toBe(false);
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
  test('hides column A, keeps A and B in sight', () => {
    for (const name of ['Школа №1', 'Школа №2', 'Школа №3']) {
      const { hiddenColumns, frozenColumns } = district.state(name);
      expect([[...hiddenColumns], frozenColumns]).toEqual([[0], 2]);
    }
  });

  test('hides the keys rows', () => {
    const keys = ['classes', 'marks', 'pupils', 'context'].map(
      (form) => district.rowOf('Школа №1', `${form}/keys`) - 1,
    );
    expect([...district.state('Школа №1').hiddenRows].sort((a, b) => a - b)).toEqual(keys);
  });

  test('offers at least ten rows in each form', () => {
    for (const form of ['classes', 'marks', 'pupils', 'context']) {
      const rows = district.rowOf('Школа №1', `${form}/end`) - district.rowOf('Школа №1', `${form}/header`) - 1;
      expect(rows).toBeGreaterThanOrEqual(10);
    }
  });

  test('is offered free rows again by the next set-up when they run out', () => {
    const copy = district.copy();
    const subjects = Array.from({ length: 58 }, (_, n) => ({ ...goodRows(0).marks[0]!, subject: `Предмет ${n + 1}` }));
    copy.paste('s1', 'marks', subjects);
    copy.click('setUpWorkbook');
    expect(copy.rowOf('Школа №1', 'marks/end') - copy.row('s1', 'marks', 58) - 1).toBeGreaterThanOrEqual(10);
    copy.paste('s1', 'marks', [{ ...goodRows(0).marks[0]!, subject: 'Музыка', five: 'x' }], 66);
    expect(copy.remark('s1', 'marks', 66)).toContain('Ошибка');
    expect(copy.field('s1', 'marks', 66, 'grade')).toBe('5');
  });

  test('links each form of the head to its title', () => {
    ['classes', 'marks', 'pupils', 'context'].forEach((form, index) => {
      const cell = cellOf(district.state('Школа №1'), 7 + index, 2);
      const link = cell?.formula ?? cell?.link ?? JSON.stringify(cell?.runs);
      expect(link).toContain(`gid=${district.state('Школа №1').id}`);
      expect(link).toMatch(new RegExp(`C${district.rowOf('Школа №1', `${form}/title`)}\\b`));
      expect(String(cell?.value)).toMatch(/^→ [А-Я]/);
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
        const said = (r === 0 && c === 1) || own.test(String(value)) ? '' : text(value);
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

  test('names its own school', () => {
    expect(['Школа №1', 'Школа №3'].map((name) => [district.value(name, 'A1'), district.value(name, 'B1')])).toEqual([
      ['head/school/s1/СОШ', 'Школа №1'],
      ['head/school/s3/ООШ', 'Школа №3'],
    ]);
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
