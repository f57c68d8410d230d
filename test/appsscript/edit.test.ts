import { pageOf } from './code-files';
import { a1, accountOf, District, differences, distWith, type FormKey, goodRows, linesOf } from './district';

const CHECK = 'D3';
const SUBMIT = 'D4';
/** What the add-on says in the head: what is left, the status, how each form stands. */
const LEFT = 'G2';
const STATUS = 'G4';
const HEAD_LINE: Record<FormKey, string> = { classes: 'G8', marks: 'G9', pupils: 'G10', context: 'G11' };
const LABEL = 'C8';
/** A school's word about a whole form: its answer and the reason. */
const ANSWER: Record<FormKey, string> = { classes: 'F8', marks: 'F9', pupils: 'F10', context: 'F11' };
const REASON: Record<FormKey, string> = { classes: 'I8', marks: 'I9', pupils: 'I10', context: 'I11' };
const MOST_CALLS = 6;

const blank = District.ready();
const full = blank.copy();
full.fill('s1');
const answered = full.copy();
answered.type('s1', ANSWER.classes, Array(4).fill(['не было']));

const head = (district: District, cell: string, school = 's1') => district.value(district.tab(school), cell);
/** Numbers and their nouns are kept together by a space that does not break. */
const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');
const formula = (district: District, cell: string): string =>
  district.sheet(district.tab('s1')).getRange(cell).getFormula();

describe('a number that cannot be', () => {
  test('gets its remark in column C, in Russian, saying the column, what was found and what to do', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', 'много');
    expect(district.remark('s1', 'marks', 1)).toBe('✖ Ошибка: «5»: указано «много»; введите число без слов и знаков.');
    expect(district.remark('s1', 'marks', 2)).toBe('');
  });

  test('put right, loses its remark', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', '-4');
    expect(district.remark('s1', 'marks', 1)).toContain('число не может быть меньше 0');
    district.enter('s1', 'marks', 1, 'five', '4');
    expect(district.remark('s1', 'marks', 1)).toBe('');
  });

  test('typed with a point in a Russian workbook is a date, and the remark says so', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', '12.5');
    expect(district.remark('s1', 'marks', 1)).toMatch(/«5»: ввод превратился в дату 12\.05\.\d{4}/);
  });

  test('with a fraction is told from a date by its comma', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', '12,5');
    expect(district.remark('s1', 'marks', 1)).toContain('указано 12,5; введите целое число');
  });

  test.each([
    ['a date', '12.5', /ввод превратился в дату 12\.05\.\d{4}/],
    ['a percentage', '100%', /введено в процентах \(100 %\)/],
  ])('that Sheets took for %s leaves its cell fit for the next number, which is taken as typed', (_, typed, words) => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', typed);
    expect(district.remark('s1', 'marks', 1)).toMatch(words);
    const cell = district.sheet(district.tab('s1')).getRange(district.at('s1', 'marks', 1, 'five'));
    expect(['General', '0.###############']).toContain(cell.getNumberFormat());
    district.enter('s1', 'marks', 1, 'five', '4');
    expect([district.field('s1', 'marks', 1, 'five'), district.remark('s1', 'marks', 1)]).toEqual([4, '']);
    district.enter('s1', 'marks', 1, 'five', '12,5');
    expect(district.remark('s1', 'marks', 1)).toContain('указано 12,5; введите целое число');
  });

  test.each([['12.5'], ['100%']])('«%s» stays an error until it is typed anew, whoever looks', (typed) => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', typed);
    const remark = district.remark('s1', 'marks', 1);
    district.enter('s1', 'marks', 1, 'four', '6');
    district.type('s1', CHECK, true);
    expect(district.remark('s1', 'marks', 1)).toBe(remark);
    district.click('consolidateWorkbook');
    expect(district.remark('s1', 'marks', 1)).toBe(remark);
    const [row] = district.rowsIn('Сводные данные. Отметки');
    expect(row).toMatchObject({ counted: 'нет', remark: expect.stringContaining('«5»') });
    const tab = district.sheet(district.tab('s1'));
    tab.getRange(district.row('s1', 'marks', 1), 4, 3, 12).sort(district.column('s1', 'marks', 'subject'));
    district.click('consolidateWorkbook');
    const rows = district.rowsIn('Сводные данные. Отметки').filter(({ school }) => school === 's1');
    expect(rows.map((each) => each.counted).sort()).toEqual(['да', 'да', 'нет']);
  });

  test('pasted among others, each cell has its own format back', () => {
    const district = full.copy();
    const rows = goodRows(0).marks.map((each, n) => ({
      ...each,
      five: n === 1 ? '3.5' : each.five!,
      two: n === 2 ? '50%' : each.two!,
    }));
    district.paste('s1', 'marks', rows);
    expect([1, 2, 3].map((n) => district.remark('s1', 'marks', n).slice(0, 1))).toEqual(['', '✖', '✖']);
    district.enter('s1', 'marks', 2, 'five', goodRows(0).marks[1]!.five!);
    district.enter('s1', 'marks', 3, 'two', goodRows(0).marks[2]!.two!);
    expect([1, 2, 3].map((n) => district.remark('s1', 'marks', n))).toEqual(['', '', '']);
  });

  test('handed in, the tick that goes with it and the format come within six calls', () => {
    for (const typed of ['12.5', '100%']) {
      const district = full.copy();
      district.type('s1', SUBMIT, true);
      district.runtime.calls.reset();
      district.enter('s1', 'marks', 1, 'five', typed);
      expect(district.runtime.calls.service).toBeLessThanOrEqual(6);
      expect(head(district, SUBMIT)).toBe(false);
      district.enter('s1', 'marks', 1, 'five', '4');
      expect(district.remark('s1', 'marks', 1)).toBe('');
    }
  });

  test('no remark is in English or names a field by its key', () => {
    const district = full.copy();
    for (const typed of ['x', '-1', '1,5', '=1/0', 'TRUE', '1e9', '5/1']) {
      district.enter('s1', 'pupils', 1, 'good', typed);
      expect(district.remark('s1', 'pupils', 1)).toMatch(/^✖ Ошибка: /);
      expect(district.remark('s1', 'pupils', 1)).not.toMatch(/good|undefined|null|NaN|\{|row\/|cell\//);
    }
  });
});

