import { type Figure, figureId } from '../../src/model';
import { District } from './district';

const MARKS = 'Сводные данные. Отметки';
const CONTEXT = 'Сводные данные. Паспорт';

/** A year of closed quarters, II квартал 2024 open: it is compared with II квартал 2023. */
const year = District.ready({ period: '2023-Q2' });
for (const [period, day] of [
  ['2023-Q2', '2023-07-05'],
  ['2023-Q3', '2023-10-05'],
  ['2023-Q4', '2024-01-15'],
  ['2024-Q1', '2024-04-05'],
] as const) {
  year.fill('s1', period.length);
  year.fill('s2', 3);
  year.move(`${day}T10:00:00+09:00`);
  year.runtime.run('closePeriod', [period]);
}
year.fill('s1', 1);
year.fill('s2', 4);
year.click('enableAutomation');
year.click('consolidateWorkbook');
const figures = year.figures();
const byId = (of: readonly Figure[]) => new Map(of.map((figure) => [figureId(figure), figure]));

const CLOSED = '2023-Q2';
const rowsAt = (district: District, tab: string, period = CLOSED): number[] => {
  const at = district.keysOf(tab).indexOf('period');
  return district.values(tab).flatMap((cells, index) => (cells[at] === period ? [index + 1] : []));
};
const cell = (district: District, tab: string, key: string, nth = 0) =>
  district.sheet(tab).getRange(rowsAt(district, tab)[nth]!, district.keysOf(tab).indexOf(key) + 1);
