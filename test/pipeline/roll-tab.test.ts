import fc from 'fast-check';
import type { Cell, Grid, Patch, RawRow } from '../../src/model';
import { consolidate, rollTab, rowsOfPeriod } from '../../src/pipeline';
import { programme } from '../../src/programme';
import {
  HEAD,
  readSettings,
  rowsOf,
  rowsTable,
  SPARE_ROWS,
  settingsDesign,
  tableDesign,
  VALUE_COLUMN,
} from '../../src/workbook';
import {
  applied,
  CLASS_A,
  cleanTab,
  copyOf,
  emptyTab,
  filledTab,
  formOf,
  frozen,
  gridOf,
  MARKS_A,
  PERIOD,
  publishedTab,
  readTab,
  SCHOOL,
  type TypedRow,
  typeInto,
} from '../build';

const NEXT = '2023-Q3';
const AUTUMN = '2023-Q4';
const AT = '2023-07-07T03:10';

/** What closing freezes of a tab: its rows through the consolidated tabs and back, as the shell does. */
function frozenRowsOf(grid: Grid, period = PERIOD): RawRow[] {
  const settings = readSettings(programme, gridOf(settingsDesign(programme, period)));
  const { publish } = consolidate({ programme, settings, tabs: [{ school: SCHOOL, grid }], at: AT });
  return programme.forms.flatMap((form) => {
    const request = publish.find(({ table }) => table.key === rowsTable(form).key)!;
    return rowsOfPeriod(form, publishedTab(gridOf(tableDesign(request.table)), request), period);
  });
}

const roll = (grid: Grid, rows = frozenRowsOf(grid), next = NEXT) =>
  rollTab(programme, frozen(copyOf(grid)), frozen(rows), next);

const rolled = (grid: Grid, rows = frozenRowsOf(grid), next = NEXT): Grid =>
  applied(grid, roll(grid, rows, next).patches);

const rawsOf = (grid: Grid, form: string) => {
  const tab = readTab(grid);
  return rowsOf(tab, tab.blocks.get(form)!).map(({ raw }) => raw);
};

const typed = (grid: Grid, form: string, row: number, key: string, value: Cell): Grid => {
  const result = copyOf(grid);
  const block = readTab(grid).blocks.get(form)!;
  result[block.firstRow - 2 + row]![block.columns.get(key)! - 1] = value;
  return result;
};

