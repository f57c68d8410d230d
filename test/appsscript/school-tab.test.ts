import { canonicalText } from '../../src/model';
import { readMemory } from '../../src/workbook';
import { a1, District, differences, type FormKey, goodRows, linesOf } from './district';

const TAB = 'Школа №1';
const CHECK = 'D3';
const SUBMIT = 'D4';
const ANSWER_OF_PUPILS = 'F10';
const REASON_FOR_PUPILS = 'I10';
const MARKS: FormKey = 'marks';

const full = District.ready();
full.fill('s1');
full.fill('s2', 1);

const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');
const status = (district: District) => JSON.parse(String(district.value(TAB, 'G6')));
const head = (district: District) => [district.value(TAB, SUBMIT), plain(district.value(TAB, 'G4'))];
const memoryAt = (district: District, row: number) => readMemory(String(district.value(TAB, a1(row, 2))));
const rowSaying = (district: District, subject: string): number =>
  [1, 2, 3, 4].find((n) => district.field('s1', MARKS, n, 'subject') === subject)!;
/** The rows of a form that hold data, from one column to the explanation. */
const rowsFrom = (district: District, column: number, form: FormKey = MARKS) => {
  const rows = goodRows(0)[form].length;
  const width = district.column('s1', form, 'explanation') - column + 1;
  return district.sheet(TAB).getRange(district.row('s1', form, 1), column, rows, width);
};

describe('text typed among the remarks', () => {
  const remark = (district: District, n: number) => a1(district.row('s1', MARKS, n), 3);

  test('goes to «Пояснение» of its row, which is said', () => {
    const district = full.copy();
    const said = district.type('s1', remark(district, 1), 'Один ученик прибыл');
    expect(said).toEqual(['Столбец «Замечания» пишет надстройка: ваш текст перенесён в «Пояснение».']);
    expect(district.field('s1', MARKS, 1, 'explanation')).toBe('Один ученик прибыл');
    expect(district.remark('s1', MARKS, 1)).toBe('');
  });

  test('is added to what is explained already, and leaves the remark as it was', () => {
    const district = full.copy();
    district.enter('s1', MARKS, 1, 'enrolled', '21');
    const asked = district.remark('s1', MARKS, 1);
    expect(asked).toMatch(/^⚠ Проверьте: /);
    district.enter('s1', MARKS, 1, 'explanation', 'Прибыл в июне');
    district.type('s1', remark(district, 1), 'из Дактуя');
    expect(district.field('s1', MARKS, 1, 'explanation')).toBe('Прибыл в июне; из Дактуя');
    district.type('s1', CHECK, true);
    expect(district.remark('s1', MARKS, 1)).toMatch(/^ℹ Пояснено: /);
  });

  test.each(['=1+1', '+7', '-', '007', '1-4'])('stays the words that were typed: %s', (typed) => {
    const district = full.copy();
    district.type('s1', remark(district, 1), typed);
    expect(district.field('s1', MARKS, 1, 'explanation')).toBe(typed);
  });

  test('of several rows goes to each of them', () => {
    const district = full.copy();
    district.enter('s1', MARKS, 2, 'explanation', 'своё');
    district.type('s1', remark(district, 1), [['раз'], [''], ['три']]);
    const said = [1, 2, 3].map((n) => district.field('s1', MARKS, n, 'explanation'));
    expect(said).toEqual(['раз', 'своё', 'три']);
  });

  test('is no remark that came there with a copied row', () => {
    const district = full.copy();
    district.enter('s1', MARKS, 1, 'five', 'x');
    const copied = district.remark('s1', MARKS, 1);
    district.type('s1', remark(district, 2), copied);
    expect(district.field('s1', MARKS, 2, 'explanation')).toBe('');
    expect(district.remark('s1', MARKS, 2)).toBe('');
  });

  test('beside a title, captions or an end goes to the form’s reason in the head, which is said', () => {
    for (const role of ['title', 'help', 'header', 'end']) {
      const district = full.copy();
      const row = district.rowOf(TAB, `pupils/${role}`);
      const said = district.type('s1', a1(row, 3), 'позвонить в ИМЦ');
      expect(said[0]).toContain('перенесён в «Причина или пояснение к форме» вверху вкладки');
      expect(district.value(TAB, REASON_FOR_PUPILS)).toBe('позвонить в ИМЦ');
      district.type('s1', CHECK, true);
      expect(district.value(TAB, a1(row, 3))).not.toBe('позвонить в ИМЦ');
      expect(district.value(TAB, REASON_FOR_PUPILS)).toBe('позвонить в ИМЦ');
    }
  });

  test('is added to the reason that stands there', () => {
    const district = full.copy();
    district.type('s1', REASON_FOR_PUPILS, 'карантин');
    district.type('s1', a1(district.rowOf(TAB, 'pupils/title'), 3), 'до пятницы');
    expect(district.value(TAB, REASON_FOR_PUPILS)).toBe('карантин; до пятницы');
  });

  test.each([
    ['inserts a row above', (d: District) => d.sheet(TAB).insertRowBefore(d.row('s1', MARKS, 1))],
    ['deletes the row above', (d: District) => d.sheet(TAB).deleteRow(d.row('s1', MARKS, 1))],
  ])('goes to its own row though somebody %s at that moment, and no neighbour’s words are lost', (_, disturb) => {
    for (const phase of ['before', 'after'] as const) {
      const district = full.copy();
      for (const n of [1, 2, 3]) district.enter('s1', MARKS, n, 'explanation', `слово ${n}`);
      const names = (d: District) =>
        Object.fromEntries(
          [1, 2, 3, 4].map((n) => [d.field('s1', MARKS, n, 'subject'), d.field('s1', MARKS, n, 'explanation')]),
        );
      const before = names(district);
      const [first, second] = [1, 2].map((n) => String(district.field('s1', MARKS, n, 'subject')));
      let done = false;
      district.onCall = (call) => {
        if (done || call.method !== 'Range.setValues' || call.phase !== phase) return;
        done = true;
        disturb(district);
      };
      district.type('s1', remark(district, 2), 'двое болели');
      district.onCall = undefined;
      const after = names(district);
      expect(after[second!]).toBe(`${before[second!]}; двое болели`);
      for (const [subject, words] of Object.entries(before))
        if (subject in after && subject !== second) expect([subject, after[subject]]).toEqual([subject, words]);
      expect([first! in after, done]).toEqual([_ === 'inserts a row above', true]);
    }
  });

  test('costs at most six calls', () => {
    const district = full.copy();
    district.runtime.calls.reset();
    district.type('s1', remark(district, 2), 'двое болели');
    expect(district.runtime.calls.service).toBeLessThanOrEqual(6);
  });
});

