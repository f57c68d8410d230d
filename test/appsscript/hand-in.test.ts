import { readStatus } from '../../src/workbook';
import { a1, accountOf, District, type FormKey, goodRows } from './district';

const TAB = 'Школа №1';
const SUBMIT = 'D4';
const SUBMITTED_WORDS = 'G4';
const STATUS_DATA = 'G6';
const LEFT = 'G2';
const LINE: Readonly<Record<FormKey, number>> = { classes: 8, marks: 9, pupils: 10, context: 11 };

const full = District.ready();
full.fill('s1');
full.fill('s2', 1);
const submitted = full.copy();
submitted.type('s1', SUBMIT, true);
submitted.type('s2', SUBMIT, true);

const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');
const statusOf = (district: District) => readStatus(String(district.value(TAB, STATUS_DATA)));
const head = (district: District) => [district.value(TAB, SUBMIT), plain(district.value(TAB, SUBMITTED_WORDS))];
const board = (district: District) => district.rowsIn('Состояние').find(({ school }) => school === 's1')!;
const consolidate = (district: District): string => plain(district.click('consolidateWorkbook').message);
/** The school writes its status itself, as it may with every open cell. */
const forge = (district: District, status: object, school = 's1') =>
  district.type(school, STATUS_DATA, `'${JSON.stringify(status)}`);
const forgedAt = (district: District, at: string) => forge(district, { ...statusOf(district), at });

describe('«Сдать» with a form that is not filled', () => {
  const partly = District.ready();
  partly.paste('s1', 'classes', goodRows(0).classes);

  test('is refused: toast and head name each form that is missing, with the way to the first place', () => {
    const district = partly.copy();
    const first = district.row('s1', 'marks', 1);
    const missing = '«Отметки» – не начата; «Итоги обучающихся» – не начата; «Паспорт» – не начата';
    expect(plain(district.type('s1', SUBMIT, true)[0])).toMatch(
      new RegExp(`^Не сдано: ${missing}\\. Начните со строки ${first} \\(ссылка вверху вкладки\\)`),
    );
    expect(head(district)).toEqual([false, `не сдано: ${missing}`]);
    expect(district.state(TAB).cells[1]![6]!.formula).toContain(`ROW(D${first})`);
    expect(statusOf(district).state).toBe('draft');
  });

  test('is taken once the school has said of each why there is nothing', () => {
    const district = partly.copy();
    for (const form of ['marks', 'pupils', 'context'] as const) district.type('s1', a1(LINE[form], 6), 'не было');
    expect(district.type('s1', SUBMIT, true)[0]).toContain('«Отметки» – нет причины');
    for (const form of ['marks', 'pupils', 'context'] as const) district.type('s1', a1(LINE[form], 9), 'школа закрыта');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
  });

  test('is refused with blanks among the numbers until they are filled, explained or covered by the form’s answer', () => {
    for (const settle of [
      (d: District) => d.enter('s1', 'pupils', 1, 'good', '5'),
      (d: District) => d.enter('s1', 'pupils', 1, 'explanation', 'нет данных: карантин'),
      (d: District) => d.type('s1', a1(LINE.pupils, 6), 'как в прошлый раз'),
    ]) {
      const district = full.copy();
      district.enter('s1', 'pupils', 1, 'good', '');
      expect(plain(district.type('s1', SUBMIT, true)[0])).toMatch(/^Не сдано: «Итоги обучающихся» – 1 вопрос\./);
      settle(district);
      expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
    }
  });

  test('is refused with a row that was carried over and not filled', () => {
    const district = full.copy();
    const [row] = goodRows(0).pupils;
    district.paste('s1', 'pupils', [{ grade: row!.grade!, letter: row!.letter!, enrolled: row!.enrolled! }]);
    expect(plain(district.type('s1', SUBMIT, true)[0])).toMatch(/^Не сдано: «Итоги обучающихся» – \d вопрос/);
    expect(district.remark('s1', 'pupils', 1)).toContain('строка не заполнена');
  });
});

