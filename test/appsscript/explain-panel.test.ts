import type { DocumentFigures, ExplainContents, Explained, Explanation, Figure, Selected } from '../../src/model';
import { a1, District, schoolsOf } from './district';

const call = <T>(district: District, action: string, ...args: unknown[]): T => {
  const answer = district.runtime.run('panelCall', ['explain', action, args]) as { done: T } | { refused: string };
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.done;
};
const about = (district: District, of: Explained): Explanation => call(district, 'explain', of);
const selected = (district: District, tab: string, cell: string): Selected => {
  district.runtime.select(tab, cell);
  return call(district, 'selected');
};
const chosen = (district: District, tab: string, cell: string): Explanation => {
  const found = selected(district, tab, cell);
  if ('words' in found) throw new Error(found.words);
  return found.explanation;
};
const number = (words: string): number => Number(words.replace(/\s/g, '').replace(',', '.').split('(')[0]);

const QUALITY = 'quality-rate';

const schools = schoolsOf(2);
const [ONE, TWO] = schools as [(typeof schools)[number], (typeof schools)[number]];

/** Of two schools, one with a row that does not add up and one with a blank; collected and not closed. */
const open = District.ready({ schools, period: '2023-Q2' });
open.fill('s1', 0);
open.fill('s2', 1);
open.enter('s2', 'marks', 1, 'five', '19');
open.enter('s2', 'marks', 2, 'four', '');
open.enter('s2', 'marks', 2, 'enrolled', '25');

describe('before anything is collected', () => {
  test('a cell of a school’s tab is explained from the tab as it stands', () => {
    const found = chosen(open, ONE.name, open.at('s1', 'marks', 1, `calc:${QUALITY}`));
    expect(found.title).toBe('Качество знаний');
    expect(found.about).toContain('Школа №1. Отметки: 5 А Математика');
    expect(found.value).toBe('50,0\u00a0%');
    expect(found.numerator).toEqual({ words: '(«5» + «4»)', sum: '10' });
    expect(found.denominator!.sum).toBe('20');
  });

  test('a typed number names the indicators that it enters', () => {
    const found = chosen(open, ONE.name, open.at('s1', 'marks', 1, 'five'));
    expect([found.title, found.value]).toEqual(['«5»', '4']);
    expect(found.parts.map(({ title }) => title)).toContain('Качество знаний: вся школа');
  });

  test('a figure of the district is refused with what to do', () => {
    const of: Explained = { kind: 'figure', period: '2023-Q2', scope: 'district', indicator: QUALITY };
    expect(() => about(open, of)).toThrow('Нажмите «Собрать свод»');
  });

  test('where there is nothing to explain the panel says which cells have an explanation', () => {
    expect(selected(open, 'Школы', 'A1')).toEqual({ words: expect.stringContaining('Выберите ячейку с числом') });
    expect(selected(open, ONE.name, 'D1')).toEqual({ words: expect.stringContaining('Выберите ячейку с числом') });
  });
});