const inSnapshot = (district: District, change: (json: string) => string) => {
  const row = district.values('Периоды').findIndex(([key]) => key === CLOSED) + 1;
  const at = district.keysOf('Периоды').indexOf('part-1') + 1;
  const place = district.sheet('Периоды').getRange(row, at);
  const before = String(place.getValue());
  expect(change(before)).not.toBe(before);
  place.setValue(change(before));
};
const report = (district: District, period: string): string => {
  try {
    district.runtime.run('buildReport', ['district', period, 'служебная']);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};
const exported = (district: District): string => {
  try {
    district.figures();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

const copyRow = (district: District, tab: string): void => {
  const [row] = rowsAt(district, tab);
  const sheet = district.sheet(tab);
  sheet.insertRowAfter(row!);
  sheet.getRange(row!, 1, 1, 20).copyTo(sheet.getRange(row! + 1, 1, 1, 20));
};
/** Through the command, in the first row of marks. */
const correct = (district: District) => {
  cell(district, MARKS, 'field:five').activate();
  district.runtime.answers.push('5', 'опечатка', 'NO');
  return district.click('correctClosedPeriod');
};

/** What people do to closed rows, and how it is named. */
const ROWS: [string, (district: District) => void, RegExp][] = [
  ['a number', (d) => cell(d, MARKS, 'field:five').setValue(14), /Отметки», период 2023-Q2: строка \d+ изменена/],
  [
    'a subject',
    (d) => cell(d, MARKS, 'field:subject').setValue('Химия'),
    /Отметки», период 2023-Q2: строка \d+ изменена/,
  ],
  [
    'the school’s key',
    (d) => cell(d, MARKS, 'school').setValue('s9'),
    /строка \d+ лишняя; нет строки 1 школы «Школа №1»/,
  ],
  ['the row’s number', (d) => cell(d, MARKS, 'row').setValue(77), /строка \d+ лишняя; нет строки/],
  ['the period', (d) => cell(d, MARKS, 'period').setValue('2023-Q3'), /нет строки 1 школы «Школа №1»/],
  ['whether it counts', (d) => cell(d, MARKS, 'counted').setValue('нет'), /строка \d+ изменена/],
  ['the row’s own data', (d) => cell(d, MARKS, 'data').setValue('{"percent":["five"]}'), /строка \d+ изменена/],
  ['a row deleted', (d) => void d.sheet(MARKS).deleteRow(rowsAt(d, MARKS)[1]!), /нет строки 2 школы «Школа №1»/],
  [
    'a row cleared',
    (d) => void d.sheet(CONTEXT).getRange(rowsAt(d, CONTEXT)[0]!, 1, 1, 8).clearContent(),
    /Паспорт», период 2023-Q2: нет строки/,
  ],
  ['a row copied', (d) => copyRow(d, MARKS), /строка \d+ лишняя/],
  [
    'numbers turned into dates',
    (d) => cell(d, MARKS, 'field:five').setNumberFormat('dd.MM.yyyy'),
    /строка \d+ изменена/,
  ],
];

const SNAPSHOT: [string, (district: District) => void, RegExp][] = [
  [
    'a name in the snapshot',
    (d) => inSnapshot(d, (json) => json.replace('Л. А. Попова', 'Л. А. Попов')),
    /«Периоды», строка 4: изменён снимок/,
  ],
  [
    'a status in the snapshot',
    (d) => inSnapshot(d, (json) => json.replace('"draft"', '"submitted"')),
    /«Периоды», строка 4: изменён снимок/,
  ],
  [
    'a register’s row in the snapshot',
    (d) => inSnapshot(d, (json) => json.replace('"registers":{', '"registers":{"x":[],')),
    /«Периоды», строка 4: изменён снимок/,
  ],
  [
    'a snapshot that is no data any more',
    (d) => inSnapshot(d, () => '{"period'),
    /«Периоды», строка 4: изменён снимок/,
  ],
  [
    'a snapshot that is other data',
    (d) => {
      const row = d.values('Периоды').findIndex(([key]) => key === CLOSED) + 1;
      const [first, last] = ['part-1', 'part-2'].map((key) => d.keysOf('Периоды').indexOf(key) + 1);
      const sheet = d.sheet('Периоды');
      sheet.getRange(row, last!, 1, sheet.getMaxColumns() - last! + 1).clearContent();
      sheet.getRange(row, first!).setValue('{}');
    },
    /«Периоды», строка 4: изменён снимок/,
  ],
  [
    'a line of snapshots that stands twice, once with other data',
    (d) => {
      const row = d.values('Периоды').findIndex(([key]) => key === CLOSED) + 1;
      const sheet = d.sheet('Периоды');
      sheet.insertRowAfter(row);
      sheet.getRange(row, 1, 1, sheet.getMaxColumns()).copyTo(sheet.getRange(row + 1, 1));
      sheet.getRange(row, d.keysOf('Периоды').indexOf('part-1') + 1).setValue('{}');
    },
    /«Периоды», строка 4: изменён снимок/,
  ],
  [
    'the checksum itself',
    (d) => {
      const row = d.values('Периоды').findIndex(([key]) => key === CLOSED) + 1;
      d.sheet('Периоды')
        .getRange(row, d.keysOf('Периоды').indexOf('hash') + 1)
        .setValue('0000');
    },
    /«Периоды», строка 4: изменён снимок/,
  ],
  ['a snapshot deleted', (d) => void d.sheet('Периоды').deleteRow(4), /нет снимка периода 2023-Q2/],
];

describe('closed rows that somebody has changed', () => {
  test.each(ROWS)(
    '(%s) are named, no report and no export is made of them, and they are put back',
    (_, change, said) => {
      const copy = year.copy();
      change(copy);
      expect(report(copy, CLOSED)).toMatch(said);
      expect(report(copy, CLOSED)).toContain('«Вернуть как было»');
      // The open quarter's report prints the change against it.
      expect(report(copy, '2024-Q2')).toMatch(said);
      expect(exported(copy)).toMatch(said);
      expect(copy.runtime.files).toEqual([]);
      const { title, message } = copy.click('consolidateWorkbook');
      expect([title, message]).toEqual(['Свод собран', expect.stringMatching(said)]);
      expect(() => copy.runtime.run('closePeriod', ['2024-Q2'])).toThrow(said);

      copy.runtime.answers.push('YES');
      expect(copy.click('setUpWorkbook').message).toMatch(
        /\(II квартал 2023 г\..*\) возвращены, как были при закрытии\./,
      );
      expect(byId(copy.figures())).toEqual(byId(figures));
      expect(report(copy, CLOSED)).toBe('');
      const again = copy.click('consolidateWorkbook').message;
      expect(again).not.toContain('изменены');
      copy.runtime.run('closePeriod', ['2024-Q2']);
    },
  );

  test('are left as they are when the coordinator says no, and go on being named', () => {
    const copy = year.copy();
    cell(copy, MARKS, 'field:five').setValue(14);
    copy.runtime.answers.push('NO');
    expect(copy.click('setUpWorkbook').message).toContain('оставлены изменёнными');
    expect(cell(copy, MARKS, 'field:five').getValue()).toBe(14);
    expect(report(copy, CLOSED)).toContain('строка');
  });

  test('of a quarter that nothing is compared with stop no other report; the night finds them in turn', () => {
    const copy = year.copy();
    const row = rowsAt(copy, MARKS, '2023-Q4')[0]!;
    copy
      .sheet(MARKS)
      .getRange(row, copy.keysOf(MARKS).indexOf('field:five') + 1)
      .setValue(14);
    expect(report(copy, '2024-Q2')).toBe('');
    expect(report(copy, '2023-Q4')).toContain(`строка ${row} изменена`);
    expect(copy.click('consolidateWorkbook').message).not.toContain('изменены');
    const told = () => copy.values('Журнал').filter((line) => String(line).includes(`строка ${row} изменена`)).length;
    for (const day of ['01', '02', '03']) {
      copy.move(`2024-06-${day}T03:00:00+09:00`);
      copy.runtime.trigger('consolidateOnSchedule');
    }
    expect(told()).toBe(1);
  });

  test('that were only sorted are none', () => {
    const copy = year.copy();
    const rows = rowsAt(copy, MARKS);
    const area = copy.sheet(MARKS).getRange(rows[0]!, 1, rows.length, copy.sheet(MARKS).getLastColumn());
    area.setValues([...area.getValues()].reverse());
    expect(report(copy, CLOSED)).toBe('');
    expect(copy.click('consolidateWorkbook').message).not.toContain('изменены');
  });

  test('with a correction keep it when they are put back', () => {
    const copy = year.copy();
    correct(copy);
    const corrected = copy.figures();
    expect(byId(corrected)).not.toEqual(byId(figures));
    for (const [key, value] of [
      ['field:four', 1],
      ['corrections', ''],
      ['corrections', '[{"day":"01.01.2024","field":"five","was":"4","became":20,"reason":"так"}]'],
    ] as const) {
      cell(copy, MARKS, key).setValue(value);
      expect(exported(copy)).toContain('Отметки», период 2023-Q2');
      copy.runtime.answers.push('YES');
      copy.click('setUpWorkbook');
      expect(byId(copy.figures())).toEqual(byId(corrected));
    }
    expect(cell(copy, MARKS, 'correction').getValue()).toContain('Причина: опечатка');
  });
});

const OVERVIEW = 'Показатели';
const FIGURES = 'Сводные данные. Показатели';
const TARGETS = 'Целевые индикаторы';
const STATUS = 'Состояние';

/** What people do to closed rows of the tabs that are made of them. */
const SHOWN: [string, string, (district: District) => void, RegExp][] = [
  ['the district’s share', OVERVIEW, (d) => cell(d, OVERVIEW, 'district').setValue('100'), /строка \d+ изменена/],
  ['a figure of the long list', FIGURES, (d) => cell(d, FIGURES, 'value', 3).setValue(99.5), /строка \d+ изменена/],
  ['a fact of a target', TARGETS, (d) => cell(d, TARGETS, 'fact').setValue(100), /строка \d+ изменена/],
  ['who handed in', STATUS, (d) => cell(d, STATUS, 'status').setValue('сдано'), /строка \d+ изменена/],
  ['a row deleted', OVERVIEW, (d) => void d.sheet(OVERVIEW).deleteRow(rowsAt(d, OVERVIEW)[1]!), /нет строк: 1/],
  [
    'a row cleared',
    STATUS,
    (d) => void d.sheet(STATUS).getRange(rowsAt(d, STATUS)[0]!, 1, 1, 9).clearContent(),
    /нет строк: 1/,
  ],
  ['a row copied', TARGETS, (d) => copyRow(d, TARGETS), /строка \d+ изменена/],
  [
    'a school’s column deleted',
    OVERVIEW,
    (d) => void d.sheet(OVERVIEW).deleteColumn(d.keysOf(OVERVIEW).indexOf('school:s2') + 1),
    /строка \d+ изменена/,
  ],
];

describe('closed rows of the tabs that people look at', () => {
  test.each(SHOWN)('(%s, «%s») are named, keep the next quarter open, and are put back', (_, tab, change, said) => {
    const copy = year.copy();
    const rows = () => {
      const keys = copy.keysOf(tab);
      return copy
        .values(tab)
        .filter((cells) => cells[keys.indexOf('period')] === CLOSED)
        .map((cells) => JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, cells[at]]).sort())))
        .sort();
    };
    const before = rows();
    change(copy);
    expect(rows()).not.toEqual(before);
    expect(() => copy.runtime.run('closePeriod', ['2024-Q2'])).toThrow(said);
    expect(() => copy.runtime.run('closePeriod', ['2024-Q2'])).toThrow(`«${tab}», период ${CLOSED}`);
    if (tab !== FIGURES) expect(copy.click('consolidateWorkbook').message).toMatch(said);
    // No report and no export is made of them.
    expect(report(copy, CLOSED)).toBe('');

    copy.runtime.answers.push('YES');
    expect(copy.click('setUpWorkbook').message).toMatch(
      /\(II квартал 2023 г\..*\) возвращены, как были при закрытии\./,
    );
    expect(rows()).toEqual(before);
    expect(copy.click('consolidateWorkbook').message).not.toContain('изменен');
    copy.runtime.run('closePeriod', ['2024-Q2']);
  });

  test('that were only sorted are none', () => {
    const copy = year.copy();
    for (const tab of [OVERVIEW, FIGURES, TARGETS, STATUS]) {
      const at = rowsAt(copy, tab);
      const area = copy.sheet(tab).getRange(at[0]!, 1, at.length, copy.sheet(tab).getLastColumn());
      area.setValues([...area.getValues()].reverse());
    }
    expect(copy.click('consolidateWorkbook').message).not.toContain('изменен');
    copy.runtime.run('closePeriod', ['2024-Q2']);
  });

  test('are made of the rows as these were frozen where somebody has changed both', () => {
    const copy = year.copy();
    const shown = () =>
      [OVERVIEW, FIGURES, TARGETS].map((tab) => rowsAt(copy, tab).map((row) => copy.values(tab)[row - 1]));
    const before = shown();
    cell(copy, MARKS, 'field:five').setValue(14);
    for (const tab of [OVERVIEW, FIGURES]) cell(copy, tab, tab === OVERVIEW ? 'district' : 'value').setValue(77);
    copy.runtime.answers.push('YES');
    copy.click('setUpWorkbook');
    expect(shown()).toEqual(before);
    expect(byId(copy.figures())).toEqual(byId(figures));
    copy.runtime.run('closePeriod', ['2024-Q2']);
  });

  test('get back the column of a school that has left, with its title, by putting back and by a correction', () => {
    const left = year.copy();
    left.register(left.schools.filter(({ key }) => key !== 's2'));
    left.sheet(OVERVIEW).deleteColumn(left.keysOf(OVERVIEW).indexOf('school:s2') + 1);
    const shownOf = (district: District) => cell(district, OVERVIEW, 'school:s2').getValue();
    const titleOf = (district: District) =>
      district.values(OVERVIEW)[2]![district.keysOf(OVERVIEW).indexOf('school:s2')];

    const back = left.copy();
    back.runtime.answers.push('YES');
    expect(back.click('setUpWorkbook').title).toBe('Вкладки готовы');
    expect([shownOf(back), titleOf(back)]).toEqual([shownOf(year), titleOf(year)]);

    const corrected = left.copy();
    expect(correct(corrected).title).toBe('Исправление записано');
    expect([shownOf(corrected), titleOf(corrected)]).toEqual([shownOf(year), titleOf(year)]);
  });

  test.each([MARKS, OVERVIEW, TARGETS, STATUS])('stand once when «%s» was sorted whole, its last line up', (tab) => {
    const copy = year.copy();
    const before = rowsAt(copy, tab).length;
    const sheet = copy.sheet(tab);
    const area = sheet.getRange(4, 1, sheet.getMaxRows() - 3, sheet.getLastColumn());
    const rows = area.getValues();
    area.setValues([rows.at(-1)!, ...rows.slice(0, -1)]);
    const key = { [MARKS]: 'field:five', [OVERVIEW]: 'district', [TARGETS]: 'fact', [STATUS]: 'status' }[tab]!;
    cell(copy, tab, key).setValue(14);
    copy.runtime.answers.push('YES');
    expect(copy.click('setUpWorkbook').message).toContain('возвращены');
    expect(rowsAt(copy, tab)).toHaveLength(before);
    expect(String(copy.values(tab).at(-1))).toContain('конец');
    expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
    copy.runtime.run('closePeriod', ['2024-Q2']);
  });

  test.each([MARKS, OVERVIEW, FIGURES, TARGETS, STATUS])(
    'and open ones stand once when «%s» has lost its column «Период»',
    (tab) => {
      const copy = year.copy();
      const noted = { column: 0, note: 'проверено 5 мая' };
      const rows = () => {
        const keys = copy.keysOf(tab);
        return copy
          .values(tab)
          .slice(3)
          .map((cells) => Object.fromEntries(keys.flatMap((key, at) => (key === '' ? [] : [[key, String(cells[at])]]))))
          .filter(({ period, ...others }) => Object.values(others).some((words) => words !== ''))
          .map((row) => JSON.stringify(row, Object.keys(row).sort()))
          .sort();
      };
      const before = rows();
      noted.column = copy.sheet(tab).getLastColumn() + 1;
      copy.sheet(tab).insertColumnsAfter(noted.column - 1, 1);
      const row = rowsAt(copy, tab)[1]!;
      copy.sheet(tab).getRange(row, noted.column).setValue(noted.note);
      const beside = JSON.stringify(copy.values(tab)[row - 1]!.slice(1, 6));
      copy.sheet(tab).deleteColumn(copy.keysOf(tab).indexOf('period') + 1);

      expect(copy.click('consolidateWorkbook').message).toContain(
        'нажмите «Настройка», «Создать или починить вкладки»',
      );
      copy.runtime.answers.push('YES');
      expect(copy.click('setUpWorkbook').message).toContain('возвращены, как были при закрытии');
      copy.click('consolidateWorkbook');
      expect(rows()).toEqual(before);
      const found = copy.values(tab).filter((cells) => cells.includes(noted.note));
      expect(found.map((cells) => JSON.stringify(cells.slice(0, 5)))).toEqual([beside]);
      copy.runtime.run('closePeriod', ['2024-Q2']);
    },
  );

  describe.each([OVERVIEW, FIGURES, TARGETS, STATUS])('in «%s», as open ones,', (tab) => {
    const words = 'period-words';
    const named = (district: District) => {
      const [at, beside] = ['period', words].map((key) => district.keysOf(tab).indexOf(key));
      return district.values(tab).flatMap((cells) => (/^2\d/.test(String(cells[at!])) ? [cells[beside!]] : []));
    };

    test.each(['consolidateWorkbook', 'setUpWorkbook'])(
      'say their quarter in words again when that column was deleted, after one %s',
      (command) => {
        const copy = year.copy();
        copy.sheet(tab).deleteColumn(copy.keysOf(tab).indexOf(words) + 1);
        copy.click(command);
        expect(named(copy)).toEqual(named(year));
        expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
        expect(copy.figures()).toEqual(figures);
      },
    );

    test('stand once, their quarter in words, when both columns of periods were deleted', () => {
      const copy = year.copy();
      const at = copy.keysOf(tab).indexOf('period') + 1;
      copy.sheet(tab).deleteColumns(at, 2);
      copy.runtime.answers.push('YES');
      copy.click('setUpWorkbook');
      copy.click('consolidateWorkbook');
      expect(rowsAt(copy, tab)).toHaveLength(rowsAt(year, tab).length);
      expect(named(copy)).toEqual(named(year));
      expect(copy.figures()).toEqual(figures);
    });

    test('say their own quarter again when others were typed over it or it was cleared', () => {
      const copy = year.copy();
      cell(copy, tab, words).setValue('май');
      cell(copy, tab, words, 1).clearContent();
      copy
        .sheet(tab)
        .getRange(4, copy.keysOf(tab).indexOf(words) + 1)
        .setValue('июнь');
      expect(copy.click('setUpWorkbook').message).toContain(`Служебные вкладки обновлены: «${tab}»`);
      expect(named(copy)).toEqual(named(year));
      expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
    });
  });

  test('whose period was cleared come back once, with what stands beside them', () => {
    const copy = year.copy();
    const before = copy.values(TARGETS).length;
    const column = copy.sheet(TARGETS).getLastColumn() + 1;
    copy.sheet(TARGETS).insertColumnsAfter(column - 1, 1);
    const [row] = rowsAt(copy, TARGETS);
    copy.sheet(TARGETS).getRange(row!, column).setValue('проверено');
    const stood = JSON.stringify(copy.values(TARGETS)[row! - 1]);
    cell(copy, TARGETS, 'period').clearContent();
    copy.runtime.answers.push('YES');
    expect(copy.click('setUpWorkbook').message).toContain('возвращены');
    expect(copy.values(TARGETS)).toHaveLength(before);
    expect(copy.values(TARGETS).map((cells) => JSON.stringify(cells))).toContain(stood);
    expect(
      copy
        .values(TARGETS)
        .flat()
        .filter((words) => words === 'проверено'),
    ).toHaveLength(1);
  });

  test.each<[string, (district: District) => void]>([
    [
      'a tab that shows them has lost its column «Период»',
      (d) => void d.sheet(STATUS).deleteColumn(d.keysOf(STATUS).indexOf('period') + 1),
    ],
    ['one of their numbers was changed', (d) => cell(d, MARKS, 'field:four').setValue(14)],
  ])('are not corrected while %s, and no number or reason is asked for', (_, change) => {
    const copy = year.copy();
    change(copy);
    const stood = copy.values(MARKS);
    cell(copy, MARKS, 'field:five').activate();
    expect(copy.click('correctClosedPeriod').message).toContain('«Создать или починить вкладки»');
    expect(copy.runtime.shown.filter(({ kind }) => kind === 'prompt')).toEqual([]);
    expect(copy.values(MARKS)).toEqual(stood);
    copy.runtime.answers.push('YES');
    copy.click('setUpWorkbook');
    expect(correct(copy).title).toBe('Исправление записано');
  });

  test('come back with a tab that was deleted', () => {
    const copy = year.copy();
    const closed = () => rowsAt(copy, STATUS).map((row) => copy.values(STATUS)[row - 1]);
    const before = closed();
    copy.spreadsheet().deleteSheet(copy.sheet(STATUS));
    copy.runtime.answers.push('YES');
    copy.click('setUpWorkbook');
    expect(closed()).toEqual(before);
    copy.click('consolidateWorkbook');
    expect(closed()).toEqual(before);
    copy.runtime.run('closePeriod', ['2024-Q2']);
  });

  test('are made anew with a correction, and then nothing is amiss', () => {
    const copy = year.copy();
    const shown = (tab: string) => rowsAt(copy, tab).map((row) => JSON.stringify(copy.values(tab)[row - 1]));
    const before = [OVERVIEW, FIGURES, STATUS].map(shown);
    correct(copy);
    const after = [OVERVIEW, FIGURES, STATUS].map(shown);
    expect(after.map((rows, index) => String(rows) === String(before[index]))).toEqual([false, false, true]);
    expect(copy.click('consolidateWorkbook').message).not.toContain('изменен');
    cell(copy, OVERVIEW, 'district').setValue('0');
    copy.runtime.answers.push('YES');
    copy.click('setUpWorkbook');
    expect([OVERVIEW, FIGURES, STATUS].map(shown)).toEqual(after);
    copy.runtime.run('closePeriod', ['2024-Q2']);
  });
});

