import fc from 'fast-check';
import { type Grid, NBSP } from '../../src/model';
import { answerEdit, type Edit } from '../../src/pipeline';
import {
  ANSWER_COLUMN,
  BOX_COLUMN,
  DRAFT,
  HEAD,
  MEMORY_COLUMN,
  REASON_COLUMN,
  REMARK_COLUMN,
  STATE_COLUMN,
} from '../../src/workbook';
import {
  applied,
  CHECK_BOX,
  CLASS_A,
  CLEAN,
  cellEdit,
  cleanTab,
  contextRow,
  copyOf,
  emptyTab,
  filledTab,
  frozen,
  inputCells,
  MARKS_A,
  PUPILS_A,
  readTab,
  SUBMIT_BOX,
  ticked,
} from '../build';
import { programme } from '../four-forms';

const WHOLE = { ...CLEAN, context: [{ ...contextRow('5', 15), letter: 'А' }] };
const WHEN = '2023-07-05T09:15';
const LATER = '2023-07-06T10:00';

const answer = (grid: Grid, edit: Edit, when = WHEN) => answerEdit(programme, frozen(copyOf(grid)), edit, when);

/** What a person does, and the tab after the answer. */
function done(grid: Grid, edit: Edit, when = WHEN): { grid: Grid; toast: string } {
  const { moves, patches, toast } = answer(grid, edit, when);
  return { grid: applied(grid, [...moves, ...patches]), toast };
}

const boxAt = (grid: Grid, row: number) => grid[row - 1]![BOX_COLUMN - 1];
const wordsAt = (grid: Grid, row: number) => String(grid[row - 1]![STATE_COLUMN - 1]);
const statusOf = (grid: Grid) => readTab(grid).status;
const lineOf = (grid: Grid, form: string): number => readTab(grid).lines.get(form)!.row;
/** The edit of a form's line in the head. */
const lineEdit = (grid: Grid, form: string, column: number) => ({
  row: lineOf(grid, form),
  column,
  rows: 1,
  columns: 1,
});
const typed = (grid: Grid, form: string, row: number, key: string, value: string | number): Grid => {
  const result = copyOf(grid);
  const { row: at, column } = cellEdit(grid, form, row, key);
  result[at - 1]![column - 1] = value;
  return result;
};
const remarkAt = (grid: Grid, form: string, row = 1) =>
  grid[cellEdit(grid, form, row, 'grade').row - 1]![REMARK_COLUMN - 1];

const submitted = (): Grid => done(ticked(cleanTab(), HEAD.submit), SUBMIT_BOX).grid;

test('«Проверить» asks first about numbers that changed unseen; ticked again, it takes them as they are', () => {
  const checkedOnce = done(ticked(cleanTab(), HEAD.check), CHECK_BOX).grid;
  const { columns, firstRow } = readTab(checkedOnce).blocks.get('marks')!;
  const [five, four] = [columns.get('five')! - 1, columns.get('four')! - 1];
  const row = checkedOnce[firstRow - 1]!;
  [row[five], row[four]] = [row[four]!, row[five]!];
  const asked = done(ticked(checkedOnce, HEAD.check), CHECK_BOX);
  expect(remarkAt(asked.grid, 'marks')).toContain('изменились без проверки');
  expect(asked.toast).toContain(`Проверено: 1${NBSP}вопрос`);
  const confirmed = done(ticked(asked.grid, HEAD.check), CHECK_BOX);
  expect([remarkAt(confirmed.grid, 'marks'), confirmed.toast]).toEqual(['', 'Проверено: замечаний нет.']);
});