describe('after «Сдать»', () => {
  const submitted = full.copy();
  submitted.type('s1', SUBMIT, true);
  submitted.type('s2', SUBMIT, true);

  test('a consolidation takes nothing back', () => {
    const district = submitted.copy();
    // Of what stands below the forms the school has nothing to do with.
    const forms = () => {
      const end = district.rowOf(TAB, 'context/end');
      const rowOf = (place: string) => Number(/![A-Z]+(\d+) /.exec(place)?.[1] ?? 0);
      const lines = linesOf(district.runtime.book, (tab) => tab === TAB);
      return new Map([...lines].filter(([place]) => rowOf(place) <= end));
    };
    const before = forms();
    expect(district.click('consolidateWorkbook').message).not.toContain('изменено после сдачи');
    expect(differences(before, forms())).toEqual([]);
    expect(status(district).state).toBe('submitted');
  });

  test('a row deleted takes the mark back at the next consolidation, which names the school and the form', () => {
    const district = submitted.copy();
    district.sheet(TAB).deleteRow(district.row('s1', MARKS, 2));
    expect(head(district)).toEqual([true, expect.stringMatching(/^сдано 25 июня/)]);
    const { message } = district.click('consolidateWorkbook');
    expect(message).toContain(
      'Школа №1: изменено после сдачи («Отметки» – строк было 3, стало 2), отметка «Сдать» снята.',
    );
    expect(message).not.toContain('Школа №2: изменено');
    expect(head(district)).toEqual([false, 'изменено после сдачи – сдайте ещё раз']);
    expect(status(district)).toMatchObject({ state: 'draft', changed: ['marks'] });
    const [line] = district.values('Состояние').filter((cells) => cells.includes('s1'));
    expect(line).toContain('изменено после сдачи – сдайте ещё раз');
    expect(district.values('Журнал').map(String).join('\n')).toContain('изменено после сдачи («Отметки» – строк');
  });

  test('what is taken back once is told once, and can be handed in again', () => {
    const district = submitted.copy();
    district.sheet(TAB).deleteRow(district.row('s1', MARKS, 2));
    district.click('consolidateWorkbook');
    expect(district.click('consolidateWorkbook').message).not.toContain('изменено после сдачи');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
    expect(status(district)).toMatchObject({ state: 'submitted' });
    expect(status(district).changed ?? []).toEqual([]);
  });

  test('a number put in by no edit takes it back too, and so does one row more', () => {
    for (const [n, key, value, what] of [
      [1, 'five', 3, 'изменены строки: 5 А Математика'],
      [4, 'subject', 'Музыка', 'строк было 3, стало 4, изменены строки: Музыка'],
    ] as const) {
      const district = submitted.copy();
      district
        .sheet(TAB)
        .getRange(district.at('s1', MARKS, n, key))
        .setValue(value);
      expect(district.click('consolidateWorkbook').message).toContain(`изменено после сдачи («Отметки» – ${what})`);
      expect(head(district)[0]).toBe(false);
    }
  });

  test.each([
    ['with the hidden columns', 1],
    ['with the remarks', 3],
    ['without them', 4],
  ])('rows sorted %s take nothing back', (_, from) => {
    const district = submitted.copy();
    const subject = district.column('s1', MARKS, 'subject');
    rowsFrom(district, from).sort({ column: subject, ascending: true });
    expect(district.field('s1', MARKS, 1, 'subject')).toBe('Алгебра');
    expect(district.click('consolidateWorkbook').message).not.toContain('изменено после сдачи');
    expect(head(district)).toEqual([true, expect.stringMatching(/^сдано 25 июня/)]);
    expect([1, 2, 3].map((n) => district.remark('s1', MARKS, n))).toEqual(['', '', '']);
  });

  test('rows moved among others, and blank rows between them, take nothing back', () => {
    const district = submitted.copy();
    const sheet = district.sheet(TAB);
    sheet.insertRowBefore(district.row('s1', MARKS, 2));
    const last = district.row('s1', MARKS, 4);
    sheet.moveRows(sheet.getRange(last, 1), district.row('s1', MARKS, 1));
    expect(district.field('s1', MARKS, 1, 'subject')).toBe('Алгебра');
    expect(district.click('consolidateWorkbook').message).not.toContain('изменено после сдачи');
    expect(head(district)[0]).toBe(true);
  });

  test('an explanation takes nothing back', () => {
    const district = submitted.copy();
    district.enter('s1', MARKS, 1, 'explanation', 'слово');
    expect(head(district)[0]).toBe(true);
  });
});