test('a «correction» typed beside a closed row goes where none was made', () => {
  const copy = year.copy();
  cell(copy, MARKS, 'corrections').setValue(
    '[{"day":"01.01.2024","field":"five","was":"4","became":12,"reason":"так"}]',
  );
  copy.runtime.answers.push('YES');
  expect(copy.click('setUpWorkbook').message).toContain('возвращены');
  expect(cell(copy, MARKS, 'corrections').getValue()).toBe('');
  copy.runtime.run('closePeriod', ['2024-Q2']);
});

describe('a snapshot that somebody has changed', () => {
  test.each(SNAPSHOT)('(%s) is named with its row and the way out; a consolidation goes on', (_, change, said) => {
    const copy = year.copy();
    change(copy);
    expect(report(copy, CLOSED)).toMatch(/Периоды|Данных за/);
    expect(exported(copy)).toMatch(said);
    expect(exported(copy)).toContain('«История версий»');
    const { title, message } = copy.click('consolidateWorkbook');
    expect(title).toBe('Свод собран');
    expect(message).toMatch(said);
    expect(() => copy.runtime.run('closePeriod', ['2024-Q2'])).toThrow(said);
    expect(copy.click('setUpWorkbook').message).toMatch(said);
  });

  test('(any, deleted) is missed by each consolidation, whatever the open quarter is compared with', () => {
    const copy = year.copy();
    copy.sheet('Периоды').deleteRows(5, 2);
    const { message } = copy.click('consolidateWorkbook');
    for (const period of ['2023-Q3', '2023-Q4']) expect(message).toContain(`нет снимка периода ${period}`);
    expect(message).not.toContain('2024-Q1');
  });

  test('(all, with their tab) stops the consolidation, and set-up does not call an empty tab all there was', () => {
    const copy = year.copy();
    copy.spreadsheet().deleteSheet(copy.sheet('Периоды'));
    expect(copy.click('consolidateWorkbook').message).toContain('нет нужной вкладки (Периоды)');
    expect(copy.click('setUpWorkbook').message).toContain(`нет снимка периода ${CLOSED}`);
    expect(copy.click('consolidateWorkbook').message).toContain(`нет снимка периода ${CLOSED}`);
  });

  test('(the only one, deleted) keeps the next quarter open', () => {
    const district = District.ready({ period: '2023-Q2' });
    district.fill('s1');
    district.fill('s2', 1);
    district.move('2023-07-05T10:00:00+09:00');
    district.runtime.run('closePeriod', ['2023-Q2']);
    district.fill('s1', 1);
    district.fill('s2', 2);
    district.sheet('Периоды').deleteRow(4);
    const said = 'нет снимка периода 2023-Q2';
    expect(district.click('consolidateWorkbook').message).toContain(said);
    expect(district.click('setUpWorkbook').message).toContain(said);
    expect(() => district.runtime.run('closePeriod', ['2023-Q3'])).toThrow(said);
  });
});