describe('turning a tab to the next period', () => {
  test('keeps classes, subjects and numbers on the list, and empties the rest', () => {
    const after = rolled(cleanTab());
    expect(rawsOf(after, 'classes').map(({ cells }) => cells)).toEqual([CLASS_A]);
    const blank = Object.fromEntries(Object.keys(MARKS_A).map((key) => [key, '']));
    const { grade, letter, subject, enrolled } = MARKS_A;
    expect(rawsOf(after, 'marks')[0]!.cells).toEqual({ ...blank, grade, letter, subject, enrolled });
    expect(rawsOf(after, 'marks')[0]!.period).toBe(NEXT);
    expect(roll(cleanTab()).kept).toEqual([]);
  });

  test('empties the calculated columns and the explanations with them', () => {
    let grid = filledTab({ marks: [{ ...MARKS_A, explanation: 'карантин' }] });
    grid = typed(grid, 'marks', 1, 'calc:sou', 52.5);
    const after = rolled(grid);
    const block = readTab(after).blocks.get('marks')!;
    expect(after[block.firstRow - 1]![block.columns.get('calc:sou')! - 1]).toBe('');
    expect(rawsOf(after, 'marks')[0]!.explanation).toBe('');
  });

  test('begins a new head: next period, draft, no ticks', () => {
    const grid = cleanTab();
    grid[HEAD.submit - 1]![VALUE_COLUMN - 1] = true;
    grid[HEAD.status - 1]![VALUE_COLUMN - 1] = 'сдано 05.07.2023 09:15';
    const after = rolled(grid);
    const tab = readTab(after);
    expect([tab.period, tab.status, tab.submitted, tab.trouble]).toEqual([NEXT, 'черновик', false, []]);
    expect(after[HEAD.submit - 1]![VALUE_COLUMN - 1]).toBe(false);
    expect(after[HEAD.period - 1]![VALUE_COLUMN - 1]).toContain('III квартал 2023 г.');
    expect(after[HEAD.firstForm]![VALUE_COLUMN - 1]).toBe('в этом квартале не нужна');
  });

  test('writes the period’s mark last: until then the tab can be turned again', () => {
    const { patches } = roll(cleanTab());
    const last = patches[patches.length - 1] as Extract<Patch, { kind: 'values' }>;
    expect([last.row, last.column, last.values]).toEqual([HEAD.period, 1, [['head/period/2023-Q3']]]);
  });

  test('hides the forms that are not asked for and shows them when they are', () => {
    const grid = cleanTab();
    const { titleRow, endRow } = readTab(grid).blocks.get('marks')!;
    const count = endRow - titleRow + 1;
    expect(roll(grid).patches).toContainEqual({ kind: 'hide-rows', tab: 'school/ushumun', row: titleRow, count });
    const summer = rolled(grid);
    const shown = rollTab(programme, summer, [], AUTUMN).patches.filter(
      (patch) =>
        (patch.kind === 'show-rows' || patch.kind === 'hide-rows') && patch.row >= titleRow && patch.row < endRow,
    );
    expect(shown).toEqual([
      { kind: 'show-rows', tab: 'school/ushumun', row: titleRow, count },
      { kind: 'hide-rows', tab: 'school/ushumun', row: titleRow + 2, count: 1 },
    ]);
  });

  test('fills a form without rows of its own from the class list, above the first grade', () => {
    const classes = [{ grade: '1', letter: '', enrolled: 8 }, CLASS_A, { grade: '6', letter: 'Б', enrolled: 9 }];
    const grid = filledTab({ classes });
    const after = rolled(grid, frozenRowsOf(grid), AUTUMN);
    expect(rawsOf(after, 'pupils').map(({ cells }) => [cells.grade, cells.letter, cells.enrolled])).toEqual([
      ['5', 'А', 15],
      ['6', 'Б', 9],
    ]);
    expect(rawsOf(after, 'context').map(({ cells }) => cells.grade)).toEqual(['1', '5', '6']);
    expect(rawsOf(after, 'marks')).toEqual([]);
  });

  test('fills it with a merged class too, since its upper grades have results', () => {
    const grid = filledTab({ classes: [{ grade: '1-4', letter: '', enrolled: 12 }, CLASS_A] });
    const after = rolled(grid, frozenRowsOf(grid), AUTUMN);
    expect(rawsOf(after, 'pupils').map(({ cells }) => cells.grade)).toEqual(['1-4', '5']);
  });

  test('leaves no remark of the last quarter', () => {
    const grid = cleanTab();
    const block = readTab(grid).blocks.get('marks')!;
    grid[block.firstRow - 1]![1] = 'ℹ Пояснено: старое.';
    grid[block.titleRow - 1]![1] = '⚠ Проверьте: старое.';
    const after = rolled(grid);
    expect(after.map((cells) => cells[1]).filter((cell) => String(cell).includes('старое'))).toEqual([]);
    expect(readTab(after).trouble).toEqual([]);
    expect(after[block.titleRow + 1]![1]).toBe('remarks');
    expect(after[block.titleRow + 2]![1]).toBe('Замечания');
  });

  test('makes number columns plain again, so that a date typed last quarter does not live on', () => {
    const { firstRow, endRow, columns } = readTab(cleanTab()).blocks.get('marks')!;
    const formats = roll(cleanTab()).patches.filter((patch) => patch.kind === 'format');
    for (const key of ['exempt', 'five', 'notAssessed']) {
      const column = columns.get(key)!;
      const covers = formats.some(
        (area) =>
          area.row === firstRow &&
          area.rows === endRow - firstRow &&
          area.column <= column &&
          column < area.column + area.columns &&
          area.format === 'General',
      );
      expect([key, covers]).toEqual([key, true]);
    }
    const subject = columns.get('subject')!;
    expect(
      formats.some(
        ({ row, column, columns: width }) => row === firstRow && column <= subject && subject < column + width,
      ),
    ).toBe(false);
  });

  test('offers ten free rows again', () => {
    const many = Array.from({ length: 15 }, (_, index) => ({
      grade: String((index % 9) + 1),
      letter: 'АБ'[index % 2]!,
      enrolled: 9,
    }));
    const tab = readTab(rolled(filledTab({ classes: many })));
    const block = tab.blocks.get('classes')!;
    expect(block.endRow - block.firstRow).toBe(15 + SPARE_ROWS);
    expect(tab.trouble).toEqual([]);
  });
});

