import { createHash } from 'node:crypto';
import { version } from '../../package.json';
import { isClosingLock } from '../../src/local/proof/leftovers';
import type { Figure } from '../../src/model';
import { LOOK } from '../../src/workbook';
import {
  a1,
  accountOf,
  cellOf,
  District,
  differences,
  type FormKey,
  goodRows,
  isDayCount,
  linesOf,
  looksOf,
  OUTPUT_TABS,
} from './district';

const FORM_KEYS: readonly FormKey[] = ['classes', 'marks', 'pupils', 'context'];
const TABLES = OUTPUT_TABS.slice(0, -1);

const filled = District.ready();
filled.fill('s1', 0);
filled.fill('s2', 1);
filled.enter('s1', 'marks', 1, 'explanation', 'пояснение');
filled.type('s1', 'D4', true);
filled.click('consolidateWorkbook');
filled.move('2023-07-12T10:00:00+09:00');

const closed = filled.copy();
closed.runtime.run('closePeriod', ['2023-Q2']);

const close = (district: District, period: string) =>
  district.runtime.run('closePeriod', [period]) as { title: string; lines: string[] };
const periodOf = (district: District) => district.value('Настройки', a1(district.rowOf('Настройки', 'period'), 3));
const figuresOf = (district: District, period: string): readonly Figure[] =>
  district.figures().filter((figure) => figure.period === period);
const rowsOf = (district: District, tab: string, period: string): unknown[][] =>
  district.values(tab).filter((cells) => cells[0] === period);
/** What the snapshot of the nth closed period says, and what stands beside it. */
const snapshotOf = (district: District, nth = 1) => {
  const [key, closedAt, hash, ...parts] = district.values('Периоды')[nth + 2]!.map(String);
  // Right of them stand the corrections.
  const chunks = parts.slice(0, 40);
  const json = chunks.join('');
  return { key, closedAt, hash, json, chunks, data: JSON.parse(json) as Record<string, unknown> };
};
const locks = (district: District): string[] =>
  district.runtime.book.sheets.flatMap(({ name, protections }) => protections.filter(isClosingLock).map(() => name));

describe('«Закрыть период…»', () => {
  test('asks first, naming the quarter, and on «Нет» does nothing', () => {
    const district = filled.copy();
    const before = linesOf(district.runtime.book);
    district.runtime.answers.push('NO');
    district.runtime.run('closeOpenPeriod');
    expect(district.runtime.shown).toMatchObject([{ kind: 'alert', title: 'Закрыть период', buttons: 'YES_NO' }]);
    expect(JSON.stringify(district.runtime.shown)).toContain('II квартал 2023 г.');
    expect(differences(before, linesOf(district.runtime.book))).toEqual([]);
  });

  test('does nothing when the question is simply closed', () => {
    const district = filled.copy();
    const before = linesOf(district.runtime.book);
    district.runtime.run('closeOpenPeriod');
    expect(differences(before, linesOf(district.runtime.book))).toEqual([]);
  });

  test('on «Да» closes, and says what was closed and what is open now', () => {
    const district = filled.copy();
    district.runtime.answers.push('YES');
    const { title, message } = district.click('closeOpenPeriod');
    expect(title).toBe('II квартал 2023 г. закрыт');
    expect(message).toContain('Открыт III квартал 2023 г.');
    expect(periodOf(district)).toBe('2023-Q3');
    expect(district.values('Журнал').map(String).join('\n')).toContain('Период закрыт');
  });
});

