import type { School } from '../../src/model';
import {
  a1,
  accountOf,
  District,
  differences,
  type FormKey,
  isDayCount,
  linesOf,
  OUTPUT_TABS,
  REGISTER_TABS,
  schoolsOf,
} from './district';

const ROWS_TABS = OUTPUT_TABS.slice(0, 4);
const TABLES = OUTPUT_TABS.slice(0, -1);

function filled(schools: readonly School[]): District {
  const district = District.ready({ schools });
  schools.forEach(({ key }, index) => {
    district.fill(key, index);
  });
  district.runtime.calls.reset();
  return district;
}

const three = filled(schoolsOf(3));
const done = three.copy();
done.click('consolidateWorkbook');

const rowsOf = (district: District, tab: string) => district.rowsIn(tab);
const journal = (district: District) => district.values('Журнал').slice(1).map(String);
/** The key of a published tab, and what it remembers of itself beside the keys of its columns. */
/** What stands over the first column in sight. */
const firstWords = (district: District, tab: string): string =>
  String(district.values(tab)[0]!.find((cell, at) => cell !== '' && !district.state(tab).hiddenColumns.has(at)));
const keyOf = (district: District, tab: string): string => String(district.value(tab, 'A2')).split('|')[0]!;
const markOf = (district: District, tab: string): { stamp: string; at: string; size: number } =>
  JSON.parse(String(district.value(tab, 'A2')).split('|')[2]!);
/** What the last line of the journal says to the add-on. */
const validRun = (district: District): { period: string; at: string; tabs: Record<string, string> } =>
  JSON.parse(String(district.values('Журнал').at(-1)![5]));
/** A tab's lines, its stamp and date apart. */
const withoutStamp = (district: District) => {
  const lines = linesOf(district.runtime.book, (tab) => tab !== 'Журнал');
  for (const tab of TABLES) for (const cell of ['A1', 'B1', 'D1', 'A2']) lines.delete(`${tab}!${cell} value`);
  lines.delete('Панель!B1 value');
  for (const key of [...lines.keys()].filter(isDayCount)) lines.delete(key);
  return lines;
};

describe('«Собрать свод» from the menu', () => {
  test('says what was taken in', () => {
    const { title, message } = three.copy().click('consolidateWorkbook');
    expect(title).toBe('Свод собран');
    const lines = message.replaceAll('\u00a0', ' ').split('\n\n');
    expect(lines.slice(0, 2)).toEqual([
      'II квартал 2023 г.: собрано школ 3 из 3, 27 строк.',
      'Ещё не сдали: Школа №1, Школа №2, Школа №3.',
    ]);
    // Registers that nobody has filled in yet ask.
    for (const line of lines.slice(2)) expect(line).toMatch(/^«[^»]+»: \d+ вопрос.* – в столбце «Замечания»\.$/);
  });

  test('puts every row of every school into the tab of its form', () => {
    expect(ROWS_TABS.map((tab) => rowsOf(done, tab).length)).toEqual([6, 9, 6, 6]);
    const row = rowsOf(done, 'Сводные данные. Отметки')[4]!;
    expect(row).toMatchObject({ period: '2023-Q2', school: 's2', 'school-name': 'Школа №2', row: 2 });
    expect(row).toMatchObject({ 'field:grade': '5', 'field:subject': 'Русский язык', 'field:five': 3, counted: 'да' });
  });

  test('computes the figures of schools, groups and the district', () => {
    const figures = rowsOf(done, 'Сводные данные. Показатели').filter(
      (row) => row.indicator === 'pass-rate' && row.slice === '',
    );
    const owners = figures.map((row) => [row.scope, row.owner]);
    expect(owners).toEqual(
      expect.arrayContaining([
        ['школа', 'Школа №1'],
        ['группа', 'ведущая'],
        ['группа', 'участник'],
        ['район', ''],
      ]),
    );
    // Three schools, 56 marks and н/а each, of which three times (2 + 1) do not pass.
    const district = figures.find((row) => row.scope === 'район')!;
    expect([district.numerator, district.denominator]).toEqual([168 - 27, 168]);
    expect(Number(district.value)).toBeCloseTo((100 * 141) / 168, 9);
  });

  test('says in Состояние how far each school is', () => {
    expect(
      rowsOf(done, 'Состояние').map((row) => [row['school-name'], row.status, row['form:marks'], row.errors]),
    ).toEqual(['Школа №1', 'Школа №2', 'Школа №3'].map((name) => [name, 'не сдано', '✔ готово', 0]));
  });

  test('says in words on every tab of when its data are', () => {
    for (const tab of TABLES)
      expect(firstWords(done, tab)).toMatch(
        /^Данные на 25\u00a0июня, 10:\d\d(\. (Сдали \d+ из \d+\. Квартал занимает|\* – численность мала).*)?$/,
      );
  });

  test('keeps the stamp of every tab with its keys and, last, by those keys, in Журнал, both out of sight', () => {
    const stamps = Object.fromEntries(TABLES.map((tab) => [keyOf(done, tab), markOf(done, tab).stamp]));
    expect(validRun(done).tabs).toEqual(stamps);
    expect(new Set(Object.values(stamps)).size).toBe(TABLES.length);
    expect(journal(done).at(-1)).toMatch(/^25\.06\.2023 10:\d\d,координатор,Свод собран,20230625-10\d{4}-\w+,/);
    for (const tab of TABLES) expect(done.state(tab).hiddenRows).toContain(1);
    expect(done.state('Журнал').hiddenColumns).toContain(5);
  });

  test('keeps no address of anybody in Журнал', () => {
    expect(journal(done).join()).not.toContain('@');
  });

  test('hands in or not, every row without an error counts', () => {
    const district = three.copy();
    district.type('s1', 'D4', true);
    district.enter('s2', 'marks', 1, 'five', 'x');
    district.click('consolidateWorkbook');
    expect(rowsOf(district, 'Состояние').map((row) => row.status)).toEqual([
      expect.stringMatching(/^сдано 25\u00a0июня в 10:0\d$/),
      'не сдано',
      'не сдано',
    ]);
    const counted = rowsOf(district, 'Сводные данные. Отметки').map((row) => row.counted);
    expect(counted).toEqual(['да', 'да', 'да', 'нет', 'да', 'да', 'да', 'да', 'да']);
    const typed = rowsOf(district, 'Сводные данные. Отметки')[3]!;
    expect([typed['field:five'], String(typed.remark)]).toEqual(['x', expect.stringContaining('✖ Ошибка')]);
  });

  test('says who is late', () => {
    const district = three.copy();
    district.set('deadline-q2', '7 июля');
    district.type('s1', 'D4', true);
    district.move('2023-07-20T10:00:00+09:00');
    district.type('s2', 'D4', true);
    district.click('consolidateWorkbook');
    expect(rowsOf(district, 'Состояние').map((row) => row.timeliness)).toEqual([
      'в срок',
      'позже срока на 13 дн.',
      'не сдано, срок 07.07.2023',
    ]);
  });

  test('never changes what a school typed', () => {
    const district = three.copy();
    district.enter('s1', 'marks', 1, 'five', '12.5');
    const sheet = district.sheet('Школа №2');
    sheet.getRange(district.at('s2', 'marks', 1, 'five')).setValue('x');
    const of = () => linesOf(district.runtime.book, (tab) => tab.startsWith('Школа'));
    const before = of();
    district.click('consolidateWorkbook');
    // Only memory and remark of the row that no simple trigger has seen, and in the head what is left and the form's state.
    const row = district.row('s2', 'marks', 1);
    const said = ['G2 value', 'G9 value', `B${row} value`, 'G2 formula', `C${row} value`];
    const changed = differences(before, of());
    expect(changed.map((line) => line.split(':')[0])).toEqual(said.map((cell) => `Школа №2!${cell}`));
    expect(district.remark('s2', 'marks', 1)).toMatch(/^✖ Ошибка: .*числа изменились без проверки/);
  });
});

