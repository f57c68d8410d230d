import type { Cell, Grid, PeriodKey, Programme } from '../../src/model';
import { answerEdit, type Edit, rollTab } from '../../src/pipeline';
import { rowsOf } from '../../src/pipeline/tab-rows';
import { programme as first } from '../../src/programme';
import { EXPLANATION, HEAD, REASON_COLUMN, REMARK_COLUMN } from '../../src/workbook';
import {
  applied,
  CHECK_BOX,
  copyOf,
  emptyTab,
  factsFor,
  readTab,
  SCHOOL,
  SUBMIT_BOX,
  type TypedRow,
  ticked,
  typeInto,
} from '../build';

const FORMS = ['classes', 'coverage', 'satisfaction'];
/** The class list, and two forms that are no lists of classes. */
const some: Programme = {
  ...first,
  forms: first.forms.filter(({ key }) => FORMS.includes(key)),
  indicators: first.indicators.filter(({ from }) => FORMS.includes(from.key)),
  checks: first.checks.filter(({ form }) => form === undefined || FORMS.includes(form)),
};
const WHEN = '2023-07-05T09:15';
const SPRING: PeriodKey = '2022-Q2';

const done = (grid: Grid, edit: Edit): Grid => applied(grid, answerEdit(some, copyOf(grid), edit, WHEN).patches);
const checked = (grid: Grid): Grid => done(ticked(grid, HEAD.check), CHECK_BOX);

function placeOf(grid: Grid, form: string, row: number, key: string): Edit {
  const { firstRow, columns } = readTab(grid, some).blocks.get(form)!;
  return { row: firstRow - 1 + row, column: columns.get(key)!, rows: 1, columns: 1 };
}

function typed(grid: Grid, form: string, row: number, key: string, value: Cell): Grid {
  const edit = placeOf(grid, form, row, key);
  const result = copyOf(grid);
  result[edit.row - 1]![edit.column - 1] = value;
  return done(result, edit);
}

const remark = (grid: Grid, form: string, row: number): Cell =>
  grid[placeOf(grid, form, row, EXPLANATION).row - 1]![REMARK_COLUMN - 1]!;
const titleRemark = (grid: Grid, form: string): Cell =>
  grid[readTab(grid, some).blocks.get(form)!.titleRow - 1]![REMARK_COLUMN - 1]!;

/** The tab turned to the next quarter, as closing turns it. */
function turned(grid: Grid, to: PeriodKey): Grid {
  const tab = readTab(grid, some);
  const rows = [...tab.blocks.values()].flatMap((block) => rowsOf(tab, block).map(({ raw }) => raw));
  return applied(grid, rollTab(some, grid, rows, to, factsFor(some)).patches);
}

const LIST: TypedRow[] = [
  { grade: '5', letter: '', enrolled: 12 },
  { grade: '6', letter: '', enrolled: 23 },
];
const COVERAGE = {
  ...{ level: '5-9', enrolled: 35, additional: 20, institutions: 8, onPlan: 1 },
  ...{ familiesCovered: 6, visits: 9, consultations: 12, masterclassPupils: 10 },
};

const start = checked(
  typeInto(
    typeInto(emptyTab(some, SCHOOL, SPRING, factsFor(some)), 'classes', LIST, some),
    'coverage',
    [COVERAGE],
    some,
  ),
);
const summer = turned(start, '2022-Q3');
/** A year later: the list of June stands there, with the classes of then. */
const yearLater = (['2022-Q4', '2023-Q1', '2023-Q2'] as const).reduce(
  (grid: Grid, period) => turned(grid, period),
  summer,
);

const JUMP =
  '⚠ Проверьте: «Консультаций для семей (по журналу)»: 120, а год назад 12; исправьте или напишите, почему так, в «Пояснении».';