describe('after closing', () => {
  test('every tab stands in the next quarter, as a draft, nothing ticked', () => {
    for (const tab of ['Школа №1', 'Школа №2']) {
      expect(closed.value(tab, 'A2')).toBe('head/period/2023-Q3');
      expect(String(closed.value(tab, 'G1')).replaceAll('\u00a0', ' ')).toBe(
        'начало учебного года 2023/24 · сдать до 25 сентября',
      );
      expect(['D3', 'G3', 'D4', 'G4'].map((cell) => closed.value(tab, cell))).toEqual([false, '', false, 'не сдано']);
      expect(JSON.parse(String(closed.value(tab, 'G6')))).toEqual({ state: 'draft', at: '', by: 'school' });
    }
  });

  test('classes, subjects and numbers on the list stay', () => {
    expect(closed.field('s1', 'classes', 1, 'enrolled')).toBe(20);
    for (const form of FORM_KEYS) {
      goodRows(0)[form].forEach((row, index) => {
        for (const key of ['grade', 'letter', ...(form === 'marks' ? ['subject'] : [])]) {
          expect(closed.field('s1', form, index + 1, key)).toBe(row[key]);
        }
        expect(closed.field('s1', form, index + 1, 'enrolled')).toBe(Number(row.enrolled));
      });
    }
  });

  test('the other numbers, calculated cells and explanations are empty', () => {
    const left: string[] = [];
    for (const [form, rows] of Object.entries(goodRows(0)) as [FormKey, Record<string, string>[]][]) {
      const keys = closed.state('Школа №1').cells[closed.rowOf('Школа №1', `${form}/keys`) - 1]!;
      for (const cell of keys.slice(3)) {
        const key = String(cell?.value ?? '');
        if (key === '' || ['grade', 'letter', 'subject', 'enrolled'].includes(key)) continue;
        rows.forEach((_, n) => {
          if (closed.field('s1', form, n + 1, key) !== '') left.push(`${form} ${n + 1} ${key}`);
        });
      }
    }
    expect(left).toEqual([]);
  });

  test("the last quarter's remarks are gone with its numbers", () => {
    const district = filled.copy();
    district.enter('s1', 'marks', 1, 'five', 'много');
    close(district, '2023-Q2');
    expect(district.remark('s1', 'marks', 1)).not.toContain('много');
  });

  test('a number typed where a date stood last quarter is a number', () => {
    const district = filled.copy();
    district.enter('s1', 'marks', 1, 'five', '12.5');
    for (const period of ['2023-Q2', '2023-Q3']) close(district, period);
    district.enter('s1', 'marks', 1, 'five', '4');
    expect(district.field('s1', 'marks', 1, 'five')).toBe(4);
    expect(district.remark('s1', 'marks', 1)).not.toContain('дату');
  });

  test('schools may type again: no lock of the closing is left', () => {
    expect(locks(closed)).toEqual([]);
    const district = closed.copy();
    district.enter('s1', 'context', 1, 'registered', 'x');
    expect(district.remark('s1', 'context', 1)).toContain('Ошибка');
  });

  test('blank rows that a new tab would not have are fewer, and the head leads to the forms where they stand', () => {
    const size = (district: District, form: FormKey): number =>
      district.rowOf('Школа №1', `${form}/end`) - district.rowOf('Школа №1', `${form}/header`);
    const sizes = (district: District) => FORM_KEYS.reduce((sum, form) => sum + size(district, form), 0);
    expect(sizes(closed)).toBeLessThan(sizes(filled));
    const line = closed.rowOf('Школа №1', 'head/form/context');
    const { formula } = closed.state('Школа №1').cells[line - 1]![2]!;
    expect(formula).toContain(`ROW(D${closed.rowOf('Школа №1', 'context/title')})`);
  });

  /** The same rows taken from the tabs by hand. */
  function withoutSurplus(): District {
    const district = filled.copy();
    for (const tab of ['Школа №1', 'Школа №2'])
      for (const form of FORM_KEYS) {
        const rows = (of: District): number => of.rowOf(tab, `${form}/end`) - of.rowOf(tab, `${form}/title`);
        const more = rows(district) - rows(closed);
        const end = district.rowOf(tab, `${form}/end`);
        if (more > 0) district.sheet(tab).deleteRows(end - more, more);
      }
    return district;
  }

  test('the protections, validations and formats of the tabs are as before', () => {
    const look = (district: District) => {
      const lines = linesOf(district.runtime.book, (tab) => tab.startsWith('Школа'));
      // What is left is said with a link where something is.
      for (const key of lines.keys()) if (/ value$|hiddenRows$|!G2 formula$/.test(key)) lines.delete(key);
      // The head lists the forms that its quarter asks for first: the same links in another order.
      for (const [key, line] of [...lines].filter(([name]) => /!C\d+ formula$/.test(name))) {
        lines.delete(key);
        lines.set(`${key.split('!')[0]} ${line}`, line);
      }
      return lines;
    };
    expect(differences(look(withoutSurplus()), look(closed))).toEqual([]);
  });

  test('the frozen rows stand in the consolidated tabs as the schools typed them', () => {
    for (const tab of OUTPUT_TABS.slice(0, 4)) {
      expect(rowsOf(closed, tab, '2023-Q2')).toEqual(rowsOf(filled, tab, '2023-Q2'));
    }
  });

  test('results name the quarter as closed and its figures are those of before', () => {
    const { periods } = closed.results();
    expect(periods).toEqual([
      { key: '2023-Q2', closed: true },
      { key: '2023-Q3', closed: false },
    ]);
    expect(figuresOf(closed, '2023-Q2')).toEqual(figuresOf(filled, '2023-Q2'));
  });

  test('it cannot be closed again, nor any other but the open one', () => {
    const district = closed.copy();
    const before = linesOf(district.runtime.book);
    for (const period of ['2023-Q2', '2023-Q1', '2023-Q4', 'лето']) {
      expect(() => close(district, period)).toThrow(/закрыть нельзя: сейчас открыт/);
    }
    expect(differences(before, linesOf(district.runtime.book))).toEqual([]);
  });

  test('the next consolidation takes the new quarter in', () => {
    const district = closed.copy();
    const { title, message } = district.click('consolidateWorkbook');
    expect([title, message]).toEqual([
      'Свод собран',
      expect.stringContaining('III квартал 2023 г.: собрано школ 2 из 2'),
    ]);
    expect(figuresOf(district, '2023-Q2')).toEqual(figuresOf(filled, '2023-Q2'));
  });
});

