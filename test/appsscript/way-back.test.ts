import { isClosingLock } from '../../src/local/proof/leftovers';
import { type Figure, figureId } from '../../src/model';
import { a1, District, OUTPUT_TABS } from './district';

const TABLES = OUTPUT_TABS.slice(0, 6);
const MARKS = 'Сводные данные. Отметки';

/** I квартал closed, II квартал filled and consolidated. */
const ready = District.ready({ period: '2023-Q1', at: '2023-03-25T10:00:00+09:00' });
ready.fill('s1', 0);
ready.fill('s2', 1);
ready.click('consolidateWorkbook');
ready.move('2023-04-03T10:00:00+09:00');
ready.runtime.run('closePeriod', ['2023-Q1']);
ready.move('2023-06-25T10:00:00+09:00');
ready.fill('s1', 2);
ready.fill('s2', 3);
ready.click('enableAutomation');
ready.click('consolidateWorkbook');
const figures = ready.figures();

/** Work that dies on its way. */
function cut(work: () => unknown): void {
  try {
    work();
  } catch {
    // It was to die.
  }
}

const periodIn = (district: District) => district.value('Настройки', a1(district.rowOf('Настройки', 'period'), 3));
const publishedOf = (district: District) => TABLES.map((tab) => district.rowsIn(tab));
const body = (district: District, tab: string) => {
  const sheet = district.sheet(tab);
  return sheet.getRange(4, 1, sheet.getLastRow() - 3, sheet.getLastColumn());
};
const locks = (district: District): string[] =>
  district.runtime.book.sheets.flatMap(({ name, protections }) => protections.filter(isClosingLock).map(() => name));
/** In every published tab: how many open rows stand on top. */
const onTop = (district: District, tab: string) =>
  district.rowsIn(tab).filter(({ period }) => period === '2023-Q2').length;

