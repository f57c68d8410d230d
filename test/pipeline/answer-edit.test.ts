import fc from 'fast-check';
import { type Grid, NBSP } from '../../src/model';
import { answerEdit, type Edit } from '../../src/pipeline';
import { programme } from '../../src/programme';
import { HEAD, VALUE_COLUMN } from '../../src/workbook';
import {
  applied,
  CHECK_BOX,
  CLASS_A,
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

const WHEN = '05.07.2023 09:15';
const LATER = '06.07.2023 10:00';

const answer = (grid: Grid, edit: Edit, when = WHEN) => answerEdit(programme, frozen(copyOf(grid)), edit, when);

/** What a person does, and the tab after the answer. */
function done(grid: Grid, edit: Edit, when = WHEN): { grid: Grid; toast: string } {
  const { patches, toast } = answer(grid, edit, when);
  return { grid: applied(grid, patches), toast };
}

const valueAt = (grid: Grid, row: number) => grid[row - 1]![VALUE_COLUMN - 1];
const statusOf = (grid: Grid) => valueAt(grid, HEAD.status);
const typed = (grid: Grid, form: string, row: number, key: string, value: string | number): Grid => {
  const result = copyOf(grid);
  const { row: at, column } = cellEdit(grid, form, row, key);
  result[at - 1]![column - 1] = value;
  return result;
};
const remarkAt = (grid: Grid, form: string, row = 1) => grid[cellEdit(grid, form, row, 'grade').row - 1]![1];

const submitted = (): Grid => done(ticked(cleanTab(), HEAD.submit), SUBMIT_BOX).grid;

test('«Проверить» asks first about numbers that changed unseen; ticked again, it takes them as they are', () => {
  const checkedOnce = done(ticked(cleanTab(), HEAD.check), CHECK_BOX).grid;
  const { columns, firstRow } = readTab(checkedOnce).blocks.get('marks')!;
  const [five, four] = [columns.get('five')! - 1, columns.get('four')! - 1];
  const row = checkedOnce[firstRow - 1]!;
  [row[five], row[four]] = [row[four]!, row[five]!];
  const asked = done(ticked(checkedOnce, HEAD.check), CHECK_BOX);
  expect(remarkAt(asked.grid, 'marks')).toContain('изменились без проверки');
  expect(asked.toast).toContain(`1${NBSP}замечание`);
  const confirmed = done(ticked(asked.grid, HEAD.check), CHECK_BOX);
  expect([remarkAt(confirmed.grid, 'marks'), confirmed.toast]).toEqual(['', 'Проверено: замечаний нет.']);
});

describe('typing a number', () => {
  const wrong = typed(cleanTab(), 'marks', 1, 'five', 9);
  const { grid, toast } = done(wrong, cellEdit(wrong, 'marks', 1, 'five'));

  test('is answered by a remark in its row, by shares and by completeness', () => {
    expect(remarkAt(grid, 'marks')).toMatch(/^✖ Ошибка: отметки, н\/а и освобождённые дают 22/);
    expect(valueAt(grid, HEAD.firstForm + 1)).toBe('7 из 7, ✖ ошибок: 1');
    expect(valueAt(grid, HEAD.completeness)).toContain('ошибок: 1');
    expect(toast).toBe('');
    const right = typed(cleanTab(), 'marks', 1, 'five', 2);
    const answered = done(right, cellEdit(right, 'marks', 1, 'five')).grid;
    const { columns, firstRow } = readTab(answered).blocks.get('marks')!;
    expect(answered[firstRow - 1]![columns.get('calc:quality-rate')! - 1]).toBeCloseTo(46.667, 3);
  });

  test('changes nothing that the school has typed', () => {
    expect(inputCells(grid)).toEqual(inputCells(wrong));
  });

  test('with nothing new to say writes nothing', () => {
    expect(answer(grid, cellEdit(grid, 'marks', 1, 'five'))).toEqual({ patches: [], toast: '' });
  });
});

test('an edit outside the forms and boxes is not answered', () => {
  expect(answer(cleanTab(), { row: 1, column: 2, rows: 1, columns: 1 })).toEqual({ patches: [], toast: '' });
});

test('an edit of another tab is not answered', () => {
  const foreign = [['Журнал', '', '']];
  expect(answer(foreign, { row: 1, column: 1, rows: 1, columns: 1 })).toEqual({ patches: [], toast: '' });
});

test('an edit of the whole tab writes at most five times', () => {
  const grid = filledTab({ classes: [CLASS_A], marks: [{ ...MARKS_A, five: 9 }], pupils: [PUPILS_A] });
  const whole = { row: 1, column: 1, rows: grid.length, columns: grid[0]!.length };
  expect(answer(grid, whole).patches.length).toBeLessThanOrEqual(5);
});

describe('«Проверить»', () => {
  test('says that all is well, and unticks itself', () => {
    const { grid, toast } = done(ticked(cleanTab(), HEAD.check), CHECK_BOX);
    expect(toast).toBe('Проверено: замечаний нет.');
    expect(valueAt(grid, HEAD.check)).toBe(false);
  });

  test('counts errors and unexplained warnings in every form', () => {
    const bad = filledTab({
      classes: [CLASS_A],
      marks: [{ ...MARKS_A, five: 9 }],
      pupils: [{ ...PUPILS_A, good: '' }],
    });
    const { grid, toast } = done(ticked(bad, HEAD.check), CHECK_BOX);
    expect(toast).toBe(`Проверено: 1${NBSP}ошибка, 1${NBSP}замечание без пояснения. Смотрите столбец B.`);
    expect(remarkAt(grid, 'marks')).toMatch(/^✖/);
    expect(remarkAt(grid, 'pupils')).toMatch(/^⚠/);
  });

  test('does not hand anything in', () => {
    expect(statusOf(done(ticked(cleanTab(), HEAD.check), CHECK_BOX).grid)).toBe('черновик');
  });
});

describe('«Сдать»', () => {
  test('of a tab in order hands it in, with the time', () => {
    const { grid, toast } = done(ticked(cleanTab(), HEAD.submit), SUBMIT_BOX);
    expect(statusOf(grid)).toBe(`сдано ${WHEN}`);
    expect(valueAt(grid, HEAD.submit)).toBe(true);
    expect(toast).toBe('Сдано. Спасибо!');
    expect(readTab(grid).submitted).toBe(true);
  });

  test('is refused while there are errors', () => {
    const bad = filledTab({ classes: [CLASS_A], marks: [{ ...MARKS_A, five: 9 }] });
    const { grid, toast } = done(ticked(bad, HEAD.submit), SUBMIT_BOX);
    expect(statusOf(grid)).toBe('черновик');
    expect(valueAt(grid, HEAD.submit)).toBe(false);
    expect(toast).toMatch(/^Не сдано: 1\u00a0ошибка\. /);
    expect(remarkAt(grid, 'marks')).toMatch(/^✖/);
  });

  test('is refused while a warning has no explanation, and taken when it has', () => {
    const odd = filledTab({ classes: [CLASS_A], marks: [{ ...MARKS_A, five: 1 }] });
    const refused = done(ticked(odd, HEAD.submit), SUBMIT_BOX);
    expect(refused.toast).toMatch(/^Не сдано: 1\u00a0замечание без пояснения/);
    const explained = typed(refused.grid, 'marks', 1, 'explanation', 'один на домашнем обучении');
    const settled = done(explained, cellEdit(explained, 'marks', 1, 'explanation')).grid;
    expect(remarkAt(settled, 'marks')).toMatch(/^ℹ Пояснено/);
    expect(statusOf(done(ticked(settled, HEAD.submit), SUBMIT_BOX).grid)).toBe(`сдано ${WHEN}`);
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
    expect(toast).toBe('Не сдано: на вкладке нет ни одной заполненной строки.');
    expect(valueAt(grid, HEAD.submit)).toBe(false);
  });

  test('may be taken back by unticking it', () => {
    const { grid, toast } = done(ticked(submitted(), HEAD.submit, false), SUBMIT_BOX, LATER);
    expect(statusOf(grid)).toBe('черновик');
    expect(toast).toBe('Отметка о сдаче снята.');
  });
});

describe('an edit after «сдано»', () => {
  test('drops it, unticks the box and says so', () => {
    const changed = typed(submitted(), 'marks', 1, 'five', 1);
    const { grid, toast } = done(changed, cellEdit(changed, 'marks', 1, 'five'), LATER);
    expect(statusOf(grid)).toBe(`черновик (изменено после сдачи ${LATER})`);
    expect(valueAt(grid, HEAD.submit)).toBe(false);
    expect(toast).toMatch(/^Данные изменены после сдачи/);
    expect(readTab(grid).submitted).toBe(false);
  });

  test('and another one after that says nothing more', () => {
    const changed = typed(submitted(), 'marks', 1, 'five', 1);
    const first = done(changed, cellEdit(changed, 'marks', 1, 'five'), LATER).grid;
    const second = typed(first, 'marks', 1, 'five', 2);
    const { grid, toast } = done(second, cellEdit(second, 'marks', 1, 'five'), '07.07.2023 11:00');
    expect(toast).toBe('');
    expect(statusOf(grid)).toBe(`черновик (изменено после сдачи ${LATER})`);
  });

  test('«Проверить» is no edit', () => {
    expect(statusOf(done(ticked(submitted(), HEAD.check), CHECK_BOX, LATER).grid)).toBe(`сдано ${WHEN}`);
  });
});

describe('a damaged tab', () => {
  const damaged = (): Grid => {
    const grid = cleanTab();
    grid.splice(readTab(grid).blocks.get('marks')!.endRow - 1, 1);
    return grid;
  };

  test('is left alone while the school types', () => {
    const grid = damaged();
    expect(answer(grid, { row: 20, column: 4, rows: 1, columns: 1 })).toEqual({ patches: [], toast: '' });
  });

  test('is not handed in, and the school is told what to do', () => {
    const { grid, toast } = done(ticked(damaged(), HEAD.submit), SUBMIT_BOX);
    expect(toast).toContain('Вкладка повреждена');
    expect(valueAt(grid, HEAD.submit)).toBe(false);
    expect(statusOf(grid)).toBe('черновик');
  });

  test('is not checked either', () => {
    const { grid, toast } = done(ticked(damaged(), HEAD.check), CHECK_BOX);
    expect(toast).toContain('Вкладка повреждена');
    expect(valueAt(grid, HEAD.check)).toBe(false);
  });
});

test('no answer ever touches a cell of the school or the roles', () => {
  const base = filledTab({
    classes: [CLASS_A, { grade: '6', letter: '', enrolled: 41 }],
    marks: [MARKS_A, { ...MARKS_A, five: 9 }, { ...MARKS_A, grade: '6', five: 'нет', explanation: 'болел' }],
    pupils: [{ ...PUPILS_A, good: '' }],
    context: [contextRow('5', 8, { disabilities: 1 })],
  });
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
      expect(after.map((cells) => cells[0])).toEqual(grid.map((cells) => cells[0]));
    }),
    { numRuns: 40 },
  );
});