describe('a year of quarters', () => {
  const summer = closed.copy();
  summer.click('consolidateWorkbook');
  const year = summer.copy();
  close(year, '2023-Q3');
  const shown = (district: District, form: FormKey) => {
    const { hiddenRows } = district.state('Школа №2');
    const first = district.rowOf('Школа №2', `${form}/title`) - 1;
    const last = district.rowOf('Школа №2', `${form}/end`) - 1;
    const rows = Array.from({ length: last - first + 1 }, (_, n) => first + n);
    return rows.filter((row) => !hiddenRows.has(row)).length / rows.length;
  };

  test('in summer marks and pupils are hidden, in autumn they are back, of their keys at most a thin line', () => {
    expect(FORM_KEYS.map((form) => shown(summer, form) > 0)).toEqual([true, false, false, true]);
    expect(FORM_KEYS.map((form) => shown(year, form) > 0.8)).toEqual([true, true, true, true]);
    const { hiddenRows, rowHeights } = year.state('Школа №2');
    for (const form of FORM_KEYS) {
      const row = year.rowOf('Школа №2', `${form}/keys`) - 1;
      expect([form, hiddenRows.has(row) || rowHeights.get(row) === LOOK.keys.height]).toEqual([form, true]);
    }
  });

  test('each closed quarter has its snapshot, and results tell them in order', () => {
    expect(year.results().periods.map(({ key, closed: is }) => [key, is])).toEqual([
      ['2023-Q2', true],
      ['2023-Q3', true],
      ['2023-Q4', false],
    ]);
    expect([snapshotOf(year, 1).key, snapshotOf(year, 2).key]).toEqual(['2023-Q2', '2023-Q3']);
  });

  test('the figures of the first quarter are what they were', () => {
    expect(figuresOf(year, '2023-Q2')).toEqual(figuresOf(filled, '2023-Q2'));
  });
});

