import fc from 'fast-check';
import { type Cell, type Grid, NBSP } from '../../src/model';
import {
  besidePatch,
  calculatedPatch,
  checkTab,
  completenessOf,
  firstPlace,
  headStates,
  leftIn,
  NOTHING_SEEN,
  type Seen,
  stateOf,
} from '../../src/pipeline';
import {
  ANSWER_COLUMN,
  FIRST_FIELD_COLUMN,
  HEAD,
  MEMORY_COLUMN,
  REASON_COLUMN,
  REMARK_COLUMN,
  ROLE_COLUMN,
  readSchoolTab,
  STATE_COLUMN,
} from '../../src/workbook';
import {
  applied,
  CLASS_A,
  cleanTab,
  contextRow,
  copyOf,
  emptyTab,
  factsFor,
  filledTab,
  inputCells,
  MARKS_A,
  PUPILS_A,
  readTab,
} from '../build';
import { programme } from '../four-forms';

const check = (grid: Grid) => checkTab(programme, readTab(grid));

/** A person has asked for the whole tab to be checked. */
const LOOKED: Seen = { ...NOTHING_SEEN, changed: () => true, confirmed: true };

/** All remarks and calculated columns of a tab, written. */
function answered(grid: Grid, seen: Seen = LOOKED): Grid {
  const checked = checkTab(programme, readTab(grid), seen);
  const remarks = besidePatch(checked, { relied: true });
  const columns = checked.blocks.flatMap((block) => calculatedPatch(programme, checked, block) ?? []);
  return applied(grid, [...(remarks ? [remarks] : []), ...columns]);
}

const remarkOf = (grid: Grid, form: string, row = 1): string => {
  const block = readTab(grid).blocks.get(form)!;
  return String(grid[block.firstRow - 2 + row]![REMARK_COLUMN - 1]);
};

const cellOf = (grid: Grid, form: string, key: string, row = 1): Cell => {
  const block = readTab(grid).blocks.get(form)!;
  return grid[block.firstRow - 2 + row]![block.columns.get(key)! - 1]!;
};

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat(40),
  fc.constantFrom<Cell>('', 'нет', '5', '1-4', 'А', 'Химия', '12,5', -1, 2.5, true, 'Иванов И. И.', '=1'),
  fc.date({ noInvalidDate: true, min: new Date(2020, 0, 1), max: new Date(2026, 0, 1) }),
);

