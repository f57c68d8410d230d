import fc from 'fast-check';
import type { Cell, Grid } from '../../src/model';
import {
  calculatedPatch,
  checkTab,
  completenessWords,
  remarksPatch,
  type Seen,
  tabCompleteness,
} from '../../src/pipeline';
import { programme } from '../../src/programme';
import { readSchoolTab } from '../../src/workbook';
import {
  applied,
  CLASS_A,
  cleanTab,
  contextRow,
  copyOf,
  emptyTab,
  filledTab,
  inputCells,
  MARKS_A,
  PUPILS_A,
  readTab,
} from '../build';

const check = (grid: Grid) => checkTab(programme, readTab(grid));

/** A person has asked for the whole tab to be checked. */
const LOOKED: Seen = { explained: new Set(), changed: () => true, percent: () => undefined };

/** All remarks and calculated columns of a tab, written. */
function answered(grid: Grid, seen: Seen = LOOKED): Grid {
  const checked = checkTab(programme, readTab(grid), seen);
  const remarks = remarksPatch(checked);
  const columns = checked.blocks.flatMap((block) => calculatedPatch(programme, checked, block) ?? []);
  return applied(grid, [...(remarks ? [remarks] : []), ...columns]);
}

const remarkOf = (grid: Grid, form: string, row = 1): string => {
  const block = readTab(grid).blocks.get(form)!;
  return String(grid[block.firstRow - 2 + row]![1]);
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

/** A tab with anything typed anywhere in its forms, old remarks and inserted rows among it. */
const typedTab = (columns: 'all' | 'own'): fc.Arbitrary<Grid> =>
  fc
    .array(
      fc.record({
        form: fc.constantFrom('classes', 'marks', 'pupils', 'context'),
        row: fc.nat(12),
        column: fc.integer({ min: 2, max: 18 }),
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
        // What people type among the remarks stops the tab; here only old remarks stand there.
        if (column === 2) grid[block.firstRow - 1 + row]![1] = `⚠ Проверьте: ${String(value)}.`;
        else if (used.includes(column)) grid[block.firstRow - 1 + row]![column - 1] = value;
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
      expect(remarksPatch(again)).toBeNull();
      expect(again.blocks.flatMap((block) => calculatedPatch(programme, again, block) ?? [])).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('a tab with nothing to remark on gets no remark, and the shares of its rows', () => {
  const checked = check(cleanTab());
  expect(remarksPatch(checked)).toBeNull();
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
  grid[block.firstRow + 3]![1] = '✖ Ошибка: старая.';
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
  expect(String(grid[titleRow - 1]![1])).toContain('нет строк для классов: 6');
});

test('a missing class may be explained: the remark asks for it', () => {
  const classes = [CLASS_A, { grade: '6', letter: '', enrolled: 9 }];
  const explained = { grade: '6', letter: '', enrolled: 9, explanation: 'класс закрыт на карантин' };
  const grid = filledTab({ classes, pupils: [PUPILS_A, explained] });
  const pupils = check(grid).blocks.find(({ block }) => block.form.key === 'pupils')!;
  expect(pupils.unexplained).toBe(0);
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

describe('completeness', () => {
  const line = (grid: Grid, form: string): string => {
    const checked = check(grid);
    return completenessWords(checked.blocks.find(({ block }) => block.form.key === form)!, checked.tab);
  };

  test('of a form not begun', () => {
    expect(line(emptyTab(), 'marks')).toBe('не начато');
  });

  test('of a form that is not asked for', () => {
    expect(line(emptyTab(programme, undefined, '2023-Q3'), 'marks')).toBe('в этом квартале не нужна');
  });

  test('of a form in order', () => {
    expect(line(cleanTab(), 'marks')).toBe('7 из 7, ✔');
  });

  test('of a form with blanks and errors', () => {
    expect(line(filledTab({ marks: [{ ...MARKS_A, two: '', five: 9 }] }), 'marks')).toBe(
      '6 из 7, ✖ ошибок: 1, ⚠ без пояснения: 1',
    );
  });

  test('does not count what may be left blank', () => {
    const row = { ...contextRow('5', 15), lowIncome: '', disabilities: '' };
    expect(line(filledTab({ context: [row] }), 'context')).toMatch(/^6 из 6/);
  });

  test('of a tab, in one line', () => {
    expect(tabCompleteness(check(cleanTab()))).toBe('форм начато 4 из 4; граф 100 %; замечаний нет');
    expect(tabCompleteness(check(emptyTab()))).toBe('форм начато 0 из 4; граф 0 %; замечаний нет');
  });
});

test.each([
  ['a row too high', -1],
  ['a row too low', 1],
])('remarks and titles that came to stand %s in column B do not stop the tab and are put back', (_, by) => {
  const grid = answered(filledTab({ classes: [CLASS_A], marks: [{ ...MARKS_A, five: 9 }, MARKS_A] }));
  const misplaced = grid.map((cells, row) => [cells[0]!, grid[row - by]?.[1] ?? '', ...cells.slice(2)]);
  const head = readTab(grid).blocks.get('classes')!.titleRow - 1;
  for (let row = 0; row < head; row += 1) misplaced[row]![1] = grid[row]![1]!;
  expect(readTab(misplaced).trouble).toEqual([]);
  expect(answered(misplaced)).toEqual(grid);
});

test('a number typed as a percentage is remembered when the remark that named it was written over', () => {
  const typed = filledTab({ marks: [{ ...MARKS_A, five: 1 }] });
  const { columns, firstRow } = readTab(typed).blocks.get('marks')!;
  const isFive = (row: number, column: number) => row === firstRow && column === columns.get('five');
  const grid = answered(typed, { ...LOOKED, percent: (row, column) => isFive(row, column) || undefined });
  expect(remarkOf(grid, 'marks')).toContain('100 %');
  grid[firstRow - 1]![1] = '';
  const nobody: Seen = { explained: new Set(), changed: () => false, percent: () => undefined };
  expect(remarkOf(answered(grid, nobody), 'marks')).toContain('100 %');
  // Typed once more as a number, it is one.
  const again = answered(grid, { ...LOOKED, percent: (row, column) => (isFive(row, column) ? false : undefined) });
  expect(remarkOf(again, 'marks')).not.toContain('100 %');
});

test('what a person typed beside a title stays there', () => {
  const grid = cleanTab();
  const { firstRow } = readTab(grid).blocks.get('marks')!;
  grid[firstRow - 2]![1] = 'спросить у завуча';
  expect(answered(grid)[firstRow - 2]![1]).toBe('спросить у завуча');
});

test('numbers changed by nobody seen are remarked until someone has looked; the shares follow them at once', () => {
  const grid = answered(cleanTab());
  const block = readTab(grid).blocks.get('marks')!;
  const [five, four] = [block.columns.get('five')! - 1, block.columns.get('four')! - 1];
  const row = grid[block.firstRow - 1]!;
  [row[five], row[four]] = [row[four]!, row[five]!];
  const nobody: Seen = { explained: new Set(), changed: () => false, percent: () => undefined };
  const after = answered(grid, nobody);
  expect(remarkOf(after, 'marks')).toContain('изменились без проверки');
  expect(cellOf(after, 'marks', 'calc:mean-mark')).toBeCloseTo(3.733, 3);
  expect(remarkOf(answered(after, nobody), 'marks')).toContain('изменились без проверки');
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