describe('the snapshot', () => {
  const snapshot = snapshotOf(closed);

  test('has the SHA-256 of its own text', () => {
    expect(snapshot.hash).toBe(createHash('sha256').update(snapshot.json, 'utf8').digest('hex'));
    expect(snapshot.chunks.every((chunk) => chunk.length < 50_000)).toBe(true);
  });

  test('holds the register with groups, the settings and who had handed in', () => {
    const { schools, settings, statuses } = snapshot.data as Record<string, Record<string, unknown>>;
    expect(schools).toMatchObject([
      { key: 's1', name: 'Школа №1', type: 'СОШ', group: 'ведущая' },
      { key: 's2', name: 'Школа №2', type: 'СОШ', group: 'участник' },
    ]);
    expect(settings).toMatchObject({ period: '2023-Q2', 'signatory-name': 'Л. А. Попова' });
    expect(statuses).toEqual({
      s1: {
        ...{ state: 'submitted', at: expect.stringMatching(/^2023-06-25T10:\d\d$/), by: 'school' },
        ...{ errors: 0, unexplained: 0, forms: expect.objectContaining({ marks: { filled: 18, expected: 18 } }) },
      },
      s2: expect.objectContaining({ state: 'draft', at: '', by: 'school' }),
    });
  });

  test('says which version of the add-on closed the period', () => {
    expect(snapshot.data.version).toBe(version);
  });

  test('holds the totals of every indicator, without slices', () => {
    const { owners, indicators } = snapshot.data.totals as {
      owners: string[];
      indicators: Record<string, { of: unknown[] }>;
    };
    expect(owners).toEqual(['school:s1', 'school:s2', 'group:ведущая', 'group:участник', 'district:']);
    const keys = new Set(figuresOf(filled, '2023-Q2').map(({ indicator }) => indicator));
    expect(Object.keys(indicators).sort()).toEqual([...keys].sort());
    expect(Object.values(indicators).every(({ of }) => of.length === owners.length)).toBe(true);
  });

  test('that would be too long is refused in words before any tab is locked', () => {
    const district = filled.copy();
    const sheet = district.sheet('Настройки');
    const untouched = (tab: string) => !['Настройки', 'Школы'].includes(tab);
    const before = linesOf(district.runtime.book, untouched);
    const long = '"'.repeat(49_000);
    for (const key of ['note', 'place', 'author', 'municipality', 'organisation', 'signatory-position'])
      sheet.getRange(district.rowOf('Настройки', key), 3).setValue(long);
    const schools = district.rowOf('Школы', 's1');
    for (let nth = 1; nth <= 8; nth += 1)
      district
        .sheet('Школы')
        .getRange(schools + nth - 1, 1, 1, 4)
        .setValues([[`s${nth}`, `Школа №${nth}`, long, long]]);
    expect(() => close(district, '2023-Q2')).toThrow(
      /^Период не закрыт, ничего не изменено: снимок периода не поместится/,
    );
    expect(differences(before, linesOf(district.runtime.book, untouched))).toEqual([]);
    expect(locks(district)).toEqual([]);
  });

  test.each(['длинная пометка ', '=', "'", '007 '])(
    'longer than a cell can hold is cut into several, and read back whole (%j)',
    (text) => {
      const district = filled.copy();
      const note = `Пометка: ${text.repeat(44_000 / text.length)}.`;
      district.sheet('Настройки').getRange(district.rowOf('Настройки', 'note'), 3).setValue(note);
      close(district, '2023-Q2');
      const { chunks, json, hash } = snapshotOf(district);
      expect(note).toContain(chunks[1]!.slice(0, 20));
      expect(chunks.every((chunk) => chunk.length < 50_000)).toBe(true);
      expect(hash).toBe(createHash('sha256').update(json, 'utf8').digest('hex'));
      expect(figuresOf(district, '2023-Q2')).toEqual(figuresOf(closed, '2023-Q2'));
    },
  );

  test('is stored before anything is emptied', () => {
    const district = filled.copy();
    let emptied = '';
    district.onCall = ({ method, phase }) => {
      if (phase !== 'after' || method !== 'Range.setValues' || emptied !== '') return;
      if (district.field('s1', 'marks', 1, 'five') === 4) return;
      emptied = String(district.state('Периоды').cells[3]?.[0]?.value ?? 'nothing');
    };
    close(district, '2023-Q2');
    expect(emptied).toBe('2023-Q2');
  });
});