describe('typing a number', () => {
  const wrong = typed(cleanTab(), 'marks', 1, 'five', 9);
  const { grid, toast } = done(wrong, cellEdit(wrong, 'marks', 1, 'five'));

  test('is answered by a remark in its row, by shares and by completeness', () => {
    expect(remarkAt(grid, 'marks')).toMatch(/^✖ Ошибка: отметки, н\/а и освобождённые дают 22/);
    expect(wordsAt(grid, lineOf(grid, 'marks'))).toBe(`✖ 1${NBSP}ошибка`);
    expect(wordsAt(grid, HEAD.period)).toMatch(/^Осталось: 1\u00a0ошибка → строка \d+$/);
    expect(toast).toBe('');
    const right = typed(cleanTab(), 'marks', 1, 'five', 2);
    const answered = done(right, cellEdit(right, 'marks', 1, 'five')).grid;
    const { columns, firstRow } = readTab(answered).blocks.get('marks')!;
    expect(answered[firstRow - 1]![columns.get('calc:quality-rate')! - 1]).toBeCloseTo(46.667, 3);
  });

  test('changes nothing that the school has typed', () => {
    expect(inputCells(grid)).toEqual(inputCells(wrong));
  });

  test('with nothing new to say writes nothing, though «Осталось» is a link whose label alone is read back', () => {
    expect(answer(grid, cellEdit(grid, 'marks', 1, 'five'))).toMatchObject({ moves: [], patches: [], toast: '' });
  });
});

test('an edit outside the forms and boxes is not answered', () => {
  expect(answer(cleanTab(), { row: 1, column: 2, rows: 1, columns: 1 })).toMatchObject({
    moves: [],
    patches: [],
    toast: '',
  });
});

test('an edit of another tab is not answered', () => {
  const foreign = [['Журнал', '', '']];
  expect(answer(foreign, { row: 1, column: 1, rows: 1, columns: 1 })).toMatchObject({
    moves: [],
    patches: [],
    toast: '',
  });
});

test('an edit of the whole tab costs at most six calls, two of them for reading', () => {
  const bad = filledTab({ classes: [CLASS_A], marks: [{ ...MARKS_A, five: 9 }], pupils: [PUPILS_A] });
  const grid = ticked(ticked(bad, HEAD.check), HEAD.submit);
  const whole = { row: 1, column: 1, rows: grid.length, columns: grid[0]!.length };
  expect(answer(grid, whole).patches.length).toBeLessThanOrEqual(4);
});

describe('«Проверить»', () => {
  test('says that all is well, and unticks itself', () => {
    const { grid, toast } = done(ticked(cleanTab(), HEAD.check), CHECK_BOX);
    expect(toast).toBe('Проверено: замечаний нет.');
    expect(boxAt(grid, HEAD.check)).toBe(false);
    expect(wordsAt(grid, HEAD.check)).toBe(`проверено 5${NBSP}июля в 09:15`);
  });

  test('counts errors and unexplained warnings in every form', () => {
    const bad = filledTab({
      classes: [CLASS_A],
      marks: [{ ...MARKS_A, five: 9 }],
      pupils: [{ ...PUPILS_A, good: '' }],
    });
    const { grid, toast } = done(ticked(bad, HEAD.check), CHECK_BOX);
    const { row } = cellEdit(grid, 'marks', 1, 'five');
    expect(toast).toBe(
      `Проверено: 1${NBSP}ошибка, 1${NBSP}вопрос, 1${NBSP}форма не начата. Первое место – строка ${row}; замечания стоят в столбце «Замечания».`,
    );
    expect(remarkAt(grid, 'marks')).toMatch(/^✖/);
    expect(remarkAt(grid, 'pupils')).toMatch(/^⚠/);
  });

  test('does not hand anything in', () => {
    expect(statusOf(done(ticked(cleanTab(), HEAD.check), CHECK_BOX).grid).state).toBe('draft');
  });
});