describe('numbers that do not go together', () => {
  test('marks that come to more than the class are an error of the row', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'three', '17');
    expect(district.remark('s1', 'marks', 1)).toMatch(/^✖ Ошибка: отметки, н\/а и освобождённые дают 30, .* 20/);
  });

  test('a blank mark in a row that does not add up asks for a 0', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'three', '');
    expect(district.remark('s1', 'marks', 1)).toContain('⚠ Проверьте: пусто: «3»; если таких нет, поставьте 0');
  });

  test('a blank mark in a row that adds up is a 0, without a word', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'exempt', '');
    expect(district.remark('s1', 'marks', 1)).toBe('');
  });

  test('a row entered twice is remarked on in both places', () => {
    const district = full.copy();
    district.paste('s1', 'marks', [goodRows(0).marks[0]!], 4);
    expect(district.remark('s1', 'marks', 1)).toContain('такая же строка уже есть (№ 4 по порядку)');
    expect(district.remark('s1', 'marks', 4)).toContain('такая же строка уже есть (№ 1 по порядку)');
    expect(district.remark('s1', 'marks', 2)).toBe('');
  });

  test('a class whose number differs from the class list is a warning, until it is explained', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'enrolled', '21');
    expect(district.remark('s1', 'marks', 1)).toMatch(/^⚠ Проверьте: .*по списку 21, а в форме «Число обучающихся» 20/);
    district.enter('s1', 'marks', 1, 'explanation', 'Один ученик прибыл в июне');
    expect(district.remark('s1', 'marks', 1)).toMatch(/^ℹ Пояснено: /);
    district.enter('s1', 'marks', 1, 'enrolled', '22');
    expect(district.remark('s1', 'marks', 1)).toContain('пояснение дано к прежнему числу');
  });

  test('a surname and initials in the explanation are flagged as personal data', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'explanation', 'Иванов И. И. болел');
    expect(district.remark('s1', 'marks', 1)).toContain('похоже на личные данные (фамилия и инициалы)');
  });

  test('«1-4» stays what it is, and so does «007» in a text column', () => {
    const district = blank.copy();
    district.enter('s1', 'classes', 1, 'grade', '1-4');
    district.enter('s1', 'classes', 2, 'letter', '007');
    expect([district.field('s1', 'classes', 1, 'grade'), district.field('s1', 'classes', 2, 'letter')]).toEqual([
      '1-4',
      '007',
    ]);
  });
});