describe('the figures of a closed quarter do not change', () => {
  const frozen = figuresOf(closed, '2023-Q2');
  const later: [string, (district: District) => void][] = [
    [
      'later data of the schools',
      (d) =>
        FORM_KEYS.forEach((form) => {
          d.paste('s1', form, goodRows(4)[form]);
        }),
    ],
    ['a new quarter consolidated', (d) => d.click('consolidateWorkbook')],
    [
      'a school leaving its group',
      (d) => {
        d.runtime.edit('Школы', 'D4', 'участник');
        d.click('consolidateWorkbook');
      },
    ],
    [
      'a school renamed',
      (d) => {
        d.runtime.edit('Школы', 'B4', 'Гимназия');
        d.click('consolidateWorkbook');
      },
    ],
    [
      'a school closed',
      (d) => {
        d.runtime.edit('Школы', 'A4', [['', '', '', '', '']]);
        d.click('consolidateWorkbook');
      },
    ],
    [
      'a school opened',
      (d) => {
        d.runtime.edit('Школы', 'A6', [['s3', 'Новая', 'ООШ', 'участник', '']]);
        d.setUp();
        d.click('consolidateWorkbook');
      },
    ],
    [
      'other weights of the index',
      (d) => {
        d.set('weight:registered-rate', '0,9');
        d.set('low:low-income-rate', '0,1');
        d.click('consolidateWorkbook');
      },
    ],
  ];
  test.each(later)('by %s', (_, change) => {
    const district = closed.copy();
    change(district);
    expect(figuresOf(district, '2023-Q2')).toEqual(frozen);
  });
});

describe('a consolidated tab that keeps a column of an older programme', () => {
  const TAB = 'Сводные данные. Отметки';
  const older = () => {
    const district = filled.copy();
    const sheet = district.sheet(TAB);
    sheet.insertColumnBefore(3);
    sheet.getRange(2, 3, 2, 1).setValues([['field:old'], ['Старая графа']]);
    return district;
  };

  test('gives the next quarters the right formats: «1-4» stays what it is, numbers are numbers', () => {
    const district = older();
    close(district, '2023-Q2');
    close(district, '2023-Q3');
    const classes = { grade: '1-4', letter: '1-4', subject: '5/1', enrolled: '20', exempt: '0' };
    district.paste('s1', 'marks', [{ ...classes, five: '5', four: '5', three: '5', two: '5', notAssessed: '0' }]);
    expect(district.click('consolidateWorkbook').title).toBe('Свод собран');
    const figures = figuresOf(district, '2023-Q4').filter(({ indicator }) => indicator === 'mean-mark');
    const grade = figures.find(
      ({ scope, slice }) => scope === 'district' && slice && 'grade' in slice && slice.grade === '1-4',
    );
    expect([grade?.numerator, grade?.denominator]).toEqual([70, 20]);
  });
});

describe('what is typed while a period is being closed', () => {
  const during = (district: District, work: () => void) => {
    let done = false;
    district.onCall = ({ method, phase }) => {
      if (done || phase !== 'after' || method !== 'Range.setValues') return;
      if (district.state('Периоды').cells[3]?.[0]?.value !== '2023-Q2') return;
      done = true;
      work();
    };
    const outcome = close(district, '2023-Q2');
    expect(done).toBe(true);
    return outcome;
  };

  test('by a school is refused: its tab is locked', () => {
    const district = filled.copy();
    let refused = '';
    during(district, () => {
      const cell = district.at('s1', 'marks', 1, 'five');
      try {
        district.runtime.edit('Школа №1', cell, '9', { user: accountOf('s1') });
      } catch (error) {
        refused = String(error);
      }
    });
    expect(refused).toContain('You are trying to edit a protected cell');
    expect(district.field('s1', 'marks', 1, 'five')).toBe('');
  });

  test.each([
    ['a number changed', 1, '9'],
    ['a word put in', 2, 'x'],
  ])('by the coordinator stays and is reported: %s', (_, row, typed) => {
    const district = filled.copy();
    const sheet = district.sheet('Школа №1');
    const cell = district.at('s1', 'marks', row, 'five');
    const { lines } = during(district, () => void sheet.getRange(cell).setValue(typed));
    expect(String(district.field('s1', 'marks', row, 'five'))).toBe(typed);
    const place = district.row('s1', 'marks', row);
    expect(lines.join('\n')).toContain(`Школа №1: строки ${place} не вошли в закрытый период и оставлены`);
    expect(district.field('s1', 'marks', 3, 'five')).toBe('');
    const frozen = rowsOf(district, 'Сводные данные. Отметки', '2023-Q2');
    expect(frozen).toEqual(rowsOf(closed, 'Сводные данные. Отметки', '2023-Q2'));
  });

  test('a row added by the coordinator stays and is reported', () => {
    const district = filled.copy();
    const sheet = district.sheet('Школа №1');
    const row = district.row('s1', 'marks', 4);
    const first = district.row('s1', 'marks', 1);
    const { lines } = during(
      district,
      () => void sheet.getRange(row, 4, 1, 8).setValues([['5', 'А', 'Музыка', 20, 0, 9, 9, 2]]),
    );
    expect(district.field('s1', 'marks', 4, 'five')).toBe(9);
    const place = district.row('s1', 'marks', 4);
    // Captions have come to stand above it where another class begins.
    expect(place - district.row('s1', 'marks', 1)).toBe(row - first + 2);
    expect(lines.join('\n')).toContain(`строки ${place} `);
  });
});