describe('«Сдать»', () => {
  test('of a tab in order hands it in, with the time', () => {
    const { grid, toast } = done(ticked(cleanTab(), HEAD.submit), SUBMIT_BOX);
    expect(statusOf(grid)).toMatchObject({ state: 'submitted', at: WHEN, by: 'school' });
    expect(Object.keys(statusOf(grid).prints!)).toEqual(programme.forms.map(({ key }) => key));
    expect(wordsAt(grid, HEAD.submit)).toBe(`сдано 5${NBSP}июля в 09:15`);
    expect(wordsAt(grid, HEAD.period)).toBe(`Сдано 5${NBSP}июля в 09:15. Больше ничего не нужно`);
    expect(boxAt(grid, HEAD.submit)).toBe(true);
    expect(toast).toBe('Сдано. Спасибо!');
  });

  test('is refused while there are errors', () => {
    const bad = filledTab({ classes: [CLASS_A], marks: [{ ...MARKS_A, five: 9 }] });
    const { grid, toast } = done(ticked(bad, HEAD.submit), SUBMIT_BOX);
    expect(statusOf(grid).state).toBe('draft');
    expect(wordsAt(grid, HEAD.submit)).toBe(
      `не сдано: «Отметки» – 1${NBSP}ошибка; «Итоги обучающихся» – не начата; «Паспорт» – не начата`,
    );
    expect(boxAt(grid, HEAD.submit)).toBe(false);
    expect(toast).toMatch(/^Не сдано: «Отметки» – 1\u00a0ошибка; «Итоги обучающихся» – не начата;/);
    expect(toast).toContain(`Начните со строки ${cellEdit(grid, 'marks', 1, 'five').row} `);
    expect(remarkAt(grid, 'marks')).toMatch(/^✖/);
  });

  test('is refused while a warning has no explanation, and taken when it has', () => {
    const odd = filledTab({ ...WHOLE, marks: [{ ...MARKS_A, five: 1 }] });
    const refused = done(ticked(odd, HEAD.submit), SUBMIT_BOX);
    expect(refused.toast).toMatch(/^Не сдано: «Отметки» – 1\u00a0вопрос\./);
    expect(statusOf(refused.grid).state).toBe('draft');
    const explained = typed(refused.grid, 'marks', 1, 'explanation', 'один на домашнем обучении');
    const settled = done(explained, cellEdit(explained, 'marks', 1, 'explanation')).grid;
    expect(remarkAt(settled, 'marks')).toMatch(/^ℹ Пояснено/);
    expect(statusOf(done(ticked(settled, HEAD.submit), SUBMIT_BOX).grid)).toMatchObject({
      state: 'submitted',
      at: WHEN,
    });
  });

  test('is refused when an explained number was changed: the explanation was about the old one', () => {
    const odd = filledTab({ classes: [CLASS_A], marks: [{ ...MARKS_A, five: 1, explanation: 'один болел' }] });
    const before = done(odd, cellEdit(odd, 'marks', 1, 'explanation')).grid;
    const changed = typed(before, 'marks', 1, 'four', 2);
    const after = done(changed, cellEdit(changed, 'marks', 1, 'four')).grid;
    expect(remarkAt(after, 'marks')).toContain('пояснение дано к прежнему числу');
    expect(done(ticked(after, HEAD.submit), SUBMIT_BOX).toast).toMatch(/^Не сдано/);
  });

  test('is refused on a blank tab', () => {
    const { grid, toast } = done(ticked(emptyTab(), HEAD.submit), SUBMIT_BOX);
    expect(toast).toBe(
      `Не сдано: «Число обучающихся» – не начата; «Отметки» – не начата; «Итоги обучающихся» – не начата; «Паспорт» – не начата. Начните со строки ${cellEdit(grid, 'classes', 1, 'grade').row} (ссылка вверху вкладки). Нечего вводить – вверху выберите «Ответ» и напишите причину.`,
    );
    expect([boxAt(grid, HEAD.submit), statusOf(grid).state]).toEqual([false, 'draft']);
  });

  test('is refused while a form that is asked for is not begun, however well the others are filled', () => {
    for (const form of ['classes', 'marks', 'pupils', 'context'] as const) {
      const one = filledTab({ [form]: WHOLE[form] });
      const { grid, toast } = done(ticked(one, HEAD.submit), SUBMIT_BOX);
      expect(statusOf(grid).state).toBe('draft');
      const others = programme.forms.filter(({ key }) => key !== form);
      expect(toast).toContain(`Не сдано: ${others.map(({ title }) => `«${title}» – не начата`).join('; ')}.`);
    }
  });

  test('refused, lists in the head what is missing until it is there', () => {
    const lacking = filledTab({ ...WHOLE, context: [] });
    const refused = done(ticked(lacking, HEAD.submit), SUBMIT_BOX).grid;
    expect(wordsAt(refused, HEAD.submit)).toBe('не сдано: «Паспорт» – не начата');
    const context = WHOLE.context[0]!;
    let grid = refused;
    for (const [key, value] of Object.entries(context)) grid = typed(grid, 'context', 1, key, value as string | number);
    grid = done(grid, cellEdit(grid, 'context', 1, 'grade')).grid;
    expect(wordsAt(grid, HEAD.submit)).toBe('не сдано');
    expect(wordsAt(grid, HEAD.period)).toBe('Всё готово: поставьте «Сдать»');
  });

  test('may be taken back by unticking it', () => {
    const { grid, toast } = done(ticked(submitted(), HEAD.submit, false), SUBMIT_BOX, LATER);
    expect(statusOf(grid)).toEqual(DRAFT);
    expect(wordsAt(grid, HEAD.submit)).toBe('не сдано');
    expect(toast).toBe('Отметка о сдаче снята.');
  });
});