describe('calculated columns', () => {
  test('stand beside the row at once: 4 fives, 6 fours, 7 threes, 2 twos, 1 н/а', () => {
    const shown = (indicator: string) => Number(full.field('s1', 'marks', 1, `calc:${indicator}`));
    expect(shown('pass-rate')).toBeCloseTo((100 * 17) / 20, 9);
    expect(shown('quality-rate')).toBeCloseTo((100 * 10) / 20, 9);
    expect(shown('sou')).toBeCloseTo((4 * 100 + 6 * 64 + 7 * 36 + 2 * 16 + 7) / 20, 9);
    expect(shown('mean-mark')).toBeCloseTo((20 + 24 + 21 + 4) / 19, 9);
    expect(Number(full.field('s1', 'pupils', 1, 'calc:pupil-pass-rate'))).toBeCloseTo((100 * (20 - 3)) / 20, 9);
  });

  test('are empty for a row with an error and come back when it is put right', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', 'x');
    expect(district.field('s1', 'marks', 1, 'calc:pass-rate')).toBe('');
    district.enter('s1', 'marks', 1, 'five', '4');
    expect(Number(district.field('s1', 'marks', 1, 'calc:pass-rate'))).toBeCloseTo(85, 9);
  });

  test('are put back when somebody types over them and then changes the row', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'calc:pass-rate', '99');
    expect(Number(district.field('s1', 'marks', 1, 'calc:pass-rate'))).toBeCloseTo(85, 9);
  });
});

describe('the head', () => {
  test('says of each form how it stands, and what is left, with a link to the first place', () => {
    const district = blank.copy();
    district.paste('s1', 'classes', goodRows(0).classes);
    const states = () => Object.values(HEAD_LINE).map((cell) => plain(head(district, cell)));
    expect(states()).toEqual(['✔ готово', '○ не начато', '○ не начато', '○ не начато']);
    const first = district.row('s1', 'marks', 1);
    expect(plain(head(district, LEFT))).toBe(`Осталось: 3 формы не начаты → строка ${first}`);
    expect(formula(district, LEFT)).toContain(`"&ROW(D${first});`);
    district.paste('s1', 'marks', [goodRows(0).marks[0]!, { ...goodRows(0).marks[1]!, five: 'x' }]);
    expect(states()).toEqual(['✔ готово', '✖ 1 ошибка', '○ не начато', '○ не начато']);
    expect(plain(head(district, LEFT))).toBe(`Осталось: 1 ошибка, 2 формы не начаты → строка ${first + 1}`);
    district.enter('s1', 'marks', 2, 'five', '3');
    district.enter('s1', 'marks', 2, 'enrolled', '21');
    expect(states()).toEqual(['✔ готово', '⚠ 2 вопроса', '○ не начато', '○ не начато']);
    expect(plain(head(district, LEFT))).toBe(`Осталось: 2 вопроса, 2 формы не начаты → строка ${first + 1}`);
  });

  test('says all is well when it is, and what to do next', () => {
    expect(Object.values(HEAD_LINE).map((cell) => head(full, cell))).toEqual(Array(4).fill('✔ готово'));
    expect(head(full, LEFT)).toBe('Всё готово: поставьте «Сдать»');
    expect(head(full, STATUS)).toBe('не сдано');
  });

  test('says what the school is asked for and until when', () => {
    expect(plain(head(full, 'G1'))).toBe('учебный год 2022/23 · сдать до 15 июня');
  });
});