describe('typed texts that Sheets would change when written back', () => {
  test.each(['1-4', '007', '=1+1', '+7', "'тест", '12.5', '@а', 'ИСТИНА'])('%s comes through as it stands', (text) => {
    const district = three.copy();
    const typed = text.startsWith("'") ? `'${text}` : text;
    district.enter('s1', 'marks', 1, 'letter', typed);
    district.enter('s1', 'marks', 1, 'explanation', typed);
    const { title } = district.click('consolidateWorkbook');
    expect(title).toBe('Свод собран');
    const row = rowsOf(district, 'Сводные данные. Отметки')[0]!;
    const standing = [district.field('s1', 'marks', 1, 'letter'), district.field('s1', 'marks', 1, 'explanation')];
    expect([row['field:letter'], row.explanation]).toEqual(standing);
    expect(standing).toEqual([text, text]);
  });

  // The consolidated tab, not the school's, is what results are computed from.
  test.each(['12.5', '5/1', 'x', '1,5', '=1/0', '-3', '10%', '1 000'])(
    '%s in a number is found wrong in the same words by the school, the consolidation and the results',
    (text) => {
      const district = three.copy();
      district.enter('s1', 'marks', 1, 'five', text);
      const remark = district.remark('s1', 'marks', 1);
      expect(district.click('consolidateWorkbook').title).toBe('Свод собран');
      expect(remark).toContain('✖ Ошибка: ');
      expect(rowsOf(district, 'Сводные данные. Отметки')[0]).toMatchObject({ remark, counted: 'нет' });
      const issues = district
        .results()
        .issues.filter(({ form, school, row }) => form === 'marks' && school === 's1' && row === 1);
      expect(issues.length).toBeGreaterThan(0);
      for (const { message } of issues) {
        const words = message.replace('Форма «Отметки», строка № 1. ', '').replace(/\.$/, '');
        expect(remark.toLowerCase()).toContain(words.toLowerCase());
      }
    },
  );
});

