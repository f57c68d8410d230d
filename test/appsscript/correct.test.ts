import type { Figure } from '../../src/model';
import { readDocx, textOf } from '../report/docx/read-docx';
import { a1, District, differences, goodRows, linesOf } from './district';

const MARKS = 'Сводные данные. Отметки';
const TITLE = 'Исправлено после закрытия';

const closed = District.ready();
closed.fill('s1', 0);
closed.fill('s2', 1);
closed.move('2023-07-12T10:00:00+09:00');
closed.runtime.run('closePeriod', ['2023-Q2']);

/** The cell of a field in the closed row of a school's subject. */
function cellOf(district: District, school: string, subject: string, field: string): string {
  const [, keys, ...rows] = district.values(MARKS);
  const column = (key: string) => keys!.indexOf(key);
  const row = rows.findIndex(
    (cells) =>
      cells[0] === '2023-Q2' && cells[column('school')] === school && cells[column('field:subject')] === subject,
  );
  return a1(row + 3, column(field) + 1);
}

const FIVE = cellOf(closed, 's1', 'Математика', 'field:five');
const FOUR = cellOf(closed, 's1', 'Математика', 'field:four');
const BESIDE = cellOf(closed, 's1', 'Математика', 'correction');

/** Points at a cell, clicks and answers the questions. */
function correct(district: District, cell: string, ...answers: string[]): { title: string; message: string } {
  district.runtime.select(MARKS, cell);
  district.runtime.answers.push(...answers);
  return district.click('correctClosedPeriod');
}

const quality = (district: District): Figure =>
  district
    .figures()
    .find(
      ({ period, indicator, scope, school, slice }) =>
        period === '2023-Q2' && indicator === 'quality-rate' && scope === 'school' && school === 's1' && !slice,
    )!;
/** All words of the report of the closed quarter. */
async function wordsOf(district: District): Promise<string> {
  district.runtime.run('buildReport', ['district', '2023-Q2', 'служебная']);
  const { body } = await readDocx(district.runtime.files.at(-1)!.bytes);
  return textOf(body);
}

/** The same figure as the tab of figures shows it. */
function shownQuality(district: District): unknown[] {
  const [, keys, , ...rows] = district.values('Сводные данные. Показатели');
  const at = (key: string) => keys!.indexOf(key);
  const row = rows.find(
    (cells) =>
      cells[0] === '2023-Q2' &&
      cells[at('indicator')] === 'quality-rate' &&
      cells[at('school')] === 's1' &&
      cells[at('slice')] === '',
  )!;
  return [row[at('numerator')], row[at('denominator')]];
}

const corrected = closed.copy();
const said = correct(corrected, FIVE, '5', 'опечатка в ведомости');
correct(corrected, FOUR, '5', 'опечатка в ведомости');
correct(corrected, cellOf(corrected, 's1', 'Математика', 'field:three'), '6', 'опечатка в ведомости');
correct(corrected, cellOf(corrected, 's1', 'Математика', 'field:two'), '3', 'опечатка в ведомости');

