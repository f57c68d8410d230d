import fc from 'fast-check';
import { type Cell, type Grid, isKept, type Programme } from '../../src/model';
import {
  answerEdit,
  besidePatch,
  calculatedPatch,
  checkTab,
  checkTouched,
  type Edit,
  headStates,
  NOTHING_SEEN,
} from '../../src/pipeline';
import { programme as first } from '../../src/programme';
import {
  ANSWER_COLUMN,
  ANSWERS,
  type Block,
  EXPLANATION,
  HEAD,
  memoryCell,
  REASON_COLUMN,
  readMemory,
  type SchoolTab,
  STATE_COLUMN,
} from '../../src/workbook';
import {
  applied,
  CHECK_BOX,
  CLASS_A,
  CLEAN,
  cleanTab,
  contextRow,
  copyOf,
  filledTab,
  frozen,
  MARKS_A,
  PUPILS_A,
  readTab,
  SUBMIT_BOX,
  stored,
  ticked,
} from '../build';
import { programme } from '../four-forms';

/** The four forms set against each other: marks bear on the pupils of their class. All this is looked for at every edit. */
const crossed: Programme = {
  ...programme,
  checks: first.checks.filter((check) => !isKept(check) && programme.forms.some(({ key }) => key === check.form)),
};

const WHEN = '2023-07-05T09:15';

const done = (grid: Grid, edit: Edit, of: Programme = programme): Grid =>
  applied(grid, answerEdit(of, frozen(copyOf(grid)), edit, WHEN).patches);
const checkedTab = (grid: Grid, of = programme): Grid => done(ticked(grid, HEAD.check), CHECK_BOX, of);
const submittedTab = (grid: Grid): Grid => done(ticked(grid, HEAD.submit), SUBMIT_BOX);

const cell = (row: number, column: number): Edit => ({ row, column, rows: 1, columns: 1 });
const put = (grid: Grid, row: number, column: number, value: Cell): Grid => {
  const result = copyOf(grid);
  result[row - 1]![column - 1] = value;
  return result;
};
const blockOf = (tab: SchoolTab, form: string): Block => tab.blocks.get(form)!;

/** The words of the head that speak of what was found, as they stand and as a check of every form says them. */
function headOf(grid: Grid) {
  const tab = readTab(grid);
  const said = headStates(checkTab(crossed, tab), tab.status);
  const at = (row: number): Cell => grid[row - 1]![STATE_COLUMN - 1]!;
  const standing = [at(HEAD.period), ...[...tab.lines.values()].map(({ row }) => at(row))];
  return { standing, said: [stored(said.left), ...Object.values(said.byForm)] };
}

type Step = (grid: Grid) => { grid: Grid; edit: Edit | null };

const FORMS = programme.forms.map(({ key }) => key);
const VALUES: readonly Cell[] = ['', 0, 1, 9, 15, 30, 2.5, '5', '6', 'А', 'Б', 'Химия', 'семь', 'всего'];
const anyForm = fc.constantFrom(...FORMS);
const anyRow = fc.nat(4);

/** The first cells of a row, those of the numbers after them, and its explanation. */
const typing: fc.Arbitrary<Step> = fc
  .tuple(anyForm, anyRow, fc.nat(20), fc.constantFrom(...VALUES))
  .map(([form, row, place, value]) => (grid) => {
    const { firstRow, columns, form: asked } = blockOf(readTab(grid), form);
    const places = [...Object.keys(asked.fields), EXPLANATION].map((key) => columns.get(key)!);
    const index = place % places.length;
    const typed = index === places.length - 1 && typeof value !== 'string' ? 'болел' : value;
    return { grid: put(grid, firstRow + row, places[index]!, typed), edit: cell(firstRow + row, places[index]!) };
  });

const inHead: fc.Arbitrary<Step> = fc
  .tuple(anyForm, fc.constantFrom('', ...ANSWERS), fc.boolean())
  .map(([form, word, isReason]) => (grid) => {
    const { row } = readTab(grid).lines.get(form)!;
    const column = isReason ? REASON_COLUMN : ANSWER_COLUMN;
    return { grid: put(grid, row, column, word), edit: cell(row, column) };
  });

/** Two rows change places, or one is written over the other, or a row goes: nobody tells the add-on. */
const unseen: fc.Arbitrary<Step> = fc
  .tuple(anyForm, anyRow, anyRow, fc.constantFrom('sort', 'copy', 'delete', 'half'))
  .map(([form, one, other, how]) => (grid) => {
    const { firstRow } = blockOf(readTab(grid), form);
    const [a, b] = [firstRow - 1 + one, firstRow - 1 + other];
    const result = copyOf(grid);
    if (how === 'delete') result.splice(a, 1);
    else if (how === 'copy') result[a] = [...result[b]!];
    else if (how === 'sort') [result[a], result[b]] = [result[b]!, result[a]!];
    else [result[a]![6], result[b]![6]] = [result[b]![6]!, result[a]![6]!];
    return { grid: result, edit: null };
  });