describe('what a number was a year ago', () => {
  const asked = typeInto(yearLater, 'coverage', [{ ...COVERAGE, additional: 24, consultations: 120 }], some);
  // A second tick confirms what was pasted unseen.
  const found = checked(checked(asked));

  test('is remembered over the quarters in which nobody asks for the form', () => {
    expect(remark(found, 'coverage', 1)).toBe(JUMP);
  });

  test('is asked about when the whole tab is checked, not at every edit', () => {
    const edited = done(asked, placeOf(asked, 'coverage', 1, 'consultations'));
    expect(remark(edited, 'coverage', 1)).not.toContain('год назад');
    expect(remark(checked(edited), 'coverage', 1)).toContain('год назад 12');
  });

  test('stays beside its row while others are typed in, and goes when the row is', () => {
    const beside = typed(found, 'classes', 1, 'enrolled', 13);
    expect(remark(beside, 'coverage', 1)).toContain('год назад 12');
    expect(remark(typed(beside, 'coverage', 1, 'consultations', 14), 'coverage', 1)).not.toContain('год назад');
  });

  test('is explained once, for as long as the number stays', () => {
    const said = typed(found, 'coverage', 1, EXPLANATION, 'Открыт консультационный пункт');
    expect(remark(said, 'coverage', 1)).toMatch(/^ℹ Пояснено: .*год назад 12/);
    expect(remark(checked(said), 'coverage', 1)).toMatch(/^ℹ Пояснено: /);
    const other = checked(typed(said, 'coverage', 1, 'consultations', 130));
    expect(remark(other, 'coverage', 1)).toContain(
      '130, а год назад 12; исправьте или напишите, почему так, в «Пояснении» (пояснение дано к прежнему числу',
    );
  });
});

describe('the children of a class', () => {
  test('are compared with themselves: by autumn the sixth grade is what the fifth was', () => {
    const autumn = typed(typed(summer, 'classes', 1, 'enrolled', 24), 'classes', 2, 'enrolled', 12);
    expect(remark(checked(autumn), 'classes', 1)).toBe('');
    expect(remark(checked(autumn), 'classes', 2)).toBe('');
    const wrong = checked(typed(autumn, 'classes', 2, 'enrolled', 21));
    expect(remark(wrong, 'classes', 2)).toContain('21, а у этих же детей в прошлый раз 12');
  });
});

test('a form with all the numbers of last year is asked about, and not handed in until that is answered', () => {
  const same = typeInto(yearLater, 'coverage', [COVERAGE], some);
  const found = checked(same);
  expect(titleRemark(found, 'coverage')).toContain('все числа – как в прошлый раз');
  // Typing elsewhere leaves the question where it is.
  expect(titleRemark(typed(found, 'classes', 1, 'enrolled', 13), 'coverage')).toContain(
    'все числа – как в прошлый раз',
  );
  expect(readTab(done(ticked(found, HEAD.submit), SUBMIT_BOX), some).status.state).toBe('draft');
});

describe('names of children', () => {
  const NAMED = 'Иванов И. И. перешёл в другую школу';

  test('in an explanation are not explained by it: they go', () => {
    const said = typed(start, 'coverage', 1, EXPLANATION, NAMED);
    expect(remark(said, 'coverage', 1)).toMatch(/^⚠ Проверьте: «Пояснение»: похоже на личные данные/);
    expect(remark(typed(said, 'coverage', 1, EXPLANATION, 'Один обучающийся перешёл'), 'coverage', 1)).toBe('');
  });

  test('in the reason of a form are told beside its title', () => {
    const { row } = readTab(start, some).lines.get('coverage')!;
    const edit = { row, column: REASON_COLUMN, rows: 1, columns: 1 };
    const grid = copyOf(start);
    grid[row - 1]![REASON_COLUMN - 1] = NAMED;
    expect(titleRemark(done(grid, edit), 'coverage')).toMatch(/^⚠ Проверьте: «Пояснение»: похоже на личные данные/);
  });
});