test('an edit is answered also when somebody inserts a row above it at that moment', () => {
  for (const at of [1, 2, 3, 4]) {
    const district = full.copy();
    let calls = 0;
    district.onCall = ({ phase }) => {
      if (phase === 'after') return;
      calls += 1;
      if (calls === at) district.sheet(district.tab('s1')).insertRowBefore(district.row('s1', 'classes', 1) + 1);
    };
    district.enter('s1', 'marks', 1, 'five', 'x');
    district.onCall = undefined;
    district.type('s1', CHECK, true);
    expect(district.remark('s1', 'marks', 1)).toContain('Ошибка');
    expect(district.value(district.tab('s1'), a1(district.rowOf(district.tab('s1'), 'marks/header'), 3))).toBe(
      'Замечания',
    );
  }
});

describe('a pasted table', () => {
  test('is checked whole: every row has its remark and its figures', () => {
    const district = blank.copy();
    const rows = goodRows(0).marks;
    district.paste('s1', 'classes', goodRows(0).classes);
    district.paste('s1', 'marks', [rows[0]!, { ...rows[1]!, five: 'три' }, rows[2]!]);
    expect([1, 2, 3].map((n) => district.remark('s1', 'marks', n) !== '')).toEqual([false, true, false]);
    expect([1, 2, 3].map((n) => typeof district.field('s1', 'marks', n, 'calc:sou'))).toEqual([
      'number',
      'string',
      'number',
    ]);
  });

  test('over the whole block, sixty rows at once', () => {
    const district = blank.copy();
    const subjects = Array.from({ length: 60 }, (_, n) => ({ ...goodRows(0).marks[0]!, subject: `Предмет ${n + 1}` }));
    district.paste('s1', 'marks', subjects);
    const rates = subjects.map((_, n) => Number(district.field('s1', 'marks', n + 1, 'calc:pass-rate')));
    expect(rates).toEqual(Array(60).fill(85));
    expect(head(district, HEAD_LINE.marks)).toBe('✔ готово');
  });
});

describe('«Проверить»', () => {
  test('unticks itself and reports in the corner', () => {
    const district = full.copy();
    expect(district.type('s1', CHECK, true)).toEqual(['Проверено: замечаний нет.']);
    expect(head(district, CHECK)).toBe(false);
    expect(plain(head(district, 'G3'))).toMatch(/^проверено 25 июня в 10:\d\d$/);
  });

  test('counts the errors and the open questions, and names the first place', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', 'x');
    district.enter('s1', 'pupils', 1, 'enrolled', '22');
    const [said] = district.type('s1', CHECK, true);
    const row = district.row('s1', 'marks', 1);
    expect(plain(said)).toMatch(new RegExp(`^Проверено: 1 ошибка, 1 вопрос\\. Первое место – строка ${row};`));
  });

  test('renews remarks in every form, also those that no edit has seen', () => {
    const district = full.copy();
    district
      .sheet(district.tab('s1'))
      .getRange(district.at('s1', 'marks', 1, 'five'))
      .setValue('x');
    district
      .sheet(district.tab('s1'))
      .getRange(district.at('s1', 'context', 1, 'registered'))
      .setValue(-1);
    expect(district.remark('s1', 'marks', 1)).toBe('');
    district.type('s1', CHECK, true);
    expect(district.remark('s1', 'marks', 1)).toContain('Ошибка');
    expect(district.remark('s1', 'context', 1)).toContain('Ошибка');
    expect(district.field('s1', 'marks', 1, 'calc:sou')).toBe('');
  });
});