describe('what is not what was frozen', () => {
  const two: TypedRow[] = [MARKS_A, { ...MARKS_A, subject: 'Химия' }];

  test('a number changed since then stays with its row, and the row is named', () => {
    const grid = filledTab({ marks: two });
    const rows = frozenRowsOf(grid);
    const changed = typed(grid, 'marks', 2, 'five', 1);
    const after = rolled(changed, rows);
    expect(rawsOf(after, 'marks')[0]!.cells.five).toBe('');
    expect(rawsOf(after, 'marks')[1]!.cells).toMatchObject({ five: 1, four: 5, three: 7 });
    expect(roll(changed, rows).kept).toEqual([readTab(grid).blocks.get('marks')!.firstRow + 1]);
  });

  test('a row typed since then stays', () => {
    const grid = filledTab({ marks: [MARKS_A] });
    const rows = frozenRowsOf(grid);
    const changed = typeInto(grid, 'marks', two);
    expect(rawsOf(rolled(changed, rows), 'marks')[1]!.cells).toMatchObject({ subject: 'Химия', five: 2 });
    expect(roll(changed, rows).kept).toHaveLength(1);
  });

  test('an explanation written since then stays', () => {
    const grid = filledTab({ marks: [MARKS_A] });
    const rows = frozenRowsOf(grid);
    const changed = typed(grid, 'marks', 1, 'explanation', 'прошу исправить за II квартал');
    expect(rawsOf(rolled(changed, rows), 'marks')[0]!.explanation).toBe('прошу исправить за II квартал');
    expect(roll(changed, rows).kept).toHaveLength(1);
  });

  test('nothing frozen at all keeps everything', () => {
    const after = rolled(cleanTab(), []);
    expect(rawsOf(after, 'marks')[0]!.cells).toEqual(MARKS_A);
    expect(roll(cleanTab(), []).kept).toHaveLength(3);
  });

  test('rows that hold only what is carried over are not reported', () => {
    const { grade, letter, subject, enrolled } = MARKS_A;
    expect(roll(filledTab({ marks: [{ grade, letter, subject, enrolled }] }), []).kept).toEqual([]);
  });
});

describe('what was frozen is emptied, however odd it was', () => {
  test.each<[string, TypedRow]>([
    ['words for a number', { ...MARKS_A, five: 'нет' }],
    ['a number as text', { ...MARKS_A, five: '1 234' }],
    ['a date for a number', { ...MARKS_A, five: new Date(2023, 4, 12) }],
    ['a fraction', { ...MARKS_A, five: 2.5 }],
    ['a tick', { ...MARKS_A, five: true }],
    ['a formula as text', { ...MARKS_A, five: '=1' }],
    ['a row with an error', { ...MARKS_A, five: 9 }],
    ['a row without a class', { ...MARKS_A, grade: '' }],
  ])('%s', (_, row) => {
    const grid = filledTab({ marks: [row] });
    expect(roll(grid).kept).toEqual([]);
    expect(rawsOf(rolled(grid), 'marks')[0]!.cells.four).toBe('');
  });
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat(15),
  fc.constantFrom<Cell>('', '', 'нет', '12,5', '007', 2.5, -1, true),
  fc.date({ noInvalidDate: true, min: new Date(2020, 0, 1), max: new Date(2026, 0, 1) }),
);
const numbersOf = (form: string) =>
  Object.keys(formOf(form).fields).filter((key) => !formOf(form).fields[key]!.carried);
const anyRow = (form: string): fc.Arbitrary<TypedRow> =>
  fc.record({
    grade: fc.constantFrom('5', '6', '7', '1-4'),
    letter: fc.constantFrom('А', 'Б', ''),
    enrolled: fc.nat(30),
    explanation: fc.constantFrom('', 'карантин'),
    ...Object.fromEntries(numbersOf(form).map((key) => [key, anyCell])),
  });
const anyRows = fc.record({
  marks: fc.array(anyRow('marks'), { maxLength: 5 }),
  pupils: fc.array(anyRow('pupils'), { maxLength: 5 }),
  context: fc.array(anyRow('context'), { maxLength: 5 }),
});

test('turning a tab twice changes nothing more', () => {
  fc.assert(
    fc.property(anyRows, fc.constantFrom(NEXT, AUTUMN), fc.boolean(), (rows, next, isFrozen) => {
      const grid = filledTab({ classes: [CLASS_A], ...rows });
      const kept = isFrozen ? frozenRowsOf(grid) : [];
      const once = rolled(grid, kept, next);
      expect(readTab(once).trouble).toEqual([]);
      expect(rolled(once, kept, next)).toEqual(once);
    }),
    { numRuns: 25 },
  );
});

test('after closing, every number is either frozen or still on the tab', () => {
  fc.assert(
    fc.property(anyRows, anyRows, (before, after) => {
      const rows = frozenRowsOf(filledTab({ classes: [CLASS_A], ...before }));
      const grid = filledTab({ classes: [CLASS_A], ...after });
      const turned = rolled(grid, rows);
      for (const form of ['marks', 'pupils', 'context']) {
        const left = rawsOf(turned, form);
        for (const raw of rawsOf(grid, form)) {
          const numbers = numbersOf(form).map((key) => raw.cells[key]);
          if (numbers.every((cell) => cell === '')) continue;
          const stays = left.some(({ cells }) =>
            numbersOf(form).every((key, index) => String(cells[key]) === String(numbers[index])),
          );
          const match = rows.find((row) => row.form === form && row.row === raw.row);
          const went =
            match !== undefined &&
            numbersOf(form).every(
              (key, index) => String(match.cells[key]) === String(numbers[index]) || numbers[index] instanceof Date,
            );
          expect(stays || went).toBe(true);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('a tab that holds nothing is turned all the same', () => {
  const after = rolled(emptyTab());
  expect(readTab(after)).toMatchObject({ period: NEXT, trouble: [] });
});