describe('a warning about a whole form', () => {
  const asking = () => {
    const district = full.copy();
    district.paste('s1', 'pupils', [{}], 2);
    return district;
  };
  const remark = (district: District) => String(district.value(TAB, a1(district.rowOf(TAB, 'pupils/title'), 3)));

  test('stands beside its title, is counted and refuses «Сдать»', () => {
    const district = asking();
    expect(remark(district)).toMatch(/^⚠ Проверьте: нет строк для классов: 9;/);
    expect(plain(district.value(TAB, 'G10'))).toBe('⚠ 1 вопрос');
    expect(plain(district.type('s1', SUBMIT, true)[0])).toContain('Не сдано: «Итоги обучающихся» – 1 вопрос.');
    expect(head(district).map(plain)).toEqual(['false', 'не сдано: «Итоги обучающихся» – 1 вопрос']);
  });

  test('is explained by the reason in the head, and «Сдать» is then taken', () => {
    const district = asking();
    district.type('s1', REASON_FOR_PUPILS, 'Девятый класс выпущен');
    expect(remark(district)).toMatch(/^ℹ Пояснено: нет строк для классов: 9;/);
    expect(district.value(TAB, 'G10')).toBe('✔ готово');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
    expect(district.click('consolidateWorkbook').message).not.toContain('изменено после сдачи');
    expect(head(district)[0]).toBe(true);
  });

  test('explained, asks anew when it is about other classes, and is explained by another reason', () => {
    const district = asking();
    district.type('s1', REASON_FOR_PUPILS, 'Девятый класс выпущен');
    district.paste('s1', 'classes', [{ grade: '7', letter: '', enrolled: '9' }], 3);
    district.type('s1', CHECK, true);
    expect(remark(district)).toMatch(/^⚠ Проверьте: нет строк для классов: 9, 7;.*пояснение дано к прежнему числу/);
    district.type('s1', REASON_FOR_PUPILS, 'Девятый и седьмой классы выпущены');
    expect(remark(district)).toMatch(/^ℹ Пояснено: /);
  });
});