describe('from the time trigger', () => {
  const installed = three.copy();
  installed.click('enableAutomation');
  installed.runtime.trigger('tryNight');

  test('it is installed once, however often it is asked for', () => {
    const copy = installed.copy();
    expect(copy.click('enableAutomation').title).toBe('Автоматический сбор уже включён');
    expect(copy.runtime.triggers.map(({ handler }) => handler)).toEqual(['consolidateOnSchedule']);
  });

  test('the same tables come of it as from the menu, without any user interface', () => {
    const copy = installed.copy();
    copy.runtime.trigger('consolidateOnSchedule');
    expect(copy.runtime.shown).toEqual([]);
    const menu = three.copy();
    menu.click('consolidateWorkbook');
    expect(differences(withoutStamp(menu), withoutStamp(copy))).toEqual([]);
    expect(journal(copy).some((line) => line.includes('автоматический сбор,Свод собран'))).toBe(true);
  });

  test('trouble goes to Журнал and is thrown on, so that Google sends its mail', () => {
    const copy = installed.copy();
    copy.set('period', 'лето');
    expect(() => copy.runtime.trigger('consolidateOnSchedule')).toThrow();
    const last = installed.copy();
    last.onCall = ({ method, phase }) => {
      if (method === 'Range.setValues' && phase === 'before')
        throw Object.assign(new Error('Service Spreadsheets failed'), { name: 'Exception' });
    };
    expect(() => last.runtime.trigger('consolidateOnSchedule')).toThrow();
    expect(journal(last).some((line) => line.includes('Свод не собран'))).toBe(true);
  });

  test('a published tab that somebody deleted is made again by the run, which is noted', () => {
    const copy = installed.copy();
    copy.spreadsheet().deleteSheet(copy.sheet('Сводные данные. Показатели'));
    copy.runtime.trigger('consolidateOnSchedule');
    expect(rowsOf(copy, 'Сводные данные. Показатели')).toEqual(rowsOf(done, 'Сводные данные. Показатели'));
    expect(
      journal(copy).some((line) => line.includes('Вкладки созданы') && line.includes('Сводные данные. Показатели')),
    ).toBe(true);
  });

  test('settings that cannot be used are named in Журнал too', () => {
    const copy = installed.copy();
    copy.set('period', 'лето');
    expect(() => copy.runtime.trigger('consolidateOnSchedule')).toThrow('Отчётный период');
    expect(journal(copy).some((line) => line.includes('Свод не собран') && line.includes('Отчётный период'))).toBe(
      true,
    );
  });
});