const asking: fc.Arbitrary<Step> = fc
  .constantFrom([HEAD.check, CHECK_BOX] as const, [HEAD.submit, SUBMIT_BOX] as const)
  .map(([row, edit]) => (grid) => ({ grid: ticked(grid, row), edit }));

const anyStep = fc.oneof(
  { weight: 6, arbitrary: typing },
  { weight: 1, arbitrary: inHead },
  { weight: 2, arbitrary: unseen },
  { weight: 1, arbitrary: asking },
);

const START = filledTab({
  classes: [CLASS_A, { ...CLASS_A, letter: 'Б' }, { grade: '6', letter: '', enrolled: 9 }],
  marks: [
    MARKS_A,
    { ...MARKS_A, subject: 'Химия' },
    { ...MARKS_A, letter: 'Б', five: 9 },
    // Some of its pupils are those of the first row, as soon as a number of both is given.
    { grade: '5-6', letter: '', subject: MARKS_A.subject },
  ],
  pupils: [PUPILS_A, { ...PUPILS_A, letter: 'Б', good: '' }],
  context: [contextRow('5', 15)],
});

test('after any edit the head says what a check of every form would say', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), fc.boolean(), (steps, isChecked) => {
      let grid = isChecked ? checkedTab(START, crossed) : START;
      for (const step of steps) {
        const changed = step(grid);
        grid = changed.edit ? done(changed.grid, changed.edit, crossed) : changed.grid;
        if (!changed.edit || readTab(grid).trouble.length > 0) continue;
        const { standing, said } = headOf(grid);
        expect(standing).toEqual(said);
      }
    }),
    { numRuns: 60 },
  );
});