const night = (district: District): string => {
  try {
    district.runtime.trigger('consolidateOnSchedule');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const click = (district: District): string => district.click('consolidateWorkbook').message;

const byId = (of: readonly Figure[]) => new Map(of.map((figure) => [figureId(figure), figure]));

/** Everything works: the district is collected, its figures are right, the quarter has its report. */
function expectWhole(district: District): void {
  const { title, message } = district.click('consolidateWorkbook');
  expect([title, message]).toEqual(['Свод собран', expect.stringContaining('собрано школ 2 из 2')]);
  expect(byId(district.figures())).toEqual(byId(figures));
  expect(district.runtime.run('buildReport', ['district', '2023-Q2', 'служебная'])).toBeTruthy();
  expect(district.click('consolidateWorkbook').title).toBe('Свод собран');
}

describe('a period mistyped in «Настройки»', () => {
  const slips: [string, string, RegExp][] = [
    ['a quarter that nobody has begun', '2024-Q2', /указан II квартал 2024 г\., вкладки школ стоят в периоде 2023-Q2/],
    ['a quarter just closed', '2023-Q1', /I квартал 2023 г\. уже закрыт/],
    ['a quarter before the closed ones', '2022-Q4', /IV квартал 2022 г\. раньше закрытого/],
    ['no quarter at all', 'весна', /нужен квартал вида 2023-Q2/],
  ];

  test.each(slips)(
    '(%s) is refused by click and at night with the way out, and nothing is published',
    (_, typed, said) => {
      const copy = ready.copy();
      copy.set('period', typed);
      const before = publishedOf(copy);
      for (const message of [click(copy), night(copy)]) {
        expect(message).toMatch(said);
        if (typed !== 'весна') expect(message).toContain('«Отчётный период» 2023-Q2');
      }
      expect(publishedOf(copy)).toEqual(before);
      copy.set('period', '2023-Q2');
      expectWhole(copy);
    },
  );

  test.each(['2023-Q1', '2022-Q4'])('(%s) cannot be closed nor set up, and no tab is locked', (typed) => {
    const copy = ready.copy();
    copy.set('period', typed);
    expect(() => copy.runtime.run('closePeriod', [typed])).toThrow(/Верните в «Настройки», «Отчётный период»/);
    expect(copy.click('setUpWorkbook').message).toMatch(
      /Вкладки не изменены\..*Верните в «Настройки», «Отчётный период»/,
    );
    expect(locks(copy)).toEqual([]);
    copy.set('period', '2023-Q2');
    expectWhole(copy);
  });

  test('in favour of a closed one is what a report of that one is refused for, with the way out', () => {
    const copy = ready.copy();
    copy.set('period', '2023-Q1');
    expect(() => copy.runtime.run('buildReport', ['district', '2023-Q1', 'служебная'])).toThrow(
      'I квартал 2023 г. уже закрыт: собирать за него нечего. Верните в «Настройки», «Отчётный период» 2023-Q2 и повторите.',
    );
    copy.set('period', '2023-Q2');
    expectWhole(copy);
  });

  test.each(['2022-Q4', '2023-Q3'])(
    '(%s) is not said to be damage of the open quarter, nor that older versions help',
    (typed) => {
      const copy = ready.copy();
      copy.set('period', typed);
      expect(() => copy.results()).toThrow(
        'Если этот период ещё не закрыт, верните его в «Настройки», «Отчётный период»',
      );
      copy.set('period', '2023-Q2');
      expectWhole(copy);
    },
  );

  test('does not move the schools even when one tab was left behind in the quarter typed', () => {
    const copy = ready.copy();
    const role = copy.rowOf('Школа №2', 'head/period/2023-Q2');
    copy.sheet('Школа №2').getRange(role, 1).setValue('head/period/2023-Q1');
    copy.set('period', '2023-Q1');
    expect(click(copy)).toMatch(/Закрытие не доведено до конца|уже закрыт/);
    copy.set('period', '2023-Q2');
    expect(copy.click('consolidateWorkbook').message).toContain('Не прочитана вкладка «Школа №2»');
  });

  test('is hardly possible: it is chosen from a list of the quarters that can be open', () => {
    const rule = (district: District) =>
      district
        .sheet('Настройки')
        .getRange(district.rowOf('Настройки', 'period'), 3)
        .getDataValidation()!
        .getCriteriaValues()[0] as string[];
    expect(rule(ready)).toEqual(['2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2']);
    expect(rule(District.ready())).toContain('2022-Q4');
  });
});

describe('published tabs tidied by a person', () => {
  const hands: [string, (district: District, tab: string) => void][] = [
    ['open rows above a closed quarter deleted', (d, tab) => d.sheet(tab).deleteRows(4, onTop(d, tab))],
    ['some of them deleted', (d, tab) => d.sheet(tab).deleteRows(4, Math.min(2, onTop(d, tab)))],
    ['blank rows inserted under the header', (d, tab) => d.sheet(tab).insertRowsAfter(3, 3)],
    ['sorted by period, oldest first', (d, tab) => body(d, tab).sort({ column: 1, ascending: true })],
    ['sorted by period, newest first', (d, tab) => body(d, tab).sort({ column: 1, ascending: false })],
    ['sorted by school', (d, tab) => body(d, tab).sort({ column: 3, ascending: false })],
    ['formats cleared', (d, tab) => d.sheet(tab).clearFormats()],
    [
      'formats of all cells cleared, notes and rules too',
      (d, tab) => void body(d, tab).clearFormat().clearDataValidations().clearNote(),
    ],
    ['words given a number format', (d, tab) => body(d, tab).setNumberFormat('0.00')],
    [
      'open numbers given a date format',
      (d, tab) =>
        d
          .sheet(tab)
          .getRange(4, 1, Math.max(1, onTop(d, tab)), 9)
          .setNumberFormat('dd.MM.yyyy'),
    ],
    [
      'cells merged',
      (d, tab) =>
        void d
          .sheet(tab)
          .getRange(4, 3, Math.max(2, onTop(d, tab)), 1)
          .merge(),
    ],
    [
      'a rule set that refuses other values',
      (d, tab) => {
        const { SpreadsheetApp } = d.runtime.globals as {
          SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
        };
        const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(0, 1).setAllowInvalid(false).build();
        d.sheet(tab)
          .getRange(4, 1, Math.max(1, onTop(d, tab)), 9)
          .setDataValidation(rule);
      },
    ],
    ['a column of one’s own put in front', (d, tab) => void d.sheet(tab).insertColumnBefore(1)],
  ];

  test.each(hands)('(%s) are put right by the next consolidation', (_, change) => {
    const copy = ready.copy();
    for (const tab of TABLES) change(copy, tab);
    copy.enter('s1', 'marks', 1, 'subject', '5/1');
    click(copy);
    copy.enter('s1', 'marks', 1, 'subject', 'Математика');
    expectWhole(copy);
  });

  test('rows that come in take the formats of their columns and no header’s look', () => {
    const copy = ready.copy();
    copy.sheet(MARKS).deleteRows(4, onTop(copy, MARKS));
    copy.sheet(MARKS).getRange('4:4').setFontWeight('bold');
    click(copy);
    const five = copy.keysOf(MARKS).indexOf('field:five') + 1;
    const [first] = copy.sheet(MARKS).getRange(4, 1, 6, five).getNumberFormats();
    expect(copy.sheet(MARKS).getRange(4, 1, 6, five).getNumberFormats()).toEqual(Array(6).fill(first));
    expect([first![0], first![five - 1]]).toEqual(['@', '0.###############']);
    expect(copy.sheet(MARKS).getRange(5, 1).getBackground()).toBe('#ffffff');
  });
});

describe('a workbook set up in the wrong quarter', () => {
  const wrong = District.ready({ period: '2023-Q3' });
  wrong.fill('s1', 2);
  wrong.fill('s2', 3);
  wrong.enter('s1', 'marks', 1, 'explanation', 'так и есть');
  wrong.type('s1', 'D4', true);
  wrong.click('consolidateWorkbook');
  wrong.set('period', '2023-Q2');

  test('says so at the next consolidation, with both ways out', () => {
    const message = click(wrong.copy());
    expect(message).toContain('вкладки школ стоят в периоде 2023-Q3');
    expect(message).toContain(
      'Верните «Отчётный период» 2023-Q3 или переведите вкладки на 2023-Q2: «Создать или починить вкладки».',
    );
  });

  test('is put right by set-up, which says so: what was typed stays, what was handed in is handed in again', () => {
    const copy = wrong.copy();
    const message = copy.click('setUpWorkbook').message;
    expect(message).toContain(
      'Период на вкладках исправлен: было III квартал 2023 г., теперь II квартал 2023 г. Введённое осталось',
    );
    expect(message).not.toContain('Изменено и само не вернётся');
    expect(copy.value('Школа №1', 'A2')).toBe('head/period/2023-Q2');
    expect(String(copy.value('Школа №1', 'G1'))).toContain('2022/23');
    expect([copy.value('Школа №1', 'D4'), copy.value('Школа №1', 'G4')]).toEqual([false, 'не сдано']);
    expect(copy.field('s1', 'marks', 1, 'five')).toBe(6);
    expect(copy.field('s1', 'marks', 1, 'explanation')).toBe('так и есть');
    // Marks are not asked for in summer; now they are and can be seen.
    const title = copy.rowOf('Школа №1', 'marks/title') - 1;
    expect(copy.state('Школа №1').hiddenRows.has(title)).toBe(false);
    expect(publishedOf(copy).flat()).toEqual([]);
    expect(copy.click('consolidateWorkbook').message).toContain('II квартал 2023 г.: собрано школ 2 из 2');
    const own = copy.figures();
    expect(own.every(({ period }) => period === '2023-Q2')).toBe(true);
    expect(own).toEqual(figures.filter(({ period }) => period === '2023-Q2'));
    copy.runtime.run('closePeriod', ['2023-Q2']);
    expect(copy.results().periods.map(({ key }) => key)).toEqual(['2023-Q2', '2023-Q3']);
  });

  test('is put right also when set-up died at any of its writes and is started again', () => {
    for (let nth = 1; nth <= 14; nth += 1) {
      const copy = wrong.copy();
      let left = nth;
      copy.onCall = ({ method, phase }) => {
        if (phase === 'before' && /setValues|setValue|Rows/.test(method) && --left === 0) throw new Error('cut');
      };
      cut(() => copy.click('setUpWorkbook'));
      copy.onCall = undefined;
      copy.setUp();
      expect(copy.click('consolidateWorkbook').message).toContain('II квартал 2023 г.: собрано школ 2 из 2');
      expect(copy.figures()).toEqual(figures.filter(({ period }) => period === '2023-Q2'));
    }
  });

  test('moves no tab when the slip was in «Настройки» and is put right there', () => {
    const copy = wrong.copy();
    copy.set('period', '2023-Q3');
    expect(copy.click('consolidateWorkbook').message).toContain('III квартал 2023 г.: собрано школ 2 из 2');
  });

  test('has no report over no school: it is refused in words', () => {
    const copy = District.ready();
    copy.click('consolidateWorkbook');
    const build = () => copy.runtime.run('buildReport', ['district', '2023-Q2', 'служебная']);
    expect(build).toThrow(/ни одна школа не представила данных/);
    expect(copy.click('buildDistrictReport').message).toMatch(/ни одна школа не представила данных/);
    expect(copy.runtime.files).toEqual([]);
    copy.fill('s1');
    copy.click('consolidateWorkbook');
    expect(build).not.toThrow();
  });

  test('nor of a quarter that has not been collected yet', () => {
    const copy = ready.copy();
    copy.runtime.run('closePeriod', ['2023-Q2']);
    expect(() => copy.runtime.run('buildReport', ['district', '2023-Q3', 'служебная'])).toThrow(/«Собрать свод»/);
  });
});

describe('a closing that does not come to its end', () => {
  const closing = (district: District): string => {
    try {
      district.runtime.run('closePeriod', ['2023-Q2']);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  test('refused over a tab that cannot be read, opens the tabs again and says so', () => {
    const copy = ready.copy();
    const role = copy.rowOf('Школа №2', 'marks/title');
    copy.sheet('Школа №2').getRange(role, 1).setValue('');
    const message = closing(copy);
    expect(message).toMatch(/Не читаются вкладки: «Школа №2».*Вкладки школ снова открыты\.$/);
    expect([locks(copy), periodIn(copy)]).toEqual([[], '2023-Q2']);
    copy.sheet('Школа №2').getRange(role, 1).setValue('marks/title');
    expectWhole(copy);
  });

  test('failed by Google at any call says how the tabs stand, and its advice works', () => {
    const probe = ready.copy();
    probe.runtime.calls.reset();
    probe.runtime.run('closePeriod', ['2023-Q2']);
    const calls = probe.runtime.calls.service;
    const said = new Set<string>();
    for (let nth = 8; nth <= calls; nth += 7) {
      const copy = ready.copy();
      copy.onCall = ({ index, phase }) => {
        if (index === nth && phase === 'before')
          throw Object.assign(new Error('Service Spreadsheets failed'), { name: 'Exception' });
      };
      const message = closing(copy);
      copy.onCall = undefined;
      if (message.includes('снова открыты')) {
        expect(locks(copy)).toEqual([]);
        said.add('opened');
      } else if (message.includes('«Собрать свод»')) said.add('go on');
      else expect(locks(copy)).toEqual([]);
      copy.click('consolidateWorkbook');
      expect(locks(copy)).toEqual([]);
      expect(['2023-Q2', '2023-Q3']).toContain(periodIn(copy));
      expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
      expect(copy.figures().filter(({ period }) => period <= '2023-Q2')).toEqual(figures);
    }
    expect([...said].sort()).toEqual(['go on', 'opened']);
  });

  test('locked tabs of a copied workbook are opened by set-up, which says so', () => {
    const locked = ready.copy();
    let left = 0;
    locked.onCall = ({ method, phase }) => {
      // Dies once all tabs are locked.
      if (phase === 'after' && method === 'SpreadsheetApp.flush') left += 1;
      if (left > 0) throw new Error('cut');
    };
    cut(() => closing(locked));
    locked.onCall = undefined;
    expect(locks(locked).length).toBeGreaterThan(0);
    // A copy of the file has the protections, but not the document's properties.
    const copy = locked.copy();
    const properties = copy.runtime.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService;
    properties.getDocumentProperties().deleteAllProperties();
    expect(copy.click('setUpWorkbook').message).toMatch(/Сняты замки закрытия.*Школа №1, Школа №2/);
    expect(locks(copy)).toEqual([]);
    copy.enter('s1', 'marks', 1, 'explanation', 'x');
    copy.enter('s1', 'marks', 1, 'explanation', '');
    expectWhole(copy);
  });

  test('a workbook copied in the middle of the turning is turned to its end by «Закрыть период…»', () => {
    const half = ready.copy();
    let turned = 0;
    half.onCall = ({ method, phase }) => {
      if (phase !== 'after' || method !== 'Range.setValues') return;
      if (half.value('Школа №1', 'A2') === 'head/period/2023-Q3') turned += 1;
      if (turned > 0) throw new Error('cut');
    };
    cut(() => closing(half));
    half.onCall = undefined;
    const copy = half.copy();
    const properties = copy.runtime.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService;
    properties.getDocumentProperties().deleteAllProperties();
    expect([copy.value('Школа №1', 'A2'), copy.value('Школа №2', 'A2')]).toEqual([
      'head/period/2023-Q3',
      'head/period/2023-Q2',
    ]);
    expect(click(copy)).toContain('Закрытие не доведено до конца');
    copy.runtime.answers.push('YES');
    expect(copy.click('closeOpenPeriod').title).toBe('II квартал 2023 г. закрыт');
    expect([locks(copy), periodIn(copy)]).toEqual([[], '2023-Q3']);
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures().filter(({ period }) => period <= '2023-Q2')).toEqual(figures);
  });

  test('a tab damaged after it was frozen does not stop it: it is named, repaired and turned by set-up', () => {
    const copy = ready.copy();
    let stored = false;
    copy.onCall = ({ method, phase }) => {
      if (phase !== 'after' || method !== 'Range.setValues' || stored) return;
      if (!copy.values('Периоды').some(([key]) => key === '2023-Q2')) return;
      stored = true;
      copy.sheet('Школа №2').getRange(copy.rowOf('Школа №2', 'marks/title'), 1).setValue('');
    };
    const { lines } = copy.runtime.run('closePeriod', ['2023-Q2']) as { lines: string[] };
    copy.onCall = undefined;
    expect(lines.join(' ')).toContain('Школа №2: вкладка не читается и осталась в закрытом периоде');
    expect([locks(copy), periodIn(copy)]).toEqual([[], '2023-Q3']);
    copy.runtime.answers.push('YES');
    expect(copy.click('setUpWorkbook').message).toContain('«Школа №2» переведена, теперь на ней III квартал 2023 г.');
    expect(copy.field('s2', 'marks', 1, 'five')).toBe('');
    expect(copy.click('consolidateWorkbook').message).toContain('собрано школ 2 из 2');
    expect(copy.figures().filter(({ period }) => period <= '2023-Q2')).toEqual(figures);
  });
});