describe('what was handed in and is no longer so', () => {
  test('a table pasted over it drops it at once, the form named', () => {
    const district = submitted.copy();
    expect(district.paste('s1', 'marks', goodRows(2).marks)[0]).toMatch(
      /^Изменено после сдачи \(«Отметки»\): отметка «Сдать» снята/,
    );
    expect(head(district)).toEqual([false, 'изменено после сдачи – сдайте ещё раз']);
  });

  test('a row deleted is noticed at the school’s next edit, whatever form that is in', () => {
    const district = submitted.copy();
    district.sheet(TAB).deleteRow(district.row('s1', 'marks', 2));
    const [said] = district.enter('s1', 'classes', 1, 'explanation', 'слово');
    expect(said).toContain('Изменено после сдачи («Отметки»)');
    expect(head(district)[0]).toBe(false);
  });

  test('a row deleted with no edit after it is noticed by the night’s run, which names school and change', () => {
    const district = submitted.copy();
    district.sheet(TAB).deleteRow(district.row('s1', 'marks', 2));
    expect(consolidate(district)).toContain('Школа №1: изменено после сдачи («Отметки» – строк было 3, стало 2)');
    expect(board(district)).toMatchObject({ state: 'draft', status: 'изменено после сдачи – сдайте ещё раз' });
  });

  test('an answer given or taken back afterwards is a change', () => {
    const district = submitted.copy();
    expect(district.type('s1', a1(LINE.pupils, 6), 'не было')[0]).toContain(
      'Изменено после сдачи («Итоги обучающихся»)',
    );
    const answered = full.copy();
    answered.type('s1', a1(LINE.pupils, 6), 'как в прошлый раз');
    answered.type('s1', SUBMIT, true);
    answered.sheet(TAB).getRange(LINE.pupils, 6).setValue('заполняю');
    expect(consolidate(answered)).toContain('«Итоги обучающихся» – ответ был «как в прошлый раз», стал «»');
  });

  test('an explanation wiped out, so that its question asks again, drops it; one more word does not', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'enrolled', '21');
    district.enter('s1', 'marks', 1, 'explanation', 'прибыл в июне');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
    district.enter('s1', 'marks', 1, 'explanation', 'прибыл в июне, приказ 5');
    expect(head(district)[0]).toBe(true);
    expect(district.enter('s1', 'marks', 1, 'explanation', '')[0]).toContain('отметка «Сдать» снята');
    expect(head(district)[0]).toBe(false);
  });
});

describe('a status that a school writes itself', () => {
  test('in words is no status: the head says again what holds', () => {
    const district = full.copy();
    district.type('s1', SUBMITTED_WORDS, 'сдано 01.06.2023 09:00');
    expect(head(district)).toEqual([false, 'не сдано']);
    district.sheet(TAB).getRange(SUBMITTED_WORDS).setValue('сдано 01.06.2023 09:00');
    expect(consolidate(district)).toContain('Ещё не сдали: Школа №1');
    expect(head(district)).toEqual([false, 'не сдано']);
  });

  test('without what was handed in is none, on a blank tab too', () => {
    for (const [district, more] of [
      [full.copy(), {}],
      [full.copy(), { prints: {} }],
      [District.ready(), {}],
      [District.ready(), { prints: 5 }],
    ] as const) {
      const status = { state: 'submitted', at: '2023-06-01T09:00', by: 'school', ...more };
      const unseen = district.copy();
      forge(district, status);
      expect(statusOf(district).state).toBe('draft');
      unseen.sheet(TAB).getRange(STATUS_DATA).setValue(JSON.stringify(status));
      expect(consolidate(unseen)).toMatch(/Школа №1: (изменено после сдачи|отметка о сдаче поставлена не кнопкой)/);
      expect([statusOf(unseen).state, board(unseen).state]).toEqual(['draft', 'draft']);
      expect(head(unseen)[0]).toBe(false);
    }
  });

  test('of no state there is, or no status at all, is none', () => {
    for (const words of ['{"state":"approved","at":"2023-06-01T09:00","by":"school"}', 'сдано', '{"state":5}']) {
      const district = full.copy();
      district.type('s1', STATUS_DATA, `'${words}`);
      consolidate(district);
      expect(board(district)).toMatchObject({ state: 'draft', status: 'не сдано' });
    }
  });

  test('a moment before the last run that saw a draft becomes that run’s', () => {
    const district = full.copy();
    district.move('2023-07-10T09:00:00+09:00');
    consolidate(district);
    district.move('2023-07-10T12:00:00+09:00');
    district.type('s1', SUBMIT, true);
    forgedAt(district, '2023-07-05T09:00');
    expect(consolidate(district)).not.toContain('изменено после сдачи');
    expect(statusOf(district)).toMatchObject({ state: 'submitted', at: '2023-07-10T09:00' });
    expect(plain(board(district).status)).toBe('сдано 10 июля в 09:00');
    expect(board(district).timeliness).toMatch(/^позже срока/);
  });

  test('a moment put back after a run has seen it becomes what that run saw', () => {
    const district = full.copy();
    consolidate(district);
    district.move('2023-07-10T12:00:00+09:00');
    district.type('s1', SUBMIT, true);
    consolidate(district);
    forgedAt(district, '2023-07-05T09:00');
    consolidate(district);
    expect(statusOf(district).at).toBe('2023-07-10T12:00');
  });

  test('a moment that is still to come, or is none, becomes the run’s', () => {
    for (const at of ['2024-01-01T00:00', 'вчера', '2023-99-99T09:00']) {
      const district = submitted.copy();
      forgedAt(district, at);
      consolidate(district);
      expect(statusOf(district)).toMatchObject({
        state: 'submitted',
        at: expect.stringMatching(/^2023-06-25T10:0\d$/),
      });
    }
  });

  test('a moment that is true stays, run after run, and nothing is written for it', () => {
    const district = submitted.copy();
    for (const day of ['26', '27', '28']) {
      district.move(`2023-06-${day}T10:00:00+09:00`);
      consolidate(district);
    }
    expect(statusOf(district).at).toBe(statusOf(submitted).at);
  });

  test('a tick that was put without its edit being seen goes with the next run', () => {
    const district = full.copy();
    district.sheet(TAB).getRange(SUBMIT).setValue(true);
    expect(consolidate(district)).toContain('Ещё не сдали: Школа №1');
    expect(head(district)).toEqual([false, 'не сдано']);
  });
});