describe('«Сдать»', () => {
  test('is refused while there is an error: the tick goes, the toast says why', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', 'x');
    const [said] = district.type('s1', SUBMIT, true);
    expect(plain(said)).toMatch(/^Не сдано: «Отметки» – 1 ошибка\. Начните со строки \d+ /);
    expect(plain(head(district, STATUS))).toBe('не сдано: «Отметки» – 1 ошибка');
    expect(head(district, SUBMIT)).toBe(false);
  });

  test('is refused while a warning has no word of explanation, and accepted with one', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'enrolled', '21');
    expect(plain(district.type('s1', SUBMIT, true)[0])).toMatch(
      /^Не сдано: «Отметки» – 2 вопроса\. .*в столбце «Пояснение»/,
    );
    expect(head(district, SUBMIT)).toBe(false);
    district.enter('s1', 'marks', 1, 'explanation', 'Прибыл в июне');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
  });

  test('is refused on an empty tab', () => {
    const district = blank.copy();
    expect(district.type('s1', SUBMIT, true)[0]).toMatch(
      /^Не сдано: «Число обучающихся» – не начата; «Отметки» – не начата;/,
    );
    expect(head(district, SUBMIT)).toBe(false);
  });

  test('accepted, says when', () => {
    const district = full.copy();
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
    expect(head(district, SUBMIT)).toBe(true);
    expect(plain(head(district, STATUS))).toMatch(/^сдано 25 июня в 10:\d\d$/);
    expect(plain(head(district, LEFT))).toMatch(/^Сдано 25 июня в 10:\d\d\. Больше ничего не нужно$/);
  });

  test('is dropped by a later edit, which is said', () => {
    const district = full.copy();
    district.type('s1', SUBMIT, true);
    expect(district.enter('s1', 'marks', 1, 'notAssessed', '0')[0]).toContain('отметка «Сдать» снята');
    expect(head(district, SUBMIT)).toBe(false);
    expect(head(district, STATUS)).toBe('изменено после сдачи – сдайте ещё раз');
    district.enter('s1', 'marks', 1, 'notAssessed', '1');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
  });

  test('taken back by hand, says so', () => {
    const district = full.copy();
    district.type('s1', SUBMIT, true);
    expect(district.type('s1', SUBMIT, false)).toEqual(['Отметка о сдаче снята.']);
    expect(head(district, STATUS)).toBe('не сдано');
  });

  test('«Проверить» does not drop it', () => {
    const district = full.copy();
    district.type('s1', SUBMIT, true);
    expect(district.type('s1', CHECK, true)).toEqual(['Проверено: замечаний нет.']);
    expect(head(district, SUBMIT)).toBe(true);
  });
});