describe('«Исправить закрытый период…»', () => {
  test('asks for the number and the reason, naming quarter, school, row and what stands there', () => {
    const [number, reason] = corrected.runtime.shown.filter(({ kind }) => kind === 'prompt');
    expect(JSON.stringify(number)).toMatch(
      /II квартал 2023 г\., Школа №1.*«Отметки», 5 А Математика.*«.*5.*»: сейчас 4/,
    );
    expect(JSON.stringify(reason)).toContain('Почему?');
  });

  test('shows the other numbers of the row, those corrected before as they count now', () => {
    const [first, , second] = corrected.runtime.shown
      .filter(({ kind }) => kind === 'prompt')
      .map((each) => JSON.stringify(each));
    expect(first).toMatch(/Другие числа строки: «По списку, чел\.» – 20, .*«4» – 6/);
    expect(first).not.toContain('«5» –');
    expect(second).toContain('«5» – 5');
  });

  test('asks again when an input is refused: what was typed is named and kept', () => {
    const district = closed.copy();
    expect(correct(district, FIVE, 'пять', '5', ' ', 'опечатка').title).toBe('Исправление записано');
    const asked = district.runtime.shown.filter(({ kind }) => kind === 'prompt').map((each) => JSON.stringify(each));
    expect(asked).toHaveLength(4);
    expect(asked[1]).toMatch(/Вы ввели «пять».*указано «пять».*сейчас 4/);
    expect(asked[3]).toMatch(/Без причины.*станет 5/);
    expect(String(district.value(MARKS, BESIDE))).toContain('стало 5. Причина: опечатка');
  });

  test('leaves the frozen number and writes the new one with reason and date beside it', () => {
    expect(corrected.value(MARKS, FIVE)).toBe(closed.value(MARKS, FIVE));
    expect(String(corrected.value(MARKS, BESIDE)).split('\n')[0]).toMatch(
      /^12\.07\.2023: «5» – было 4, стало 5\. Причина: опечатка в ведомости$/,
    );
    expect(corrected.values(MARKS)[2]).toContain(TITLE);
  });

  test('says when the row does not add up any more, and that the report must be built again', () => {
    expect(said.title).toBe('Исправление записано');
    expect(said.message).toMatch(/Теперь эта строка не учитывается: .*21.*Исправьте и другое число/);
    expect(said.message).toContain('Построить отчёт за II квартал 2023 г. заново?');
  });

  test('counts from then on: in results, in the tab of figures, the same', () => {
    const [before, after] = [quality(closed), quality(corrected)];
    expect([after.numerator, after.denominator]).toEqual([before.numerator, before.denominator]);
    const other = closed.copy();
    correct(other, FIVE, '6', 'опечатка');
    correct(other, cellOf(other, 's1', 'Математика', 'field:three'), '5', 'опечатка');
    expect(quality(other).numerator).toBe(before.numerator + 2);
    expect(shownQuality(other)).toEqual([quality(other).numerator, quality(other).denominator]);
  });

  test('builds the report of that quarter again when asked to', () => {
    const other = closed.copy();
    expect(correct(other, FIVE, '3', 'опечатка', 'YES').title).toBe('Отчёт готов');
    expect(other.runtime.files.map(({ name }) => name)).toEqual([expect.stringContaining('II квартал 2023')]);
  });

  test('says what is unusual about the row as it counts now', () => {
    expect(correct(closed.copy(), FIVE, '3', 'опечатка').message).toMatch(/Проверьте строку: .*19.*20/);
  });

  test('changes nothing else of the workbook but the journal and what is kept beside the snapshot', () => {
    const tabs = (tab: string) =>
      ![MARKS, 'Показатели', 'Сводные данные. Показатели', 'Журнал', 'Периоды'].includes(tab);
    const lines = (district: District) => linesOf(district.runtime.book, tabs);
    expect(differences(lines(closed), lines(corrected))).toEqual([]);
    expect(corrected.values('Журнал').map(String).join('\n')).toContain('Исправлен закрытый период');
  });

  test('lives through the consolidations of the next period', () => {
    const later = corrected.copy();
    later.enter('s1', 'classes', 1, 'enrolled', '21');
    later.click('consolidateWorkbook');
    expect(quality(later)).toEqual(quality(corrected));
    expect(
      later
        .values(MARKS)
        .flat()
        .map(String)
        .filter((text) => text.includes('Причина: опечатка')),
    ).toHaveLength(1);
  });

  test('is told in the report of that period, with what was, what is and why', async () => {
    const words = await wordsOf(corrected);
    expect(words).toContain('период закрыт, после закрытия исправлено чисел: 4');
    expect(words).toContain('Исправления после закрытия периода');
    expect(words).toMatch(/12\.07\.2023Школа\s№1Отметки: 5 А Математика«5»45опечатка в ведомости/);
    expect(await wordsOf(closed.copy())).not.toContain('исправлен');
  });
});