test('a school’s own account may write its status, so nothing but the runs stands against it', () => {
  const district = full.copy();
  const { error } = district.runtime.edit(TAB, STATUS_DATA, 'x', { user: accountOf('s1') });
  expect(error).toBeUndefined();
  expect(plain(district.value(TAB, LEFT))).toBe('Всё готово: поставьте «Сдать»');
});

describe('what a remark advises', () => {
  test('a row with the class and an explanation answers a class that is missing, and the tab can be handed in', () => {
    const district = full.copy();
    district.replace('s1', 'pupils', goodRows(0).pupils.slice(0, 1));
    expect(plain(district.type('s1', SUBMIT, true)[0])).toContain('«Итоги обучающихся» – 1 вопрос');
    district.enter('s1', 'pupils', 2, 'grade', '9');
    district.enter('s1', 'pupils', 2, 'explanation', 'класс на карантине');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
  });

  test('a word for «no data» wiped out and explained is taken', () => {
    const district = full.copy();
    district.enter('s1', 'pupils', 1, 'good', 'н/д');
    expect(district.remark('s1', 'pupils', 1)).toContain('если данных нет – сотрите и поясните');
    district.enter('s1', 'pupils', 1, 'good', '');
    district.enter('s1', 'pupils', 1, 'explanation', 'карантин');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
  });

  test('a row not filled may be deleted', () => {
    const district = full.copy();
    const [, second] = goodRows(0).marks;
    district.paste(
      's1',
      'marks',
      [{ ...second!, subject: 'Музыка', five: '', four: '', three: '', two: '', exempt: '', notAssessed: '' }],
      4,
    );
    expect(district.remark('s1', 'marks', 4)).toContain('введите числа или удалите строку');
    district.sheet(TAB).deleteRow(district.row('s1', 'marks', 4));
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
  });
});

test('the coordinator’s «Проверить вкладку» tells form by form what is left, and goes to the first place', () => {
  const district = full.copy();
  district.enter('s1', 'marks', 2, 'five', 'x');
  district.enter('s1', 'pupils', 1, 'good', '');
  district.runtime.select(TAB, 'A1');
  const row = district.row('s1', 'marks', 2);
  const { message } = district.click('checkActiveTab');
  expect(plain(message)).toContain(`Первое место – строка ${row}, она выбрана.`);
  expect(plain(message)).toContain('«Отметки» – 1 ошибка');
  expect(plain(message)).toContain('«Итоги обучающихся» – 1 вопрос');
});