describe('every edit is cheap', () => {
  const stale = (district: District) => {
    const sheet = district.sheet(district.tab('s1'));
    for (const form of Object.keys(HEAD_LINE) as FormKey[]) {
      sheet.getRange(district.at('s1', form, 1, 'enrolled')).setValue('x');
      sheet.getRange(a1(district.row('s1', form, 2), 3)).setValue('⚠ Проверьте: старое замечание.');
    }
  };
  const severalForms = (district: District) => {
    const width = 13;
    const tab = district.state(district.tab('s1'));
    const from = district.row('s1', 'classes', 1);
    const to = district.row('s1', 'context', 3);
    const rows = Array.from({ length: to - from + 1 }, (_, r) =>
      Array.from({ length: width }, (_, c) => String(tab.cells[from - 1 + r]?.[3 + c]?.value ?? '')),
    );
    return { cell: a1(from, 4), rows };
  };
  const edits: [string, District, (district: District) => void][] = [
    ['a good number', full, (d) => d.enter('s1', 'marks', 1, 'five', '5')],
    ['a wrong number', full, (d) => d.enter('s1', 'marks', 1, 'five', 'x')],
    ['the first row of a blank form', blank, (d) => d.paste('s1', 'marks', goodRows(0).marks)],
    ['a number of the class list, on which all forms rest', full, (d) => d.enter('s1', 'classes', 1, 'enrolled', '25')],
    ['an explanation', full, (d) => d.enter('s1', 'marks', 1, 'explanation', 'да')],
    ['a blank cell of the head', full, (d) => d.type('s1', 'E3', 'x')],
    ["a form's answer", full, (d) => d.type('s1', ANSWER.context, 'не было')],
    ["every form's answer at once", full, (d) => d.type('s1', ANSWER.classes, Array(4).fill(['не было']))],
    ["every form's answer taken back at once", answered, (d) => d.type('s1', ANSWER.classes, Array(4).fill(['']))],
    ["a form's reason", full, (d) => d.type('s1', REASON.context, 'Класс на карантине')],
    ['a remark typed over', full, (d) => d.type('s1', a1(d.row('s1', 'marks', 1), 3), 'мы видели')],
    ['a calculated cell typed over', full, (d) => d.enter('s1', 'marks', 1, 'calc:sou', '1')],
    ['an empty row cleared', full, (d) => d.enter('s1', 'marks', 40, 'five', '')],
    ['«Проверить»', full, (d) => d.type('s1', CHECK, true)],
    ['«Проверить» on a blank tab', blank, (d) => d.type('s1', CHECK, true)],
    ['«Сдать»', full, (d) => d.type('s1', SUBMIT, true)],
    ['«Сдать» on a blank tab', blank, (d) => d.type('s1', SUBMIT, true)],
    ['both ticks pasted', full, (d) => d.type('s1', CHECK, [['TRUE'], ['TRUE']])],
  ];

  const callsOf = (district: District, edit: (district: District) => void): number => {
    district.runtime.calls.reset();
    edit(district);
    return district.runtime.calls.service;
  };

  test.each(edits)('%s: at most six service calls', (_, from, edit) => {
    expect(callsOf(from.copy(), edit)).toBeLessThanOrEqual(MOST_CALLS);
  });

  test.each([
    ['«Проверить»', CHECK],
    ['«Сдать»', SUBMIT],
  ])('%s with stale remarks and errors in all forms: at most six', (_, cell) => {
    const district = full.copy();
    stale(district);
    expect(callsOf(district, (d) => d.type('s1', cell, true))).toBeLessThanOrEqual(MOST_CALLS);
    expect(district.remark('s1', 'context', 2)).toBe('');
  });

  test('after «Сдать», an edit that breaks a row and drops the tick: at most six', () => {
    const district = full.copy();
    district.type('s1', SUBMIT, true);
    expect(callsOf(district, (d) => d.enter('s1', 'marks', 1, 'five', 'x'))).toBeLessThanOrEqual(MOST_CALLS);
    expect(head(district, SUBMIT)).toBe(false);
  });

  test("a coordinator's paste over several forms at once: at most six", () => {
    const district = full.copy();
    district.type('s1', SUBMIT, true);
    stale(district);
    const { cell, rows } = severalForms(district);
    district.runtime.calls.reset();
    expect(district.runtime.edit(district.tab('s1'), cell, rows).error).toBeUndefined();
    expect(district.runtime.calls.service).toBeLessThanOrEqual(MOST_CALLS);
  });

  test('a paste of whole rows, remarks among them, that drops the tick: at most six', () => {
    const district = full.copy();
    district.type('s1', SUBMIT, true);
    const rows = district.table('s1', 'marks', goodRows(3).marks).map((cells, n) => [`слово ${n}`, ...cells]);
    const cell = a1(district.row('s1', 'marks', 1), 3);
    expect(callsOf(district, (d) => d.type('s1', cell, rows))).toBeLessThanOrEqual(MOST_CALLS);
    expect(head(district, SUBMIT)).toBe(false);
  });

  test('an edit of the head that is no tick, answer or reason reads the tab once and writes nothing', () => {
    const district = full.copy();
    expect(callsOf(district, (d) => d.type('s1', 'E3', 'x'))).toBe(1);
    district.runtime.calls.reset();
    expect(district.runtime.edit(district.tab('s1'), LABEL, 'x').error).toBeUndefined();
    expect(district.runtime.calls.service).toBe(1);
  });

  test.each(['Настройки', 'Школы', 'Справка', 'Журнал', 'Состояние', 'Периоды'])(
    "the coordinator's edit of «%s» calls nothing",
    (tab) => {
      const district = full.copy();
      district.runtime.calls.reset();
      expect(district.runtime.edit(tab, 'B30', 'текст')).toEqual({ toasts: [] });
      expect(district.runtime.calls.service).toBe(0);
    },
  );

  test.each(['Сводные данные. Показатели', 'Сводные данные. Отметки'])(
    "the coordinator's edit of «%s» writes nothing",
    (tab) => {
      const district = full.copy();
      const before = linesOf(district.runtime.book);
      district.runtime.calls.reset();
      expect(district.runtime.edit(tab, 'B30', 'текст')).toEqual({ toasts: [] });
      expect(district.runtime.calls.service).toBeLessThanOrEqual(1);
      expect(differences(before, linesOf(district.runtime.book))).toEqual([`${tab}!B30 value: nothing -> "текст"`]);
    },
  );
});