describe('twice in a row', () => {
  test('what did not change is neither written nor read back: all tabs stay as they are, of their old date', () => {
    const copy = done.copy();
    copy.move('2023-06-26T03:10:00+09:00');
    const lines = (district: District) => linesOf(district.runtime.book, (tab) => TABLES.includes(tab));
    copy.click('consolidateWorkbook');
    expect(differences(lines(done), lines(copy))).toEqual([]);
    // When the statuses were seen is the run's, not the tabs'.
    expect({ ...validRun(copy), seen: null }).toEqual({ ...validRun(done), seen: null });
    expect(journal(copy).at(-1)).toContain('26.06.2023 03:1');
  });

  test('only the tabs whose rows changed are written', () => {
    const copy = done.copy();
    copy.move('2023-06-26T03:10:00+09:00');
    copy.enter('s1', 'marks', 1, 'explanation', 'карантин');
    copy.click('consolidateWorkbook');
    const changed = TABLES.filter((tab) => markOf(copy, tab).stamp !== markOf(done, tab).stamp);
    expect(changed).toEqual(['Сводные данные. Отметки']);
    expect(TABLES.map((tab) => markOf(copy, tab).at.slice(0, 10))).toEqual(
      TABLES.map((tab) => (changed.includes(tab) ? '2023-06-26' : '2023-06-25')),
    );
    expect(validRun(copy).at).toContain('2023-06-26T03:1');
  });

  test('takes away the rows that are gone', () => {
    const copy = done.copy();
    copy.paste('s1', 'marks', [{}, {}], 2);
    copy.click('consolidateWorkbook');
    expect(rowsOf(copy, 'Сводные данные. Отметки')).toHaveLength(7);
    expect(copy.results().issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('grows a tab whose rows have run out', () => {
    const copy = done.copy();
    const sheet = copy.sheet('Сводные данные. Отметки');
    sheet.deleteRows(12, sheet.getMaxRows() - 12);
    const rows = Array.from({ length: 50 }, (_, n) => ({
      grade: '5',
      letter: 'А',
      subject: `Предмет ${n}`,
      enrolled: '20',
    }));
    copy.paste('s1', 'marks', rows);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(rowsOf(copy, 'Сводные данные. Отметки')).toHaveLength(56);
  });
});

describe('a column that a tab does not have yet', () => {
  // As after an update of the add-on: a new field, a new form in Состояние (design.md 3: «a new field is added at the right»).
  test.each([
    ['Сводные данные. Отметки', 'field:notAssessed'],
    ['Сводные данные. Показатели', 'reason'],
    ['Состояние', 'form:context'],
  ])('of «%s» is added at its right: %s', (tab, key) => {
    const copy = done.copy();
    const place = copy.keysOf(tab).indexOf(key) + 1;
    copy.sheet(tab).deleteColumn(place);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.keysOf(tab).at(-1)).toBe(key);
    expect(rowsOf(copy, tab)).toEqual(rowsOf(done, tab));
    copy.runtime.run('closePeriod', ['2023-Q2']);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  });

  test('that the add-on no longer writes stays as it is', () => {
    const copy = done.copy();
    const sheet = copy.sheet('Сводные данные. Отметки');
    sheet.insertColumnAfter(6);
    sheet.getRange(2, 7, 3, 1).setValues([['field:old'], ['Старая графа'], ['']]);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.value('Сводные данные. Отметки', 'G3')).toBe('Старая графа');
    expect(copy.figures()).toEqual(done.figures());
  });
});

describe('never two at once', () => {
  test.each(['consolidateWorkbook', 'buildDistrictReport', 'checkActiveTab'])(
    '%s started in the middle of a consolidation says that the workbook is busy and changes nothing',
    (name) => {
      const copy = three.copy();
      copy.runtime.select('Школа №1', 'A1');
      const said: string[] = [];
      copy.onCall = ({ method, phase }) => {
        if (method !== 'Range.setValues' || phase !== 'before' || said.length > 0) return;
        said.push('');
        said[0] = copy.click(name).title;
      };
      expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
      expect(said).toEqual(['Уже выполняется другая работа']);
      expect(journal(copy).filter((line) => line.includes('Свод собран'))).toHaveLength(1);
    },
  );

  test('closing in the middle of a consolidation is refused too', () => {
    const copy = three.copy();
    const said: unknown[] = [];
    copy.onCall = ({ method, phase }) => {
      if (method !== 'Range.setValues' || phase !== 'before' || said.length > 0) return;
      said.push('');
      said[0] = copy.runtime.run('closePeriod', ['2023-Q2']);
    };
    copy.click('consolidateWorkbook');
    expect(said).toMatchObject([{ title: 'Уже выполняется другая работа' }]);
    expect(copy.value('Настройки', a1(copy.rowOf('Настройки', 'period'), 3))).toBe('2023-Q2');
  });

  test('the next one goes through, also after one that failed', () => {
    const copy = three.copy();
    copy.onCall = ({ method }) => {
      if (method === 'Range.setValues') throw new Error('cut');
    };
    expect(() => copy.runtime.run('consolidateWorkbook')).toThrow('cut');
    copy.onCall = undefined;
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  });
});

const MOVES: [string, (tab: GoogleAppsScript.Spreadsheet.Sheet, row: number) => unknown][] = [
  ['inserts', (tab, row) => tab.insertRowBefore(row)],
  ['deletes', (tab, row) => tab.deleteRow(row)],
];

test.each(MOVES)('a school that %s a row while the tabs are read is counted whenever it does so', (_, move) => {
  const reads = three.copy();
  let total = 0;
  reads.onCall = ({ method, phase }) => {
    if (method === 'Range.getValues' && phase === 'before') total += 1;
  };
  reads.click('consolidateWorkbook');
  expect(total).toBeGreaterThan(5);
  for (let at = 1; at <= total; at += 1) {
    const copy = three.copy();
    let read = 0;
    copy.onCall = ({ method, phase }) => {
      if (method !== 'Range.getValues' || phase !== 'before') return;
      read += 1;
      if (read === at) move(copy.sheet('Школа №2'), copy.rowOf('Школа №2', 'marks/end') - 1);
    };
    expect(copy.click('consolidateWorkbook').message).toContain('собрано школ 3 из 3');
  }
});

describe('a school whose tab cannot be read', () => {
  const broken: [string, (district: District) => void, RegExp][] = [
    ['is missing', (d) => d.spreadsheet().deleteSheet(d.sheet('Школа №2')), /вкладки школы нет в книге/],
    [
      'has lost a keys row',
      (d) => d.sheet('Школа №2').deleteRow(d.rowOf('Школа №2', 'marks/keys')),
      /название и шапка формы стоят не подряд/,
    ],
    [
      'has lost the end of a form',
      (d) => d.sheet('Школа №2').deleteRow(d.rowOf('Школа №2', 'classes/end')),
      /нет последней строки формы/,
    ],
    [
      'has a header changed',
      (d) =>
        d
          .sheet('Школа №2')
          .getRange(a1(d.rowOf('Школа №2', 'marks/header'), 8))
          .setValue('«6»'),
      /шапка графы изменена: ««?6»?»/,
    ],
    [
      'has data outside the forms',
      (d) =>
        d
          .sheet('Школа №2')
          .getRange(a1(d.rowOf('Школа №2', 'classes/end') + 1, 5))
          .setValue(7),
      /данные вне форм/,
    ],
    [
      'has data outside the columns',
      (d) =>
        d
          .sheet('Школа №2')
          .getRange(a1(d.row('s2', 'classes', 1), 12))
          .setValue(7),
      /данные вне граф/,
    ],
    [
      'stands in another period',
      (d) => d.sheet('Школа №2').getRange('A2').setValue('head/period/2023-Q1'),
      /другом периоде/,
    ],
    [
      "has another school's head",
      (d) => d.sheet('Школа №2').getRange('A1').setValue('head/school/s1/СОШ'),
      /на ней стоит шапка другой школы \(Школа №1\)/,
    ],
    ['has lost its head', (d) => d.sheet('Школа №2').getRange('A1').setValue(''), /не читается шапка/],
  ];

  test.each(broken)('because it %s stops alone, and is named', (_, damage, words) => {
    const copy = done.copy();
    damage(copy);
    const { title, message } = copy.click('consolidateWorkbook');
    expect(title).toBe('Свод собран');
    expect(message).toContain('собрано школ 2 из 3');
    expect(message).toContain('Не прочитана вкладка «Школа №2»: ');
    expect(message).toMatch(words);
    const [first, second, third] = rowsOf(copy, 'Состояние');
    expect([first!.trouble, third!.trouble]).toEqual(['', '']);
    expect(second!.trouble).toMatch(words);
    expect(journal(copy).at(-1)).toContain('Школа №2');
    expect(rowsOf(copy, 'Сводные данные. Отметки').map(({ school }) => school)).not.toContain('s2');
    expect(rowsOf(copy, 'Сводные данные. Отметки')).toHaveLength(6);
    expect(String(message + second!.trouble)).not.toMatch(/undefined|null|\/title|\/keys/);
  });
});

describe("a tab over which another school's head was pasted", () => {
  const pasted = done.copy();
  const head = pasted.sheet('Школа №1').getRange('A1:N8').getValues();
  const before = pasted.sheet('Школа №2').getRange('A1:N8').getFormulas();
  const values = pasted.sheet('Школа №2').getRange('A1:N8').getValues();
  pasted.sheet('Школа №2').getRange('A1:N8').setValues(head);
  const words = /на ней стоит шапка другой школы \(Школа №1\)/;

  test('is said to be so once, and nobody is told to delete it', () => {
    for (const command of ['consolidateWorkbook', 'setUpWorkbook']) {
      const { message } = pasted.copy().click(command);
      expect(message.match(/«Школа №2»/g)).toHaveLength(1);
      expect(message).toMatch(words);
      expect(message).not.toMatch(/нет в книге|[Лл]ишняя|удалите/);
    }
  });

  test('is read again when the head is put back', () => {
    const copy = pasted.copy();
    const cells = values.map((row, index) => row.map((cell, column) => before[index]![column] || cell));
    copy.sheet('Школа №2').getRange('A1:N8').setValues(cells);
    expect(copy.click('consolidateWorkbook').message).toContain('собрано школ 3 из 3');
  });

  test('gives its name to a new one when it is renamed, and what was typed there can be carried over', () => {
    const copy = pasted.copy();
    copy.sheet('Школа №2').setName('прежняя');
    expect(copy.click('setUpWorkbook').title).toBe('Вкладки готовы');
    copy.fill('s2', 1);
    const { message } = copy.click('consolidateWorkbook');
    expect(message).toContain('собрано школ 3 из 3');
    expect(message).toContain('Лишняя вкладка «прежняя» (Школа №1)');
  });
});

describe("a school's tab", () => {
  test('that somebody renamed is known by its hidden role, counted, and given its name back', () => {
    const copy = done.copy();
    copy.sheet('Школа №2').setName('Вторая');
    expect(copy.click('consolidateWorkbook').message).toContain('Вкладке «Вторая» возвращено название «Школа №2»');
    expect(differences(withoutStamp(done), withoutStamp(copy))).toEqual([]);
  });

  test('of a school renamed in the register follows it', () => {
    const copy = done.copy();
    copy.runtime.edit('Школы', 'B5', 'Гимназия');
    expect(copy.click('consolidateWorkbook').message).toContain('собрано школ 3 из 3');
    expect(copy.state('Гимназия')).toBe(copy.runtime.book.sheets.find(({ id }) => id === done.state('Школа №2').id));
  });

  test('copied by hand is not counted twice, and the copy is named', () => {
    const copy = done.copy();
    const twin = copy.sheet('Школа №2').copyTo(copy.spreadsheet()).setName('Школа №2 (копия)');
    twin.getRange(copy.at('s2', 'marks', 1, 'five')).setValue(9);
    const { message } = copy.click('consolidateWorkbook');
    expect(message).toContain('собрано школ 3 из 3');
    expect(message).toContain('Лишняя вкладка «Школа №2 (копия)» (Школа №2)');
    expect(copy.figures()).toEqual(done.figures());
  });
});

describe('remarks', () => {
  test('of a workbook that nobody has touched since are not written at all', () => {
    const copy = done.copy();
    const written: string[] = [];
    copy.runtime.calls.reset();
    copy.onCall = ({ method, phase }) => {
      if (phase === 'after' && method === 'Range.setValues') written.push(method);
    };
    copy.click('consolidateWorkbook');
    expect(written).toEqual([]);
  });

  test('are written where they changed, with what they remember, one write for a tab and one for its head', () => {
    const copy = done.copy();
    for (const [key, forms] of [
      ['s1', ['marks', 'context']],
      ['s3', ['pupils']],
    ] as const) {
      for (const form of forms) {
        copy
          .sheet(copy.tab(key))
          .getRange(copy.at(key, form as FormKey, 1, 'enrolled'))
          .setValue('x');
      }
    }
    let writes = 0;
    copy.onCall = ({ method, phase }) => {
      if (phase === 'after' && method === 'Range.setValues') writes += 1;
    };
    const untouched = linesOf(copy.runtime.book, (tab) => tab === 'Школа №2');
    copy.click('consolidateWorkbook');
    // Rows of three forms, targets, figures in both their tabs, the board and the panel have changed, and of two schools the remarks and the
    // forms' states.
    expect(writes).toBe(8 + 2 * 2);
    expect(copy.remark('s1', 'context', 1)).toContain('Ошибка');
    expect(copy.remark('s3', 'pupils', 1)).toContain('Ошибка');
    expect(
      differences(
        untouched,
        linesOf(copy.runtime.book, (tab) => tab === 'Школа №2'),
      ),
    ).toEqual([]);
  });
});

describe('service calls (design.md 8)', () => {
  /** `changed` tables and registers; Журнал always gets its line. */
  /** «Что и когда сдаётся» is read as one tab more. */
  const DECISIONS = 1;
  const PANEL = 1;
  const budget = (schools: number, changed = TABLES.length + REGISTER_TABS.length + PANEL) =>
    schools + OUTPUT_TABS.length + REGISTER_TABS.length + DECISIONS + PANEL + 3 * changed + 10;
  const cost = (district: District): number => {
    district.runtime.calls.reset();
    district.runtime.run('consolidateWorkbook');
    return district.runtime.calls.service;
  };

  const withErrors = (district: District) => {
    for (const school of ['s1', 's2']) {
      district
        .sheet(district.tab(school))
        .getRange(district.at(school, 'marks', 1, 'five'))
        .setValue('x');
    }
  };

  test.each([2, 7, 60])(
    'of a consolidation of %i schools: N + output tabs + 3 · those that changed + 10, and one per tab with new remarks',
    (count) => {
      const district = filled(schoolsOf(count));
      expect(cost(district)).toBeLessThanOrEqual(budget(count));
      expect(cost(district)).toBeLessThanOrEqual(budget(count, 0));
      withErrors(district);
      expect(cost(district)).toBeLessThanOrEqual(budget(count) + 2);
    },
  );

  test.each([2, 7])(
    'of %i schools with more rows than the tabs began with, and with closed rows below: the same',
    (count) => {
      const district = filled(schoolsOf(count));
      const many = Array.from({ length: 60 }, (_, n) => ({
        grade: '5',
        letter: 'А',
        subject: `Предмет ${n}`,
        enrolled: '20',
      }));
      for (const { key } of district.schools) district.paste(key, 'marks', many);
      expect(cost(district)).toBeLessThanOrEqual(budget(count));
      district.runtime.run('closePeriod', ['2023-Q2']);
      for (const { key } of district.schools) district.fill(key, 1);
      expect(cost(district)).toBeLessThanOrEqual(budget(count));
    },
  );
});

describe('closed rows', () => {
  const closed = done.copy();
  closed.runtime.run('closePeriod', ['2023-Q2']);
  closed.runtime.run('closePeriod', ['2023-Q3']);
  closed.move('2023-12-20T10:00:00+09:00');
  for (const { key } of closed.schools) closed.fill(key, 3);

  const closedRows = (district: District) =>
    TABLES.map((tab) => rowsOf(district, tab).filter((row) => String(row.period) < '2023-Q4'));

  test('are the same after the next quarter is consolidated over and over', () => {
    const copy = closed.copy();
    const before = closedRows(copy);
    expect(before[1]!.length).toBe(9);
    copy.click('consolidateWorkbook');
    copy.enter('s1', 'marks', 1, 'five', 'x');
    copy.click('consolidateWorkbook');
    expect(closedRows(copy)).toEqual(before);
    expect(rowsOf(copy, 'Сводные данные. Отметки')).toHaveLength(18);
  });

  test('are neither read nor rewritten: only one row beyond the open period is looked at', () => {
    const copy = closed.copy();
    copy.click('consolidateWorkbook');
    // A closed row spoilt by hand: a run that rewrote it would put it right or fail.
    const tab = 'Сводные данные. Отметки';
    const values = copy.values(tab);
    const row = values.findIndex((cells) => cells[0] === '2023-Q2') + 3;
    copy.sheet(tab).getRange(row, 8).setValue('испорчено');
    const below = () => linesOf(copy.runtime.book, (name) => name === tab);
    const before = below();
    copy.click('consolidateWorkbook');
    const changed = differences(before, below());
    expect(changed).toEqual([]);
  });

  test('keep the open period on top when it has many more rows than the last', () => {
    const copy = closed.copy();
    const many = Array.from({ length: 55 }, (_, n) => ({
      grade: '5',
      letter: 'А',
      subject: `Предмет ${n}`,
      enrolled: '20',
    }));
    for (const { key } of copy.schools) {
      // As the message about a block that does not fit says: a turned tab keeps no more free rows than a new one has.
      copy.makeRoom(key, 'marks', many.length);
      copy.paste(key, 'marks', many);
    }
    const before = closedRows(copy);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    const periods = rowsOf(copy, 'Сводные данные. Отметки').map(({ period }) => period);
    expect(periods).toEqual([...Array(165).fill('2023-Q4'), ...Array(9).fill('2023-Q2')]);
    expect(closedRows(copy)).toEqual(before);
  });
});

describe('a write that fails', () => {
  /** The nth, and once more when it is tried again. */
  const failing = (district: District, nth: number) => {
    let writes = 0;
    district.onCall = ({ method, phase }) => {
      if (method !== 'Range.setValues' || phase !== 'before') return;
      writes += 1;
      if (writes === nth || writes === nth + 1)
        throw Object.assign(new Error('Service Spreadsheets failed'), { name: 'Exception' });
    };
  };
  const figures = done.figures();
  /** In every form, so that every table changes. */
  const change = (district: District) => {
    district.enter('s1', 'classes', 1, 'enrolled', '21');
    district.enter('s1', 'marks', 1, 'five', '3');
    district.enter('s1', 'pupils', 1, 'good', '4');
    district.enter('s1', 'context', 1, 'lowIncome', '5');
  };

  test.each([1, 2, 4, 6])('(write %i) tells the coordinator in Russian, and the next run heals it', (nth) => {
    const copy = done.copy();
    change(copy);
    failing(copy, nth);
    const { title, message } = copy.click('consolidateWorkbook');
    expect(title).toBe('Не выполнено');
    expect(message).not.toMatch(/Service|failed|Exception/);
    copy.onCall = undefined;
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).not.toEqual(figures);
    const clean = done.copy();
    change(clean);
    clean.click('consolidateWorkbook');
    expect(differences(withoutStamp(clean), withoutStamp(copy))).toEqual([]);
  });

  test('only once is written once more: the consolidation is good', () => {
    const copy = done.copy();
    change(copy);
    let failed = false;
    copy.onCall = ({ method, phase }) => {
      if (failed || method !== 'Range.setValues' || phase !== 'before') return;
      failed = true;
      throw Object.assign(new Error('Service Spreadsheets failed'), { name: 'Exception' });
    };
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    const clean = done.copy();
    change(clean);
    clean.click('consolidateWorkbook');
    expect(differences(withoutStamp(clean), withoutStamp(copy))).toEqual([]);
  });

  test('at the first table leaves the last good publication as it was', () => {
    const copy = done.copy();
    change(copy);
    failing(copy, 1);
    copy.click('consolidateWorkbook');
    expect(copy.figures()).toEqual(figures);
  });

  test.each([2, 4])(
    'in the middle (write %i) never gives a mixture: results and reports are refused until the next run',
    (nth) => {
      const copy = done.copy();
      change(copy);
      failing(copy, nth);
      copy.click('consolidateWorkbook');
      copy.onCall = undefined;
      expect(() => copy.figures()).toThrow('Вкладки записаны разными сводами');
      expect(() => copy.runtime.run('buildReport', ['district', '2023-Q2', 'служебная'])).toThrow('разными сводами');
      expect(copy.click('buildDistrictReport').message).toContain('Нажмите «Собрать свод»');
      copy.click('consolidateWorkbook');
      expect(copy.figures()).toHaveLength(figures.length);
    },
  );

  test('every table is whole at any moment: the old rows or the new ones', () => {
    for (let nth = 1; nth <= 6; nth += 1) {
      const copy = done.copy();
      change(copy);
      failing(copy, nth);
      copy.click('consolidateWorkbook');
      expect(ROWS_TABS.map((tab) => rowsOf(copy, tab).length)).toEqual([6, 9, 6, 6]);
      expect(rowsOf(copy, 'Состояние')).toHaveLength(3);
    }
  });

  /** Somebody types into a published cell right after it was written, so many times. */
  const spoiling = (district: District, times: number) => {
    let left = times;
    let flushed = false;
    district.onCall = ({ method, phase }) => {
      if (method === 'SpreadsheetApp.flush' && phase === 'after') flushed = true;
      if (!flushed || phase !== 'before' || method !== 'Range.getValues' || left === 0) return;
      left -= 1;
      district.sheet('Сводные данные. Показатели').getRange('I4').setValue('другое');
    };
  };

  test('something else than was written is written once more', () => {
    const copy = done.copy();
    change(copy);
    spoiling(copy, 1);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(typeof copy.value('Сводные данные. Показатели', 'I4')).toBe('number');
  });

  test('something else than was written twice is named, and the run does not count', () => {
    const copy = done.copy();
    change(copy);
    spoiling(copy, 100);
    expect(copy.click('consolidateWorkbook').message).toMatch(
      /Вкладка «Сводные данные. Показатели», строка 4, столбец 9/,
    );
    expect(journal(copy).filter((line) => line.includes('Свод собран'))).toHaveLength(1);
    copy.onCall = undefined;
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(typeof copy.value('Сводные данные. Показатели', 'I4')).toBe('number');
  });
});