describe('an edit after «сдано»', () => {
  test('drops it, unticks the box and says so', () => {
    const changed = typed(submitted(), 'marks', 1, 'five', 1);
    const { grid, toast } = done(changed, cellEdit(changed, 'marks', 1, 'five'), LATER);
    expect(statusOf(grid)).toEqual({ ...DRAFT, at: LATER, changed: ['marks'] });
    expect(wordsAt(grid, HEAD.submit)).toBe('изменено после сдачи – сдайте ещё раз');
    expect(boxAt(grid, HEAD.submit)).toBe(false);
    expect(toast).toMatch(/^Изменено после сдачи \(«Отметки»\): отметка «Сдать» снята/);
    expect(readTab(grid).ticked).toBe(false);
  });

  test('and another one after that says nothing more', () => {
    const changed = typed(submitted(), 'marks', 1, 'five', 1);
    const first = done(changed, cellEdit(changed, 'marks', 1, 'five'), LATER).grid;
    const second = typed(first, 'marks', 1, 'five', 2);
    const { grid, toast } = done(second, cellEdit(second, 'marks', 1, 'five'), '2023-07-07T11:00');
    expect(toast).toBe('');
    expect(statusOf(grid)).toEqual({ ...DRAFT, at: LATER, changed: ['marks'] });
  });

  test('«Проверить» is no edit', () => {
    const { grid } = done(ticked(submitted(), HEAD.check), CHECK_BOX, LATER);
    expect(statusOf(grid)).toEqual({ ...statusOf(submitted()), checkedAt: LATER });
    expect(boxAt(grid, HEAD.submit)).toBe(true);
  });

  test('that changes nothing in what was handed in leaves it handed in: the same number typed again, rows sorted', () => {
    const same = typed(submitted(), 'marks', 1, 'five', MARKS_A.five);
    expect(statusOf(done(same, cellEdit(same, 'marks', 1, 'five'), LATER).grid).state).toBe('submitted');
    const moved = copyOf(submitted());
    const { firstRow } = readTab(moved).blocks.get('marks')!;
    [moved[firstRow - 1], moved[firstRow + 1]] = [moved[firstRow + 1]!, moved[firstRow - 1]!];
    const edit = { row: firstRow, column: 1, rows: 3, columns: moved[0]!.length };
    expect(statusOf(done(moved, edit, LATER).grid).state).toBe('submitted');
  });

  test('that was not seen is found at the next one, whatever form that is in', () => {
    const unseen = typed(submitted(), 'marks', 1, 'five', 1);
    const { grid } = done(unseen, cellEdit(unseen, 'pupils', 1, 'good'), LATER);
    expect(statusOf(grid)).toEqual({ ...DRAFT, at: LATER, changed: ['marks'] });
  });

  test('that empties a whole form drops it too', () => {
    const emptied = copyOf(submitted());
    const { firstRow, columns } = readTab(emptied).blocks.get('pupils')!;
    for (const column of columns.values()) emptied[firstRow - 1]![column - 1] = '';
    expect(statusOf(done(emptied, cellEdit(emptied, 'pupils', 1, 'good'), LATER).grid).changed).toEqual(['pupils']);
  });
});