describe('a period is not closed', () => {
  test('over a tab that cannot be read: nothing is emptied, the tab is named, schools may type on', () => {
    const district = filled.copy();
    district.sheet('Школа №2').deleteRow(district.rowOf('Школа №2', 'marks/keys'));
    const typed = linesOf(district.runtime.book, (tab) => tab.startsWith('Школа'));
    expect(() => close(district, '2023-Q2')).toThrow(/Период не закрыт, данные не изменены.*«Школа №2»/);
    expect(
      differences(
        typed,
        linesOf(district.runtime.book, (tab) => tab.startsWith('Школа')),
      ),
    ).toEqual([]);
    expect([periodOf(district), locks(district)]).toEqual(['2023-Q2', []]);
    expect(district.values('Периоды')).toHaveLength(3);
  });

  test('while a write fails: the schools are not left locked out for good', () => {
    const district = filled.copy();
    let writes = 0;
    district.onCall = ({ method, phase }) => {
      if (method !== 'Range.setValues' || phase !== 'before') return;
      writes += 1;
      if (writes === 3) throw Object.assign(new Error('Service error'), { name: 'Exception' });
    };
    district.runtime.answers.push('YES');
    expect(district.click('closeOpenPeriod').title).toBe('Не выполнено');
    district.onCall = undefined;
    expect(periodOf(district)).toBe('2023-Q2');
    // The words promise that nothing entered has changed and that it can be repeated.
    close(district, '2023-Q2');
    expect([periodOf(district), locks(district)]).toEqual(['2023-Q3', []]);
  });
});