describe('an explained warning', () => {
  const explained = full.copy();
  explained.enter('s1', MARKS, 1, 'enrolled', '21');
  explained.enter('s1', MARKS, 1, 'exempt', '1');
  explained.enter('s1', MARKS, 1, 'explanation', 'Прибыл в июне');

  test('stays explained while its value stays, whatever else is typed, checked and consolidated', () => {
    const district = explained.copy();
    const before = district.remark('s1', MARKS, 1);
    expect(before).toMatch(/^ℹ Пояснено: .*по списку 21, а в форме «Число обучающихся» 20/);
    district.enter('s1', MARKS, 1, 'three', '6');
    district.enter('s1', MARKS, 1, 'two', '3');
    district.enter('s1', 'context', 1, 'registered', '2');
    district.type('s1', CHECK, true);
    district.click('consolidateWorkbook');
    expect(district.remark('s1', MARKS, 1)).toBe(before);
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
  });

  test('asks anew when its value changes, and is answered by other words', () => {
    const district = explained.copy();
    district.enter('s1', 'classes', 1, 'enrolled', '19');
    district.type('s1', CHECK, true);
    expect(district.remark('s1', MARKS, 1)).toMatch(/^⚠ Проверьте: .*по списку 21, а в форме «Число обучающихся» 19/);
    expect(plain(district.type('s1', SUBMIT, true)[0])).toMatch(/^Не сдано: /);
    district.enter('s1', MARKS, 1, 'explanation', 'Двое прибыли');
    expect(district.remark('s1', MARKS, 1)).toMatch(/^ℹ Пояснено: /);
  });

  test('is explained again when its old value comes back', () => {
    const district = explained.copy();
    const before = district.remark('s1', MARKS, 1);
    district.enter('s1', MARKS, 1, 'enrolled', '22');
    expect(district.remark('s1', MARKS, 1)).toMatch(/^⚠ Проверьте: /);
    district.enter('s1', MARKS, 1, 'enrolled', '21');
    expect(district.remark('s1', MARKS, 1)).toBe(before);
  });
});

describe('the answer of a form', () => {
  const hiddenOf = (district: District, form: FormKey): boolean[] => {
    const first = district.rowOf(TAB, `${form}/title`);
    const last = district.rowOf(TAB, `${form}/end`);
    const { hiddenRows } = district.state(TAB);
    return Array.from({ length: last - first + 1 }, (_, n) => hiddenRows.has(first - 1 + n));
  };
  const open = hiddenOf(full, 'pupils');

  test('«не было» folds it to its title, «заполняю» opens it as it was', () => {
    const district = full.copy();
    district.type('s1', ANSWER_OF_PUPILS, 'не было');
    expect(hiddenOf(district, 'pupils')).toEqual(open.map((_, n) => n > 0));
    expect(hiddenOf(district, 'marks')).toEqual(hiddenOf(full, 'marks'));
    expect(district.value(TAB, 'G10')).toBe('○ напишите причину');
    district.type('s1', REASON_FOR_PUPILS, 'карантин');
    expect(district.value(TAB, 'G10')).toBe('✔ не было');
    district.type('s1', ANSWER_OF_PUPILS, 'заполняю');
    expect(hiddenOf(district, 'pupils')).toEqual(open);
    expect(district.value(TAB, 'G10')).toBe('✔ готово');
  });

  test('is no number and no row: nothing that is typed there is gone', () => {
    const district = full.copy();
    district.click('consolidateWorkbook');
    const figures = district.figures();
    district.type('s1', ANSWER_OF_PUPILS, 'не было');
    district.click('consolidateWorkbook');
    expect(district.figures()).toEqual(figures);
  });

  test('of a form not begun leaves nothing to do there', () => {
    const district = full.copy();
    district.paste('s1', 'pupils', [{}, {}]);
    expect(plain(district.value(TAB, 'G2'))).toMatch(/^Осталось: 1 форма не начата → строка \d+$/);
    district.type('s1', ANSWER_OF_PUPILS, 'не было');
    expect(plain(district.type('s1', SUBMIT, true)[0])).toMatch(/^Не сдано: «Итоги обучающихся» – нет причины\./);
    district.type('s1', REASON_FOR_PUPILS, 'карантин');
    expect(district.value(TAB, 'G2')).toBe('Всё готово: поставьте «Сдать»');
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
  });
});