describe('nothing is corrected', () => {
  const unchanged = (
    answers: string[],
    words: RegExp,
    select: readonly [string, string] = [MARKS, FIVE],
    how: 'alert' | 'prompt' = 'alert',
  ) => {
    const district = closed.copy();
    const before = linesOf(district.runtime.book);
    district.runtime.select(select[0], select[1]);
    district.runtime.answers.push(...answers);
    district.runtime.run('correctClosedPeriod');
    const shown = district.runtime.shown.filter(({ kind }) => kind === how);
    expect(JSON.stringify(shown)).toMatch(words);
    expect(differences(before, linesOf(district.runtime.book))).toEqual([]);
  };

  test.each([
    ['words for a number', ['пять'], /указано «пять»/],
    ['a number with a sign', ['-5'], /указано «-5»/],
    ['a blank', [''], /Число не указано/],
    ['the number that stands there', ['4', 'причина'], /уже стоит/],
    ['a blank reason', ['5', ' '], /Без причины/],
  ] as const)('with %s', (_, answers, words) => unchanged([...answers], words, [MARKS, FIVE], 'prompt'));

  test('when the question is closed', () => unchanged([], /^\[\]$/));

  test.each([
    ['in the header', [MARKS, 'F3'], /строке закрытого периода/],
    ['in the subject', [MARKS, cellOf(closed, 's1', 'Математика', 'field:subject')], /ячейку с числом/],
  ] as const)('%s', (_, select, words) => unchanged([], words, select));

  test('in a row of the open period', () => {
    const district = closed.copy();
    district.paste('s1', 'marks', goodRows(2).marks);
    district.click('consolidateWorkbook');
    expect(correct(district, 'H4').message).toMatch(/Открытый период исправляет школа/);
  });
});

test('on another tab the coordinator chooses the form, is shown its rows and points at the number there', () => {
  const district = closed.copy();
  const shown = () => district.sheet(MARKS).isSheetHidden() === false;
  expect(shown()).toBe(false);
  district.runtime.select('Школа №1', 'C20');
  district.runtime.answers.push('9', '2');
  expect(district.click('correctClosedPeriod').title).toBe('Выберите число');
  expect([shown(), district.spreadsheet().getActiveSheet().getName()]).toEqual([true, MARKS]);
  expect(correct(district, FIVE, '5', 'опечатка').title).toBe('Исправление записано');
  expect(shown()).toBe(false);
});

test('a number too large to be written down again is refused and stops nothing', () => {
  const district = closed.copy();
  expect(correct(district, FIVE, '1'.padEnd(22, '0')).message).toMatch(/слишком велико/);
  expect(district.click('consolidateWorkbook').title).toBe('Свод собран');
});

test('while another run is under way nothing is corrected, and no report is offered', () => {
  const district = closed.copy();
  district.runtime.select(MARKS, FIVE);
  let said: string[] = [];
  district.onCall = ({ method, phase }) => {
    if (method !== 'Range.setValues' || phase !== 'before' || said.length > 0) return;
    said = [''];
    district.runtime.answers.push('5', 'опечатка');
    district.runtime.run('correctClosedPeriod');
    said = district.runtime.shown.filter(({ kind }) => kind === 'alert').map((each) => JSON.stringify(each));
  };
  district.click('consolidateWorkbook');
  expect(said.at(-1)).toContain('Уже выполняется другая работа');
  expect(said.join()).not.toContain('Построить отчёт');
  expect(district.value(MARKS, BESIDE)).toBe('');
});

test('the words beside a row are for people: whatever is typed there changes no figure and stops no report', async () => {
  const district = corrected.copy();
  district.sheet(MARKS).getRange(BESIDE).setValue('надо бы 5');
  expect(quality(district)).toEqual(quality(corrected));
  expect(await wordsOf(district)).toContain('после закрытия исправлено чисел: 4');
});

test('spoilt data of corrections stop the report, which names the row and the way out', () => {
  const district = corrected.copy();
  const data = cellOf(district, 's1', 'Математика', 'corrections');
  district.sheet(MARKS).getRange(data).setValue('надо бы 5');
  expect(() => district.runtime.run('buildReport', ['district', '2023-Q2', 'служебная'])).toThrow(
    /«Сводные данные. Отметки», строка \d+: служебные данные об исправлениях повреждены.*«История версий»/,
  );
});