/** A tab with anything typed anywhere in its forms, among remarks and memories too, and inserted rows. */
const typedTab = (columns: 'all' | 'own'): fc.Arbitrary<Grid> =>
  fc
    .array(
      fc.record({
        form: fc.constantFrom('classes', 'marks', 'pupils', 'context'),
        row: fc.nat(12),
        column: fc.integer({ min: MEMORY_COLUMN, max: 20 }),
        value: anyCell,
        insert: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    .map((typed) => {
      const grid = cleanTab();
      for (const { form, row, column, value, insert } of typed) {
        const block = readSchoolTab(programme, grid).blocks.get(form)!;
        if (insert) grid.splice(block.firstRow + row, 0, Array<Cell>(grid[0]!.length).fill(''));
        const used = [...block.columns].flatMap(([key, at]) =>
          columns === 'own' && key.startsWith('calc:') ? [] : [at],
        );
        if (column < FIRST_FIELD_COLUMN || used.includes(column)) grid[block.firstRow - 1 + row]![column - 1] = value;
      }
      return grid;
    });

test('remarks and calculated columns never touch a cell of the school', () => {
  fc.assert(
    fc.property(typedTab('all'), (grid) => {
      expect(readTab(grid).trouble).toEqual([]);
      const after = answered(grid);
      expect(inputCells(after)).toEqual(inputCells(grid));
      const tab = readTab(after);
      expect(tab.trouble).toEqual([]);
      expect(after.map((cells) => cells[0])).toEqual(grid.map((cells) => cells[0]));
    }),
    { numRuns: 30 },
  );
});

test('once answered, there is nothing more to write', () => {
  fc.assert(
    fc.property(typedTab('own'), (grid) => {
      const again = check(answered(grid));
      expect(besidePatch(again)).toBeNull();
      expect(again.blocks.flatMap((block) => calculatedPatch(programme, again, block) ?? [])).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('a tab with nothing to remark on gets no remark, a memory of its rows, and their shares', () => {
  const checked = check(cleanTab());
  const beside = applied(cleanTab(), [besidePatch(checked)!]);
  const remarks = (of: Grid) => of.map((cells) => cells[REMARK_COLUMN - 1]);
  expect(remarks(beside)).toEqual(remarks(cleanTab()));
  const remembering = beside.filter((cells) => String(cells[MEMORY_COLUMN - 1]).startsWith('{"i":'));
  expect(remembering.filter(([role]) => String(role).endsWith('/row'))).toHaveLength(4);
  expect([checked.errors, checked.unexplained, checked.issues.length]).toEqual([0, 0, 0]);
  const grid = answered(cleanTab());
  expect(cellOf(grid, 'marks', 'calc:quality-rate')).toBeCloseTo(46.667, 3);
  expect(cellOf(grid, 'marks', 'calc:mean-mark')).toBeCloseTo(3.533, 3);
  expect(cellOf(grid, 'pupils', 'calc:pupil-pass-rate')).toBeCloseTo(93.333, 3);
});

test('a remark stands at its row, with a sign and words; it goes when the row is in order', () => {
  const wrong = answered(
    filledTab({ classes: [CLASS_A], marks: [MARKS_A, { ...MARKS_A, subject: 'Химия', five: 3 }] }),
  );
  expect(remarkOf(wrong, 'marks', 1)).toBe('');
  expect(remarkOf(wrong, 'marks', 2)).toMatch(/^✖ Ошибка: .*дают 16.*стоит 15/);
  const right = copyOf(wrong);
  const block = readTab(right).blocks.get('marks')!;
  right[block.firstRow]![block.columns.get('five')! - 1] = 2;
  expect(remarkOf(answered(right), 'marks', 2)).toBe('');
});

test('an old remark of a row that was emptied goes too', () => {
  const grid = cleanTab();
  const block = readTab(grid).blocks.get('marks')!;
  grid[block.firstRow + 3]![REMARK_COLUMN - 1] = '✖ Ошибка: старая.';
  expect(remarkOf(answered(grid), 'marks', 5)).toBe('');
});

test('a row with an error shows no share', () => {
  const grid = answered(filledTab({ marks: [{ ...MARKS_A, five: 'нет' }] }));
  expect(cellOf(grid, 'marks', 'calc:quality-rate')).toBe('');
});

test('a row that is blank where a share needs a number shows the other shares', () => {
  const grid = answered(filledTab({ pupils: [{ ...PUPILS_A, good: '' }] }));
  expect(cellOf(grid, 'pupils', 'calc:pupil-quality-rate')).toBe('');
  expect(cellOf(grid, 'pupils', 'calc:pupil-pass-rate')).toBeCloseTo(93.333, 3);
});

test('several blanks of a row are one sentence', () => {
  const grid = answered(filledTab({ marks: [{ ...MARKS_A, two: '', notAssessed: '' }] }));
  expect(remarkOf(grid, 'marks').match(/если таких нет, поставьте 0/g)).toHaveLength(1);
  expect(remarkOf(grid, 'marks')).toContain('«2», «н/а»');
});

test('a missing class is remarked at the title of its form', () => {
  const grid = answered(filledTab({ classes: [CLASS_A, { grade: '6', letter: '', enrolled: 9 }], pupils: [PUPILS_A] }));
  const { titleRow } = readTab(grid).blocks.get('pupils')!;
  expect(String(grid[titleRow - 1]![REMARK_COLUMN - 1])).toContain('нет строк для классов: 6');
});

describe('a warning about a whole form', () => {
  const classes = [CLASS_A, { grade: '6', letter: '', enrolled: 9 }];
  const lacking = (): Grid => answered(filledTab({ classes, pupils: [PUPILS_A] }));
  const pupilsOf = (grid: Grid, seen: Seen = NOTHING_SEEN) =>
    checkTab(programme, readTab(grid), seen).blocks.find(({ block }) => block.form.key === 'pupils')!;
  const withReason = (grid: Grid, reason: string): Grid => {
    const result = copyOf(grid);
    result[readTab(grid).lines.get('pupils')!.row - 1]![REASON_COLUMN - 1] = reason;
    return result;
  };
  const titleRemark = (grid: Grid): string =>
    String(grid[readTab(grid).blocks.get('pupils')!.titleRow - 1]![REMARK_COLUMN - 1]);

  test('is open until the reason in the form’s line of the head explains it', () => {
    expect(pupilsOf(lacking()).unexplained).toBe(1);
    const explained = answered(withReason(lacking(), 'класс закрыт на карантин'));
    expect(pupilsOf(explained).unexplained).toBe(0);
    expect(titleRemark(explained)).toMatch(/^ℹ Пояснено: /);
  });

  test('is not excused by an explanation of a row', () => {
    const grid = filledTab({ classes, pupils: [{ ...PUPILS_A, explanation: 'класс закрыт на карантин' }] });
    expect(pupilsOf(grid).unexplained).toBe(1);
  });

  test('of a class that was not missing when the reason was given is asked anew, until the reason is typed anew', () => {
    const explained = answered(withReason(lacking(), 'класс закрыт на карантин'));
    const { firstRow, columns } = readTab(explained).blocks.get('classes')!;
    for (const [key, value] of Object.entries({ grade: '7', letter: '', enrolled: 8 }))
      explained[firstRow + 1]![columns.get(key)! - 1] = value;
    const after = answered(explained);
    expect(titleRemark(after)).toMatch(/^⚠ Проверьте: .*пояснение дано к прежнему числу/);
    expect(pupilsOf(after).unexplained).toBe(1);
    expect(pupilsOf(answered(after)).unexplained).toBe(1);
    expect(pupilsOf(after, { ...NOTHING_SEEN, reasoned: new Set(['pupils']) }).unexplained).toBe(0);
    expect(pupilsOf(answered(withReason(after, 'оба класса на карантине'))).unexplained).toBe(0);
  });
});

describe('a word of explanation', () => {
  const odd = { ...MARKS_A, five: 1, explanation: 'один ученик на домашнем обучении' };
  const typed = (grid: Grid, key: string, value: Cell): Grid => {
    const result = copyOf(grid);
    const block = readTab(result).blocks.get('marks')!;
    result[block.firstRow - 1]![block.columns.get(key)! - 1] = value;
    return result;
  };

  test('settles the warnings of its row', () => {
    const grid = answered(filledTab({ marks: [odd] }));
    expect(remarkOf(grid, 'marks')).toMatch(/^ℹ Пояснено: /);
    expect(check(grid)).toMatchObject({ errors: 0, unexplained: 0 });
  });

  test('is not asked again while the numbers stay', () => {
    const grid = answered(answered(filledTab({ marks: [odd] })));
    expect(remarkOf(grid, 'marks')).toMatch(/^ℹ Пояснено/);
  });

  test('holds only for the numbers it was given to', () => {
    const before = answered(filledTab({ marks: [odd] }));
    const changed = typed(before, 'four', 3);
    const after = answered(changed);
    expect(remarkOf(after, 'marks')).toMatch(/^⚠ Проверьте: .*пояснение дано к прежнему числу/);
    expect(check(after).unexplained).toBe(1);
    // Still so at the next run, until a person has said something new.
    expect(remarkOf(answered(after), 'marks')).toMatch(/^⚠ Проверьте/);
  });

  test('typed anew is about the present numbers', () => {
    const before = answered(typed(answered(filledTab({ marks: [odd] })), 'four', 3));
    const { firstRow } = readTab(before).blocks.get('marks')!;
    expect(checkTab(programme, readTab(before), { ...LOOKED, explained: new Set([firstRow]) }).unexplained).toBe(0);
  });

  test('does not excuse an error', () => {
    const grid = answered(filledTab({ marks: [{ ...odd, five: 9 }] }));
    expect(remarkOf(grid, 'marks')).toMatch(/^✖ Ошибка/);
    expect(check(grid).errors).toBe(1);
  });

  test('without anything to explain is no remark', () => {
    expect(remarkOf(answered(filledTab({ marks: [{ ...MARKS_A, explanation: 'всё верно' }] })), 'marks')).toBe('');
  });
});

describe('what the head says', () => {
  const line = (grid: Grid, form: string): string => {
    const checked = check(grid);
    return stateOf(checked.blocks.find(({ block }) => block.form.key === form)!, checked.tab);
  };
  const filledOf = (grid: Grid, form: string): number[] => {
    const { filled, expected } = completenessOf(check(grid).blocks.find(({ block }) => block.form.key === form)!);
    return [filled, expected];
  };
  const answer = (grid: Grid, form: string, said: string, reason = ''): Grid => {
    const result = copyOf(grid);
    const line = result[readTab(grid).lines.get(form)!.row - 1]!;
    [line[ANSWER_COLUMN - 1], line[REASON_COLUMN - 1]] = [said, reason];
    return result;
  };

  test('of a form not begun', () => {
    expect(line(emptyTab(), 'marks')).toBe('○ не начато');
  });

  test('of a form that is not asked for: what the coordinator’s run wrote decides, not the calendar', () => {
    const facts = factsFor(programme, { due: ['classes'] });
    expect(line(emptyTab(programme, undefined, undefined, facts), 'marks')).toBe('в этом квартале не нужна');
    expect(line(emptyTab(programme, undefined, '2023-Q3'), 'marks')).toBe('○ не начато');
  });

  test('of a form in order', () => {
    expect(line(cleanTab(), 'marks')).toBe('✔ готово');
    expect(filledOf(cleanTab(), 'marks')).toEqual([6, 6]);
  });

  test('of a form with blanks and errors: errors first, then questions', () => {
    const bad = filledTab({ marks: [{ ...MARKS_A, two: '', five: 9 }] });
    expect(line(bad, 'marks')).toBe(`✖ 1${NBSP}ошибка`);
    expect(filledOf(bad, 'marks')).toEqual([5, 6]);
    expect(line(filledTab({ marks: [{ ...MARKS_A, two: '' }] }), 'marks')).toMatch(/^⚠ \d\u00a0вопрос/);
  });

  test('what is carried over, and blanks that arithmetic proves to be 0, are not expected', () => {
    expect(filledOf(filledTab({ marks: [{ ...MARKS_A, five: 15, four: '', three: '', two: '' }] }), 'marks')).toEqual([
      3, 3,
    ]);
    expect(filledOf(filledTab({ marks: [{ grade: '5', subject: 'Химия', enrolled: 15 }] }), 'marks')).toEqual([0, 6]);
    expect(filledOf(filledTab({ classes: [CLASS_A] }), 'classes')).toEqual([1, 1]);
  });

  test('a number of a small class that is given for the whole school is expected once', () => {
    const whole = { ...contextRow('1-11', 90), letter: '' };
    const small = { grade: '5', letter: 'А', enrolled: 9, incompleteFamilies: 2 };
    const [filled, expected] = filledOf(filledTab({ context: [small, whole] }), 'context');
    expect(filled).toBe(expected);
    expect(filledOf(filledTab({ context: [small] }), 'context')[1]).toBeGreaterThan(1);
  });

  test('a form that is asked for and not begun expects something, one that is not does not', () => {
    expect(filledOf(emptyTab(), 'marks')).toEqual([0, 6]);
    expect(filledOf(emptyTab(), 'classes')).toEqual([0, 1]);
    const facts = factsFor(programme, { due: ['classes'] });
    expect(filledOf(emptyTab(programme, undefined, undefined, facts), 'marks')).toEqual([0, 0]);
    expect(filledOf(answer(emptyTab(), 'marks', 'не было', 'карантин'), 'marks')).toEqual([0, 0]);
  });

  test('of a form that the school’s answer settles', () => {
    expect(line(answer(emptyTab(), 'marks', 'не было', 'карантин'), 'marks')).toBe('✔ не было');
    expect(line(answer(emptyTab(), 'marks', 'как в прошлый раз'), 'marks')).toBe('✔ как в прошлый раз');
    expect(line(answer(emptyTab(), 'marks', 'заполняю'), 'marks')).toBe('○ не начато');
  });

  test('of a form answered «не было» without a reason', () => {
    expect(line(answer(emptyTab(), 'marks', 'не было'), 'marks')).toBe('○ напишите причину');
  });

  test('of a form whose answer covers what is missing in it: blanks, rows not begun', () => {
    const lacking = filledTab({
      pupils: [
        { ...PUPILS_A, good: '' },
        { grade: '6', letter: '', enrolled: 9 },
      ],
    });
    expect(line(lacking, 'pupils')).toMatch(/^⚠/);
    expect(line(answer(lacking, 'pupils', 'не было'), 'pupils')).toMatch(/^⚠/);
    expect(line(answer(lacking, 'pupils', 'не было', 'карантин'), 'pupils')).toBe('✔ не было');
    expect(line(answer(lacking, 'pupils', 'как в прошлый раз'), 'pupils')).toBe('✔ как в прошлый раз');
  });

  test('of a form whose answer covers no error and no odd number', () => {
    const wrong = filledTab({ pupils: [{ ...PUPILS_A, good: 99 }] });
    expect(line(answer(wrong, 'pupils', 'как в прошлый раз'), 'pupils')).toMatch(/^✖/);
  });

  test('does not count what may be left blank', () => {
    const row = { ...contextRow('5', 15), lowIncome: '', disabilities: '' };
    const [filled, expected] = filledOf(filledTab({ context: [row] }), 'context');
    expect(filled).toBe(expected);
  });

  test('of a tab: what is left, and where to go first', () => {
    expect(leftIn(check(cleanTab()))).toBe('');
    expect(leftIn(check(emptyTab()))).toBe(`4${NBSP}формы не начаты`);
    expect(leftIn(check(answer(emptyTab(), 'marks', 'не было', 'карантин')))).toBe(`3${NBSP}формы не начаты`);
    const unsaid = answer(cleanTab(), 'marks', 'не было');
    expect(leftIn(check(unsaid))).toBe(`1${NBSP}форма без причины`);
    expect(firstPlace(check(unsaid))).toBe(readTab(unsaid).lines.get('marks')!.row);
    const bad = filledTab({ classes: [CLASS_A], marks: [MARKS_A, { ...MARKS_A, subject: 'Химия', five: 9 }] });
    const row = readTab(bad).blocks.get('marks')!.firstRow + 1;
    const { left } = headStates(check(bad), readTab(bad).status);
    expect(left).toContain(`ROW(D${row})`);
    expect(left).toContain(`"Осталось: 1${NBSP}ошибка, 2${NBSP}формы не начаты → строка ${row}"`);
    expect(headStates(check(cleanTab()), readTab(cleanTab()).status).left).toBe('Всё готово: поставьте «Сдать»');
  });
});

test('remarks, statuses and completeness in words are never read: nonsense there changes nothing', () => {
  const rows = {
    classes: [CLASS_A],
    marks: [{ ...MARKS_A, five: 1, explanation: 'болел' }],
    pupils: [{ ...PUPILS_A, good: '' }],
  };
  const grid = answered(filledTab(rows));
  const nonsense = copyOf(grid);
  const { blocks, lines } = readTab(grid);
  for (const { titleRow, endRow } of blocks.values())
    for (let row = titleRow; row <= endRow; row += 1)
      nonsense[row - 1]![REMARK_COLUMN - 1] = '✖ Ошибка: 100 %. Пояснено';
  for (const row of [HEAD.title, HEAD.period, HEAD.check, HEAD.submit, ...[...lines.values()].map((each) => each.row)])
    nonsense[row - 1]![STATE_COLUMN - 1] = 'сдано, 0 ошибок';
  const [before, after] = [check(grid), check(nonsense)];
  expect({ ...after, tab: null }).toEqual({ ...before, tab: null });
  expect(answered(nonsense).slice(HEAD.firstForm + programme.forms.length)).toEqual(
    grid.slice(HEAD.firstForm + programme.forms.length),
  );
});

test.each([
  ['a row too high', -1],
  ['a row too low', 1],
])('memories, remarks and titles that came to stand %s do not stop the tab and are put back', (_, by) => {
  const grid = answered(
    filledTab({
      classes: [CLASS_A],
      marks: [
        { ...MARKS_A, five: 9 },
        { ...MARKS_A, subject: 'Химия' },
      ],
    }),
  );
  const own = [MEMORY_COLUMN - 1, REMARK_COLUMN - 1];
  const misplaced = copyOf(grid);
  const head = readTab(grid).blocks.get('classes')!.titleRow - 1;
  for (let row = head; row < grid.length; row += 1)
    for (const column of own) misplaced[row]![column] = row - by < head ? '' : (grid[row - by]?.[column] ?? '');
  expect(readTab(misplaced).trouble).toEqual([]);
  expect(answered(misplaced)).toEqual(grid);
});

test('a number typed as a percentage is remembered when the remark that named it was written over', () => {
  const typed = filledTab({ marks: [{ ...MARKS_A, five: 1 }] });
  const { columns, firstRow } = readTab(typed).blocks.get('marks')!;
  const isFive = (row: number, column: number) => row === firstRow && column === columns.get('five');
  const grid = answered(typed, { ...LOOKED, takenFor: (row, column) => (isFive(row, column) ? 'percent' : undefined) });
  expect(remarkOf(grid, 'marks')).toContain('100 %');
  grid[firstRow - 1]![REMARK_COLUMN - 1] = '';
  expect(remarkOf(answered(grid, NOTHING_SEEN), 'marks')).toContain('100 %');
  // Typed once more as a number, it is one.
  const again = answered(grid, { ...LOOKED, takenFor: (row, column) => (isFive(row, column) ? 'number' : undefined) });
  expect(remarkOf(again, 'marks')).not.toContain('100 %');
});

test('what a person typed beside a title is written over: both columns there are the add-on’s', () => {
  const grid = answered(cleanTab());
  const typed = copyOf(grid);
  const { firstRow } = readTab(grid).blocks.get('marks')!;
  typed[firstRow - 2]![REMARK_COLUMN - 1] = 'спросить у завуча';
  typed[firstRow - 2]![MEMORY_COLUMN - 1] = 'и у секретаря';
  expect(answered(typed)).toEqual(grid);
});

test('numbers changed by nobody seen are remarked until someone has looked; the shares follow them at once', () => {
  const grid = answered(cleanTab());
  const block = readTab(grid).blocks.get('marks')!;
  const [five, four] = [block.columns.get('five')! - 1, block.columns.get('four')! - 1];
  const row = grid[block.firstRow - 1]!;
  [row[five], row[four]] = [row[four]!, row[five]!];
  const after = answered(grid, NOTHING_SEEN);
  expect(remarkOf(after, 'marks')).toContain('изменились без проверки');
  expect(cellOf(after, 'marks', 'calc:mean-mark')).toBeCloseTo(3.733, 3);
  expect(remarkOf(answered(after, NOTHING_SEEN), 'marks')).toContain('изменились без проверки');
  expect(checkTab(programme, readTab(after), LOOKED).issues).toEqual([]);
});

test('a row whose cells were moved sideways stays an error until a person has put them back', () => {
  const grid = answered(filledTab({ marks: [{ ...MARKS_A, explanation: 'карантин' }] }));
  const block = readTab(grid).blocks.get('marks')!;
  const last = block.columns.get('explanation')! - 1;
  // The explanation slid one column to the left, into the last share.
  grid[block.firstRow - 1]![last - 1] = 'карантин';
  grid[block.firstRow - 1]![last] = '';
  const once = answered(grid);
  expect(remarkOf(once, 'marks')).toMatch(/^✖ Ошибка: ячейки строки сдвинуты/);
  expect(once[block.firstRow - 1]).toContain('карантин');
  expect(remarkOf(answered(once), 'marks')).toMatch(/^✖ Ошибка: ячейки строки сдвинуты/);
});

describe('what is remembered of a row', () => {
  const two = [
    { ...MARKS_A, five: 1, explanation: 'один на домашнем обучении' },
    { ...MARKS_A, subject: 'Химия' },
  ];
  const whole = (): Grid => answered(filledTab({ classes: [CLASS_A], marks: two }));
  const issuesOf = (grid: Grid): string[] =>
    check(grid).issues.flatMap(({ form, row, id }) => (form === 'marks' ? [`${row} ${id}`] : []));

  test.each([
    ['with the hidden columns', ROLE_COLUMN],
    ['without the hidden columns', REMARK_COLUMN + 1],
  ])('is found by its name after the rows were sorted %s', (_, from) => {
    const grid = whole();
    const { firstRow } = readTab(grid).blocks.get('marks')!;
    const [a, b] = [grid[firstRow - 1]!, grid[firstRow]!];
    const sorted = copyOf(grid);
    sorted[firstRow - 1] = [...a.slice(0, from - 1), ...b.slice(from - 1)];
    sorted[firstRow] = [...b.slice(0, from - 1), ...a.slice(from - 1)];
    const after = answered(sorted, NOTHING_SEEN);
    expect(issuesOf(after).filter((id) => id.includes('unseen'))).toEqual([]);
    expect(remarkOf(after, 'marks', 2)).toMatch(/^ℹ Пояснено/);
    expect(check(after).unexplained).toBe(check(grid).unexplained);
  });

  test('says nothing of a row that was copied: which of the two it is about cannot be known', () => {
    const grid = whole();
    const { firstRow, columns } = readTab(grid).blocks.get('marks')!;
    grid[firstRow] = [...grid[firstRow - 1]!];
    grid[firstRow]![columns.get('four')! - 1] = 4;
    expect(issuesOf(grid).filter((id) => id.includes('unseen'))).toEqual([]);
    expect(
      check(grid)
        .blocks.find(({ block }) => block.form.key === 'marks')!
        .placed.map(({ memory }) => memory),
    ).toEqual([null, null]);
  });

  test('asks about a row whose name changed unseen, and not about one whose name a person typed', () => {
    const grid = whole();
    const { firstRow, columns } = readTab(grid).blocks.get('marks')!;
    grid[firstRow]![columns.get('subject')! - 1] = 'Музыка';
    expect(issuesOf(grid)).toContain('2 row/changed-unseen');
    const seen: Seen = { ...NOTHING_SEEN, changed: (row) => row === firstRow + 1 };
    expect(checkTab(programme, readTab(grid), seen).issues.map(({ id }) => id)).not.toContain('row/changed-unseen');
  });

  test('cannot be pasted away: nonsense in the hidden column is a row not seen before', () => {
    const grid = whole();
    const { firstRow } = readTab(grid).blocks.get('marks')!;
    grid[firstRow - 1]![MEMORY_COLUMN - 1] = 'х';
    expect(answered(grid, NOTHING_SEEN)).toEqual(whole());
  });
});

describe('an unseen change', () => {
  const swapped = (): Grid => {
    const grid = answered(cleanTab());
    const { columns, firstRow } = readTab(grid).blocks.get('marks')!;
    const [five, four] = [columns.get('five')! - 1, columns.get('four')! - 1];
    const row = grid[firstRow - 1]!;
    [row[five], row[four]] = [row[four]!, row[five]!];
    return grid;
  };
  const ids = (grid: Grid, seen: Seen): string[] => checkTab(programme, readTab(grid), seen).issues.map(({ id }) => id);
  const CONFIRMED: Seen = { ...NOTHING_SEEN, confirmed: true };

  test('is asked about before it can be confirmed', () => {
    const once = answered(swapped(), CONFIRMED);
    expect(remarkOf(once, 'marks')).toContain('изменились без проверки');
    expect(ids(once, CONFIRMED)).toEqual([]);
    expect(ids(answered(once, CONFIRMED), NOTHING_SEEN)).toEqual([]);
  });

  test('is not settled by an explanation: only a look at the cells answers it', () => {
    const grid = swapped();
    const { columns, firstRow } = readTab(grid).blocks.get('marks')!;
    grid[firstRow - 1]![columns.get('explanation')! - 1] = 'всё верно';
    expect(check(answered(grid, NOTHING_SEEN)).unexplained).toBe(1);
  });
});