describe('of the open period', () => {
  const district = open.copy();
  district.click('consolidateWorkbook');
  const figures = district.figures();
  const figure = (scope: string, indicator: string, school?: string): Figure =>
    figures.find((one) => one.scope === scope && one.indicator === indicator && one.school === school && !one.slice)!;
  const rowOf = (indicator: string, scope: string, owner: string): string => {
    const rows = district.values('Сводные данные. Показатели');
    const at = (key: string) => rows[1]!.findIndex((cell) => String(cell).split('|').includes(key));
    const index = rows.findIndex(
      (cells) =>
        cells[at('indicator')] === indicator &&
        cells[at('scope')] === scope &&
        cells[at('owner')] === owner &&
        cells[at('slice')] === '',
    );
    return a1(index + 1, at('value') + 1);
  };

  test('a school’s figure is the sum of the cells shown', () => {
    const found = chosen(district, 'Сводные данные. Показатели', rowOf(QUALITY, 'школа', ONE.name));
    const { numerator, denominator, rows } = figure('school', QUALITY, 's1');
    expect(found.rows).toHaveLength(rows);
    const sum = (titles: string[]) =>
      found.rows
        .flatMap(({ cells }) => cells)
        .filter(({ title }) => titles.includes(title))
        .reduce((all, { value }) => all + number(value), 0);
    expect(sum(['«5»', '«4»'])).toBe(numerator);
    expect(sum(['«5»', '«4»', '«3»', '«2»', 'н/а'])).toBe(denominator);
    expect(found.value).toMatch(/^\d+,\d\s% \(\d+\sиз\s\d+\)$/);
    expect(found.interval).toMatch(/^С учётом численности: от/);
    expect(found.notes.join(' ')).toContain('Школа вкладку ещё не сдала');
  });

  test('a row that did not count says why', () => {
    const { leftOut } = about(district, {
      ...{ kind: 'figure', period: '2023-Q2', scope: 'school', school: 's2', indicator: QUALITY },
    });
    expect(leftOut.map(({ title }) => title)).toEqual(['5 А Математика', '5 А Русский язык']);
    expect(leftOut[0]!.why).toMatch(/дают \d+, а в графе/);
    expect(leftOut[1]!.why).toContain('«4»');
    expect(leftOut).toHaveLength(figure('school', QUALITY, 's2').rowsLeftOut);
  });

  test('«Показать» goes to the cell on the school’s tab, also after its rows were sorted', () => {
    const [row] = about(district, {
      ...{ kind: 'figure', period: '2023-Q2', scope: 'school', school: 's1', indicator: QUALITY },
    }).rows;
    const five = row!.cells.find(({ title }) => title === '«5»')!;
    call(district, 'show', five.place);
    const sheet = () => district.spreadsheet().getActiveSheet();
    expect(sheet().getName()).toBe(ONE.name);
    expect(district.spreadsheet().getActiveRange()!.getA1Notation()).toBe(district.at('s1', 'marks', 1, 'five'));
    call(district, 'show', { ...five.place, row: 2 });
    expect(district.spreadsheet().getActiveRange()!.getA1Notation()).toBe(district.at('s1', 'marks', 1, 'five'));
    expect(() => call(district, 'show', { ...five.place, name: '7 Б Химия' })).toThrow('Соберите свод ещё раз');
  });

  test('the district’s figure is made of the schools’, each opened in turn', () => {
    const found = chosen(district, 'Сводные данные. Показатели', rowOf(QUALITY, 'район', ''));
    expect(found.parts.map(({ title }) => title)).toEqual([ONE.name, TWO.name]);
    expect(found.notes.join(' ')).toContain('Сдали 0 из 2\u00a0школ; не сдали: Школа №1, Школа №2.');
    expect(about(district, found.parts[0]!.of!).about).toContain(ONE.name);
  });

  test('a cell of «Показатели» is the school’s whose column it stands in', () => {
    const rows = district.values('Показатели');
    const keys = district.keysOf('Показатели');
    const line = rows.findIndex((cells) => cells[keys.indexOf('indicator')] === QUALITY);
    const of = (key: string) => chosen(district, 'Показатели', a1(line + 1, keys.indexOf(key) + 1));
    expect(of('school:s1').about).toContain(ONE.name);
    expect(of('district').parts.map(({ title }) => title)).toEqual([ONE.name, TWO.name]);
  });

  test('the gap between the groups is made of their two figures', () => {
    const found = chosen(
      district,
      'Сводные данные. Показатели',
      rowOf('pupil-quality-rate', 'разрыв', 'Ведущие − участницы'),
    );
    expect(found.parts.map(({ title }) => title)).toEqual(['Ведущие школы', 'Школы – участницы программы']);
    expect(found.interval).toContain('Ньюкомба');
  });

  test('the index of context is made of its shares and of the weights of Настройки', () => {
    const { parts } = about(district, {
      ...{ kind: 'figure', period: '2023-Q2', scope: 'school', school: 's1', indicator: 'context-index' },
    });
    expect(parts[0]!.of).toMatchObject({ kind: 'figure', school: 's1' });
    expect(parts.some(({ title, of }) => title.startsWith('Настройка «') && of === undefined)).toBe(true);
  });

  test('a target tells its plan, what came of it, and the figure behind it', () => {
    const rows = district.values('Целевые индикаторы');
    const row = rows.findIndex((cells) => cells.includes('TI1b') && cells.includes(''));
    const found = chosen(district, 'Целевые индикаторы', a1(row + 1, 8));
    expect(found.notes[0]).toMatch(/^План: не менее 30 %; срок – II квартал 2023 г\. Источник:/);
    expect(found.parts.at(-1)!.of).toMatchObject({ kind: 'figure', indicator: 'pupil-quality-rate' });
  });

  test('a line of «Панель» leads to its target or figure, one that counts rows of another tab to that tab', () => {
    const rows = district.values('Панель');
    const lineOf = (what: RegExp) => `D${rows.findIndex((cells) => what.test(String(cells[1]))) + 1}`;
    const target = chosen(district, 'Панель', lineOf(/^Качество знаний обучающихся, /));
    expect(target.of).toMatchObject({ kind: 'target', target: 'TI1b', period: '2023-Q2' });
    const school = chosen(district, 'Панель', lineOf(/^Школа №1$/));
    expect(school.about).toContain(ONE.name);
    expect(rows[rows.findIndex(([, what]) => what === ONE.name)]![3]).toBe(
      number(school.value.replace('%', '').trim()),
    );
    const last = selected(district, 'Панель', `D${rows.map(([, what]) => what).lastIndexOf(TWO.name) + 1}`);
    expect(last).toEqual({ words: expect.stringContaining('по строкам вкладки «Состояние»') });
    expect(selected(district, 'Панель', lineOf(/^Что делать дальше$/))).toHaveProperty('words');
  });

  test('every figure of a document is found by its number and explained', () => {
    district.runtime.run('buildReport', ['district', '2023-Q2', 'служебная']);
    district.runtime.select('Школы', 'A1');
    const { documents } = call<ExplainContents>(district, 'load');
    expect(documents.map(({ title }) => title)).toEqual(['Аналитическая справка, II квартал 2023 г.']);
    const { figures: told, changed } = call<DocumentFigures>(district, 'figuresOf', documents[0]!.key);
    expect(changed).toBe('');
    expect(told.map(({ id }) => id)).toEqual(told.map((_, index) => `Ф-${index + 1}`));
    for (const { of } of told) expect(about(district, of).of).toEqual(of);
    const quality = told.find(({ title }) => title === 'Качество знаний обучающихся, Школа №1')!;
    expect(about(district, quality.of).value).toContain(quality.value);
  });

  test('a document whose data have changed since says so', () => {
    const later = district.copy();
    later.enter('s1', 'marks', 1, 'five', '5');
    later.enter('s1', 'marks', 1, 'four', '5');
    later.click('consolidateWorkbook');
    const { documents } = call<ExplainContents>(later, 'load');
    const { changed } = call<DocumentFigures>(later, 'figuresOf', documents[0]!.key);
    expect(changed).toContain('Постройте отчёт заново');
  });
});