describe('a damaged tab', () => {
  const damaged = (): Grid => {
    const grid = cleanTab();
    grid.splice(readTab(grid).blocks.get('marks')!.endRow - 1, 1);
    return grid;
  };

  test('is left alone while the school types, who is told at once that nothing is checked, and why', () => {
    const { patches, toast } = answer(damaged(), { row: 30, column: 4, rows: 1, columns: 1 });
    expect(patches).toEqual([]);
    expect(toast).toMatch(/^Вкладка не проверяется: .*нет последней строки формы.*Ctrl\+Z/);
  });

  test('with one note beside a form is no riddle: the cell’s words, the row and the way out are named', () => {
    const grid = cleanTab();
    const { row } = cellEdit(grid, 'marks', 1, 'five');
    grid[row - 1]!.push('позвонить');
    const { toast } = answer(grid, { row, column: grid[row - 1]!.length, rows: 1, columns: 1 });
    expect(toast).toBe(
      `Вкладка не проверяется: строка ${row}, форма «Отметки»: данные вне граф: «позвонить»; перенесите их в графу или удалите.`,
    );
  });

  test('that was handed in stays so with its tick, whatever is clicked', () => {
    const submitted = done(ticked(cleanTab(), HEAD.submit), SUBMIT_BOX).grid;
    submitted.splice(readTab(submitted).blocks.get('marks')!.endRow - 1, 1);
    const untick = copyOf(submitted);
    untick[HEAD.submit - 1]![BOX_COLUMN - 1] = false;
    const { grid } = done(untick, SUBMIT_BOX);
    expect([boxAt(grid, HEAD.submit), statusOf(grid).state]).toEqual([true, 'submitted']);
  });

  test('is not handed in, and the school is told what to do', () => {
    const { grid, toast } = done(ticked(damaged(), HEAD.submit), SUBMIT_BOX);
    expect(toast).toContain('Вкладка не проверяется');
    expect(boxAt(grid, HEAD.submit)).toBe(false);
    expect(statusOf(grid).state).toBe('draft');
  });

  test('is not checked either', () => {
    const { grid, toast } = done(ticked(damaged(), HEAD.check), CHECK_BOX);
    expect(toast).toContain('Вкладка не проверяется');
    expect(boxAt(grid, HEAD.check)).toBe(false);
  });
});