describe('a snapshot that stands twice', () => {
  const copied = (name: string): District => {
    const copy = year.copy();
    const sheet = copy.sheet('Периоды');
    sheet.insertRowAfter(4);
    sheet.getRange(4, 1, 1, sheet.getLastColumn()).copyTo(sheet.getRange(5, 1));
    sheet.getRange(5, 1).setValue(name);
    return copy;
  };

  test.each([CLOSED, '2022-Q2'])('under the name %s counts once', (name) => {
    const copy = copied(name);
    copy.click('consolidateWorkbook');
    expect(copy.figures()).toEqual(figures);
    expect(correct(copy).title).toBe('Исправление записано');
    expect(copy.click('consolidateWorkbook').message).not.toContain('изменен');
    expect(report(copy, CLOSED)).toBe('');
  });

  test('goes as a whole when its quarter is opened again', () => {
    const district = District.ready({ period: '2023-Q2' });
    district.fill('s1');
    district.fill('s2', 1);
    district.runtime.run('closePeriod', ['2023-Q2']);
    const sheet = district.sheet('Периоды');
    sheet.getRange(4, 1, 1, sheet.getLastColumn()).copyTo(sheet.getRange(5, 1));
    district.runtime.run('reopenPeriod', ['2023-Q2', 'закрыт раньше времени']);
    expect(district.click('consolidateWorkbook').title).toBe('Свод собран');
  });
});