describe('the cells of remarks, status and completeness are never read', () => {
  const used = full.copy();
  used.enter('s1', MARKS, 1, 'enrolled', '21');
  used.enter('s1', MARKS, 1, 'exempt', '1');
  used.enter('s1', MARKS, 1, 'explanation', 'Прибыл в июне');
  used.enter('s1', MARKS, 3, 'explanation', 'да');
  used.type('s1', SUBMIT, true);
  used.enter('s2', MARKS, 2, 'five', 'x');
  used.click('consolidateWorkbook');

  const nonsense = ['ℹ Пояснено: да', '✖ Ошибка: всё не так', 'сдано 1 января в 00:00', 'черновик', '42', '{"i":""}'];
  /** Every cell in which the add-on says something, but not the data beside them. */
  const spoil = (district: District) => {
    let n = 0;
    const say = () => nonsense[n++ % nonsense.length]!;
    for (const name of ['Школа №1', 'Школа №2']) {
      const sheet = district.sheet(name);
      const first = district.rowOf(name, 'classes/title');
      const last = district.rowOf(name, 'context/end');
      for (let row = first; row <= last; row += 1) sheet.getRange(row, 3).setValue(say());
      for (const row of [1, 2, 3, 4, 8, 9, 10, 11]) sheet.getRange(row, 7).setValue(say());
    }
    const board = district.sheet('Состояние');
    const rows = board.getRange(4, 4, 2, board.getLastColumn() - 3);
    rows.setValues(rows.getValues().map((cells) => cells.map(say)));
  };
  const essence = (district: District) => {
    const { results, issues, statuses } = district.results() as unknown as Record<string, unknown>;
    return { results, issues, statuses };
  };

  test('filled with nonsense they change no result, no status and no explained warning', () => {
    const district = used.copy();
    const before = linesOf(district.runtime.book, (tab) => tab.startsWith('Школа'));
    const results = essence(district);
    spoil(district);
    const { message } = district.click('consolidateWorkbook');
    expect(message).toContain('собрано школ 2 из 2');
    expect(message).not.toContain('изменено после сдачи');
    expect(essence(district)).toEqual(results);
    // All of it is written over: what was said before stands there again, the words of the first line apart.
    const after = linesOf(district.runtime.book, (tab) => tab.startsWith('Школа'));
    expect(differences(before, after).filter((line) => !/!G1 value/.test(line))).toEqual([]);
  });

  test('a school hands in, takes back and explains over nonsense as without it', () => {
    const district = used.copy();
    spoil(district);
    expect(district.type('s1', SUBMIT, false)).toEqual(['Отметка о сдаче снята.']);
    expect(district.type('s1', SUBMIT, true)).toEqual(['Сдано. Спасибо!']);
    expect(district.remark('s1', MARKS, 1)).toMatch(/^ℹ Пояснено: /);
    expect(district.remark('s1', MARKS, 2)).toBe('');
    expect(plain(district.type('s2', SUBMIT, true)[0])).toMatch(/^Не сдано: «Отметки» – 1 ошибка\./);
    expect(district.remark('s2', MARKS, 2)).toMatch(/^✖ Ошибка: /);
  });
});