describe('the answer of a form in the head', () => {
  const settle = (grid: Grid, said: string): Grid => {
    const result = copyOf(grid);
    result[lineOf(grid, 'marks') - 1]![ANSWER_COLUMN - 1] = said;
    if (said !== '') result[lineOf(grid, 'marks') - 1]![REASON_COLUMN - 1] = 'карантин';
    return result;
  };

  test('with its reason is all that a school needs that had nothing of what is asked for', () => {
    const grid = emptyTab();
    const say = (column: number, words: string) => {
      for (const { row } of readTab(grid).lines.values()) grid[row - 1]![column - 1] = words;
    };
    say(ANSWER_COLUMN, 'не было');
    const refused = done(ticked(grid, HEAD.submit), SUBMIT_BOX);
    expect(refused.toast).toMatch(/^Не сдано: «Число обучающихся» – нет причины; «Отметки» – нет причины;/);
    expect(refused.toast).toContain(`Начните со строки ${lineOf(grid, 'classes')}`);
    say(REASON_COLUMN, 'карантин');
    const after = done(ticked(grid, HEAD.submit), SUBMIT_BOX);
    expect([after.toast, statusOf(after.grid).state]).toEqual(['Сдано. Спасибо!', 'submitted']);
  });

  test('settles the form: it folds to its title, the blank row below it goes along, and its state says so', () => {
    const grid = settle(emptyTab(), 'не было');
    const { patches } = answer(grid, lineEdit(grid, 'marks', ANSWER_COLUMN));
    const { titleRow, endRow } = readTab(grid).blocks.get('marks')!;
    const tab = 'school/ushumun';
    expect(patches.filter(({ kind }) => kind !== 'values')).toEqual([
      { kind: 'hide-rows', tab, row: titleRow + 1, count: endRow - titleRow + 1 },
    ]);
    expect(wordsAt(applied(grid, patches), lineOf(grid, 'marks'))).toBe('✔ не было');
  });

  test('taken away opens it again, but for its keys', () => {
    const grid = settle(emptyTab(), '');
    const { patches } = answer(grid, lineEdit(grid, 'marks', ANSWER_COLUMN));
    const { titleRow, keysRow, endRow } = readTab(grid).blocks.get('marks')!;
    const tab = 'school/ushumun';
    expect(patches.filter(({ kind }) => kind !== 'values')).toEqual([
      { kind: 'show-rows', tab, row: titleRow + 1, count: endRow - titleRow + 1 },
      { kind: 'hide-rows', tab, row: keysRow, count: 1 },
    ]);
  });

  test('with its reason explains a warning about the whole form, and «Сдать» is taken', () => {
    const lacking = filledTab({ ...WHOLE, classes: [CLASS_A, { grade: '6', letter: '', enrolled: 9 }] });
    const before = done(ticked(lacking, HEAD.submit), SUBMIT_BOX);
    expect(before.toast).toMatch(/^Не сдано: «Итоги обучающихся» – 1\u00a0вопрос/);
    let grid = before.grid;
    for (const form of ['marks', 'pupils', 'context']) {
      grid = copyOf(grid);
      grid[lineOf(grid, form) - 1]![REASON_COLUMN - 1] = 'класс закрыт на карантин';
      grid = done(grid, lineEdit(grid, form, REASON_COLUMN)).grid;
    }
    expect(done(ticked(grid, HEAD.submit), SUBMIT_BOX).toast).toBe('Сдано. Спасибо!');
  });
});

describe('words typed among the remarks', () => {
  const noted = (grid: Grid, words: string): { grid: Grid; toast: string } => {
    const { row } = cellEdit(grid, 'marks', 1, 'grade');
    const result = copyOf(grid);
    result[row - 1]![REMARK_COLUMN - 1] = words;
    return done(result, { row, column: REMARK_COLUMN, rows: 1, columns: 1 });
  };
  const explanationOf = (grid: Grid) => {
    const { row, column } = cellEdit(grid, 'marks', 1, 'explanation');
    return grid[row - 1]![column - 1];
  };

  test('go to the row’s explanation, with a word for the person', () => {
    const { grid, toast } = noted(cleanTab(), 'болели двое');
    expect([explanationOf(grid), remarkAt(grid, 'marks')]).toEqual(['болели двое', '']);
    expect(toast).toContain('перенесён в «Пояснение»');
  });

  test('are added to an explanation that stands there', () => {
    const grid = typed(cleanTab(), 'marks', 1, 'explanation', 'карантин');
    expect(explanationOf(noted(grid, 'болели двое').grid)).toBe('карантин; болели двое');
  });

  test('taken away again, a remark comes back and nothing is moved', () => {
    const wrong = typed(cleanTab(), 'marks', 1, 'five', 9);
    const grid = done(wrong, cellEdit(wrong, 'marks', 1, 'five')).grid;
    const after = noted(grid, '');
    expect([remarkAt(after.grid, 'marks'), explanationOf(after.grid), after.toast]).toEqual([
      remarkAt(grid, 'marks'),
      '',
      '',
    ]);
  });

  test('a remark that came with a copied row is nobody’s words', () => {
    const wrong = typed(cleanTab(), 'marks', 1, 'five', 9);
    const grid = done(wrong, cellEdit(wrong, 'marks', 1, 'five')).grid;
    const { row } = cellEdit(grid, 'marks', 2, 'grade');
    grid[row - 1] = [...grid[row - 2]!];
    const after = done(grid, { row, column: 1, rows: 1, columns: grid[0]!.length });
    expect(after.toast).toBe('');
    expect(after.grid[row - 1]![readTab(grid).blocks.get('marks')!.columns.get('explanation')! - 1]).toBe('');
  });
});