test('after any edit of a form its remarks, memory and calculated columns are those of a check of every form', () => {
  /** What a check of every form would still write beside the rows of the forms that an edit was about. */
  const left = (grid: Grid, { row, rows }: Edit) => {
    const tab = readTab(grid);
    const checked = checkTab(crossed, tab);
    const own = checked.blocks.filter(({ block }) => block.firstRow < row + rows && row < block.endRow);
    const beside = besidePatch(checked, { only: new Set(own.map(({ block }) => block.form.key)) });
    return [beside, ...own.map((block) => calculatedPatch(crossed, checked, block))].filter((patch) => patch !== null);
  };
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
      let grid = checkedTab(START, crossed);
      for (const step of steps) {
        const changed = step(grid);
        grid = changed.edit ? done(changed.grid, changed.edit, crossed) : changed.grid;
        if (!changed.edit || readTab(grid).trouble.length > 0) continue;
        expect(left(grid, changed.edit)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test('rows known again by their cells are answered as rows known by the digests of these', () => {
  const byDigests = (grid: Grid): Grid =>
    grid.map((cells) =>
      cells.map((cell) => {
        const memory = readMemory(cell);
        return memory ? memoryCell(memory) : cell;
      }),
    );
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
      let grid = checkedTab(START, crossed);
      expect(byDigests(grid)).not.toEqual(grid);
      for (const step of steps) {
        const changed = step(grid);
        grid = changed.grid;
        if (!changed.edit) continue;
        grid = done(changed.grid, changed.edit, crossed);
        const other = done(byDigests(changed.grid), changed.edit, crossed);
        expect(byDigests(grid)).toEqual(byDigests(other));
      }
    }),
    { numRuns: 25 },
  );
});

describe('after a check of the whole tab an edit checks', () => {
  const grid = checkedTab(cleanTab());
  const checkedForms = (of: Grid, form: string): string[] =>
    checkTouched(programme, readTab(of), NOTHING_SEEN, new Set([form])).blocks.map(({ block }) => block.form.key);
  const typed = (form: string, key: string, value: Cell): Grid => {
    const { firstRow, columns } = blockOf(readTab(grid), form);
    return put(grid, firstRow, columns.get(key)!, value);
  };

  test('its own form alone', () => {
    expect(checkedForms(typed('pupils', 'good', 4), 'pupils')).toEqual(['pupils']);
  });

  test('of the pupils, when a mark is edited, the rows of its class alone', () => {
    const crossedTab = checkedTab(
      filledTab({
        classes: [CLASS_A, { ...CLASS_A, letter: 'Б' }],
        marks: [MARKS_A, { ...MARKS_A, letter: 'Б' }],
        pupils: [PUPILS_A, { ...PUPILS_A, letter: 'Б' }],
        context: [contextRow('5', 15)],
      }),
      crossed,
    );
    const rowOf = (form: string, letter: string): number =>
      blockOf(readTab(crossedTab), form).firstRow + (letter === 'А' ? 0 : 1);
    const { columns } = blockOf(readTab(crossedTab), 'marks');
    for (const letter of ['А', 'Б']) {
      const row = rowOf('marks', letter);
      const edited = put(put(crossedTab, row, columns.get('two')!, 3), row, columns.get('three')!, 5);
      const seen = { ...NOTHING_SEEN, changed: (changed: number) => changed === row };
      const looked = checkTouched(crossed, readTab(edited), seen, new Set(['marks']));
      const pupils = looked.blocks.find(({ block }) => block.form.key === 'pupils')!;
      const lookedAt = [...pupils.beside].filter(([, own]) => own !== null).map(([row]) => row);
      expect(lookedAt).toEqual([pupils.block.titleRow, rowOf('pupils', letter)]);
      expect(pupils.checked.issues.map(({ id }) => id)).toContain('row/twos-above-failing');
    }
  });

  test('every form that follows the class list, when that is edited', () => {
    expect(checkedForms(typed('classes', 'enrolled', 16), 'classes')).toEqual([
      'classes',
      'marks',
      'pupils',
      'context',
    ]);
  });

  test('a form that was changed and nobody saw it', () => {
    expect(checkedForms(typed('marks', 'five', 3), 'pupils')).toEqual(['marks', 'pupils']);
  });

  test('a form one of whose rows was deleted', () => {
    const fewer = copyOf(grid);
    fewer.splice(blockOf(readTab(grid), 'marks').firstRow - 1, 1);
    expect(checkedForms(fewer, 'pupils')).toEqual(['marks', 'pupils']);
  });

  test('all that a check of the programme looks at', () => {
    const check = { id: 'tab/own', needs: 'tab', severity: 'warning', words: () => '', cases: [] } as const;
    const own: Programme = { ...programme, checks: [{ ...check, form: 'context', find: () => [] }] };
    const standing = done(ticked(cleanTab(), HEAD.check), CHECK_BOX, own);
    const { firstRow, columns } = blockOf(readTab(standing), 'pupils');
    const edited = put(standing, firstRow, columns.get('good')!, 4);
    const looked = checkTouched(own, readTab(edited, own), NOTHING_SEEN, new Set(['pupils']));
    expect(looked.blocks.map(({ block }) => block.form.key)).toEqual(['pupils', 'context']);
  });
});

test('a row added at the end of a checked form is remembered with it, and the next edit elsewhere relies on both', () => {
  const grid = submittedTab(cleanTab());
  const { firstRow, columns } = blockOf(readTab(grid), 'pupils');
  const edit = { row: firstRow + 1, column: columns.get('grade')!, rows: 1, columns: columns.size };
  const added = copyOf(grid);
  for (const [key, value] of Object.entries({ ...PUPILS_A, letter: 'Б' }))
    added[firstRow]![columns.get(key)! - 1] = value;
  const after = done(added, edit);
  const looked = checkTouched(programme, readTab(after), NOTHING_SEEN, new Set(['context']));
  expect(looked.blocks.map(({ block }) => block.form.key)).toEqual(['context']);
});

describe('a wrong number that nobody was seen to type in a calculated cell', () => {
  const two = { ...CLEAN, marks: [MARKS_A, { ...MARKS_A, subject: 'Химия' }], context: [contextRow('5', 15)] };
  const grid = checkedTab(filledTab(two));
  const { firstRow, columns } = blockOf(readTab(grid), 'marks');
  const at = columns.get('calc:sou')!;
  const wrong = put(grid, firstRow, at, 1);
  const right = grid[firstRow - 1]![at - 1];
  const standing = (of: Grid): Cell => of[firstRow - 1]![at - 1]!;
  const typed = (row: number) => {
    const column = columns.get('five')!;
    return done(put(wrong, row, column, 3), cell(row, column));
  };

  test('stays while other rows of the form are edited', () => {
    expect(standing(typed(firstRow + 1))).toBe(1);
  });

  test('is put right by «Проверить», and by any edit of its row', () => {
    expect(typeof right).toBe('number');
    expect(standing(checkedTab(wrong))).toBe(right);
    expect(standing(typed(firstRow))).not.toBe(1);
  });
});