describe('what is remembered of a row', () => {
  const remembered = full.copy();
  remembered.enter('s1', MARKS, 1, 'enrolled', '21');
  remembered.enter('s1', MARKS, 1, 'exempt', '1');
  remembered.enter('s1', MARKS, 1, 'explanation', 'Прибыл в июне');
  remembered.enter('s1', MARKS, 2, 'two', '100%');

  const remarks = (district: District) =>
    Object.fromEntries(
      goodRows(0).marks.map(({ subject }) => [subject!, district.remark('s1', MARKS, rowSaying(district, subject!))]),
    );
  const wanted = remarks(remembered);

  test('is what was typed as a percentage and what is explained', () => {
    expect(wanted).toEqual({
      Математика: expect.stringMatching(/^ℹ Пояснено: /),
      'Русский язык': expect.stringMatching(/^✖ Ошибка: .*процент/),
      Алгебра: '',
    });
    expect(memoryAt(remembered, remembered.row('s1', MARKS, 2))?.percent).toEqual(['two']);
  });

  test.each([
    ['with the hidden columns', 1],
    ['with the remarks alone', 3],
    ['without the hidden columns', 4],
  ])('follows its row when rows are sorted %s', (_, from) => {
    const district = remembered.copy();
    rowsFrom(district, from).sort({ column: district.column('s1', MARKS, 'subject'), ascending: true });
    expect(district.field('s1', MARKS, 1, 'subject')).toBe('Алгебра');
    district.type('s1', CHECK, true);
    expect(remarks(district)).toEqual(wanted);
    for (let n = 1; n <= 3; n += 1) {
      const subject = String(district.field('s1', MARKS, n, 'subject'));
      expect(memoryAt(district, district.row('s1', MARKS, n))?.identity).toContain(canonicalText(subject));
    }
    district.click('consolidateWorkbook');
    expect(remarks(district)).toEqual(wanted);
  });

  test('one column sorted alone is asked about, row by row, until somebody has looked', () => {
    const district = full.copy();
    const five = district.column('s1', MARKS, 'five');
    district
      .sheet(TAB)
      .getRange(district.row('s1', MARKS, 1), five, 3, 1)
      .sort({ column: five, ascending: true });
    district.click('consolidateWorkbook');
    const asked = () => [1, 2, 3].map((n) => district.remark('s1', MARKS, n).includes('числа изменились без проверки'));
    expect(asked()).toEqual([true, false, true]);
    expect(plain(district.type('s1', SUBMIT, true)[0])).toMatch(/^Не сдано: /);
    district.type('s1', CHECK, true);
    expect(asked()).toEqual([false, false, false]);
  });

  test('is not shared by two copied rows of one name', () => {
    const district = remembered.copy();
    const sheet = district.sheet(TAB);
    const [from, to] = [district.row('s1', MARKS, 2), district.row('s1', MARKS, 4)];
    const width = sheet.getMaxColumns();
    sheet.getRange(from, 1, 1, width).copyTo(sheet.getRange(to, 1, 1, width));
    sheet
      .getRange(district.at('s1', MARKS, 4, 'two'))
      .setNumberFormat('General')
      .setValue(2);
    district.type('s1', CHECK, true);
    expect(district.remark('s1', MARKS, 4)).toContain('такая же строка уже есть (№ 2 по порядку)');
    expect(district.remark('s1', MARKS, 4)).not.toMatch(/процент|изменились без проверки/);
  });

  test('is still there when the copy has got a name of its own', () => {
    const district = remembered.copy();
    const sheet = district.sheet(TAB);
    const [from, to] = [district.row('s1', MARKS, 2), district.row('s1', MARKS, 4)];
    const width = sheet.getMaxColumns();
    sheet.getRange(from, 1, 1, width).copyTo(sheet.getRange(to, 1, 1, width));
    district.type('s1', CHECK, true);
    district.enter('s1', MARKS, 4, 'subject', 'Музыка');
    district.type('s1', CHECK, true);
    expect(remarks(district)).toEqual(wanted);
  });
});