describe('a published tab that somebody has changed', () => {
  const MARKS = 'Сводные данные. Отметки';
  const closed = done.copy();
  closed.runtime.run('closePeriod', ['2023-Q2']);
  closed.move('2023-09-20T10:00:00+09:00');
  for (const { key } of closed.schools) closed.fill(key, 3);
  closed.click('consolidateWorkbook');
  const figures = closed.figures();
  const asText = (figure: unknown): string => JSON.stringify(figure);

  const hands: [string, (sheet: GoogleAppsScript.Spreadsheet.Sheet) => unknown][] = [
    ['typed into', (sheet) => sheet.getRange('H5').setValue(19)],
    ['sorted together with closed rows', (sheet) => sheet.getRange('A4:R21').sort({ column: 5, ascending: false })],
    ['emptied', (sheet) => sheet.getRange('A4:R12').clearContent()],
    ['pasted into over a row', (sheet) => sheet.getRange('A4:R4').copyTo(sheet.getRange('A6:R6'))],
    ['lost a row', (sheet) => sheet.deleteRow(5)],
    ['got a row in the middle', (sheet) => sheet.insertRowAfter(6)],
    ['dressed as dates', (sheet) => sheet.getRange('H4:H12').setNumberFormat('dd.MM.yyyy')],
  ];

  test.each(hands)('(%s) is put right by the next consolidation, closed rows as they were', (words, change) => {
    const copy = closed.copy();
    change(copy.sheet(MARKS));
    // A blank row changes no figure.
    if (words !== 'got a row in the middle') expect(() => copy.figures()).toThrow(`изменены после свода (${MARKS})`);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    // The closed rows of a sorted tab stay in that order.
    expect(copy.figures().map(asText).sort()).toEqual(figures.map(asText).sort());
    expect(rowsOf(copy, MARKS).map(({ period }) => period)).toEqual([
      ...Array(9).fill('2023-Q3'),
      ...Array(9).fill('2023-Q2'),
    ]);
  });

  test('shows its numbers as they are meant again after its formats were cleared', () => {
    const copy = closed.copy();
    copy.sheet('Сводные данные. Показатели').getRange('A4:P300').clearFormat();
    expect(copy.figures()).toEqual(figures);
    copy.enter('s1', 'marks', 1, 'five', '3');
    copy.click('consolidateWorkbook');
    expect(copy.sheet('Сводные данные. Показатели').getRange('I4').getNumberFormat()).toBe('0.00');
  });

  test('does not count what somebody has copied below, and is put right when it is closed', () => {
    const copy = closed.copy();
    const sheet = copy.sheet(MARKS);
    sheet.getRange('A4:R4').copyTo(sheet.getRange('A30'));
    expect(copy.figures()).toEqual(figures);
    copy.runtime.run('closePeriod', ['2023-Q3']);
    expect(rowsOf(copy, MARKS)).toHaveLength(18);
  });

  test("keeps people's own columns, wherever they stand, and their words", () => {
    const copy = closed.copy();
    const sheet = copy.sheet(MARKS);
    sheet.insertColumnBefore(1);
    sheet.getRange('A3:A5').setValues([['Моё'], ['раз'], ['два']]);
    copy.enter('s1', 'marks', 1, 'five', '3');
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.sheet(MARKS).getRange('A3:A5').getValues()).toEqual([['Моё'], ['раз'], ['два']]);
    expect(rowsOf(copy, MARKS)).toHaveLength(18);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).not.toEqual(figures);
  });
});