test('a number typed as a percentage is an error at once, and stays one at the next edit', () => {
  const grid = typed(cleanTab(), 'marks', 1, 'five', 1);
  const edit = cellEdit(grid, 'marks', 1, 'five');
  const { patches } = answerEdit(programme, grid, edit, WHEN, () => [['0%']]);
  const after = applied(grid, patches);
  expect(remarkAt(after, 'marks')).toContain('100 %');
  expect(String(after[edit.row - 1]![MEMORY_COLUMN - 1])).toContain('"p":["five"]');
  const other = typed(after, 'marks', 1, 'four', 6);
  expect(remarkAt(done(other, cellEdit(other, 'marks', 1, 'four')).grid, 'marks')).toContain('100 %');
});

test('a number typed as a percentage stays an error while its row gets another name, and back', () => {
  const percent = typed(cleanTab(), 'marks', 1, 'five', 1);
  let grid = applied(
    percent,
    answerEdit(programme, percent, cellEdit(percent, 'marks', 1, 'five'), WHEN, () => [['0%']]).patches,
  );
  for (const letter of ['Б', 'А']) {
    const renamed = typed(grid, 'marks', 1, 'letter', letter);
    grid = done(renamed, cellEdit(renamed, 'marks', 1, 'letter')).grid;
    expect(remarkAt(grid, 'marks')).toContain('100 %');
  }
});

test('no answer ever touches a cell of the school or the roles', () => {
  const base = filledTab({
    classes: [CLASS_A, { grade: '6', letter: '', enrolled: 41 }],
    marks: [MARKS_A, { ...MARKS_A, five: 9 }, { ...MARKS_A, grade: '6', five: 'нет', explanation: 'болел' }],
    pupils: [{ ...PUPILS_A, good: '' }],
    context: [contextRow('5', 8, { disabilities: 1 })],
  });
  const said = (grid: Grid) =>
    [...readTab(grid).lines.values()].map(({ row }) => [
      grid[row - 1]![ANSWER_COLUMN - 1],
      grid[row - 1]![REASON_COLUMN - 1],
    ]);
  const area = fc.record({
    row: fc.integer({ min: 1, max: base.length }),
    column: fc.integer({ min: 1, max: base[0]!.length }),
    rows: fc.integer({ min: 1, max: base.length }),
    columns: fc.integer({ min: 1, max: base[0]!.length }),
  });
  fc.assert(
    fc.property(area, fc.boolean(), fc.boolean(), (edit, checks, submits) => {
      const grid = ticked(ticked(base, HEAD.check, checks), HEAD.submit, submits);
      const after = done(grid, edit).grid;
      expect(inputCells(after)).toEqual(inputCells(grid));
      expect(said(after)).toEqual(said(grid));
      expect(after.map((cells) => cells[0])).toEqual(grid.map((cells) => cells[0]));
    }),
    { numRuns: 40 },
  );
});