describe('docx', () => {
  /** The add-on with a line in the log when what renders documents is started. */
  const marked = (): string => {
    expect(pageOf('docx')).toContain('w:document');
    return distWith({ 'docx.html': `console.log('started docx');${pageOf('docx')}` });
  };

  test('is never started by opening or typing, and is by a report', () => {
    const district = District.ready({ dist: marked() });
    district.runtime.open();
    district.fill('s1');
    district.type('s1', CHECK, true);
    district.type('s1', SUBMIT, true);
    district.enter('s1', 'marks', 1, 'five', 'x');
    district.click('consolidateWorkbook');
    const started = () => district.runtime.logs.map(({ text }) => text).filter((text) => text.startsWith('started'));
    expect(started()).toEqual([]);
    district.click('buildDistrictReport');
    expect(started()).toEqual(['started docx']);
  });
});

describe('what a school typed', () => {
  const inputs = (district: District) => {
    const columns = (form: FormKey) => {
      const keys = district.state(district.tab('s1')).cells[district.rowOf(district.tab('s1'), `${form}/keys`) - 1]!;
      return keys.flatMap((cell, index) => {
        const key = String(cell?.value ?? '');
        return index < 3 || key === '' || key.startsWith('calc:') ? [] : [index];
      });
    };
    const cells: Record<string, unknown> = {};
    for (const form of Object.keys(HEAD_LINE) as FormKey[]) {
      const last = district.rowOf(district.tab('s1'), `${form}/end`);
      for (let row = district.row('s1', form, 1); row < last; row += 1) {
        for (const column of columns(form)) {
          const cell = district.state(district.tab('s1')).cells[row - 1]?.[column];
          if (cell && cell.value !== '') cells[a1(row, column + 1)] = String(cell.value);
        }
      }
    }
    return cells;
  };

  test.each([
    ['marks', 1, 'five', 'x'],
    ['marks', 2, 'three', '12.5'],
    ['classes', 1, 'enrolled', '007'],
    ['classes', 2, 'grade', '1-4'],
    ['pupils', 1, 'explanation', '=1+1'],
    ['context', 3, 'enrolled', '5/1'],
  ] as const)('is left alone by an edit elsewhere: %s, row %i, %s := %s', (form, row, key, typed) => {
    const district = full.copy();
    const before = inputs(district);
    district.enter('s1', form, row, key, typed);
    const after = inputs(district);
    delete before[district.at('s1', form, row, key)];
    delete after[district.at('s1', form, row, key)];
    expect(after).toEqual(before);
  });

  test('is left alone by «Проверить» and «Сдать», errors and all', () => {
    const district = full.copy();
    district.enter('s1', 'marks', 1, 'five', '12.5');
    district.enter('s1', 'context', 1, 'registered', 'нет данных');
    const before = inputs(district);
    district.type('s1', CHECK, true);
    district.type('s1', SUBMIT, true);
    expect(inputs(district)).toEqual(before);
  });
});