describe('when no tab of a school can be read', () => {
  test('nothing is published, and it is said why', () => {
    const copy = done.copy();
    copy.set('period', '2024-Q1');
    const tables = () => linesOf(copy.runtime.book, (tab) => TABLES.includes(tab));
    const before = tables();
    const { title, message } = copy.click('consolidateWorkbook');
    expect(title).toBe('Не выполнено');
    expect(message).toMatch(/указан I квартал 2024 г\., вкладки школ стоят в периоде 2023-Q2/);
    expect(differences(before, tables())).toEqual([]);
  });

  test('a closing opens the tabs again', () => {
    const copy = done.copy();
    for (const { name } of copy.schools) copy.spreadsheet().deleteSheet(copy.sheet(name));
    expect(() => copy.runtime.run('closePeriod', ['2023-Q2'])).toThrow('ни одна вкладка');
    expect(copy.runtime.book.sheets.flatMap(({ protections }) => protections.map(({ kind }) => kind))).not.toContain(
      'RANGE',
    );
    expect(copy.value('Настройки', a1(copy.rowOf('Настройки', 'period'), 3))).toBe('2023-Q2');
  });
});

describe('results and reports', () => {
  test('are refused of a workbook in which nothing has been consolidated', () => {
    expect(() => three.copy().figures()).toThrow('Свод ещё не собран');
  });
});

test('a school cannot run a consolidation', () => {
  expect(() => three.copy().runtime.run('consolidateWorkbook', undefined, { user: accountOf('s1') })).toThrow(
    'Authorization is required',
  );
});