describe('of a closed period', () => {
  const district = open.copy();
  district.fill('s2', 1);
  district.move('2023-07-12T10:00:00+09:00');
  district.runtime.run('closePeriod', ['2023-Q2']);
  const TAB = 'Сводные данные. Отметки';
  const cell = (() => {
    const rows = district.values(TAB);
    const at = (key: string) => rows[1]!.findIndex((one) => String(one).split('|').includes(key));
    const row = rows.findIndex(
      (cells) => cells[at('school')] === 's1' && cells[at('field:subject')] === 'Русский язык',
    );
    return a1(row + 1, at('field:notAssessed') + 1);
  })();
  const of: Explained = {
    ...{ kind: 'figure', period: '2023-Q2', scope: 'school', school: 's1', indicator: QUALITY },
  };
  const before = about(district, of);
  district.runtime.select(TAB, cell);
  district.runtime.answers.push('0', 'опечатка в ведомости');
  district.click('correctClosedPeriod');

  test('its rows are those that were frozen, and «Показать» brings their tab into sight', () => {
    expect(before.rows).toHaveLength(3);
    expect(before.notes).toContain('Школа вкладку не сдала. Учтены все строки без ошибок, сдана вкладка или нет.');
    call(district, 'show', before.rows[1]!.cells.find(({ title }) => title === 'н/а')!.place);
    const sheet = district.spreadsheet().getActiveSheet();
    expect([sheet.getName(), sheet.isSheetHidden()]).toEqual([TAB, false]);
    expect(district.spreadsheet().getActiveRange()!.getA1Notation()).toBe(cell);
  });

  test('a correction stands with its date and reason, and counts', () => {
    const now = about(district, of);
    expect(now.corrections).toEqual([
      '12.07.2023, Школа №1, 5 А Русский язык: «н/а» – было 1, стало 0. Причина: опечатка в ведомости',
    ]);
    expect(now.value).not.toBe(before.value);
    expect(about(district, { ...of, slice: { subject: 'Математика' } }).corrections).toEqual([]);
    expect(chosen(district, TAB, cell).value).toBe('0');
  });

  test('what was closed is asked for in the next quarter as the year before is: by kind of result', () => {
    expect(before.history).toEqual([expect.objectContaining({ title: 'Учебный год 2022/23 (II квартал 2023 г.)' })]);
  });
});

test('where only tabs handed in count, a figure is explained by them, and says so', () => {
  const district = open.copy();
  district.set('counts', 'сданные');
  district.type('s1', 'D4', 'TRUE');
  district.click('consolidateWorkbook');
  const rows = district.values(ONE.name);
  const line = rows.findIndex((cells) => cells.some((cell) => /обучающихся.*по району/.test(String(cell)))) + 1;
  const own = chosen(district, ONE.name, `G${line}`);
  expect(own.of).toMatchObject({ kind: 'figure', scope: 'school', school: 's1', period: '2023-Q2' });
  expect(rows[line - 1]!.join()).toContain(own.value.split(' (')[0]);
  expect(own.rows.length).toBeGreaterThan(0);
  const found = about(district, { kind: 'figure', period: '2023-Q2', scope: 'district', indicator: QUALITY });
  expect(found.notes.join(' ')).toContain('Посчитано только по сданным вкладкам: 1 из 2');
  expect(found.parts.map(({ title, value }) => [title, value === 'нет данных'])).toEqual([
    [ONE.name, false],
    [TWO.name, true],
  ]);
});