describe('a row inserted inside a block', () => {
  const inserted = (at: number) => {
    const district = full.copy();
    district.enter('s1', 'marks', 3, 'five', 'x');
    district.sheet(district.tab('s1')).insertRowBefore(district.row('s1', 'marks', at));
    return district;
  };

  test('is a row of the form like any other, and the remarks stand beside their own rows', () => {
    const district = inserted(2);
    district.paste('s1', 'marks', [{ ...goodRows(0).marks[0]!, subject: 'Музыка', five: 'y' }], 2);
    const remarks = [1, 2, 3, 4, 5].map((n) => district.remark('s1', 'marks', n).slice(0, 8));
    expect(remarks).toEqual(['', '✖ Ошибка', '', '✖ Ошибка', '']);
    expect(typeof district.field('s1', 'marks', 3, 'calc:sou')).toBe('number');
  });

  test('leaves roles in column A and the links of the head where they belong', () => {
    const district = inserted(2);
    district.enter('s1', 'pupils', 1, 'good', '6');
    const tab = district.state(district.tab('s1'));
    const roles = tab.cells.map((cells) => String(cells?.[0]?.value ?? ''));
    expect(roles.filter((role) => role.endsWith('/end'))).toHaveLength(4);
    const line = district.rowOf(district.tab('s1'), 'head/form/pupils');
    const title = district.rowOf(district.tab('s1'), 'pupils/title');
    expect(formula(district, a1(line, 3))).toMatch(new RegExp(`&range=D"&ROW\\(D${title}\\)`));
    expect(district.value(district.tab('s1'), a1(line, 3))).toBe('Итоги обучающихся');
  });

  test('as the first row of the block and as the last one', () => {
    for (const place of ['first', 'last'] as const) {
      const district = full.copy();
      const tab = district.tab('s1');
      const row = place === 'first' ? district.row('s1', 'marks', 1) : district.rowOf(tab, 'marks/end');
      district.sheet(tab).insertRowBefore(row);
      district.type('s1', a1(row, 4), [['9', '', 'Физика', '16', '0', 'x', '4', '8', '2', '1']]);
      expect(String(district.value(tab, a1(row, 3)))).toContain('Ошибка');
      expect(plain(district.type('s1', CHECK, true)[0])).toContain('1 ошибка');
    }
  });

  test('by the school itself is allowed', () => {
    const hands = 'function insert(tab, row) { SpreadsheetApp.getActive().getSheetByName(tab).insertRowBefore(row) }';
    const district = District.ready({ dist: distWith({ 'Hands.js': hands }) });
    const school = { user: accountOf('s2') };
    district.runtime.grant(school.user);
    for (const [form, n] of [
      ['classes', 2],
      ['marks', 1],
      ['marks', 60],
      ['pupils', 15],
      ['context', 1],
    ] as const) {
      const row = district.row('s2', form, n);
      district.runtime.run('insert', [district.tab('s2'), row], school);
      district.type('s2', a1(row, 4), district.table('s2', form, [{ grade: '5', letter: 'А', enrolled: 'x' }]));
      expect(String(district.value(district.tab('s2'), a1(row, 3)))).toContain('Ошибка');
    }
  });
});

describe('a damaged tab', () => {
  const damaged = () => {
    const district = full.copy();
    district
      .sheet(district.tab('s1'))
      .getRange(a1(district.row('s1', 'classes', 3), 1))
      .setValue('чужое');
    return district;
  };

  test('is not written into, and «Проверить» says that it is damaged', () => {
    const district = damaged();
    expect(district.enter('s1', 'marks', 1, 'five', 'x')).toEqual([expect.stringContaining('Вкладка не проверяется')]);
    expect(district.remark('s1', 'marks', 1)).toBe('');
    expect(district.type('s1', CHECK, true)[0]).toContain('Вкладка не проверяется');
    expect(head(district, CHECK)).toBe(false);
  });

  test('cannot be handed in', () => {
    const district = damaged();
    expect(district.type('s1', SUBMIT, true)[0]).toContain('Вкладка не проверяется');
    expect([head(district, SUBMIT), head(district, STATUS)]).toEqual([false, 'не сдано']);
  });
});