describe('a closing cut short', () => {
  const CUTS = 20;

  /** All of the workbook but what a second run may well do later: moments, numbers of runs, ids, Журнал. */
  const essence = (district: District) => {
    const lines = looksOf(district.runtime.book, (tab) => tab !== 'Журнал' && tab !== 'Периоды');
    for (const tab of TABLES) for (const cell of ['A1', 'A2']) lines.delete(`${tab}!${cell} value`);
    lines.delete('Панель!B1 value');
    for (const key of [...lines.keys()].filter(isDayCount)) lines.delete(key);
    const { when: _, ...data } = snapshotOf(district).data;
    lines.set('snapshot', JSON.stringify(data).replace(/"(overdue|late)":\d+/g, '"$1":null'));
    lines.set('snapshots', String(district.values('Периоды').length));
    return lines;
  };

  const uncut = filled.copy();
  close(uncut, '2023-Q2');
  const calls = uncut.runtime.calls.service;
  uncut.click('consolidateWorkbook');
  const wanted = essence(uncut);
  const figures = figuresOf(uncut, '2023-Q2');

  const spread = Array.from({ length: CUTS }, (_, n) => 1 + Math.round((n * (calls - 1)) / (CUTS - 1)));
  const ending = Array.from({ length: 8 }, (_, n) => calls - n);
  const points = [...new Set([...spread, ...ending])].sort((a, b) => a - b);
  const cuts = points.flatMap((index): [number, 'before' | 'after'][] =>
    index % 3 === 0
      ? [
          [index, 'before'],
          [index, 'after'],
        ]
      : [[index, 'before']],
  );

  test.each(cuts)(`at call %i of ${calls} (%s), done again, ends like an uncut one`, (index, phase) => {
    const district = filled.copy();
    district.runtime.calls.reset();
    let last = '';
    district.onCall = (call) => {
      last = call.method;
      if (call.index === index && call.phase === phase) throw new Error('cut');
    };
    expect(() => close(district, '2023-Q2')).toThrow('cut');
    district.onCall = undefined;
    expect(last).not.toBe('');
    // The coordinator, or the night: either the closing is asked for again or the next consolidation finds it begun.
    if (periodOf(district) === '2023-Q2') close(district, '2023-Q2');
    district.click('consolidateWorkbook');
    expect(periodOf(district)).toBe('2023-Q3');
    expect(locks(district)).toEqual([]);
    expect(differences(wanted, essence(district))).toEqual([]);
    expect(figuresOf(district, '2023-Q2')).toEqual(figures);
  });

  test('is not when a school deletes a row at the moment its tab is locked', () => {
    const points: number[] = [];
    const counted = filled.copy();
    counted.runtime.calls.reset();
    counted.onCall = ({ index, method, phase }) => {
      if (/getMaxColumns|Range.protect|Protection.setRange/.test(method) && phase === 'before') points.push(index);
    };
    close(counted, '2023-Q2');
    expect(points.length).toBeGreaterThanOrEqual(2);
    for (const point of points) {
      const copy = filled.copy();
      copy.runtime.calls.reset();
      copy.onCall = ({ index, phase }) => {
        if (index === point && phase === 'before')
          copy.sheet('Школа №2').deleteRow(copy.rowOf('Школа №2', 'context/end') - 1);
      };
      expect(close(copy, '2023-Q2').title).toBe('II квартал 2023 г. закрыт');
      expect(locks(copy)).toEqual([]);
    }
  });

  /** A tab whose head has lost its protection, as in a copied file. */
  const bare = (): District => {
    const district = filled.copy();
    district.state('Школа №1').protections = [];
    return district;
  };

  test('between making a lock and naming it leaves no lock without a name', () => {
    const district = bare();
    district.onCall = ({ method, phase }) => {
      if (method === 'Protection.setDescription' && phase === 'before') throw new Error('cut');
    };
    expect(() => close(district, '2023-Q2')).toThrow('cut');
    district.onCall = undefined;
    close(district, '2023-Q2');
    expect(district.state('Школа №1').protections).toEqual([]);
  });

  test('with tabs locked opens them all again, their heads closed to schools as before', () => {
    const heads = (district: District) =>
      ['Школа №1', 'Школа №2'].map((tab) =>
        district
          .state(tab)
          .protections.map(({ description, area, warningOnly }) => ({ description, area, warningOnly })),
      );
    for (const method of ['Protection.setRange', 'Sheet.appendRow']) {
      const district = filled.copy();
      district.onCall = (call) => {
        if (call.method === method && call.phase === 'after') throw new Error('cut');
      };
      expect(() => close(district, '2023-Q2')).toThrow('cut');
      expect(locks(district)).not.toEqual([]);
      district.onCall = undefined;
      district.click('consolidateWorkbook');
      expect([periodOf(district), locks(district)]).toEqual(['2023-Q2', []]);
      expect(heads(district)).toEqual(heads(filled));
    }
  });

  test('after the snapshot is finished by the next nightly run, without the coordinator', () => {
    const district = filled.copy();
    district.click('enableAutomation');
    district.runtime.calls.reset();
    let stored = false;
    district.onCall = ({ method, phase }) => {
      if (phase !== 'after' || method !== 'Range.setValues') return;
      if (stored) throw new Error('cut');
      stored = district.state('Периоды').cells[3]?.[0]?.value === '2023-Q2';
    };
    expect(() => close(district, '2023-Q2')).toThrow('cut');
    district.onCall = undefined;
    district.runtime.trigger('consolidateOnSchedule');
    expect([periodOf(district), locks(district)]).toEqual(['2023-Q3', []]);
    district.runtime.trigger('consolidateOnSchedule');
    expect(differences(wanted, essence(district))).toEqual([]);
  });
});

test('a school cannot close a period', () => {
  const district = filled.copy();
  expect(() => district.runtime.run('closePeriod', ['2023-Q2'], { user: accountOf('s1') })).toThrow('Authorization');
  expect(cellOf(district.state('Школа №1'), 2, 1)?.value).toBe('head/period/2023-Q2');
});