test('a word below the snapshots is no period', () => {
  const copy = year.copy();
  const sheet = copy.sheet('Периоды');
  sheet.getRange(sheet.getLastRow() + 1, 1).setValue('проверено');
  expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
  expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
  copy.runtime.run('closePeriod', ['2024-Q2']);
});

test('a period that somebody has typed into «Состояние» is named with its row, and gone when the row is', () => {
  const copy = year.copy();
  const sheet = copy.sheet(STATUS);
  const row = rowsAt(copy, STATUS)[0]!;
  sheet.insertRowBefore(row);
  sheet.getRange(row, copy.keysOf(STATUS).indexOf('period') + 1).setValue('2022-Q4');
  expect(copy.click('consolidateWorkbook').message).toContain(
    `«${STATUS}», строка ${row}: нет снимка периода 2022-Q4 на вкладке «Периоды».`,
  );
  sheet.deleteRow(row);
  expect(copy.click('consolidateWorkbook').message).not.toContain('снимка');
});

describe('the name of a period beside its snapshot', () => {
  test.each<[string, (district: District) => void]>([
    ['cleared', (d) => void d.sheet('Периоды').getRange('A4:A7').clearContent()],
    ['typed over', (d) => void d.sheet('Периоды').getRange('A4').setValue('2022-Q2')],
    [
      'changed with another one’s',
      (d) =>
        void d
          .sheet('Периоды')
          .getRange('A4:A5')
          .setValues([['2023-Q3'], [CLOSED]]),
    ],
  ])('%s makes no other figure, keeps no quarter open, and comes back when the tabs are repaired', (_, change) => {
    const copy = year.copy();
    change(copy);
    expect(copy.click('consolidateWorkbook').message).not.toContain('изменен');
    expect(copy.figures()).toEqual(figures);
    expect(report(copy, CLOSED)).toBe('');
    expect(copy.click('setUpWorkbook').message).toMatch(/На вкладке «Периоды» возвращены названия периодов: \d/);
    expect(copy.values('Периоды')).toEqual(year.values('Периоды'));
    expect(copy.click('setUpWorkbook').message).toBe('Все вкладки на месте, ничего не изменено.');
    copy.runtime.run('closePeriod', ['2024-Q2']);
  });

  test('deleted with its column stops the consolidation until the tabs are repaired, then all is as before', () => {
    const copy = year.copy();
    copy.sheet('Периоды').deleteColumn(1);
    expect(copy.click('consolidateWorkbook').message).toContain('«Создать или починить вкладки»');
    expect(copy.click('setUpWorkbook').message).toContain('возвращены названия периодов: 4');
    expect(copy.click('consolidateWorkbook').title).toBe('Свод собран');
    expect(copy.figures()).toEqual(figures);
    copy.runtime.run('closePeriod', ['2024-Q2']);
  });
});
